import Benchmarking
import Foundation
import Register

/// Puts the sixty faults into the rows of a list, each into a row of its own.
struct FaultPlanter {
    var rows: [[SheetCell]] = []
    private(set) var faults: [PlantedFault] = []
    private let entries: [ListEntry]
    private let areas: [Area]
    private var random: RandomStream
    /// Places of rows that are faulty, or that a fault speaks of.
    private var taken: Set<Int> = []

    init(seed: UInt64, areas: [Area], entries: [ListEntry]) {
        random = RandomStream(seed: seed, piece: 2)
        self.areas = areas
        self.entries = entries
    }

    mutating func plantAll() {
        plantTexts()
        plantNumbers()
        plantYears()
        plantPlaces()
        plantLicences()
        plantContacts()
        plantShifts()
        plantDoubts()
    }

    // MARK: - Where

    /// A row nobody has touched, of an entry that fits.
    private mutating func free(_ fits: (ListEntry) -> Bool = { _ in true }) -> Int? {
        let start = random.index(below: entries.count)
        for step in entries.indices {
            // A step that shares no factor with most sizes spreads the faults over the list.
            let place = (start + step * 7) % entries.count
            if !taken.contains(place), fits(entries[place]) {
                taken.insert(place)
                return place
            }
        }
        return nil
    }

    private mutating func note(_ place: Int, _ column: Int?, _ kind: PlantedFault.Kind, _ reason: ListFault.Reason) {
        faults.append(PlantedFault(row: place + 2, column: column, kind: kind, reason: reason))
    }

    private mutating func plant(
        _ cells: [SheetCell], in column: Int, _ kind: PlantedFault.Kind, _ reason: ListFault.Reason
    ) {
        for cell in cells {
            guard let place = free() else { continue }
            rows[place][column - 1] = cell
            note(place, column, kind, reason)
        }
    }

    // MARK: - What

    private mutating func plantTexts() {
        plant([.empty, .text(" - "), .text("-")], in: ListColumn.name, .nameMissing, .nameMissing)
        let long = String(repeating: "Kelompok Usaha Bersama Contoh ", count: 8)
        plant([.text(long), .text(long + "Kedua")], in: ListColumn.name, .nameTooLong, .tooLong)
        plant([.fault("#N/A"), .fault("#N/A")], in: ListColumn.output, .formulaNotAvailable, .formulaFault)
        plant([.fault("#REF!"), .fault("#REF!")], in: ListColumn.investment, .formulaReference, .formulaFault)
        plant([.text("mungkin")], in: ListColumn.active, .neitherYesNorNo, .notAChoice)
        plant([.text("kadang-kadang")], in: ListColumn.exporting, .neitherYesNorNo, .notAChoice)
    }

    private mutating func plantNumbers() {
        plant(
            [.text("belum didata"), .text("banyak")], in: ListColumn.men, .wordsForWorkers, .notANumber)
        plant([.text("tidak tahu"), .text("rahasia")], in: ListColumn.output, .wordsForOutput, .notANumber)
        plant([.number(-2), .text("-3")], in: ListColumn.women, .negativeWorkers, .negative)
        plant([.text("Rp -1.500.000"), .number(-2_500_000)], in: ListColumn.materials, .negativeMaterials, .negative)
        plant([.number(2.5), .text("1,5")], in: ListColumn.men, .halfAWorker, .notWhole)
        plant([.number(99_999), .text("98765")], in: ListColumn.industry, .unknownIndustry, .unknownIndustry)
    }

    private mutating func plantYears() {
        plant([.text("31/02/2021"), .text("30 Februari 2022")], in: ListColumn.licenceYear, .impossibleDate, .notADate)
        plant([.text("dua ribu dua puluh"), .text("lama")], in: ListColumn.licenceYear, .yearInWords, .notAYear)
        plant([.number(2124)], in: ListColumn.year, .yearAhead, .yearAhead)
        plant([.text("2099")], in: ListColumn.licenceYear, .yearAhead, .yearAhead)
        plant([.empty, .text("-")], in: ListColumn.year, .yearMissing, .yearMissing)
    }

    private mutating func plantPlaces() {
        plant(
            [.text("Ds. Wanasepi Wetan"), .text("Sukamundur")], in: ListColumn.village, .unknownVillage, .unknownVillage
        )
        let foreign = foreignVillages()
        for _ in 0..<2 {
            guard let place = free({ $0.card.area.flatMap { foreign[$0.district] } != nil }),
                let name = entries[place].card.area.flatMap({ foreign[$0.district] })
            else { continue }
            rows[place][ListColumn.village - 1] = .text(name)
            note(place, ListColumn.village, .villageOfAnotherDistrict, .unknownVillage)
        }
        plant(
            [.text("Kec. Wanasepi"), .text("Sukamundur Lor")], in: ListColumn.district, .unknownDistrict,
            .unknownDistrict)
        plant(
            [.text("Kabupaten Gianyar"), .text("Kab. Tabanan")], in: ListColumn.regency, .anotherRegency, .elsewhere)
        plant([.text("Kabupaten Wanasepi")], in: ListColumn.regency, .unknownRegency, .unknownRegency)
    }

    /// For each district a village of another one whose name is like none of its own.
    private func foreignVillages() -> [AreaCode: String] {
        let villages = areas.filter { $0.id.kind == .village }
        var foreign: [AreaCode: String] = [:]
        for (district, own) in Dictionary(grouping: villages, by: \.id.district) {
            let letters = own.reduce(into: Set<String>()) { $0.formUnion(Self.letters($1.name)) }
            foreign[district] =
                villages.first { village in
                    village.id.district != district && village.name.count >= 6
                        && letters.isDisjoint(with: Self.letters(village.name))
                }?.name
        }
        return foreign
    }

    /// Neighbours of three letters: names that share none are far apart.
    private static func letters(_ name: String) -> Set<String> {
        let letters = Array(name.lowercased().filter(\.isLetter))
        return Set(letters.indices.dropLast(2).map { String(letters[$0..<$0 + 3]) })
    }

    private mutating func plantLicences() {
        plant([.text("999995103001"), .number(999_995_103_002)], in: ListColumn.licence, .shortNIB, .notANIB)
        plant([.text("9,99995E+12"), .text("9.99995E+12")], in: ListColumn.licence, .roundedNIB, .roundedNumber)
        for _ in 0..<2 {
            guard let (first, second) = pair({ $0.card.nib != nil }), let nib = entries[first].card.nib else {
                continue
            }
            rows[second][ListColumn.licence - 1] = .text(nib.digits)
            note(second, ListColumn.licence, .sameNIBTwice, .sameNIBTwice)
        }
        for _ in 0..<2 {
            guard let (first, second) = pair() else { continue }
            rows[second] = rows[first]
            note(second, nil, .sameRowTwice, .sameRowTwice)
        }
    }

    /// Two rows, the upper one first.
    private mutating func pair(_ fits: (ListEntry) -> Bool = { _ in true }) -> (Int, Int)? {
        guard let one = free(fits), let other = free(fits) else { return nil }
        return (min(one, other), max(one, other))
    }

    private mutating func plantContacts() {
        plant(
            [.text("usaha.contoh.example"), .text("usaha contoh@contoh.example")], in: ListColumn.email, .brokenEmail,
            .notAnEmail)
        plant([.text("0840"), .text("tanya Pak Kadek")], in: ListColumn.phone, .brokenPhone, .notAPhone)
    }

    /// Points that moved by one, two and three places.
    private mutating func plantShifts() {
        shift(ListColumn.output, by: 1000) { $0.year?.output }
        shift(ListColumn.output, by: 10) { $0.year?.output }
        shift(ListColumn.investment, by: 100) { $0.year?.investment }
        shift(ListColumn.materials, by: 1000) { $0.year?.materials }
    }

    private mutating func shift(_ column: Int, by factor: Int64, _ figure: (ListEntry) -> Rupiah?) {
        let groups = SampleMiddle(entries)
        guard let place = free({ groups.isUsual($0) }), let amount = figure(entries[place])?.amount else { return }
        rows[place][column - 1] = .number(Double(amount * factor))
        note(place, column, .shiftedPoint, .shiftedPoint)
    }

    private mutating func plantDoubts() {
        for _ in 0..<2 {
            guard let place = free(), let output = entries[place].year?.output else { continue }
            rows[place][ListColumn.materials - 1] = .number(Double(output.amount) * 1.2)
            note(place, ListColumn.materials, .materialsAboveOutput, .materialsAboveOutput)
        }
        for _ in 0..<2 {
            guard let place = free() else { continue }
            rows[place][ListColumn.men - 1] = .number(0)
            rows[place][ListColumn.women - 1] = .number(0)
            note(place, ListColumn.men, .noWorkers, .noWorkers)
        }
    }
}

/// The middle of each trade, to find an entry in which a shifted point shows beyond doubt.
private struct SampleMiddle {
    private var middles: [IndustryCode: [Double]] = [:]

    init(_ entries: [ListEntry]) {
        for (industry, group) in Dictionary(grouping: entries, by: \.card.industry) {
            guard let industry, group.count >= 20 else { continue }
            let ratios = group.compactMap { $0.year.flatMap(Self.ratios) }
            middles[industry] = (0..<3).map { place in
                let sorted = ratios.map { $0[place] }.sorted()
                return sorted[sorted.count / 2]
            }
        }
    }

    /// Whether output per worker, and materials and investment per output, are within a third of the middle. Weavers
    /// never are: they differ too much among themselves.
    func isUsual(_ entry: ListEntry) -> Bool {
        guard let industry = entry.card.industry, !["13121", "13122"].contains(industry.code),
            let middle = middles[industry], let ratios = entry.year.flatMap(Self.ratios)
        else { return false }
        return zip(ratios, middle).allSatisfy { abs($0 / $1 - 1) < 0.33 }
    }

    private static func ratios(_ year: EnterpriseYear) -> [Double]? {
        guard let output = year.output?.amount, let materials = year.materials?.amount, output > 0,
            let investment = year.investment?.amount, let workers = year.workers, workers > 0
        else { return nil }
        return [
            Double(output) / Double(workers), Double(materials) / Double(output), Double(investment) / Double(output),
        ]
    }
}

import Foundation
public import Register

/// What must be known to read a list.
public struct ListKnowledge: Sendable {
    public let industries: Set<IndustryCode>
    public let places: PlaceDirectory
    public let regions: RegionDirectory
    /// The regency or city whose list it is.
    public let home: RegionCode
    public let thisYear: Int

    public init(
        industries: Set<IndustryCode>, places: PlaceDirectory, regions: RegionDirectory, home: RegionCode, thisYear: Int
    ) {
        self.industries = industries
        self.places = places
        self.regions = regions
        self.home = home
        self.thisYear = thisYear
    }
}

/// What became of a row.
public enum RowOutcome: Sendable, Equatable {
    /// An enterprise; doubts may be taken as they are.
    case entry(ListEntry, doubts: [ListFault])
    /// Something is wrong; every fault of the row is there, and its doubts.
    case faulty([ListFault])
    /// A row of sums, or nothing that belongs to any field we read.
    case passedOver
}

/// Reads the rows of a list, one after the other. Never stops at the first fault.
public struct ListReading: Sendable {
    private let columns: ColumnPlaces
    private let styles: ListStyles
    private let thisYear: Int
    private let norms: FigureNorms
    private var rowsSeen = SeenRows()
    private var numbersSeen = SeenRows()
    private var places: PlaceReading
    private var industries: IndustryMemory

    /// - Parameter norms: `.none` in the pass that gathers them.
    public init(_ mapping: ColumnMapping, _ styles: ListStyles, _ knowledge: ListKnowledge, norms: FigureNorms = .none)
    {
        columns = ColumnPlaces(mapping)
        self.styles = styles
        thisYear = knowledge.thisYear
        self.norms = norms
        places = PlaceReading(knowledge)
        industries = IndustryMemory(knowledge.industries, styles.industries)
    }

    public mutating func read(_ row: SheetRow) -> RowOutcome {
        var cells = RowCells(row, columns, styles)
        guard !cells.isEmpty, !cells.isSum else { return .passedOver }
        var card = EnterpriseCard(name: cells.name() ?? "")
        readCard(&card, &cells)
        let year = readYear(&cells)
        card.area = places.area(&cells)
        let nik = cells.nik()
        let entry = ListEntry(row: row.number, card: card, year: year, nik: nik, certificates: cells.papers())
        checkTwice(entry, row, &cells)
        guard cells.faults.isEmpty else { return .faulty(cells.faults + cells.doubts) }
        checkFigures(entry, &cells)
        return .entry(entry, doubts: cells.doubts)
    }

    // MARK: - The card

    private mutating func readCard(_ card: inout EnterpriseCard, _ cells: inout RowCells) {
        card.owner = cells.text(.owner, limit: 100)
        card.legalForm = cells.legalForm() ?? LegalFormText.form(inName: card.name)
        card.ownerSex = cells.choice(.ownerSex, Self.sexes)
        card.nib = cells.nib()
        card.licence = cells.text(.licence, limit: 100)
        card.licenceYear = cells.year(.licenceYear, upTo: thisYear)
        card.street = cells.text(.street, limit: 200)
        card.position = cells.position()
        card.contactPerson = cells.text(.contactPerson, limit: 100)
        card.phone = cells.phone()
        card.email = cells.email()
        card.website = cells.text(.website, limit: 200)
        card.industry = cells.industry(&industries)
        card.branch = cells.text(.branch, limit: 200)
        card.product = cells.text(.product, limit: 200)
        card.foundedYear = cells.year(.foundedYear, upTo: thisYear)
        card.isActive = cells.choice(.isActive, Self.truths)
        card.financing = cells.text(.financing, limit: 100)
        card.isExporting = cells.choice(.isExporting, Self.truths)
        card.exportCountry = cells.text(.exportCountry, limit: 100)
    }

    private func readYear(_ cells: inout RowCells) -> EnterpriseYear? {
        let year = cells.year(.year, upTo: thisYear) ?? (columns[.year] < 0 ? styles.year : nil)
        let men = cells.count(.men)
        let women = cells.count(.women)
        let investment = cells.rupiah(.investment)
        let capacity = cells.amount(.capacity)
        let unit = cells.unit()
        let output = cells.rupiah(.output)
        let materials = cells.rupiah(.materials)
        let isKnown = [men, women].contains { $0 != nil } || [investment, output, materials].contains { $0 != nil }
        guard isKnown || capacity != nil else { return nil }
        guard let year else {
            // Figures without a year would be lost or guessed.
            if !cells.isFaulty(.year) { cells.fault(.year, "", .yearMissing) }
            return nil
        }
        var figures = EnterpriseYear(year: year)
        figures.men = men
        figures.women = women
        figures.investment = investment
        figures.capacity = capacity
        figures.unit = unit
        figures.output = output
        figures.materials = materials
        return figures
    }

    // MARK: - The row as a whole

    /// The same row a second time, or its licence number with another name or for the same year.
    private mutating func checkTwice(_ entry: ListEntry, _ row: SheetRow, _ cells: inout RowCells) {
        var line = LineHash()
        for place in columns.all { line.add(place < row.cells.count ? row.cells[place] : .empty) }
        if let first = rowsSeen.first(line, row.number) {
            cells.fault(nil, "", .sameRowTwice, ["\(first.row)"])
            return
        }
        guard let nib = entry.card.nib else { return }
        var number = LineHash()
        number.addName(nib.digits)
        var name = LineHash()
        name.addName(entry.card.name)
        let year = UInt32(clamping: entry.year?.year ?? 0)
        // Twelve bits of the year, twenty of the name.
        let note = (year & 0xFFF) | UInt32(truncatingIfNeeded: name.value >> 12) << 12
        guard let first = numbersSeen.first(number, row.number, note: note) else { return }
        number.addName("\(year)")
        let ofThisYear = first.note & 0xFFF == note & 0xFFF ? first : numbersSeen.first(number, row.number)
        if first.note >> 12 != note >> 12 || ofThisYear != nil {
            cells.fault(.nib, nib.digits, .sameNIBTwice, ["\((ofThisYear ?? first).row)"])
        }
    }

    private func checkFigures(_ entry: ListEntry, _ cells: inout RowCells) {
        guard let year = entry.year else { return }
        var shifted: Set<EnterpriseField> = []
        for shift in FigureGroups.shifts(of: entry, norms) {
            shifted.insert(shift.field)
            cells.fault(shift.field, cells.shown(shift.field), .shiftedPoint, [shift.factor])
        }
        if let output = year.output, let materials = year.materials, materials > output,
            shifted.isDisjoint(with: [.output, .materials])
        {
            cells.fault(.materials, cells.shown(.materials), .materialsAboveOutput, [cells.shown(.output)])
        }
        if year.workers == 0, entry.card.isActive != false {
            cells.fault(.men, "0", .noWorkers)
        }
    }

    private static let truths: [String: Bool] = [
        "ya": true, "Ya": true, "YA": true, "y": true, "aktif": true, "Aktif": true, "1": true, "true": true,
        "yes": true,
        "ada": true, "sudah": true, "ekspor": true, "benar": true, "masihaktif": true, "beroperasi": true, "iya": true,
        "tidak": false, "Tidak": false, "TIDAK": false, "t": false, "n": false, "0": false, "false": false, "no": false,
        "nonaktif": false, "tidakaktif": false, "tidakada": false, "belum": false, "lokal": false, "tidakekspor": false,
        "tutup": false, "salah": false, "bukan": false, "tdk": false, "tdkaktif": false, "tidakberoperasi": false,
        "nonekspor": false, "belumekspor": false, "belumada": false, "non": false, "tdkada": false,
    ]
    private static let sexes: [String: Sex] = [
        "l": .man, "L": .man, "lakilaki": .man, "laki": .man, "pria": .man, "lk": .man, "man": .man, "male": .man,
        "p": .woman, "P": .woman, "perempuan": .woman, "wanita": .woman, "pr": .woman, "woman": .woman,
        "female": .woman,
    ]
}

/// Codes of industries as rows have written them before: lists name few and name them often.
struct IndustryMemory: Sendable {
    private let known: Set<IndustryCode>
    private let usual: IndustryCode.Version
    private var codes: [String: IndustryCode?] = [:]

    init(_ known: Set<IndustryCode>, _ usual: IndustryCode.Version) {
        self.known = known
        self.usual = usual
    }

    mutating func code(_ text: String) -> IndustryCode? {
        if let code = codes[text] { return code }
        let code = find(text)
        if codes.count < 20_000 { codes[text] = .some(code) }
        return code
    }

    /// A code that both versions have is of the usual one.
    private func find(_ text: String) -> IndustryCode? {
        guard let digits = IndustryText.digits(text) else { return nil }
        let other: IndustryCode.Version = usual == .kbli2020 ? .kbli2025 : .kbli2020
        let versions = IndustryText.version(text).map { [$0] } ?? [usual, other]
        return versions.lazy.compactMap { IndustryText.code(digits, $0, known) }.first
    }
}

import Benchmarking
import Measure
import Register
import Testing

/// A fault of typing planted into a region's clean rows.
enum FaultKind: String, CaseIterable {
    case swappedColumns, wrongRow, sign
    case tenfold, tenth, hundredfold, thousandfold

    /// What a slip of the decimal point does; `nil` for the other kinds.
    var factor: Double? {
        switch self {
        case .tenfold: 10
        case .tenth: 0.1
        case .hundredfold: 100
        case .thousandfold: 1000
        case .swappedColumns, .wrongRow, .sign: nil
        }
    }

    /// A little below what was measured with the seed below.
    var leastRecall: Double {
        switch self {
        case .sign, .hundredfold, .thousandfold, .tenfold, .tenth: 0.99
        case .swappedColumns: 0.9
        case .wrongRow: 0.98
        }
    }

    /// Share of the faults after which a cell of another year is flagged; a little above what was measured.
    var mostDisturbance: Double {
        switch self {
        case .wrongRow: 0.4
        default: 0.05
        }
    }
}

/// One row of one region with a fault in it, and the cells the fault touches.
struct PlantedFault {
    let year: Int
    let cells: Set<AccountFlag.Cell>
    let series: [RegionalProduct]
}

/// Plants faults into the regions that carry no flag, one at a time.
struct FaultPlanter {
    /// Below this many billion rupiah a slip says little.
    static let leastCell = 10.0
    /// Two columns that are as good as alike may be exchanged unseen.
    static let leastContrast = 1.5

    let clean: [[RegionalProduct]]
    var random: RandomStream

    mutating func plant(_ kind: FaultKind) throws -> PlantedFault {
        while true {
            let series = clean[Int.random(in: 0..<clean.count, using: &random)]
            let index = Int.random(in: 0..<series.count, using: &random)
            if let fault = try plant(kind, in: series, at: index) { return fault }
        }
    }

    private mutating func plant(
        _ kind: FaultKind, in series: [RegionalProduct], at index: Int
    ) throws -> PlantedFault? {
        var values = series[index].byIndustry
        let first = Int.random(in: 0..<values.count, using: &random)
        guard values[first] >= Self.leastCell else { return nil }
        switch kind {
        case .wrongRow: return try wrongRow(in: series, at: index)
        case .sign: values[first].negate()
        case .swappedColumns:
            let second = Int.random(in: 0..<values.count, using: &random)
            guard values[second] >= Self.leastCell,
                max(values[first], values[second]) > Self.leastContrast * min(values[first], values[second])
            else { return nil }
            values.swapAt(first, second)
            return try fault(in: series, at: index, values: values, touching: [first, second])
        case .tenfold, .tenth, .hundredfold, .thousandfold: values[first] *= kind.factor ?? 1
        }
        return try fault(in: series, at: index, values: values, touching: [first])
    }

    private mutating func wrongRow(in series: [RegionalProduct], at index: Int) throws -> PlantedFault? {
        let other = clean[Int.random(in: 0..<clean.count, using: &random)][index]
        guard other.region != series[index].region else { return nil }
        var planted = series
        planted[index] = try RegionalProduct(
            region: series[index].region, year: series[index].year, byIndustry: other.byIndustry,
            publishedTotal: other.publishedTotal)
        let cells = IndustrySection.allCases.map(AccountFlag.Cell.industry) + [.total]
        return PlantedFault(year: series[index].year, cells: Set(cells), series: planted)
    }

    /// The total stays as published: the fault is in the cells alone.
    private func fault(
        in series: [RegionalProduct], at index: Int, values: [Double], touching positions: [Int]
    ) throws -> PlantedFault {
        var planted = series
        planted[index] = try RegionalProduct(
            region: series[index].region, year: series[index].year, byIndustry: values,
            publishedTotal: series[index].publishedTotal)
        let cells = positions.map { AccountFlag.Cell.industry(IndustrySection.allCases[$0]) }
        return PlantedFault(year: series[index].year, cells: Set(cells), series: planted)
    }
}

struct PlantedFaultsTests {
    private static let faultsOfAKind = 200

    private let clean: [[RegionalProduct]]

    init() throws {
        let real = try RealAccounts.loaded.get()
        let flagged = Set(real.flags.map(\.region))
        clean = real.accounts.regenciesAndCities.filter { !flagged.contains($0) }
            .map { real.accounts.series(of: $0) }
            .filter { $0.count == real.accounts.years.count }
    }

    @Test func `most regions carry no flag`() {
        print("planted faults: \(clean.count) regions carry no flag")
        #expect(clean.count > 450)
    }

    @Test(arguments: FaultKind.allCases)
    func `a planted fault is found, and little else is called into question`(kind: FaultKind) throws {
        var planter = FaultPlanter(clean: clean, random: RandomStream(seed: 2026))
        var tally = Tally()
        for _ in 0..<Self.faultsOfAKind {
            let fault = try planter.plant(kind)
            tally.add(Plausibility.flags(in: fault.series), after: fault)
        }
        print("planted \(kind.rawValue): \(tally)")
        #expect(tally.recall >= kind.leastRecall)
        #expect(tally.shareThatDisturbsOtherYears <= kind.mostDisturbance)
    }
}

/// What the rules say after faults were planted.
private struct Tally: CustomStringConvertible {
    private var faults = 0
    private var found = 0
    private var totals = 0
    private var flagsInTheRow = 0
    private var flagsInOtherYears = 0
    private var disturbances = 0

    mutating func add(_ flags: [AccountFlag], after fault: PlantedFault) {
        let here = flags.filter { $0.year == fault.year }
        let otherYears = flags.count - here.count
        faults += 1
        found += here.contains { fault.cells.contains($0.cell) } ? 1 : 0
        // The total of the year is no false alarm: its sum has changed.
        totals += here.contains { $0.cell == .total } ? 1 : 0
        flagsInTheRow += here.count { !fault.cells.contains($0.cell) && $0.cell != .total }
        flagsInOtherYears += otherYears
        disturbances += otherYears > 0 ? 1 : 0
    }

    var recall: Double { Double(found) / Double(faults) }
    var shareThatDisturbsOtherYears: Double { Double(disturbances) / Double(faults) }

    var description: String {
        """
        recall \(recall), total of the year flagged \(totals); other industries of the year \(flagsInTheRow), \
        cells of other years \(flagsInOtherYears) after \(disturbances) of \(faults) faults
        """
    }
}

import Foundation
import Measure
import Register
import Testing
import World

/// The flags of all regions, held against a list of cells that were found wrong by other means.
struct KnownAnomaliesTests {
    private let real: RealAccounts.Loaded

    init() throws { real = try RealAccounts.loaded.get() }

    /// The list was made by these; the spike and the structure are rules of our own.
    private static let rulesOfTheList: Set<PlausibilityRule> = [
        .farFromOwnMedian, .seriesBreaks, .totalIsNotSum, .emptyRow,
    ]

    private static let emptyRows = ["74.13", "74.14", "74.15"].map(World.code)

    @Test(.enabled(if: Folders.hasShared))
    func `nearly every cell that is known to be wrong is flagged, and little else`() throws {
        let known = try knownCells()
        #expect(known.count > 120)
        let all = Set(real.flags.map(Cell.init))
        let flagged = Set(real.flags.filter { Self.rulesOfTheList.contains($0.rule) }.map(Cell.init))
        // The list names only those cells of an empty row that other years have filled.
        let right = flagged.filter { known.contains($0) || isOfEmptyRow($0) }
        let recall = Double(known.intersection(flagged).count) / Double(known.count)
        let precision = Double(right.count) / Double(flagged.count)
        print("known anomalies: \(known.count) cells, \(flagged.count) flagged by the list's rules,")
        print("  recall \(recall), precision \(precision); \(all.count) cells flagged by all rules")
        print("  missed:", text(known.subtracting(flagged)))
        print("  extra:", text(flagged.subtracting(right)))
        print("  by rule:", byRule())
        #expect(recall >= 0.99)
        #expect(precision >= 0.85)
    }

    private func isOfEmptyRow(_ cell: Cell) -> Bool {
        cell.year == 2013 && Self.emptyRows.contains(cell.region)
    }

    private func text(_ cells: Set<Cell>) -> String { cells.map(\.description).sorted().joined(separator: ", ") }

    private func byRule() -> String {
        PlausibilityRule.allCases
            .map { rule in "\(rule.rawValue) \(real.flags.count { $0.rule == rule })" }
            .joined(separator: ", ")
    }

    /// `total` and `total_vs_sum` are two remarks on one cell.
    private func knownCells() throws -> Set<Cell> {
        let codes = Dictionary(
            uniqueKeysWithValues: real.directory.regions.compactMap { region in
                region.bpsCode.map { ($0.text, region.id) }
            })
        let rows = try Folders.sharedRows(of: "economy/gdp_known_anomalies.csv")
        return Set(
            try rows.map { row in
                let bps = try #require(row["bps_code"])
                let code = bps == "9999" ? RegionCode.nation : try #require(codes[bps])
                let year = try #require(row["year"].flatMap { Int($0) })
                return Cell(code, year, try cell(named: #require(row["column"])))
            })
    }

    private func cell(named column: String) throws -> AccountFlag.Cell {
        if column.hasPrefix("total") { return .total }
        return .industry(try #require(IndustrySection(rawValue: column)))
    }

    @Test(arguments: emptyRows)
    func `regions founded later have an empty first row, and it is flagged`(code: RegionCode) throws {
        let flags = real.flags.filter { $0.region == code && $0.year == 2013 }
        #expect(flags.count == 18)
        #expect(flags.allSatisfy { $0.rule == .emptyRow })
        #expect(real.accounts.product(of: code, in: 2013) == nil)
    }

    @Test func `no cell of the official tables is flagged twice`() {
        let cells = real.flags.map(Cell.init)
        #expect(Set(cells).count == cells.count)
        #expect(real.accounts.regenciesAndCities.count == 514)
    }

    @Test func `a lost decimal point is found: Bekasi's mining of 2014`() throws {
        let bekasi = try #require(real.directory.find("Kabupaten Bekasi").one)
        let flag = try #require(
            real.flags.first { $0.region == bekasi.id && $0.year == 2014 && $0.cell == .industry(.mining) })
        #expect(flag.rule == .farFromOwnMedian)
        #expect(flag.value == 269_242)
        #expect(flag.value > 50 * flag.yardstick)
    }
}

extension RegionDirectory.Match {
    fileprivate var one: Region? {
        if case .one(let region) = self { region } else { nil }
    }
}

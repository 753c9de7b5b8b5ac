import Foundation
import Measure
import Register
import Testing
import World

@testable import Exchange

/// The first hour's list: everything planted in it is found, and nothing else.
struct PlantedListReadingTests {
    /// A row and what is wrong with it.
    struct Finding: Hashable, Comparable, CustomTestStringConvertible {
        let row: Int
        let reason: String

        var testDescription: String { "\(row) \(reason)" }

        static func < (left: Finding, right: Finding) -> Bool { (left.row, left.reason) < (right.row, right.reason) }
    }

    @Test(arguments: [1, 7, 2026] as [UInt64])
    func `sixty faults of twenty-nine kinds are found in two thousand rows, and none is invented`(
        seed: UInt64
    ) throws {
        let facts = try FactFiles(in: Folders.repository.appending(path: "Data")).read()
        let list = PlantedList(seed: seed, areas: facts.areas)
        #expect(list.faults.count == 60)
        let rows =
            [SheetRow(number: 1, cells: PlantedList.header.map { .text($0) })]
            + list.rows.enumerated().map { SheetRow(number: $0 + 2, cells: $1) }
        let found = try Self.findings(in: rows, facts)
        let planted = Set(list.faults.map { Finding(row: $0.row, reason: $0.reason.rawValue) })
        #expect(planted.subtracting(found).sorted() == [], "not found")
        #expect(found.subtracting(planted).sorted() == [], "invented")
    }

    private static func findings(in rows: [SheetRow], _ facts: ReferenceFacts) throws -> Set<Finding> {
        let header = try #require(ListHeader.find(in: Array(rows.prefix(60))))
        let data = rows.filter { $0.number > header.lastRow }
        let mapping = ColumnMapping.proposed(for: header, samples: Array(data.prefix(59)))
        let codes = Set(facts.industries.map(\.code))
        var survey = ListSurvey(mapping, industries: codes)
        for row in data { survey.add(row) }
        let knowledge = ListKnowledge(
            industries: codes, places: PlaceDirectory(of: PlantedList.home, facts.areas),
            regions: try RegionDirectory(facts.regions), home: PlantedList.home, thisYear: 2026)
        var first = ListReading(mapping, survey.styles, knowledge)
        var groups = FigureGroups()
        for row in data { if case .entry(let entry, _) = first.read(row) { groups.add(entry) } }
        var reading = ListReading(mapping, survey.styles, knowledge, norms: groups.summed())
        var found: Set<Finding> = []
        for row in data {
            switch reading.read(row) {
            case .entry(_, let doubts): found.formUnion(doubts.map { Finding(row: $0.row, reason: $0.reason.rawValue) })
            case .faulty(let faults): found.formUnion(faults.map { Finding(row: $0.row, reason: $0.reason.rawValue) })
            case .passedOver: found.insert(Finding(row: row.number, reason: "passed over"))
            }
        }
        return found
    }
}

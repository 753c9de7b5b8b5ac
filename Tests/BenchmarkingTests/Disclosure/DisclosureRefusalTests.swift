import Benchmarking
import Testing

struct DisclosureRefusalTests {
    @Test func `a table is refused at its first defect`() {
        #expect(throws: DisclosureError.empty) { try AdditiveTable(values: [], relations: []) }
        #expect(throws: DisclosureError.empty) { try AdditiveTable(withMargins: [[1, 2]]) }
        #expect(throws: DisclosureError.ragged(row: 1)) { try AdditiveTable(withMargins: [[1, 1], [1, 1, 2]]) }
        #expect(throws: DisclosureError.negative(cell: 3)) { try AdditiveTable(withMargins: [[1, 1], [1, -1]]) }
        #expect(throws: DisclosureError.notFinite(cell: 0)) { try AdditiveTable(list: [.nan]) }
    }

    @Test func `totals that do not add up are refused with their place`() {
        // Rows 0, 1 and the row of totals, then columns: relation 1 is the second row, 4 the second column.
        #expect(throws: DisclosureError.doesNotAddUp(relation: 1, total: 8, sum: 7)) {
            try AdditiveTable(withMargins: [[1, 2, 3], [3, 4, 8], [4, 6, 10]])
        }
        #expect(throws: DisclosureError.doesNotAddUp(relation: 4, total: 5, sum: 6)) {
            try AdditiveTable(withMargins: [[1, 2, 3], [3, 4, 7], [4, 5, 9]])
        }
        #expect(throws: DisclosureError.doesNotAddUp(relation: 0, total: 4, sum: 3)) {
            try PublishedTable(values: [1, 2, 4], relations: [AdditiveRelation(total: 2, parts: [0, 1])])
        }
    }

    @Test func `a rounding of the last digit is no defect`() throws {
        _ = try AdditiveTable(values: [0.1, 0.2, 0.3], relations: [AdditiveRelation(total: 2, parts: [0, 1])])
    }

    @Test func `relations that make no sense are refused`() {
        func table(_ relation: AdditiveRelation) throws {
            _ = try AdditiveTable(values: [1, 1, 2], relations: [relation])
        }
        #expect(throws: DisclosureError.noParts(relation: 0)) { try table(.init(total: 0, parts: [])) }
        #expect(throws: DisclosureError.unknownCell(3)) { try table(.init(total: 2, parts: [0, 3])) }
        #expect(throws: DisclosureError.unknownCell(-1)) { try table(.init(total: -1, parts: [0, 1])) }
        #expect(throws: DisclosureError.repeatedCell(1)) { try table(.init(total: 1, parts: [0, 1])) }
    }

    @Test func `requests that make no sense are refused`() throws {
        let table = try AdditiveTable(list: [1, 2, 3])
        func ask(_ sensitive: [SensitiveCell], _ change: (inout SuppressionOptions) -> Void = { _ in }) throws {
            var options = SuppressionOptions()
            change(&options)
            _ = try SuppressionProblem(table, protecting: sensitive, options: options)
        }
        let cell = SensitiveCell(cell: 0, protection: 1)
        #expect(throws: DisclosureError.unknownCell(9)) { try ask([SensitiveCell(cell: 9, protection: 1)]) }
        #expect(throws: DisclosureError.repeatedCell(0)) { try ask([cell, cell]) }
        #expect(throws: DisclosureError.badProtection(cell: 0)) { try ask([SensitiveCell(cell: 0, protection: -1)]) }
        #expect(throws: DisclosureError.badProtection(cell: 0)) { try ask([SensitiveCell(cell: 0, protection: .nan)]) }
        #expect(throws: DisclosureError.mustBeWithheld(cell: 0)) { try ask([cell]) { $0.published = [0] } }
        #expect(throws: DisclosureError.wrongKnowledge(cell: 1)) { try ask([cell]) { $0.known = [1: 3...4] } }
        #expect(throws: DisclosureError.unknownCell(7)) { try ask([cell]) { $0.known = [7: 3...4] } }
        #expect(throws: DisclosureError.wrongKnowledge(cell: 0)) {
            try PublishedTable(values: [nil, 1], relations: [], known: [0: -3 ... -1])
        }
    }
}

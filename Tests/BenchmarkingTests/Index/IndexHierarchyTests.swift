import Benchmarking
import Foundation
import Testing

@Suite("Composite index: hierarchy and table")
struct IndexHierarchyTests {
    private func hierarchy(_ groups: [IndicatorGroup], _ parents: [String]) throws -> IndexHierarchy {
        try IndexHierarchy(
            indicators: parents.enumerated().map { Indicator("i\($0)", in: $1) }, groups: groups)
    }

    @Test func `groups come out children first, whatever the order they are given in`() throws {
        let tree = try twoPillars()
        #expect(tree.groups.map(\.code) == ["A", "B", "Index"])
        #expect(tree.top == "Index")
        #expect(tree.codes == ["a1", "a2", "b1", "b2", "A", "B", "Index"])
        #expect(tree.children(of: "Index") == ["A", "B"])
        #expect(tree.children(of: "B") == ["b1", "b2"])
        #expect(tree.children(of: "a1").isEmpty)
    }

    @Test func `an indicator is on level 1, a group one above its highest child`() throws {
        let tree = try hierarchy(
            [IndicatorGroup("Top", in: nil), IndicatorGroup("Low", in: "Top")], ["Low", "Low", "Top"])
        #expect(tree.level(of: "i0") == 1)
        #expect(tree.level(of: "Low") == 2)
        #expect(tree.level(of: "Top") == 3)
        #expect(tree.level(of: "Nobody") == nil)
        #expect(tree.children(of: "Top") == ["i2", "Low"])
    }

    @Test func `a parent that does not exist is refused with the child`() {
        #expect(throws: IndexRefusal.unknownParent(of: "i1", parent: "X")) {
            try hierarchy([IndicatorGroup("Top", in: nil)], ["Top", "X"])
        }
        #expect(throws: IndexRefusal.unknownParent(of: "Low", parent: "X")) {
            try hierarchy([IndicatorGroup("Top", in: nil), IndicatorGroup("Low", in: "X")], ["Top"])
        }
        #expect(throws: IndexRefusal.unknownParent(of: "i1", parent: "i0")) {
            try hierarchy([IndicatorGroup("Top", in: nil)], ["Top", "i0"])
        }
    }

    @Test func `a group that belongs to itself is refused`() {
        #expect(throws: IndexRefusal.cycle(code: "A")) {
            try hierarchy(
                [IndicatorGroup("Top", in: nil), IndicatorGroup("A", in: "B"), IndicatorGroup("B", in: "A")], ["Top"])
        }
        #expect(throws: IndexRefusal.cycle(code: "A")) { try hierarchy([IndicatorGroup("A", in: "A")], ["A"]) }
    }

    @Test func `a group without children, and two tops, are refused`() {
        #expect(throws: IndexRefusal.noChildren(group: "Low")) {
            try hierarchy([IndicatorGroup("Top", in: nil), IndicatorGroup("Low", in: "Top")], ["Top"])
        }
        #expect(throws: IndexRefusal.tops(["Top", "Other"])) {
            try hierarchy([IndicatorGroup("Top", in: nil), IndicatorGroup("Other", in: nil)], ["Top"])
        }
    }

    @Test func `codes that come twice, bad weights and goalposts upside down are refused`() {
        #expect(throws: IndexRefusal.repeated(code: "Top")) {
            try IndexHierarchy(indicators: [Indicator("Top", in: "Top")], groups: [IndicatorGroup("Top", in: nil)])
        }
        var indicator = Indicator("a", in: "Top")
        indicator.goalposts = .init(low: 5, high: 5)
        #expect(throws: IndexRefusal.goalpostsUpsideDown(indicator: "a")) {
            try IndexHierarchy(indicators: [indicator], groups: [IndicatorGroup("Top", in: nil)])
        }
        var heavy = Indicator("a", in: "Top")
        heavy.weight = -1
        #expect(throws: IndexRefusal.badWeight(code: "a")) {
            try IndexHierarchy(indicators: [heavy], groups: [IndicatorGroup("Top", in: nil)])
        }
        #expect(throws: IndexRefusal.empty) { try IndexHierarchy(indicators: [], groups: []) }
    }

    @Test func `a hierarchy that is read is checked like one that is made`() throws {
        let tree = try twoPillars()
        let written = try JSONEncoder().encode(tree)
        #expect(try JSONDecoder().decode(IndexHierarchy.self, from: written) == tree)
        let broken = String(decoding: written, as: UTF8.self).replacing("\"parent\":\"B\"", with: "\"parent\":\"X\"")
        #expect(throws: IndexRefusal.self) {
            try JSONDecoder().decode(IndexHierarchy.self, from: Data(broken.utf8))
        }
    }

    @Test func `a table gives back its figures and says what it does not know`() throws {
        let table = try indicatorTable(["a", "b"], [[1, nil], [3, 4], [nil, 6]])
        #expect(table[0, 0] == 1)
        #expect(table[0, 1] == nil)
        #expect(table.column(1) == [nil, 4, 6])
        #expect(table.column(of: "b") == 1)
        #expect(table.unknownCount == 2)
        #expect(try table.columns(["b"]) == indicatorTable(["b"], [[nil], [4], [6]]))
        #expect(throws: IndexRefusal.unknownIndicator(code: "c")) { try table.columns(["a", "c"]) }
    }

    @Test func `a table that is ragged, empty, doubled or not finite is refused with its place`() {
        #expect(throws: IndexRefusal.ragged(unit: 1)) { try indicatorTable(["a", "b"], [[1, 2], [3]]) }
        #expect(throws: IndexRefusal.empty) { try indicatorTable(["a"], []) }
        #expect(throws: IndexRefusal.empty) { try indicatorTable([], [[]]) }
        #expect(throws: IndexRefusal.repeated(code: "a")) { try indicatorTable(["a", "a"], [[1, 2]]) }
        #expect(throws: IndexRefusal.ragged(unit: 1)) { try indicatorTable(["a"], [[1], [2]], labels: ["x"]) }
        for figure in [Double.nan, .infinity] {
            #expect(throws: IndexRefusal.notFinite(unit: "u1", indicator: "b")) {
                try indicatorTable(["a", "b"], [[1, 2], [3, figure]])
            }
        }
    }
}

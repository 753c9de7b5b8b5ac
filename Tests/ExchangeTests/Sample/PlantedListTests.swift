import Foundation
import Register
import Testing

@testable import Exchange

struct PlantedListTests {
    private static let list = PlantedList(seed: 5103, areas: SampleAreas.all)
    private static let own = SampleAreas.all.filter { $0.id.regency == PlantedList.home }
    private static let entries = SampleRegister(seed: 5103, areas: own).entries(of: 2024)
    /// The same list before faults were planted.
    private static let clean: [[SheetCell]] = {
        var writer = ListWriter(seed: 5103, areas: own)
        return entries.map { writer.cells($0) }
    }()

    private func cell(_ fault: PlantedFault) -> SheetCell { Self.list.rows[fault.row - 2][(fault.column ?? 1) - 1] }

    private func faults(_ kind: PlantedFault.Kind) -> [PlantedFault] { Self.list.faults.filter { $0.kind == kind } }

    @Test func `two thousand rows, sixty faults of all kinds, each in a row of its own`() {
        #expect(Self.list.rows.count == 2000)
        #expect(Self.list.rows.allSatisfy { $0.count == PlantedList.header.count })
        #expect(Self.list.faults.count == 60)
        #expect(Set(Self.list.faults.map(\.kind)) == Set(PlantedFault.Kind.allCases))
        #expect(Set(Self.list.faults.map(\.row)).count == 60)
    }

    @Test func `the same seed gives the same list, another seed another`() {
        let again = PlantedList(seed: 5103, areas: SampleAreas.all)
        #expect(again.rows == Self.list.rows)
        #expect(again.faults == Self.list.faults)
        #expect(PlantedList(seed: 7, areas: SampleAreas.all).faults != Self.list.faults)
    }

    @Test func `a row differs from the clean list where its fault is, and nowhere else`() {
        let planted = Dictionary(uniqueKeysWithValues: Self.list.faults.map { ($0.row, $0) })
        for (place, row) in Self.list.rows.enumerated() {
            let changed = row.indices.filter { row[$0] != Self.clean[place][$0] }.map { $0 + 1 }
            guard let fault = planted[place + 2] else {
                #expect(changed.isEmpty)
                continue
            }
            guard let column = fault.column else { continue }
            #expect(changed == [column] || fault.kind == .noWorkers && Set(changed).isSubset(of: [17, 18]))
        }
    }

    @Test func `a row or a number that comes again is found above`() {
        for fault in faults(.sameRowTwice) {
            #expect(Self.list.rows.prefix(fault.row - 2).contains(Self.list.rows[fault.row - 2]))
        }
        for fault in faults(.sameNIBTwice) {
            guard case .text(let digits) = cell(fault) else {
                Issue.record("no text")
                continue
            }
            let above = Self.entries.prefix(fault.row - 2).filter { $0.card.nib?.digits == digits }
            #expect(above.count == 1)
        }
    }

    @Test func `a shifted point is a power of ten off`() {
        let factors = faults(.shiftedPoint).map { fault -> Double in
            guard case .number(let number) = cell(fault), let year = Self.entries[fault.row - 2].year else { return 0 }
            let figure = fault.column == 22 ? year.output : fault.column == 23 ? year.materials : year.investment
            return number / Double(figure?.amount ?? 1)
        }
        #expect(factors.sorted() == [10, 100, 1000, 1000])
    }

    @Test func `clean rows say what the entry says, however it is written`() {
        let faulty = Set(Self.list.faults.map(\.row))
        for (entry, row) in zip(Self.entries, Self.list.rows) where !faulty.contains(entry.row) {
            #expect(naiveAmount(row[21]) == entry.year?.output.map { Double($0.amount) })
            #expect(naiveAmount(row[22]) == entry.year?.materials.map { Double($0.amount) })
            #expect(naiveAmount(row[18]) == entry.year?.investment.map { Double($0.amount) })
            #expect(naiveAmount(row[16]) == entry.year?.men.map(Double.init))
        }
    }

    /// The whole column is Indonesian: points between thousands, a comma before decimals.
    private func naiveAmount(_ cell: SheetCell) -> Double? {
        switch cell {
        case .number(let number): return number
        case .text(let text):
            var plain = text.filter { $0.isNumber || $0 == "," }
            while plain.hasSuffix(",") { plain.removeLast() }
            let number = Double(plain.replacing(",", with: ".")) ?? .nan
            return text.hasSuffix("jt") || text.hasSuffix("juta") ? (number * 1e6).rounded() : number
        default: return nil
        }
    }

    @Test(arguments: [(Int64(0), "0"), (999, "999"), (1000, "1.000"), (1_250_000, "1.250.000")])
    func `thousands are parted by points`(amount: Int64, text: String) {
        #expect(ListWriter.grouped(amount) == text)
    }

    @Test func `doubts and faults are both planted`() {
        #expect(Self.list.faults.contains { $0.reason.isDoubt })
        #expect(Set(Self.list.faults.map(\.reason)).count >= 20)
    }
}

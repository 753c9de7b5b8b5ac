import Benchmarking
import Foundation
import Testing

@testable import Exchange

struct SheetTextTests {
    @Test(arguments: [
        "=1", "'=1", "''=1", "+62", "-", "@x", "\tx", "\rx", "'-", "a", "", "'", "''", "'a", " =1", "\r\n=1",
    ])
    func `a guarded text comes back`(text: String) {
        #expect(SheetText.withoutGuard(SheetText.guarded(text)) == text)
    }

    @Test func `only what a spreadsheet would compute is guarded`() {
        #expect(SheetText.guarded("=1") == "'=1")
        #expect(SheetText.guarded("a=1") == "a=1")
        #expect(SheetText.withoutGuard("'0812") == "'0812")
    }

    @Test func `a CSV file of any texts comes back too`() throws {
        var random = RandomStream(seed: 32)
        for _ in 0..<300 {
            let rows = (0..<4).map { _ in
                (0..<4).map { _ in randomText(&random).replacing("\u{0}", with: "") } + ["end"]
            }
            var writer = CSVWriter()
            writer.row(["a", "b", "c", "d", "e"].map { .text($0) })
            for row in rows { writer.row(row.map { .text($0) }) }
            let expected = rows.map { row in row.map { tidy(.text($0)) } }
            #expect(try opened(writer.bytes).cells().dropFirst() == expected[...])
        }
    }

    /// Blanks at the ends are no part of a cell.
    private func tidy(_ cell: SheetCell) -> SheetCell {
        guard case .text(let text) = cell else { return cell }
        let own = text.trimmingCharacters(in: CharacterSet(charactersIn: " \t\n\r\u{B}\u{C}\u{A0}"))
        return own.isEmpty ? .empty : .text(own)
    }
}

import Testing

@testable import Exchange

struct SeenRowsTests {
    private func hash(_ text: String) -> LineHash {
        var hash = LineHash()
        hash.add(SheetCell.text(text))
        return hash
    }

    @Test func `the first row that said a thing is remembered, through all growing`() {
        var seen = SeenRows()
        for row in 1...50_000 { #expect(seen.first(hash("row \(row)"), row) == nil) }
        for row in 1...50_000 { #expect(seen.first(hash("row  \(row) "), 99_999) == row) }
    }

    @Test func `cells are told apart by where they end and what they are`() {
        func line(_ cells: [SheetCell]) -> UInt64 {
            var hash = LineHash()
            for cell in cells { hash.add(cell) }
            return hash.value
        }
        #expect(line([.text("ab"), .text("c")]) != line([.text("a"), .text("bc")]))
        #expect(line([.date(1)]) != line([.date(2)]))
        #expect(line([.truth(true)]) != line([.truth(false)]))
        #expect(line([.empty, .text("a")]) != line([.text("a"), .empty]))
        #expect(line([.text(" a  b ")]) == line([.text("a b")]))
    }
}

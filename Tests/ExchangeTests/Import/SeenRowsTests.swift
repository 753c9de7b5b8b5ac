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
        func note(_ row: Int) -> UInt32 { UInt32(row % 7) }
        for row in 1...50_000 { #expect(seen.first(hash("row \(row)"), row, note: note(row)) == nil) }
        for row in 1...50_000 {
            #expect(seen.first(hash("row  \(row) "), 99_999) == SeenRows.Before(row: row, note: note(row)))
        }
    }

    @Test func `of a million rows no two are taken for one`() {
        var seen = SeenRows()
        var taken = 0
        for row in 1...1_000_000 where seen.first(hash("UD Sari \(row)"), row) != nil { taken += 1 }
        #expect(taken == 0)
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

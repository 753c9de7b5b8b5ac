import Benchmarking
import Foundation
import Testing

@testable import Exchange

struct XLSXWriterTests {
    @Test func `what is written is read again as it was`() throws {
        let rows: [[SheetCell]] = [
            [.text("Pia & <Men> \"Mokoh\""), .number(1_200_000), .date(45_000)],
            [.empty, .number(-0.125), .date(45_000.5)], [.truth(true), .fault("#N/A"), .truth(false)],
            [.text("=1+1"), .text("'+62"), .text("_x000D_ \u{1}\u{FFFE} a\rb\nc\td")],
        ]
        let file = try opened(try workbook(rows))
        #expect(file.sheets == [SheetFile.Sheet(name: "IKM", isHidden: false)])
        #expect(try file.cells() == [[.text("a"), .text("b"), .text("c")]] + rows)
    }

    @Test func `what nobody can know is empty`() throws {
        let file = try opened(try workbook([[.number(.nan), .fault("="), .number(.infinity), .number(1)]]))
        #expect(try file.cells()[1] == [.empty, .empty, .empty, .number(1)])
    }

    @Test func `any text and any number comes back`() throws {
        var random = RandomStream(seed: 31)
        let rows = (0..<400).map { _ in
            (0..<4).map { _ -> SheetCell in
                let value = Double(bitPattern: random.next())
                return random.uniform() < 0.7 ? .text(randomText(&random)) : .number(value.isFinite ? value : 0)
            } + [.text("end")]
        }
        #expect(try opened(try workbook(rows)).cells().dropFirst() == rows.map { $0.map(tidy) }[...])
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
            #expect(try opened(writer.take()).cells().dropFirst() == expected[...])
            #expect(writer.take().isEmpty)
        }
    }

    /// Blanks at the ends are no part of a cell.
    private func tidy(_ cell: SheetCell) -> SheetCell {
        guard case .text(let text) = cell else { return cell }
        let own = text.trimmingCharacters(in: CharacterSet(charactersIn: " \t\n\r\u{B}\u{C}\u{A0}"))
        return own.isEmpty ? .empty : .text(own)
    }

    @Test func `a full sheet goes on in another, under the same headings`() throws {
        var options = XLSXWriter.Options()
        options.rowsPerSheet = 3
        let file = try opened(try workbook((1...5).map { [.number(Double($0))] }, options))
        #expect(file.sheets.map(\.name) == ["IKM", "IKM (2)", "IKM (3)"])
        let heading: [SheetCell] = [.text("a"), .text("b"), .text("c")]
        #expect(try file.cells(of: 0) == [heading, [.number(1)], [.number(2)]])
        #expect(try file.cells(of: 2) == [heading, [.number(5)]])
        options.rowsPerSheet = 1_048_576
        options.bytesPerSheet = 1 << 16
        let long = (1...3000).map { [SheetCell.text("row \($0)")] }
        let cut = try opened(try workbook(long, options))
        #expect(cut.sheets.count > 1)
        #expect(try cut.sheets.indices.flatMap { try cut.cells(of: $0).dropFirst() } == long)
    }

    @Test func `a list without rows has its headings, and one without columns is a workbook all the same`() throws {
        #expect(try opened(try workbook([])).cells() == [[.text("a"), .text("b"), .text("c")]])
        #expect(try opened(try workbook([], columns: [])).cells().isEmpty)
    }

    @Test(arguments: [
        ("a/b:c", "a b c"), ("'x'", "x"), ("", "Sheet"),
        (String(repeating: "n", count: 40), String(repeating: "n", count: 31)),
        ("Toko & Co", "Toko & Co"),
    ])
    func `the name of a sheet is one that may be`(wanted: String, name: String) throws {
        var writer = try XLSXWriter(wanted, columns: [XLSXWriter.Column("a")])
        #expect(try opened(try writer.finish()).sheets.map(\.name) == [name])
    }

    @Test func `the first row gives bytes at once, and a stream is the same as the whole`() throws {
        let rows = (0..<20_000).map { [SheetCell.number(Double($0 * 7919 % 10_007)), .text("baris \($0)")] }
        var pieces: [[UInt8]] = []
        let columns = [XLSXWriter.Column("n"), XLSXWriter.Column("t", width: 300)]
        try XLSXWriter.write("A", columns: columns, rows: rows) { pieces.append($0) }
        #expect(pieces.count > 3)
        #expect(pieces[0].starts(with: [0x50, 0x4B, 3, 4]))
        #expect(try opened(pieces.flatMap { $0 }).allRows().count == 20_001)
        var again: [UInt8] = []
        try XLSXWriter.write("A", columns: columns, rows: rows) { again += $0 }
        #expect(again == pieces.flatMap { $0 })
    }

    @Test func `what no program would open is refused`() {
        let longest = CellBytes.longestText
        #expect(throws: Never.self) { try workbook([[.text(String(repeating: "é", count: longest))]]) }
        #expect(throws: SheetRefusal.cellTooLong(row: 2, column: 2, limit: longest)) {
            try workbook([[.empty, .text(String(repeating: "a", count: longest + 1))]])
        }
        #expect(throws: SheetRefusal.tooManyColumns(row: 2, limit: 16_384)) {
            try workbook([Array(repeating: .number(1), count: 16_385)])
        }
    }

    @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")])
    func `columns are called by letters`(column: Int, letters: String) {
        #expect(CellBytes.letters(of: column) == letters)
        let found = Array(letters.utf8).withUnsafeBufferPointer { CellReference.column($0) }
        #expect(found == column)
    }

    @Test func `an archive that begins beyond four gigabytes says so in eight bytes`() throws {
        let start = UInt64(5) << 30
        var archive = try ZipStream(start: start)
        try archive.add("a", [1, 2, 3])
        archive.finish()
        let bytes = archive.take()
        let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        // Offset of the part: in the extra field, because four bytes cannot say it.
        #expect(Array(bytes[(directory + 42)..<(directory + 46)]) == [255, 255, 255, 255])
        #expect(Array(bytes[(directory + 47)..<(directory + 59)]) == [1, 0, 8, 0, 0, 0, 0, 0x40, 1, 0, 0, 0])
        #expect(Array(bytes[(directory + 59)...].prefix(4)) == [0x50, 0x4B, 6, 6])
        #expect(Array(bytes.suffix(42).prefix(4)) == [0x50, 0x4B, 6, 7])
        #expect(Array(bytes.suffix(22).prefix(4)) == [0x50, 0x4B, 5, 6])
    }
}

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
}

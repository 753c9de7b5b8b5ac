import Benchmarking
import Foundation
import Testing

@testable import Exchange

struct DelimitedTests {
    @Test(arguments: [",", ";", "\t", "|"])
    func `the delimiter is found`(delimiter: String) throws {
        let lines = ["nama|desa|omzet", "Pia Men Mokoh|Denpasar, Bali|1.200,50", "Endek; Sari|Sidemen|3"]
        let text = lines.map { line in
            line.split(separator: "|").map { $0.contains(delimiter) ? "\"\($0)\"" : String($0) }
                .joined(separator: delimiter)
        }
        let file = try opened(text.joined(separator: "\r\n"))
        #expect(file.delimiter == Character(delimiter))
        #expect(try file.cells()[1] == [.text("Pia Men Mokoh"), .text("Denpasar, Bali"), .text("1.200,50")])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a line may end in three ways, and says its number`(end: String) throws {
        let rows = try opened(["a,b", "", "\"x\(end)y\",1", "c,d"].joined(separator: end)).allRows()
        #expect(rows.map(\.number) == [1, 3, 5])
        #expect(rows[1].cells == [.text("x\(end)y"), .text("1")])
    }

    @Test(arguments: ["sep=;\r\na;b,c\r\n", "\u{FEFF}sep=;\na;b,c", "sep=;\ra;b,c"])
    func `a first line that names the delimiter is no row`(text: String) throws {
        let rows = try opened(text).allRows()
        #expect(rows == [SheetRow(number: 2, cells: [.text("a"), .text("b,c")])])
    }

    @Test func `a quotation mark in the middle of a cell is a letter`() throws {
        let cells = try opened("pipa 5\" besi;1\nkain \"endek\" halus;2\n").cells()
        #expect(cells == [[.text("pipa 5\" besi"), .text("1")], [.text("kain \"endek\" halus"), .text("2")]])
    }

    @Test func `blanks at the ends are no part of a cell, empty rows are none, nor are empty cells at the end`() throws
    {
        let cells = try opened(" a ,\"\tb \" ,\u{A0}c\u{A0}\n,, \n,d,,\n").cells()
        #expect(cells == [[.text("a"), .text("b"), .text("c")], [.empty, .text("d")]])
    }

    @Test func `the apostrophe of our own files is taken away, others stay`() throws {
        let cells = try opened("'=1+1,''=1,'62,'-,O'Neil,'\n").cells()
        let expected = ["=1+1", "'=1", "'62", "-", "O'Neil", "'"]
        #expect(cells == [expected.map(SheetCell.text)])
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian], [true, false])
    func `UTF-16 is read with its mark and without`(encoding: String.Encoding, hasMark: Bool) throws {
        let long = (0..<300_000).map { "\($0 % 7);é baris 😀" }.joined(separator: "\n")
        let text = (hasMark ? "\u{FEFF}" : "") + "nama;desa\nI Wayan;Ubud\n" + long
        let file = try opened([UInt8](try #require(text.data(using: encoding))))
        #expect(file.encoding == (encoding == .utf16BigEndian ? .utf16BigEndian : .utf16LittleEndian))
        let rows = try file.allRows()
        #expect(rows.count == 300_002)
        #expect(rows[1].cells == [.text("I Wayan"), .text("Ubud")])
        #expect(rows[300_001].cells == [.text("\(299_999 % 7)"), .text("é baris 😀")])
    }

    @Test func `what is no UTF-8 is Windows-1252, and says so`() throws {
        let file = try opened(Array("nama,ket\nCaf".utf8) + [0xE9] + Array(",".utf8) + [0x80, 0x35] + Array("\n".utf8))
        #expect(file.encoding == .windows1252)
        #expect(try file.cells()[1] == [.text("Café"), .text("€5")])
        #expect(try opened("nama\nCafé\n").encoding == .utf8)
        #expect(try opened(TinyWorkbook("").bytes).encoding == nil)
    }

    @Test func `a letter cut by the end of the first bytes is whole`() throws {
        let text = String(repeating: "a", count: (64 << 10) - 1) + "é,b\n"
        let file = try opened(text)
        #expect(file.encoding == .utf8)
        #expect(try file.cells()[0].count == 2)
    }

    @Test func `rows arrive as they are read, and reading stops when asked to`() throws {
        struct Enough: Error {}
        let file = try opened(String(repeating: "a,b,c\n", count: 1_000_000))
        let progress = SheetProgress()
        #expect(progress.share == 0)
        var seen = 0
        #expect(throws: Enough.self) {
            try file.forEachRow(of: 0, progress: progress) { _ in
                seen += 1
                if seen == 10 { throw Enough() }
            }
        }
        #expect(progress.bytesRead == 1 << 20)
        #expect(progress.byteCount == 6_000_000)
        try file.forEachRow(of: 0, progress: progress) { _ in }
        #expect(progress.share == 1)
    }

    @Test func `a file says the same however it is cut into blocks`() throws {
        var random = RandomStream(seed: 21)
        for _ in 0..<400 {
            let bytes = Array((0..<6).map { _ in randomText(&random) }.joined(separator: ";").utf8)
            let whole = rows(of: bytes, cut: bytes.count)
            for size in [1, 2, 3, 7] { #expect(rows(of: bytes, cut: size) == whole) }
        }
    }

    /// Rows, or the refusal, of bytes that arrive so many at a time.
    private func rows(of bytes: [UInt8], cut size: Int) -> Result<[SheetRow], SheetRefusal> {
        var reader = DelimitedRows(delimiter: UInt8(ascii: ";"), SheetLimits())
        var rows: [SheetRow] = []
        do {
            for start in stride(from: 0, to: bytes.count, by: max(1, size)) {
                try reader.feed(Array(bytes[start..<min(bytes.count, start + size)])) { rows.append($0) }
            }
            try reader.finish { rows.append($0) }
            return .success(rows)
        } catch {
            return (error as? SheetRefusal).map { .failure($0) } ?? .success([])
        }
    }

    @Test func `a naive reader says the same`() throws {
        var random = RandomStream(seed: 22)
        for _ in 0..<1500 {
            let bytes = Array((0..<5).map { _ in randomText(&random) }.joined(separator: ",").utf8)
            guard !bytes.isEmpty, !bytes.contains(0), !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { continue }
            var reader = DelimitedRows(delimiter: UInt8(ascii: ","), SheetLimits())
            var found: [[String]]? = []
            do {
                try reader.feed(bytes) { found?.append(words($0)) }
                try reader.finish { found?.append(words($0)) }
            } catch {
                found = nil
            }
            #expect(found == naiveRows(String(decoding: bytes, as: UTF8.self)))
        }
    }

    private func words(_ row: SheetRow) -> [String] {
        row.cells.map { if case .text(let text) = $0 { text } else { "" } }
    }

    /// Letter by letter, without a thought for speed; `nil` for what is refused.
    private func naiveRows(_ text: String) -> [[String]]? {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = Array(text.unicodeScalars)[...]
        func keepRow() {
            while row.last == "" { row.removeLast() }
            if !row.isEmpty { rows.append(row) }
            row = []
        }
        while !rest.isEmpty {
            guard let cell = naiveCell(&rest) else { return nil }
            let blanks = CharacterSet(charactersIn: " \t\n\r\u{B}\u{C}\u{A0}")
            row.append(SheetText.withoutGuard(cell).trimmingCharacters(in: blanks))
            guard let end = rest.popFirst() else { break }
            if end == "," { continue }
            if end == "\r", rest.first == "\n" { rest.removeFirst() }
            keepRow()
        }
        keepRow()
        return rows
    }

    private func naiveCell(_ rest: inout ArraySlice<Unicode.Scalar>) -> String? {
        var cell = String.UnicodeScalarView()
        let ends: [Unicode.Scalar] = [",", "\n", "\r"]
        guard rest.first == "\"" else {
            while let letter = rest.first, !ends.contains(letter) { cell.append(rest.removeFirst()) }
            return String(cell)
        }
        rest.removeFirst()
        while true {
            guard let letter = rest.popFirst() else { return nil }
            if letter != "\"" {
                cell.append(letter)
            } else if rest.first == "\"" {
                cell.append(rest.removeFirst())
            } else {
                break
            }
        }
        while rest.first == " " { rest.removeFirst() }
        return rest.first.map { ends.contains($0) } ?? true ? String(cell) : nil
    }
}

import Benchmarking
import Exchange
import Testing

struct CSVWriterTests {
    private func text(_ rows: [CSVWriter.Cell]...) -> String {
        var writer = CSVWriter()
        for row in rows { writer.row(row) }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func `rows end as RFC 4180 wants, numbers have a decimal point`() {
        let written = text([.text("Badung"), .number(1616.24), .integer(2019)], [.text("a"), .number(-0.5)])
        #expect(written == "Badung,1616.24,2019\r\na,-0.5\r\n")
    }

    @Test func `what is not known is empty, and zero is zero`() {
        #expect(text([.unknown, .integer(0), .number(0)]) == ",0,0.0\r\n")
        #expect(CSVWriter.Cell(Double?.none) == .unknown)
        #expect(CSVWriter.Cell(Int?.none) == .unknown)
        #expect(CSVWriter.Cell(Int?.some(3)) == .integer(3))
        #expect(CSVWriter.Cell(Double?.some(3)) == .number(3))
    }

    @Test func `what is no number is not known`() {
        #expect(text([.number(.nan), .number(-.infinity), .integer(1)]) == ",,1\r\n")
    }

    @Test(arguments: [
        ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\rb", "\"a\rb\""), ("a b", "a b"),
        ("", ""), ("\"", "\"\"\"\""), ("é日😀", "é日😀"),
    ])
    func `only what must be quoted is quoted`(value: String, written: String) {
        #expect(text([.text(value), .text("x")]) == written + ",x\r\n")
    }

    @Test(arguments: ["=1+1", "+62 811", "-1", "@SUM(A1)", "\tx", "=HYPERLINK(\"a\",\"b\")"])
    func `a text that a spreadsheet would run is only text`(value: String) throws {
        let written = text([.text(value), .text("x")])
        let read = try CSVReader.records(of: Array(written.utf8))
        #expect(read.map(\.fields) == [["'" + value, "x"]])
    }

    @Test func `a line break before a formula is no way around the guard`() {
        #expect(text([.text("\r=1+1"), .text("x")]).hasPrefix("\"'"))
    }

    @Test func `a negative number is a number and gets no apostrophe`() {
        #expect(text([.number(-1.5), .integer(-2)]) == "-1.5,-2\r\n")
    }

    @Test func `what is written is read again as it was`() throws {
        var random = RandomStream(seed: 11)
        for _ in 0..<500 {
            // A heading first: a byte order mark at the head of a file is not text.
            let rows = [["a", "b", "c", "d"]] + (0..<3).map { _ in (0..<4).map { _ in randomText(&random) } }
            var writer = CSVWriter()
            for row in rows { writer.row(row.map(CSVWriter.Cell.text)) }
            let read = try CSVReader.records(of: writer.bytes).map(\.fields)
            #expect(read == rows.map { $0.map(guarded) })
        }
    }

    /// Such a text comes back with the apostrophe that keeps a spreadsheet from running it, and one that looks as if it
    /// had one gets another.
    private func guarded(_ text: String) -> String {
        let bare = text.unicodeScalars.drop { $0 == "'" }
        guard let first = bare.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
        return "'" + text
    }

    @Test func `numbers are read again to the last bit`() throws {
        var random = RandomStream(seed: 12)
        for _ in 0..<500 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            let read = try CSVReader.records(of: Array(text([.number(value), .unknown]).utf8))
            #expect(read.first?.fields.first.flatMap { Double($0) } == value)
        }
    }
}

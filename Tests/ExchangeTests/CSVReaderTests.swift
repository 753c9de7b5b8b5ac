import Benchmarking
import Exchange
import Testing

struct CSVReaderTests {
    private func fields(_ text: String) throws -> [[String]] {
        try CSVReader.records(of: Array(text.utf8)).map(\.fields)
    }

    private func fault(of text: String) throws -> String { try fault(of: Array(text.utf8)) }

    /// Line, column and reason of the refusal.
    private func fault(of bytes: [UInt8]) throws -> String {
        let error = #expect(throws: CSVFault.self) { try CSVReader.records(of: bytes) }
        let fault = try #require(error)
        return "line \(fault.line), column \(fault.column): \(fault.reason.rawValue)"
    }

    @Test(arguments: ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\nc,d", "a,b\r\nc,d", "a,b\rc,d\r", "\u{FEFF}a,b\nc,d\n"])
    func `the same records whatever ends the lines, with and without a byte order mark`(text: String) throws {
        #expect(try fields(text) == [["a", "b"], ["c", "d"]])
    }

    @Test(arguments: ["", "\n", "\r\n\r\n", "\n\n\n", "\u{FEFF}", "\u{FEFF}\n"])
    func `a file of nothing has no records`(text: String) throws {
        #expect(try fields(text).isEmpty)
    }

    @Test func `empty lines are passed over, and the line numbers know of them`() throws {
        let records = try CSVReader.records(of: Array("\n\na,b\n\nc,d\r\n\r\ne,f".utf8))
        #expect(records.map(\.fields) == [["a", "b"], ["c", "d"], ["e", "f"]])
        #expect(records.map(\.line) == [3, 5, 7])
    }

    @Test func `empty fields are kept, at the end of a line and of the file too`() throws {
        #expect(try fields(",\n,,\na,") == [["", ""], ["", "", ""], ["a", ""]])
        #expect(try fields("\"\",\"\"\n") == [["", ""]])
    }

    @Test func `a line of blanks is a record, not an empty line`() throws {
        #expect(try fields(" \n") == [[" "]])
        #expect(try fields(" a , b \n") == [[" a ", " b "]])
    }

    @Test func `commas, quotes and line breaks may stand inside quotes`() throws {
        #expect(try fields("\"a,b\",c\n") == [["a,b", "c"]])
        #expect(try fields("\"a\"\"b\"\n") == [["a\"b"]])
        #expect(try fields("\"\"\"\"\n") == [["\""]])
        #expect(try fields("\"a\nb\",\"c\r\nd\"\n") == [["a\nb", "c\r\nd"]])
        #expect(try fields("\"a\"") == [["a"]])
    }

    @Test func `a quote inside a field that does not begin with one is a quote`() throws {
        #expect(try fields("5\" pipe,a\n") == [["5\" pipe", "a"]])
    }

    @Test func `a record begins on the line where its first field begins`() throws {
        let records = try CSVReader.records(of: Array("a\n\"b\n\nc\",d\ne\n".utf8))
        #expect(records.map(\.line) == [1, 2, 5])
    }

    @Test func `a quote that is never closed is refused where it was opened`() throws {
        #expect(try fault(of: "a,b\nc,\"d\ne,f\n") == "line 2, column 2: openQuote")
        #expect(try fault(of: "\"") == "line 1, column 1: openQuote")
        #expect(try fault(of: "\"a\"\"") == "line 1, column 1: openQuote")
    }

    @Test func `text after a closing quote is refused`() throws {
        #expect(try fault(of: "a,b\nc,d,\"e\"f\n") == "line 2, column 3: textAfterQuote")
        #expect(try fault(of: "\"a\" ,b\n") == "line 1, column 1: textAfterQuote")
    }

    @Test(arguments: [[0xFF], [0xC3], [0xE9], [0xC0, 0xAF], [0xED, 0xA0, 0x80]])
    func `bytes that are no UTF-8 are refused, plain and in quotes`(bytes: [UInt8]) throws {
        let expected = "line 2, column 2: notUTF8"
        let start = Array("a,b\nc,".utf8)
        #expect(try fault(of: start + bytes + Array("\n".utf8)) == expected)
        let quote = Array("\"".utf8)
        #expect(try fault(of: start + quote + bytes + quote) == expected)
    }

    @Test func `a file in UTF-16 is refused, not misread`() throws {
        let bytes: [UInt8] = [0xFF, 0xFE] + "a,b\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try fault(of: bytes) == "line 1, column 1: notUTF8")
    }

    @Test func `any bytes are read or refused, and reading ends`() {
        var random = RandomStream(seed: 5)
        let alphabet = Array("a,\"\r\n".utf8) + [0xFF]
        for _ in 0..<2000 {
            let length = Int.random(in: 0...16, using: &random)
            let bytes = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            // Refusal is one of the two right answers here.
            let records = (try? CSVReader.records(of: bytes)) ?? []
            #expect(records.count <= bytes.count)
            #expect(zip(records, records.dropFirst()).allSatisfy { $0.line < $1.line })
        }
    }
}

import Benchmarking
import Exchange
import Foundation
import Testing

struct JSONTests {
    private func text(_ json: JSON) -> String { String(decoding: json.bytes(), as: UTF8.self) }

    private func readAgain(_ json: JSON) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(json.bytes()), options: .fragmentsAllowed)
    }

    @Test func `objects keep their order, so that the same page is the same bytes`() {
        let page = JSON.object([
            .init("zeta", .integer(1)), .init("alpha", .array([.number(0.5), .bool(true), .bool(false), .null])),
            .init("name", .string("Badung")), .init("empty", .object([])), .init("none", .array([])),
        ])
        let expected = #"{"zeta":1,"alpha":[0.5,true,false,null],"name":"Badung","empty":{},"none":[]}"#
        #expect(text(page) == expected + "\n")
        #expect(page.bytes() == page.bytes())
    }

    @Test(arguments: [
        ("\"", #""\"""#), ("\\", #""\\""#), ("\n", #""\n""#), ("\t", #""\u0009""#), ("\r", #""\u000d""#),
        ("\u{0}", #""\u0000""#), ("\u{1F}", #""\u001f""#), ("/", #""/""#), ("é日😀", #""é日😀""#), ("", #""""#),
    ])
    func `a text is written with its quotes and control characters escaped`(value: String, written: String) {
        #expect(text(.string(value)) == written + "\n")
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
    func `what is no number is not known`(value: Double) {
        #expect(text(.number(value)) == "null\n")
    }

    @Test func `nil is not known, zero is zero`() {
        #expect(JSON(Double?.none) == .null)
        #expect(JSON(Int?.none) == .null)
        #expect(JSON(String?.none) == .null)
        #expect(JSON(Double?.some(0)) == .number(0))
        #expect(JSON(Int?.some(0)) == .integer(0))
        #expect(JSON(String?.some("")) == .string(""))
    }

    @Test(arguments: [
        0.1, 1e300, -2.5e-300, 1e16, 123_456_789.123, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0,
    ])
    func `Foundation reads a number as it was`(value: Double) throws {
        #expect(try readAgain(.array([.number(value)])) as? [Double] == [value])
    }

    @Test(arguments: [Int.max, Int.min, 0, -1])
    func `Foundation reads a whole number as it was`(value: Int) throws {
        #expect(try readAgain(.array([.integer(value)])) as? [Int] == [value])
    }

    @Test func `Foundation reads any text as it was, as a value and as a name`() throws {
        var random = RandomStream(seed: 7)
        for _ in 0..<500 {
            // Foundation itself drops byte order marks from the names of members.
            let text = randomText(&random).replacing("\u{FEFF}", with: "")
            let json = JSON.object([.init("name " + text, .array([.string(text), .null]))])
            let read = try #require(readAgain(json) as? [String: [Any]])
            let value = try #require(read["name " + text]?.first as? String)
            #expect(Array(value.utf8) == Array(text.utf8))
        }
    }

    @Test func `every control character is escaped and read again`() throws {
        let controls = String(String.UnicodeScalarView((0..<0x20).compactMap { Unicode.Scalar($0) }))
        let bytes = JSON.string(controls).bytes()
        #expect(bytes.dropLast().allSatisfy { $0 >= 0x20 })
        #expect(try readAgain(.array([.string(controls)])) as? [String] == [controls])
    }
}

import Foundation
import Testing

@testable import Exchange

struct SheetRefusalTests {
    @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]])
    func `a file with nothing in it`(bytes: [UInt8]) {
        #expect(refusal(of: bytes) == .empty)
    }

    @Test func `no file, or a folder`() {
        let folder = FileManager.default.temporaryDirectory
        #expect(throws: SheetRefusal.unreadable) { try SheetFile(at: folder.appending(path: "none-\(UUID())")) }
        #expect(throws: SheetRefusal.unreadable) { try SheetFile(at: folder) }
    }

    @Test func `a workbook that breaks off, or of which a byte is wrong`() {
        let bytes = TinyWorkbook("<row><c><v>1</v></c></row>").bytes
        #expect(refusal(of: Array(bytes.dropLast(30))) == .damaged(part: "zip"))
        #expect(refusal(of: Array(bytes.prefix(40))) == .damaged(part: "zip"))
    }

    @Test func `whatever byte of a workbook is wrong, it is read or refused`() {
        let bytes = TinyWorkbook("<row><c><v>1</v></c><c t=\"s\"><v>0</v></c></row>", shared: "<si><t>a</t></si>").bytes
        var refused = 0
        for place in bytes.indices {
            var broken = bytes
            broken[place] ^= 0x55
            if refusal(of: broken) != nil { refused += 1 }
        }
        #expect(refused > bytes.count / 3)
    }

    @Test(arguments: ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
    func `a workbook without a part`(part: String) {
        let book = TinyWorkbook("<row><c><v>1</v></c></row>").with(part, nil)
        #expect(refusal(of: book.bytes) == .damaged(part: part))
    }

    @Test(arguments: [
        "<worksheet><sheetData><row><c><v>1</v></c></row>", "<worksheet><sheetData><row><c", "<worksheet></worksheet>",
        "<worksheet><sheetData><row></worksheet>", "", "nonsense", "<>", "<![CDATA[x", "<!-- x",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><worksheet/>",
    ])
    func `a sheet that is no sheet`(text: String) {
        let part = "xl/worksheets/sheet1.xml"
        #expect(refusal(of: TinyWorkbook("").with(part, text).bytes) == .damaged(part: part))
    }

    @Test func `a text or a row that cannot be`() {
        let part = "xl/sharedStrings.xml"
        let cell = "<row><c t=\"s\"><v>2</v></c></row>"
        #expect(refusal(of: TinyWorkbook(cell).bytes) == .damaged(part: part))
        #expect(refusal(of: TinyWorkbook(cell, shared: "<si><t>a</t></si>").bytes) == .damaged(part: part))
        #expect(refusal(of: TinyWorkbook("<row r=\"99999999999\"/>").bytes) == .damaged(part: "row 99999999999"))
        #expect(refusal(of: TinyWorkbook("<row r=\"9223372036854775807\"/><row/>").bytes) == nil)
    }

    @Test func `a workbook without sheets`() {
        let book = TinyWorkbook("").with("xl/workbook.xml", "<workbook><sheets/></workbook>")
        #expect(refusal(of: book.bytes) == .damaged(part: "xl/workbook.xml"))
    }

    @Test(arguments: [
        ("EncryptedPackage", SheetRefusal.locked), ("Workbook", .oldWorkbook), ("Book", .oldWorkbook),
        ("WordDocument", .otherOfficeFile),
    ])
    func `the container of old office files tells what is in it`(name: String, expected: SheetRefusal) {
        let head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let stream = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        // Across the border of two blocks.
        let filling = [UInt8](repeating: 7, count: (1 << 20) - 8 - 5)
        #expect(refusal(of: head + filling + stream + [0, 0]) == expected)
    }

    @Test func `a workbook of which a part is encrypted`() throws {
        var bytes = TinyWorkbook("").bytes
        // The bit of encryption, in the directory and before the part.
        let directory = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        bytes[directory + 8] |= 1
        bytes[6] |= 1
        #expect(refusal(of: bytes) == .locked)
    }

    @Test func `other office files and other archives`() {
        let document = archive([("[Content_Types].xml", Array("<Types/>".utf8)), ("word/document.xml", [1])])
        #expect(refusal(of: document) == .otherOfficeFile)
        #expect(refusal(of: archive([("mimetype", Array("application/vnd.oasis".utf8))])) == .otherOfficeFile)
        #expect(refusal(of: archive([("photo.jpg", [1])])) == .notASheet)
        #expect(refusal(of: archive([])) == .notASheet)
        for text in [
            "<!DOCTYPE html><table>", "\u{FEFF}<html>", "\n<TABLE>", "<?xml version=\"1.0\"?>", "%PDF-1.7\nx",
            "{\\rtf1",
        ] {
            #expect(refusal(of: text) == .otherOfficeFile, "\(text)")
        }
        #expect(refusal(of: "PK,nama\n1,a\n") == nil)
    }

    @Test func `a workbook with macros`() {
        #expect(refusal(of: TinyWorkbook("").with("xl/vbaProject.bin", "x").bytes) == .macros)
        let types = "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"
        #expect(refusal(of: TinyWorkbook("").with("[Content_Types].xml", types).bytes) == .macros)
    }

    @Test func `a bomb, whatever the archive says of its size`() {
        var limits = SheetLimits()
        limits.ratioFrom = 1 << 20
        limits.ratio = 50
        var bytes = TinyWorkbook(String(repeating: "<row/>", count: 700_000)).bytes
        #expect(refusal(of: bytes, limits) == .bomb)
        #expect(refusal(of: bytes) == nil)
        limits = SheetLimits()
        limits.part = 1 << 20
        // A lie about the size, in the directory, changes nothing.
        for place in bytes.indices.dropLast(46) where bytes[place...].starts(with: [0x50, 0x4B, 1, 2]) {
            bytes.replaceSubrange((place + 24)..<(place + 28), with: [1, 0, 0, 0])
        }
        #expect(refusal(of: bytes, limits) != nil)
    }

    @Test func `too many shared texts`() {
        var limits = SheetLimits()
        limits.sharedTexts = 1000
        let book = TinyWorkbook("<row/>", shared: String(repeating: "<si/>", count: 252))
        #expect(refusal(of: book.bytes, limits) == .bomb)
        #expect(refusal(of: book.bytes) == nil)
    }

    @Test func `a cell that is too long is refused with its place, and is never held`() throws {
        let limit = SheetLimits().cell
        let fitting = String(repeating: "x", count: limit)
        #expect(refusal(of: "a,b\nc,\(fitting)\n") == nil)
        #expect(refusal(of: "a,b\nc,\(fitting)x\n") == .cellTooLong(row: 2, column: 2, limit: limit))
        #expect(refusal(of: "a,b\nc,\"\(fitting)x\"\n") == .cellTooLong(row: 2, column: 2, limit: limit))
        let quotes = String(repeating: "\"\"", count: limit)
        #expect(refusal(of: "a,\"\(quotes)\"") == nil)
        #expect(refusal(of: "a,\"\(quotes)\"\"\"") == .cellTooLong(row: 1, column: 2, limit: limit))
        let row = "<row r=\"5\"><c r=\"C5\" t=\"str\"><v>\(fitting)x</v></c></row>"
        #expect(refusal(of: TinyWorkbook(row).bytes) == .cellTooLong(row: 5, column: 3, limit: limit))
    }

    @Test(arguments: ["", "\""])
    func `a cell of a hundred megabytes`(quote: String) {
        var bytes = Array("a,b\nc,\(quote)".utf8)
        bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 100 << 20)
        #expect(refusal(of: bytes) == .cellTooLong(row: 2, column: 2, limit: SheetLimits().cell))
    }

    @Test func `a row that is too long, and one of too many columns`() {
        var limits = SheetLimits()
        limits.row = 100_000
        let long = String(repeating: String(repeating: "x", count: 999) + ",", count: 3000)
        #expect(refusal(of: "a\n" + long, limits) == .rowTooLong(row: 2, limit: 100_000))
        let wide = String(repeating: ",", count: 16_383)
        #expect(refusal(of: "a\nb" + wide) == nil)
        #expect(refusal(of: "a\nb" + wide + ",") == .tooManyColumns(row: 2, limit: 16_384))
        #expect(refusal(of: TinyWorkbook("<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>").bytes) == nil)
        let row = "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>"
        #expect(refusal(of: TinyWorkbook(row).bytes) == .tooManyColumns(row: 2, limit: 16_384))
    }

    @Test func `quotation marks that do not close`() {
        #expect(refusal(of: "a,b\nc,\"d\ne\n") == .openQuote(row: 2, column: 2))
        #expect(refusal(of: "a,b\n\"c\"d,e\n") == .textAfterQuote(row: 2, column: 1))
    }

    @Test func `bytes that are no text`() {
        #expect(refusal(of: [1, 2, 3, 0, 5, 6, 7, 8, 9]) == .binary(row: 1))
        let late = Array(String(repeating: "a,b\n", count: 20_000).utf8) + [UInt8(ascii: "x"), 0, 10]
        #expect(refusal(of: late) == .binary(row: 20_001))
    }

    @Test func `every refusal has a code of its own`() {
        let all: [SheetRefusal] = [
            .empty, .unreadable, .notASheet, .damaged(part: ""), .locked, .oldWorkbook, .otherOfficeFile, .macros,
            .bomb,
            .cellTooLong(row: 1, column: 1, limit: 1), .rowTooLong(row: 1, limit: 1), .tooManyColumns(row: 1, limit: 1),
            .openQuote(row: 1, column: 1), .textAfterQuote(row: 1, column: 1), .binary(row: 1),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
    }
}

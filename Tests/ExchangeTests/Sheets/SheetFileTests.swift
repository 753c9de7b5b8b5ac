import Foundation
import Testing

@testable import Exchange

/// Files as offices' programs write them, and files that are none.
struct SheetFileTests {
    @Test(arguments: [
        ("comma", "a,b\n1,\"x,y\"\n"), ("semicolon", "a;b\n1;\"x,y\"\n"), ("tabulator", "a\tb\n1\tx,y\n"),
        ("bar", "a|b\n1|x,y\n"), ("carriage returns", "a;b\r1;x,y\r"), ("said by itself", "sep=;\na;b\n1;x,y\n"),
        ("a mark at the head", "\u{FEFF}a,b\n1,\"x,y\"\n"), ("no last line break", "a;b\n1;x,y"),
        ("blanks about", " a ; b \n 1 ; x,y \n"), ("quoted and blank", "a;b\n1;\"x,y\" \n"),
    ])
    func `text is parted by the sign that parts it`(name: String, text: String) throws {
        let rows = try file(Array(text.utf8)).rows(of: 0, first: 5)
        #expect(rows.map(\.cells) == [[.text("a"), .text("b")], [.text("1"), .text("x,y")]], "\(name)")
    }

    @Test func `letters of other encodings are read as they were meant`() throws {
        let text = "nama;kota\nCafé;Denpasar\n"
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let narrow = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        for bytes in [Array(text.utf8), wide, Array(wide.dropFirst(2)), narrow] {
            #expect(try file(bytes).rows(of: 0, first: 5).last?.cells == [.text("Café"), .text("Denpasar")])
        }
    }

    @Test func `a line break in quotes is one cell, and rows are numbered as the program numbers lines`() throws {
        let rows = try file(Array("a;b\n\"satu\ndua\";x\n\n3;y\n".utf8)).rows(of: 0, first: 5)
        #expect(rows.map(\.number) == [1, 2, 5])
        #expect(rows[1].cells[0] == .text("satu\ndua"))
    }

    @Test(
        arguments: [
            ("empty", [], SheetRefusal.empty), ("zeros", [1, 0, 0, 2], .binary(row: 1)),
            ("an open quote", Array("a;b\n\"x;y\n".utf8), .openQuote(row: 2, column: 1)),
            ("text after a quote", Array("a;b\n\"x\"y;z\n".utf8), .textAfterQuote(row: 2, column: 1)),
            ("a broken archive", Array("PK\u{3}\u{4} nothing".utf8), .damaged(part: "zip")),
            (
                "an old workbook",
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "Workbook".utf8.flatMap { [$0, 0] },
                .oldWorkbook
            ),
            (
                "a password",
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + "EncryptedPackage".utf8.flatMap { [$0, 0] }, .locked
            ),
        ] as [(String, [UInt8], SheetRefusal)])
    func `what is no list is refused by name`(name: String, bytes: [UInt8], refusal: SheetRefusal) {
        #expect(throws: refusal, "\(name)") { try file(bytes).rows(of: 0, first: 1000) }
    }

    @Test func `a cell without end is refused before it is held`() {
        let bytes = Array("a;b\n".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 200_000) + Array(";1\n".utf8)
        #expect(throws: SheetRefusal.cellTooLong(row: 2, column: 1, limit: 3 * 32_767)) {
            try file(bytes).rows(of: 0, first: 9)
        }
    }

    @Test func `the archive of another program is refused by name`() throws {
        #expect(throws: SheetRefusal.otherOfficeFile) { try file(archive(["mimetype": "x"])) }
        #expect(throws: SheetRefusal.notASheet) { try file(archive(["foto.jpg": "x"])) }
        let macros = ["[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": "x"]
        #expect(throws: SheetRefusal.macros) { try file(archive(macros)) }
        #expect(throws: SheetRefusal.damaged(part: "xl/_rels/workbook.xml.rels")) {
            try file(archive(["[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<workbook/>"]))
        }
    }

    @Test func `what unfolds to more than any list needs is refused while it unfolds`() throws {
        var limits = SheetLimits()
        limits.ratioFrom = 1 << 20
        limits.ratio = 10
        let sheet = "<worksheet><sheetData>" + String(repeating: "<row r=\"1\"></row>", count: 200_000)
        #expect(throws: SheetRefusal.bomb) {
            try file(archive(Self.workbook(sheet: sheet)), limits).rows(of: 0, first: 5)
        }
    }

    @Test func `cells of every kind are read as they were meant`() throws {
        let sheet = """
            <worksheet><sheetData><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="b"><v>1</v></c>\
            <c r="D3" t="e"><v>#N/A</v></c><c r="E3" s="1"><v>45000</v></c><c r="F3"><f>A1</f></c>\
            <c r="G3" t="str"><f>A1</f><v>&lt;x&gt; &#233;</v></c><c r="H3"><v>1.5</v></c>\
            <c r="I3" t="inlineStr"><is><r><t>dua </t></r><r><t>bagian</t></r></is></c></row></sheetData></worksheet>
            """
        let rows = try file(archive(Self.workbook(sheet: sheet))).rows(of: 0, first: 5)
        #expect(rows.map(\.number) == [3])
        #expect(
            rows[0].cells == [
                .text("kedua"), .empty, .truth(true), .fault("#N/A"), .date(45_000), .fault("="), .text("<x> é"),
                .number(1.5), .text("dua bagian"),
            ])
    }

    private static func workbook(sheet: String) -> [String: String] {
        [
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": "<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels":
                "<Relationships>"
                + ["worksheet", "sharedStrings", "styles"].enumerated().map { number, kind in
                    let part = kind == "worksheet" ? "worksheets/sheet1" : kind
                    return "<Relationship Id=\"rId\(number + 1)\" Type=\"x/\(kind)\" Target=\"\(part).xml\"/>"
                }.joined() + "</Relationships>",
            "xl/sharedStrings.xml": "<sst><si><t>satu</t></si><si><r><t>ke</t></r><r><t>dua</t></r></si></sst>",
            "xl/styles.xml":
                "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
            "xl/worksheets/sheet1.xml": sheet,
        ]
    }

    private func archive(_ parts: [String: String]) -> [UInt8] {
        ExchangeTests.archive(parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }

    private func file(_ bytes: [UInt8], _ limits: SheetLimits = SheetLimits()) throws -> SheetFile {
        let place = FileManager.default.temporaryDirectory.appending(path: "tiru-\(UUID().uuidString)")
        try Data(bytes).write(to: place)
        return try SheetFile(at: place, limits: limits)
    }
}

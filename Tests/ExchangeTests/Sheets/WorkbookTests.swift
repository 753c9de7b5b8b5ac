import Foundation
import Testing

@testable import Exchange

struct WorkbookTests {
    private func cells(_ rows: String, shared: String = "", styles: String = "", workbook: String = "") throws
        -> [[SheetCell]]
    {
        try opened(TinyWorkbook(rows, shared: shared, styles: styles, workbook: workbook).bytes).cells()
    }

    @Test func `every kind of cell`() throws {
        let row = """
            <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="str"><f>A1</f><v>hasil</v></c>\
            <c r="C3" t="inlineStr"><is><t>di sini</t></is></c><c r="D3" t="b"><v>1</v></c>\
            <c r="E3" t="e"><v>#N/A</v></c><c r="F3"><v>-1.5E3</v></c><c r="G3" t="n"><v>12</v></c>\
            <c r="I3" s="0"/></row>
            """
        let rows = try opened(TinyWorkbook(row, shared: "<si><t>a</t></si><si><t>b &amp; c</t></si>").bytes).allRows()
        let expected: [SheetCell] = [
            .text("b & c"), .text("hasil"), .text("di sini"), .truth(true), .fault("#N/A"), .number(-1500), .number(12),
        ]
        #expect(rows == [SheetRow(number: 3, cells: expected)])
    }

    @Test func `rows and cells without an address stand where they come`() throws {
        let row =
            "<row><c/><c><v>1</v></c><c t=\"str\"><v></v></c><c><v>2</v></c></row><row/><row r=\"0\"><c><v>3</v></c></row>"
        let rows = try opened(TinyWorkbook(row).bytes).allRows()
        #expect(
            rows == [
                SheetRow(number: 1, cells: [.empty, .number(1), .empty, .number(2)]),
                SheetRow(number: 3, cells: [.number(3)]),
            ])
    }

    @Test func `pieces of a text are joined, and how it is spoken is left out`() throws {
        let rich = """
            <r><rPr><b/></rPr><t>Kain </t></r><r><t xml:space="preserve">endek</t></r>\
            <rPh sb="0" eb="1"><t>KAIN</t></rPh><phoneticPr fontId="1"/>
            """
        let row = "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is>\(rich)</is></c></row>"
        #expect(try cells(row, shared: "<si>\(rich)</si>") == [[.text("Kain endek"), .text("Kain endek")]])
    }

    @Test func `entities, unprintable signs, comments and verbatim text`() throws {
        let row = """
            <row><!-- a > b --><c t="str"><v>&lt;&#65;&#x42;&gt;&quot;&apos;&amp;amp;&unknown;&\u{301}</v></c>\
            <c t="str"><v>x_x000D_y_x005F_x000D_</v></c><c t="inlineStr"><is><t><![CDATA[<b>&amp;]]></t></is></c></row>
            """
        let expected: [SheetCell] = [.text("<AB>\"'&amp;&\u{301}"), .text("x\ry_x000D_"), .text("<b>&amp;")]
        #expect(try cells(row) == [expected])
    }

    @Test func `a greater-than sign in a value ends no tag`() throws {
        let styles = """
            <numFmts><numFmt numFmtId="170" formatCode="[>100]yyyy;0"/></numFmts>\
            <cellXfs><xf numFmtId="0"/><xf numFmtId='170'/></cellXfs>
            """
        #expect(try cells("<row><c s=\"1\"><v>45000</v></c></row>", styles: styles) == [[.date(45000)]])
    }

    @Test(arguments: [
        ("yyyy-mm-dd", true), ("[$-421]dd mmmm yyyy;@", true), ("h:mm", true), ("General", false), ("#,##0.00", false),
        ("\"dmy\"0", false), ("[Red]0", false), ("0\\d", false), ("_d0", false), ("*m0", false), ("0.00E+00", false),
        ("\"Rp\"#,##0;[Red]-\"Rp\"#,##0", false), ("\"a[\"yy", true),
    ])
    func `a format of somebody's own writes a date or does not`(code: String, isDate: Bool) {
        #expect(CellStyles.isDateFormat(code) == isDate)
    }

    @Test(arguments: [(14, true), (22, true), (27, true), (46, true), (58, true), (0, false), (49, false), (23, false)])
    func `the formats that every workbook has`(id: Int, isDate: Bool) throws {
        let styles = "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"\(id)\"/></cellXfs>"
        let expected: SheetCell = isDate ? .date(1.5) : .number(1.5)
        #expect(try cells("<row><c><v>1.5</v></c></row>", styles: styles) == [[expected]])
    }

    @Test func `a workbook that counts from 1904 means the same days`() throws {
        let styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
        let row = "<row><c><v>43538</v></c></row>"
        let found = try cells(row, styles: styles, workbook: "<workbookPr date1904=\"1\"/>")
        #expect(found == [[.date(45000)]])
    }

    @Test func `a formula gives what it came to; one that nobody computed is a fault`() throws {
        let row = """
            <row><c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c><f>A1</f><v></v></c><c t="str"><f>""</f><v></v></c>\
            <c t="str"><f>A1</f></c><c><v>1</v></c></row>
            """
        let expected: [SheetCell] = [.number(2), .fault("="), .fault("="), .empty, .fault("="), .number(1)]
        #expect(try cells(row) == [expected])
    }

    @Test(arguments: ["nan", "inf", "0x10", "1e999", "1,5"])
    func `what is no finite number is a text`(value: String) throws {
        #expect(try cells("<row><c><v>\(value)</v></c></row>") == [[.text(value)]])
    }

    @Test func `prefixes in front of every name change nothing`() throws {
        var book = TinyWorkbook("")
        book["xl/worksheets/sheet1.xml"] =
            "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"B1\"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        #expect(try opened(book.bytes).cells() == [[.empty, .number(7)]])
    }

    @Test func `hidden sheets are marked, charts are no sheets`() throws {
        var book = TinyWorkbook("")
        book["xl/workbook.xml"] = """
            <workbook><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/><sheet name="Grafik" r:id="rId9"/>\
            <sheet name="Kode" sheetId="2" state="veryHidden" r:id="rId1"/></sheets></workbook>
            """
        let file = try opened(book.bytes)
        #expect(file.sheets.map(\.name) == ["A & B", "Kode"])
        #expect(file.sheets.map(\.isHidden) == [false, true])
    }

    @Test func `merged headings are told`() throws {
        var book = TinyWorkbook("")
        book["xl/worksheets/sheet1.xml"] = """
            <worksheet><sheetData></sheetData><mergeCells count="3"><mergeCell ref="B1:D2"/><mergeCell ref="A9:A12"/>\
            <mergeCell ref="nonsense"/></mergeCells></worksheet>
            """
        let ranges = try opened(book.bytes).mergedRanges(of: 0, inFirst: 5)
        #expect(ranges == [SheetRange(rows: 1...2, columns: 2...4)])
        #expect(try opened("a,b").mergedRanges(of: 0, inFirst: 5).isEmpty)
    }

    @Test func `a sheet is read as far as it is asked for`() throws {
        let rows = (1...5000).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined()
        let file = try opened(TinyWorkbook(rows).bytes)
        #expect(try file.rows(of: 0, first: 2).map(\.number) == [1, 2])
        #expect(try file.rows(of: 0, first: 0).isEmpty)
        let progress = SheetProgress()
        try file.forEachRow(of: 0, progress: progress) { _ in }
        #expect(progress.share == 1)
    }
}

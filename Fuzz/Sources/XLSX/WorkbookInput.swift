import Exchange
import Files

private let file = FuzzedFile()
private let limits: SheetLimits = {
    var limits = SheetLimits()
    limits.cell = 4096
    limits.columns = 256
    limits.part = 1 << 20
    limits.smallPart = 1 << 20
    limits.sharedTexts = 1 << 20
    return limits
}()

/// The first letter of an input says what it is: `z` an archive as it is, anything else the texts of the parts of a
/// workbook, parted by the byte 0xFF, which stands in no text.
@_cdecl("LLVMFuzzerTestOneInput")
public func oneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let first = bytes.first else { return 0 }
    let rest = bytes.dropFirst()
    _ = file.read(first == UInt8(ascii: "z") ? Array(rest) : workbook(rest), limits: limits)
    return 0
}

private let relations = """
    <Relationships><Relationship Id="a" Type="x/worksheet" Target="sheet.xml"/>\
    <Relationship Id="b" Type="x/sharedStrings" Target="texts.xml"/>\
    <Relationship Id="c" Type="x/styles" Target="styles.xml"/></Relationships>
    """

/// A workbook with parts that were given, and usual ones for the others.
private func workbook(_ input: ArraySlice<UInt8>) -> [UInt8] {
    let given = input.split(separator: 0xFF, omittingEmptySubsequences: false).map { Array($0) }
    func part(_ place: Int, _ usual: String) -> [UInt8] {
        given.indices.contains(place) && !given[place].isEmpty ? given[place] : Array(usual.utf8)
    }
    return archive([
        ("[Content_Types].xml", part(5, "<Types/>")),
        ("xl/_rels/workbook.xml.rels", part(4, relations)),
        ("xl/workbook.xml", part(3, "<workbook><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>")),
        ("xl/styles.xml", part(2, "<styleSheet><cellXfs><xf numFmtId=\"14\"/></cellXfs></styleSheet>")),
        ("xl/texts.xml", part(1, "<sst><si><t>satu</t></si></sst>")),
        ("xl/sheet.xml", part(0, "<worksheet><sheetData/></worksheet>")),
    ])
}

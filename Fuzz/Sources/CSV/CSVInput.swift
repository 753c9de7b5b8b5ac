import Exchange
import Files

private let file = FuzzedFile()
private let limits: SheetLimits = {
    var limits = SheetLimits()
    limits.cell = 4096
    limits.row = 1 << 16
    limits.columns = 256
    return limits
}()

/// Whatever is read from any bytes is read again from what our own writer makes of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func oneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let rows = file.read(bytes, limits: limits), !rows.isEmpty, bytes.count < 4096 else { return 0 }
    // A first line that names the delimiter; a heading over as many columns as any row has.
    var writer = CSVWriter()
    let width = rows.map(\.cells.count).max() ?? 0
    writer.row((0..<width).map { .text("k\($0)") })
    for row in rows { writer.row(row.cells.map { if case .text(let text) = $0 { .text(text) } else { .unknown } }) }
    let again = file.read(Array("sep=,\r\n".utf8) + writer.bytes, limits: .init())
    precondition(again?.dropFirst().map(\.cells) == rows.map(\.cells), "came back otherwise")
    return 0
}

/// Writes comma-separated values (RFC 4180) with a decimal point, whatever the language of the page.
public struct CSVWriter {
    /// The mark by which spreadsheets know that a file is UTF-8; it stands before everything else.
    public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// A value of a cell; `.unknown` is written as nothing, because zero means none.
    public enum Cell: Sendable, Equatable {
        case text(String)
        case number(Double)
        case integer(Int)
        case unknown

        public init(_ value: Double?) { self = value.map(Cell.number) ?? .unknown }
        public init(_ value: Int?) { self = value.map(Cell.integer) ?? .unknown }
    }

    public mutating func row(_ cells: [Cell]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(Byte.comma) }
            switch cell {
            case .text(let text): append(text)
            // CSV has no infinity; what is no number is not known.
            case .number(let value) where !value.isFinite: break
            case .number(let value): bytes.append(contentsOf: "\(value)".utf8)
            case .integer(let value): bytes.append(contentsOf: "\(value)".utf8)
            case .unknown: break
            }
        }
        bytes.append(contentsOf: [Byte.carriageReturn, Byte.lineFeed])
    }

    /// What was written since it was last taken; for writing on a stream.
    public mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front; reading takes it away again.
    private mutating func append(_ text: String) {
        let content = SheetText.guarded(text)
        let special = content.utf8.contains {
            $0 == Byte.comma || $0 == Byte.quote || $0 == Byte.lineFeed || $0 == Byte.carriageReturn
        }
        guard special else {
            bytes.append(contentsOf: content.utf8)
            return
        }
        bytes.append(Byte.quote)
        for byte in content.utf8 {
            if byte == Byte.quote { bytes.append(Byte.quote) }
            bytes.append(byte)
        }
        bytes.append(Byte.quote)
    }
}

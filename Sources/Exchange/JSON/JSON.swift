/// A JSON document whose objects keep their order, so that the same page is always the same bytes.
public indirect enum JSON: Sendable, Equatable {
    case object([Member])
    case array([JSON])
    case string(String)
    case number(Double)
    case integer(Int)
    case bool(Bool)
    /// Not known.
    case null

    public struct Member: Sendable, Equatable {
        public let name: String
        public let value: JSON

        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    public init(_ value: Double?) { self = value.map(JSON.number) ?? .null }
    public init(_ value: Int?) { self = value.map(JSON.integer) ?? .null }
    public init(_ value: String?) { self = value.map(JSON.string) ?? .null }

    /// The document as UTF-8 with a line break at the end.
    /// - Source: RFC 8259
    public func bytes() -> [UInt8] {
        var bytes: [UInt8] = []
        write(into: &bytes)
        bytes.append(Byte.lineFeed)
        return bytes
    }

    private func write(into bytes: inout [UInt8]) {
        switch self {
        case .object(let members):
            Self.writeList(members, in: ("{", "}"), into: &bytes) { member, bytes in
                Self.write(member.name, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(into: &bytes)
            }
        case .array(let values):
            Self.writeList(values, in: ("[", "]"), into: &bytes) { $0.write(into: &$1) }
        case .string(let text): Self.write(text, into: &bytes)
        // JSON has no infinity; what is no number is not known.
        case .number(let value):
            bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .integer(let value): bytes.append(contentsOf: "\(value)".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        }
    }

    private static func writeList<Item>(
        _ items: [Item], in brackets: (String, String), into bytes: inout [UInt8],
        each: (Item, inout [UInt8]) -> Void
    ) {
        bytes.append(contentsOf: brackets.0.utf8)
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(Byte.comma) }
            each(item, &bytes)
        }
        bytes.append(contentsOf: brackets.1.utf8)
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(Byte.quote)
        for byte in text.utf8 {
            switch byte {
            case Byte.quote: bytes.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case Byte.lineFeed: bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: "\\u00\(byte < 16 ? "0" : "")\(digits)".utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(Byte.quote)
    }
}

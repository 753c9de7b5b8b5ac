/// One record of a CSV file with the line it begins on, so that every fault can name its place.
public struct CSVRecord: Sendable, Equatable {
    /// 1 is the first line of the file.
    public let line: Int
    public let fields: [String]
}

/// Reads comma-separated values (RFC 4180): quoted fields, doubled quotes, line breaks inside quotes,
/// LF or CRLF, with or without a byte order mark.
public struct CSVReader {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    /// - Returns: every record in order; a line with nothing on it is passed over.
    /// - Throws: `CSVFault` where a quote is never closed, something follows a closing quote, or bytes are not UTF-8.
    /// - Source: RFC 4180, section 2
    public static func records(of bytes: [UInt8]) throws(CSVFault) -> [CSVRecord] {
        var reader = CSVReader(bytes)
        var records: [CSVRecord] = []
        while let record = try reader.next() {
            if record.fields != [""] { records.append(record) }
        }
        return records
    }

    /// The next record; `nil` at the end of the file.
    public mutating func next() throws(CSVFault) -> CSVRecord? {
        guard position < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        while true {
            fields.append(try field(number: fields.count + 1))
            guard position < bytes.count else { break }
            let separator = bytes[position]
            position += 1
            if separator == Byte.comma { continue }
            if separator == Byte.carriageReturn, position < bytes.count, bytes[position] == Byte.lineFeed {
                position += 1
            }
            line += 1
            break
        }
        return CSVRecord(line: start, fields: fields)
    }

    private mutating func field(number: Int) throws(CSVFault) -> String {
        if position < bytes.count, bytes[position] == Byte.quote { return try quotedField(number) }
        let start = position
        while position < bytes.count, !Self.endsField(bytes[position]) { position += 1 }
        return try text(bytes[start..<position], number)
    }

    private mutating func quotedField(_ number: Int) throws(CSVFault) -> String {
        let start = line
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == Byte.lineFeed { line += 1 }
            guard byte == Byte.quote else {
                content.append(byte)
                continue
            }
            if position < bytes.count, bytes[position] == Byte.quote {
                content.append(Byte.quote)
                position += 1
                continue
            }
            guard position == bytes.count || Self.endsField(bytes[position]) else {
                throw CSVFault(line: line, column: number, reason: .textAfterQuote)
            }
            return try text(content[...], number)
        }
        throw CSVFault(line: start, column: number, reason: .openQuote)
    }

    private func text(_ slice: ArraySlice<UInt8>, _ number: Int) throws(CSVFault) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw CSVFault(line: line, column: number, reason: .notUTF8)
        }
        return text
    }

    private static func endsField(_ byte: UInt8) -> Bool {
        byte == Byte.comma || byte == Byte.lineFeed || byte == Byte.carriageReturn
    }
}

/// A place where a file is not CSV.
public struct CSVFault: Error, Equatable, Sendable {
    public enum Reason: String, Sendable {
        case openQuote, textAfterQuote, notUTF8
    }

    public let line: Int
    /// 1 is the first column.
    public let column: Int
    public let reason: Reason
}

enum Byte {
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}

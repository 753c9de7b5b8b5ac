import CPostgres
import Foundation

/// What the server answers to one statement; freed with the last reference.
final class PostgresResult {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { PQclear(pointer) }

    var status: ExecStatusType { PQresultStatus(pointer) }
    var isRow: Bool { status == PGRES_SINGLE_TUPLE || status == PGRES_TUPLES_OK && count > 0 }
    var count: Int32 { PQntuples(pointer) }

    /// How many rows were changed; reading changes none.
    var changed: Int {
        if String(cString: PQcmdStatus(pointer)).hasPrefix("SELECT") { return 0 }
        return Int(String(cString: PQcmdTuples(pointer))) ?? 0
    }

    /// The server says that it ends this connection.
    var endsConnection: Bool {
        status == PGRES_FATAL_ERROR && ["FATAL", "PANIC"].contains(field("V"))
    }

    /// A kept statement is of no use any more: a table it reads was changed, or somebody between us and the server
    /// has forgotten it.
    var outlivedStatement: Bool { status == PGRES_FATAL_ERROR && ["0A000", "26000"].contains(state) }

    private var state: String { field("C") }

    /// - Source: PostgreSQL 15 documentation, PQresultErrorField (the letters)
    private func field(_ letter: Unicode.Scalar) -> String {
        PQresultErrorField(pointer, Int32(letter.value)).map { String(cString: $0) } ?? ""
    }

    /// - Throws: what the server refused.
    func check() throws {
        switch status {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY, PGRES_SINGLE_TUPLE, PGRES_COPY_IN: return
        default:
            let message = field("M")
            throw StorageFault.engine(Self.trouble(state), "\(message.isEmpty ? "no answer" : message) (\(state))")
        }
    }

    /// - Source: PostgreSQL 15 documentation, appendix A (error codes)
    private static func trouble(_ state: String) -> EngineTrouble {
        switch state {
        case "23505": .notUnique
        case "23503": .missingReference
        case "23514", "22P02", "22003", "42804": .checkFailed
        case "23502": .missingValue
        case "40001", "40P01": .contention
        case "55P03": .busy
        case "53100": .diskFull
        case "25006": .readOnly
        case "57014": .cancelled
        case "57P01", "57P02", "57P03", "53300": .unreachable
        case let state where state.hasPrefix("08"): .unreachable
        case let state where state.hasPrefix("XX"): .damagedFile
        default: .other
        }
    }
}

/// Cells of a result in text format.
enum PostgresCell {
    /// - Throws: `StorageFault.unexpectedValue` for a type that the schema does not use.
    static func value(_ result: OpaquePointer, _ row: Int32, _ column: Int32) throws -> SQLValue {
        guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else { return .null }
        let count = Int(PQgetlength(result, row, column))
        let text = start.withMemoryRebound(to: UInt8.self, capacity: count) {
            UnsafeBufferPointer(start: $0, count: count)
        }
        switch PQftype(result, column) {
        case 20, 21, 23:  // int8, int2, int4
            guard let number = Int(String(decoding: text, as: UTF8.self)) else { break }
            return .integer(number)
        case 700, 701, 1700:  // float4, float8, numeric
            guard let number = Double(String(decoding: text, as: UTF8.self)) else { break }
            return .real(number)
        case 25, 1042, 1043, 19, 18, 705:
            guard let text = String(validating: text, as: UTF8.self) else { break }
            return .text(text)
        case 17: return try .bytes(bytes(text, column))
        case 16: return .integer(text.first == UInt8(ascii: "t") ? 1 : 0)
        default: break
        }
        throw StorageFault.unexpectedValue(column: Int(column))
    }

    /// `\x48656c6c6f`
    private static func bytes(_ text: UnsafeBufferPointer<UInt8>, _ column: Int32) throws -> [UInt8] {
        func digit(_ character: UInt8) throws -> UInt8 {
            switch character {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return character - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): return character - UInt8(ascii: "a") + 10
            default: throw StorageFault.unexpectedValue(column: Int(column))
            }
        }
        guard text.count >= 2, text.count % 2 == 0 else { throw StorageFault.unexpectedValue(column: Int(column)) }
        return try stride(from: 2, to: text.count, by: 2).map { try digit(text[$0]) << 4 | digit(text[$0 + 1]) }
    }
}

/// Values as the server takes them: text, bytes in binary.
struct PostgresParameters {
    private var storage: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    var count: Int { offsets.count }
    var byteCount: Int { storage.count }

    init(_ values: [SQLValue]) throws {
        for value in values {
            switch try value.checked() {
            case .null: add(nil, count: 0, isBinary: false)
            case .integer(let number): add("\(number)".utf8)
            case .real(let number): add("\(number)".utf8)
            case .text(let text): add(text.utf8)
            case .bytes(let bytes):
                add(storage.count, count: bytes.count, isBinary: true)
                storage += bytes
                storage.append(0)
            }
        }
    }

    private mutating func add(_ text: some Collection<UInt8>) {
        add(storage.count, count: text.count, isBinary: false)
        storage += text
        storage.append(0)
    }

    private mutating func add(_ offset: Int?, count: Int, isBinary: Bool) {
        offsets.append(offset)
        lengths.append(Int32(count))
        formats.append(isBinary ? 1 : 0)
    }

    typealias Texts = UnsafePointer<UnsafePointer<CChar>?>
    typealias Numbers = UnsafePointer<Int32>

    /// - Parameter body: is given where each value begins, how long it is, and whether it is binary.
    func withPointers(_ body: (Texts, Numbers, Numbers) -> Int32) -> Int32 {
        storage.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let texts = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return body(texts, lengths, formats)
        }
    }
}

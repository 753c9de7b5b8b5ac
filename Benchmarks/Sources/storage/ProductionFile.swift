import Foundation

@testable import Storage

/// An invented file of figures of enterprises, and the table they go into: 25 columns, four indexes.
struct ProductionFile {
    enum Kind { case text, whole, real }

    static let columns: [(name: String, kind: Kind)] =
        [("id", .text), ("region", .text), ("kbli", .text), ("name", .text), ("source", .text)]
        + ["year", "men", "women", "days", "looms", "state"].map { ($0, .whole) }
        + (1...14).map { ("amount_\($0)", .real) }

    /// Written for both engines as a migration is.
    static let table = """
        CREATE TABLE production (
            \(columns.map { "\($0.name) \(type($0.kind)) NOT NULL" }.joined(separator: ", "))
        ) {strict};
        CREATE UNIQUE INDEX production_id ON production (id);
        CREATE INDEX production_region ON production (region, year);
        CREATE INDEX production_kbli ON production (kbli);
        CREATE INDEX production_name ON production (name);
        """

    private static func type(_ kind: Kind) -> String {
        switch kind {
        case .text: "TEXT"
        case .whole: "{int}"
        case .real: "{real}"
        }
    }

    /// Names with commas and quotes in them, codes, whole numbers and amounts with decimals.
    static func write(rows: Int, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        var random = SystemRandomNumberGenerator()
        var text = ""
        for row in 0..<rows {
            text += line(row, &random)
            guard text.utf8.count > 1 << 20 || row == rows - 1 else { continue }
            try file.write(contentsOf: Data(text.utf8))
            text = ""
        }
        try file.close()
    }

    private static let crafts = ["Tenun", "Batik", "Kerupuk", "Kopi", "Anyaman", "Perak", "Ukir", "Dodol"]

    private static func line(_ row: Int, _ random: inout SystemRandomNumberGenerator) -> String {
        let number = String(1_000_000_000 + row)
        let region = "\(11 + Int.random(in: 0..<38, using: &random)).\(10 + Int.random(in: 0..<80, using: &random))"
        let craft = crafts[Int.random(in: 0..<crafts.count, using: &random)]
        var fields = [
            "0192f0c1-7a4e-7000-8000-\(number)", region, "\(10_000 + Int.random(in: 0..<23_000, using: &random))",
            "\"\(craft) \"\"Sari\"\" \(Int.random(in: 0..<1_000_000, using: &random)), UD\"", "survey",
            "\(2015 + Int.random(in: 0..<10, using: &random))",
        ]
        for most in [40, 40, 365, 20, 4] { fields.append("\(Int.random(in: 0...most, using: &random))") }
        for _ in 1...14 { fields.append("\(Double(Int.random(in: 1...900_000_000, using: &random)) / 100)") }
        return fields.joined(separator: ",") + "\n"
    }
}

/// The rows of the file, one after the other, each value of its column's kind.
struct ProductionRows: Sequence, IteratorProtocol {
    private let bytes: NSData
    private let start: UnsafePointer<UInt8>
    private let count: Int
    private var position = 0

    init(_ path: String) throws {
        bytes = try NSData(contentsOfFile: path, options: .alwaysMapped)
        // The memory belongs to `bytes`, which is kept as long as the rows are, and is never written to.
        (start, count) = (bytes.bytes.assumingMemoryBound(to: UInt8.self), bytes.length)
    }

    mutating func next() -> [SQLValue]? {
        guard position < count else { return nil }
        return [SQLValue](unsafeUninitializedCapacity: ProductionFile.columns.count) { values, filled in
            for (place, column) in ProductionFile.columns.enumerated() {
                values.initializeElement(at: place, to: value(column.kind))
                filled += 1
            }
        }
    }

    private mutating func value(_ kind: ProductionFile.Kind) -> SQLValue {
        if start[position] == UInt8(ascii: "\"") { return .text(quoted()) }
        let first = position
        while position < count, start[position] != UInt8(ascii: ","), start[position] != UInt8(ascii: "\n") {
            position += 1
        }
        let field = UnsafeBufferPointer(start: start + first, count: position - first)
        position += 1
        switch kind {
        case .text: return .text(String(decoding: field, as: UTF8.self))
        case .whole: return .integer(field.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
        case .real:
            // The separator after it ends the number.
            return .real(field.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { strtod($0, nil) } ?? 0 })
        }
    }

    private mutating func quoted() -> String {
        var text: [UInt8] = []
        position += 1
        while position < count {
            let byte = start[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < count, start[position] == byte else { break }
                position += 1
            }
            text.append(byte)
        }
        position += 1
        return String(decoding: text, as: UTF8.self)
    }
}

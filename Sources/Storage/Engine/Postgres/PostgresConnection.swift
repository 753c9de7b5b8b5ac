import CPostgres

/// A transaction on PostgreSQL.
struct PostgresConnection: Connection {
    private let link: PostgresLink
    private let transaction: Transaction

    init(_ link: PostgresLink, _ transaction: Transaction) {
        self.link = link
        self.transaction = transaction
    }

    var engine: EngineKind { .postgres }

    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
        try transaction.statement { try link.run(sql, values).changed }
    }

    @discardableResult
    func execute(_ sql: String, forEach rows: some Sequence<[SQLValue]>) throws -> Int {
        try transaction.statement { try link.pipeline(sql, rows) }
    }

    func checkStop() throws { try transaction.checkStop() }

    func executeScript(_ sql: String) throws {
        try transaction.statement { try link.script(sql) }
    }

    func forEachRow(_ sql: String, _ values: [SQLValue], _ body: (SQLRow) throws -> Void) throws {
        try transaction.statement {
            try link.stream(sql, values) { try body(SQLRow(source: .postgres($0.pointer, row: 0))) }
        }
    }

    func rows<Result>(_ sql: String, _ values: [SQLValue], read: (SQLRow) throws -> Result) throws -> [Result] {
        try transaction.statement {
            let result = try link.run(sql, values)
            return try withExtendedLifetime(result) {
                try (0..<result.count).map { try read(SQLRow(source: .postgres(result.pointer, row: $0))) }
            }
        }
    }

    @discardableResult
    func append(to table: String, columns: [String], rows: some Sequence<[SQLValue]>) throws -> Int {
        let sql = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
        return try transaction.statement {
            try link.copy(sql) { put in
                var text = CopyText()
                for values in rows {
                    try text.append(values)
                    if text.bytes.count >= CopyText.portion {
                        try text.bytes.withUnsafeBytes(put)
                        text.bytes.removeAll(keepingCapacity: true)
                    }
                }
                try text.bytes.withUnsafeBytes(put)
            }
        }
    }
}

/// Rows as COPY reads them: a line a row, tabs between the values.
/// - Source: PostgreSQL 15 documentation, COPY, text format
struct CopyText {
    static let portion = 1 << 16

    var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(Self.portion + 4096) }

    mutating func append(_ values: [SQLValue]) throws {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "\t")) }
            switch value {
            case .null: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
            case .integer(let number): bytes += "\(number)".utf8
            case .real(let number): bytes += "\(try SQLValue.checked(number))".utf8
            case .text(var text): try text.withUTF8 { try escape($0) }
            case .bytes(let raw):
                bytes += [UInt8(ascii: "\\"), UInt8(ascii: "\\"), UInt8(ascii: "x")]
                for byte in raw { bytes += [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]] }
            }
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) throws {
        for byte in text {
            switch byte {
            case 0: throw StorageFault.zeroInText
            case UInt8(ascii: "\\"): bytes += [byte, byte]
            case UInt8(ascii: "\t"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            default: bytes.append(byte)
            }
        }
    }

    private static let digits = [UInt8]("0123456789abcdef".utf8)
}

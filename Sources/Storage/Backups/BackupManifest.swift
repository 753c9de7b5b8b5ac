public import Foundation
import Register

/// What a backup holds, as the JSON file beside it says: enough to know a damaged or foreign one without this program.
public struct BackupManifest: Sendable, Equatable, Codable {
    /// Is only changed when an older program could misread a newer backup.
    public static let currentFormat = "tiru-backup-1"

    public enum Engine: String, Sendable, Codable {
        case sqlite, postgres
    }

    /// One office's book at that moment.
    public struct Book: Sendable, Equatable, Codable {
        public let office: String
        public let length: Int
        /// Hash of its last line.
        public let head: String
    }

    public let format: String
    /// When the copy began: whatever was written before is in it.
    public let madeAt: Date
    public let engine: Engine
    /// The version of the program that made it.
    public let program: String
    /// The number of the last change of the schema.
    public let schema: Int
    /// Of the data file, in bytes.
    public let size: Int
    /// SHA-256 of the data file, 64 hexadecimal digits.
    public let sha256: String
    /// How many rows each table has.
    public let rows: [String: Int]
    public let books: [Book]

    init(_ contents: BackupContents, of engine: Engine, at instant: Date, file: FileDigest) {
        format = Self.currentFormat
        // What is written down has milliseconds, and what is read back is the same.
        madeAt = Instant.date(Instant.text(instant)) ?? instant
        self.engine = engine
        program = ProgramVersion.text
        schema = contents.schema
        size = file.size
        sha256 = file.sha256
        rows = contents.rows
        books = contents.books
    }

    var contents: BackupContents { BackupContents(schema: schema, rows: rows, books: books) }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(Instant.text(date))
        }
        return try encoder.encode(self)
    }

    init(json: Data) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = Instant.date(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an instant")
            }
            return date
        }
        self = try decoder.decode(BackupManifest.self, from: json)
    }
}

/// What can be counted in a database, the same for the original and its copy.
struct BackupContents: Sendable, Equatable {
    let schema: Int
    let rows: [String: Int]
    let books: [BackupManifest.Book]

    init(schema: Int, rows: [String: Int], books: [BackupManifest.Book]) {
        self.schema = schema
        self.rows = rows
        self.books = books
    }

    /// Counts every row and walks the chain of every book.
    /// - Throws: `BackupRefused.foreign`, `.newerSchema`, `.brokenBook`.
    init(of connection: any Connection, named name: String) throws {
        let tables = try Migrations.tableNames(connection)
        guard tables.contains("schema_migration") else { throw BackupRefused.foreign(name) }
        schema = try connection.first("SELECT max(number) FROM schema_migration", read: { try $0.integer(0) }) ?? 0
        guard schema <= Migrations.latest else { throw BackupRefused.newerSchema(schema) }
        rows = Dictionary(
            uniqueKeysWithValues: try tables.map { table in
                let count = try connection.first("SELECT count(*) FROM \"\(table)\"", read: { try $0.integer(0) })
                return (table, count ?? 0)
            })
        // A database of before there were books has none.
        guard tables.contains("event_book") else {
            books = []
            return
        }
        books = try auditBooks(connection, { _ in }).map { book in
            if let fault = book.fault { throw BackupRefused.brokenBook(fault) }
            return BackupManifest.Book(office: book.office.text, length: book.length, head: book.head)
        }
    }
}

public import Register
import Secrets

/// What an installation is, for whoever looks after it.
public struct Installation: Sendable, Equatable {
    public enum Engine: String, Sendable, CaseIterable {
        case sqlite, postgres
    }

    public let engine: Engine
    /// The number of the last change of the schema.
    public let schema: Int
    /// Accounts of the regions that were asked for.
    public let accounts: Int
    /// The number of the key that seals now; `nil` where personal values can be neither read nor written.
    public let key: Int?
    /// Where the books of the regions end, by office.
    public let books: [BookEnd]

    /// Where an office's book ends. Noted outside, it proves later that nothing before it was changed.
    public struct BookEnd: Sendable, Equatable {
        public let office: RegionCode
        public let length: Int
        /// Hash of the last line.
        public let head: String
    }
}

extension Store {
    /// How the installation stands, with the accounts and books of these regions.
    public func installation(in regions: [RegionCode]) async throws -> Installation {
        let key = keyring?.current
        let engine: Installation.Engine = engine.kind == .postgres ? .postgres : .sqlite
        return try await read { connection in
            let (condition, values) = regionCondition(regions, column: "office", from: 1)
            let count = "SELECT count(*) FROM account WHERE \(condition)"
            let books = try connection.rows(
                "SELECT office, length, head FROM event_book WHERE \(condition) ORDER BY office", values
            ) {
                Installation.BookEnd(office: try $0.region(0), length: try $0.integer(1), head: try $0.text(2))
            }
            return Installation(
                engine: engine,
                schema: try connection.first("SELECT max(number) FROM schema_migration") { try $0.integer(0) } ?? 0,
                accounts: try connection.first(count, values) { try $0.integer(0) } ?? 0, key: key, books: books)
        }
    }
}

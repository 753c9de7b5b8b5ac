public import Register

/// Why a backup is not made, believed or restored. What was there before is untouched.
public enum BackupRefused: Error, Equatable, Sendable {
    /// There is no such backup: the file, or the manifest beside it, is missing or cannot be read.
    case missing(String)
    /// The manifest is not one, or of a later format.
    case unreadableManifest(String)
    case damaged(String, Damage)
    /// The data file is no database of ours.
    case foreign(String)
    /// It was made by a later version of the program.
    case newerSchema(Int)
    /// A chain of events does not hold.
    case brokenBook(BookFault)
    /// A file's backup can only become a file, a server's only a database of a server.
    case otherEngine(BackupManifest.Engine)
    /// The database to be restored holds rows.
    case holdsRows(String)
    /// Another program has the database open.
    case inUse(String)
    case alreadyThere(String)
    /// A folder or file cannot be written; what the system says.
    case cannotWrite(String, reason: String)
    /// A program that comes with PostgreSQL is not installed.
    case programMissing(String)
    case programFailed(String, said: String)
    /// The address names a server and no database on it.
    case noDatabaseNamed

    public enum Damage: Sendable, Equatable {
        case size(expected: Int, found: Int)
        case hash
        /// What the engine finds wrong.
        case engine(String)
        /// Other rows or books than the manifest says.
        case contents
    }

    /// Stable: kept as the outcome of a job.
    public var code: String {
        switch self {
        case .missing: "backup-missing"
        case .unreadableManifest: "backup-manifest-unreadable"
        case .damaged: "backup-damaged"
        case .foreign: "backup-foreign"
        case .newerSchema: "backup-newer-schema"
        case .brokenBook: "book-broken"
        case .otherEngine: "backup-other-engine"
        case .holdsRows: "database-holds-rows"
        case .inUse: "database-in-use"
        case .alreadyThere: "backup-already-there"
        case .cannotWrite: "backup-cannot-write"
        case .programMissing: "postgres-program-missing"
        case .programFailed: "postgres-program-failed"
        case .noDatabaseNamed: "database-not-named"
        }
    }
}

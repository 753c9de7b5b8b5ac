import Foundation
public import Secrets

/// The one door to the database: opens it, brings its schema up to date, reads and writes.
public struct Store: Sendable {
    let engine: any Engine
    let memory: EconomiesMemory
    let standings: StandingMemory
    /// The keys by which personal values are sealed; `nil` for who only reads figures.
    let keyring: Keyring?
    let pen: Pen

    /// Opens the database, making the file where it is not there. A database of ours that is up to date is not
    /// written to. Where several programs open an old one at once, one brings it up to date and the others wait.
    /// - Parameter keyring: `nil` opens a store that neither reads nor writes personal values.
    /// - Throws: `StoreRefusal.cannotOpen` when it cannot be opened, `.notOurs` when it belongs to another program,
    ///   `.wrongKeys` when it was written with other keys.
    public init(at address: DatabaseAddress, keyring: Keyring? = nil) async throws {
        do {
            let engine: any Engine =
                switch address {
                case .file(let path): try SQLiteEngine(path: path)
                case .server(let server): try await PostgresEngine(server)
                }
            let store = try await Store(engine, named: address.description)
            if let keyring { self = try await store.opened(with: keyring) } else { self = store }
        } catch let fault as StorageFault {
            throw StoreRefusal.cannotOpen(path: address.description, reason: fault.description)
        }
    }

    /// The same store with keys.
    /// - Throws: `StoreRefusal.wrongKeys` when the database was written with others.
    public func opened(with keyring: Keyring) async throws -> Store {
        try await KeysInUse.check(keyring, engine)
        return Store(over: engine, memory: (memory, standings), keyring: keyring, pen: pen)
    }

    /// Whether anything may have been sealed: then a missing key file is not made anew.
    public func hasKeysInUse() async throws -> Bool {
        try await read { try $0.exists("SELECT 1 FROM key_in_use LIMIT 1", []) }
    }

    /// A store over an engine whose schema is up to date.
    init(
        over engine: any Engine, memory: (EconomiesMemory, StandingMemory) = (EconomiesMemory(), StandingMemory()),
        keyring: Keyring?, pen: Pen = Pen()
    ) {
        self.engine = engine
        (self.memory, standings) = memory
        self.keyring = keyring
        self.pen = pen
    }

    /// Brings the schema up to date.
    init(_ engine: any Engine, named name: String, migrations: [Migrations.Migration] = Migrations.all) async throws {
        self.init(over: engine, keyring: nil)
        try await Migrations.apply(migrations, to: engine, named: name)
    }

    /// What the database engine finds wrong with its file; empty for a sound one.
    public func damage() async throws -> [String] { try await engine.damage() }

    /// Asks the database for next to nothing.
    /// - Throws: where it does not answer.
    public func ping() async throws { _ = try await read { try $0.exists("SELECT 1", []) } }

    /// Gives back files and connections. The store cannot be used afterwards.
    public func close() async { await engine.close() }

    /// Moves what was written from the log into the file itself.
    func settle() async throws { try await engine.settle() }

    /// One consistent view of the database.
    func read<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await StoreRefusal.speaking { try await engine.read(body) }
    }

    /// One transaction: all of it or nothing.
    func write<Result: Sendable>(
        _ body: @Sendable @escaping (any Connection) throws -> Result
    ) async throws -> Result {
        try await StoreRefusal.speaking { try await pen.holding { try await engine.write(body) } }
    }
}

/// The database cannot be used; the person who runs the program can mend it.
public enum StoreRefusal: Error, Equatable, Sendable {
    case cannotOpen(path: String, reason: String)
    /// The database belongs to another program; it was not touched.
    case notOurs(path: String)
    /// No reference facts have been loaded yet.
    case empty
    /// Another program holds the file; a moment later it may work.
    case busy
    case diskFull
    case readOnly
    /// The server cannot be reached. Nothing was kept.
    case unreachable(String)
    /// The server went away while a transaction was being kept. It may have been kept.
    case outcomeUnknown
    /// The database was written with another key of this number; the keyring is not the one that belongs to it.
    case wrongKeys(number: Int)
    /// Personal values are asked for and there is no keyring.
    case noKeys

    /// What the engine says and a person can mend, in these terms; everything else stays a fault of ours.
    static func speaking<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let fault as StorageFault {
            switch fault.trouble {
            case .busy, .contention: throw StoreRefusal.busy
            case .diskFull: throw StoreRefusal.diskFull
            case .readOnly: throw StoreRefusal.readOnly
            case .unreachable: throw StoreRefusal.unreachable(fault.description)
            case .outcomeUnknown: throw StoreRefusal.outcomeUnknown
            default: throw fault
            }
        }
    }
}

import Foundation
import Testing
import World

@testable import Storage

private func migration(_ number: Int, _ name: String, _ sql: String) -> Migrations.Migration {
    Migrations.Migration(number, name, [UInt8](sql.utf8))
}

struct OpeningTests {
    private func numbers(_ database: any Engine) async throws -> [Int] {
        try await database.read { connection in
            try connection.rows("SELECT number FROM schema_migration ORDER BY number") { try $0.integer(0) }
        }
    }

    @Test(arguments: Desk.engines)
    func `a migration that fails half-way leaves the schema as before and says why`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engine()
        let broken = migration(
            2, "broken", "CREATE TABLE half (id {int}) {strict}; INSERT INTO region (code) VALUES ('11')")
        let first = Array(Migrations.all.prefix(1))
        await #expect {
            try await Migrations.apply(first + [broken], to: database, named: "")
        } throws: { error in
            guard case .migrationFailed(2, "broken", let reason)? = error as? StorageFault else { return false }
            return reason.contains("kind")
        }
        #expect(try await numbers(database) == [1])
        let tables = try await database.read { try Migrations.tableNames($0) }
        #expect(tables.contains("region") && !tables.contains("half"))
        let mended = migration(2, "mended", "CREATE TABLE half (id {int}) {strict}")
        try await Migrations.apply(first + [mended], to: database, named: "")
        #expect(try await numbers(database) == [1, 2])
    }

    @Test(arguments: Desk.engines)
    func `a database of an older program is brought up to date with what it holds`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let old = try await desk.engine()
        try await Migrations.apply([Migrations.all[0]], to: old, named: "")
        try await old.write { connection in
            try connection.executeScript("INSERT INTO region (code, kind, name) VALUES ('51', 'province', 'Bali')")
        }
        await old.close()

        let later =
            Migrations.all + [
                migration(
                    Migrations.latest + 1, "later",
                    "CREATE TABLE later (region TEXT NOT NULL PRIMARY KEY REFERENCES region (code)) {strict}; "
                        + "INSERT INTO later SELECT code FROM region")
            ]
        let store = try await Store(desk.engine(), named: "", migrations: later)
        let found = try await store.read { try $0.rows("SELECT region FROM later") { try $0.text(0) } }
        #expect(found == ["51"])
        #expect(try await numbers(store.engine) == later.map(\.number))
    }

    @Test(arguments: Desk.engines, [2, 8])
    func `several programs open an empty database at once, one migrates, all work`(
        engine: EngineKind, count: Int
    ) async throws {
        let desk = try Desk(engine)
        let address = desk.address
        let counts = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<count {
                group.addTask {
                    let store = try await Store(at: address)
                    return try await store.read { connection in
                        try connection.rows("SELECT count(*) FROM schema_migration") { try $0.integer(0) }[0]
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts == Array(repeating: Migrations.all.count, count: count))
    }

    @Test func `a schema of strangers on a server is not ours, and is left alone`() async throws {
        guard Desk.engines.contains(.postgres) else { return }
        let desk = try Desk(.postgres)
        try desk.fromOutside("CREATE TABLE theirs (id INTEGER)")
        let address = desk.address
        await #expect(throws: StoreRefusal.notOurs(path: address.description)) { try await Store(at: address) }
        #expect(try desk.fromOutside("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == "1")
    }
}

struct FileTests {
    @Test func `a file that another program writes to is busy, and free afterwards`() async throws {
        let desk = try Desk()
        let store = try await desk.store()
        let impatient = try await Store(SQLiteEngine(path: desk.path, patience: 0.05), named: desk.path)
        let (begins, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let sql = "INSERT INTO region (code, kind, name) VALUES ('51', 'province', 'Bali')"
        let other = Task {
            try await store.write { connection in
                begins.signal()
                mayEnd.wait()
                _ = try connection.execute(sql)
            }
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                begins.wait()
                continuation.resume()
            }
        }
        await #expect(throws: StoreRefusal.busy) { try await impatient.write { _ = try $0.execute(sql) } }
        let isEmpty = try await impatient.read { try !$0.exists("SELECT 1 FROM region", []) }
        #expect(isEmpty)
        mayEnd.signal()
        try await other.value
        try await impatient.write { _ = try $0.execute("DELETE FROM region") }
    }

    @Test func `what may not be written to says so, and can be read`() async throws {
        let desk = try Desk()
        let store = try await desk.store()
        // A superuser may write to any file, so the file itself cannot show it everywhere.
        try await store.write { try $0.executeScript("PRAGMA query_only = 1") }
        await #expect(throws: StoreRefusal.readOnly) {
            try await store.write { _ = try $0.execute("DELETE FROM region") }
        }
        #expect(try await store.factFingerprint() == nil)
    }

    @Test func `on a full disk nothing is kept, and reading goes on`() async throws {
        let desk = try Desk()
        let store = try await desk.store()
        let pages = try await store.read { try $0.rows("PRAGMA page_count") { try $0.integer(0) }[0] }
        let insert = "INSERT INTO region (code, kind, name) VALUES ($1, 'province', $2)"
        let long = String(repeating: "x", count: 10_000)
        await #expect(throws: StoreRefusal.diskFull) {
            try await store.write { connection in
                try connection.executeScript("PRAGMA max_page_count = \(pages + 4)")
                try connection.execute(insert, forEach: (0..<100).map { [.text("\($0)"), .text(long)] })
            }
        }
        let isEmpty = try await store.read { try !$0.exists("SELECT 1 FROM region", []) }
        #expect(isEmpty)
        try await store.write { _ = try $0.execute(insert, [.text("51"), .text("Bali")]) }
    }

    @Test func `facts are loaded while somebody reads an older state for long`() async throws {
        let desk = try Desk()
        let store = try await Store(SQLiteEngine(path: desk.path, patience: 0.05), named: desk.path)
        let reader = try await Store(at: desk.address)
        let (begins, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let reading = Task {
            try await reader.read { connection in
                let isEmpty = try !connection.exists("SELECT 1 FROM region", [])
                begins.signal()
                mayEnd.wait()
                return isEmpty
            }
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                begins.wait()
                continuation.resume()
            }
        }
        #expect(try await store.load(World.facts(fingerprint: "a"), at: Date(timeIntervalSince1970: 1_800_000_000)))
        mayEnd.signal()
        #expect(try await reading.value)
        #expect(try await store.factFingerprint() == "a")
    }
}

struct AddressTests {
    static let secret = "r4h4s14"

    static let withSecret = [
        "postgres://office:r4h4s14@127.0.0.1:1/tiru", "postgresql://office:r4h4s14@127.0.0.1:1/tiru?connections=2",
        "postgres://127.0.0.1:1/tiru?user=office&password=r4h4s14", "postgres://:r4h4s14@127.0.0.1:1/tiru",
        "postgres://office:a%40r4h4s14@127.0.0.1:1/tiru",
        "postgres://office@127.0.0.1:1/tiru?sslmode=disable&sslpassword=r4h4s14",
    ]

    @Test(arguments: withSecret)
    func `a password is never shown, also when it cannot connect`(text: String) async throws {
        let address = try #require(DatabaseAddress(text))
        var shown = [address.description, "\(address)", String(reflecting: address)]
        if case .server(let server) = address { shown += ["\(server)", String(reflecting: server)] }
        var dumped = ""
        dump(address, to: &dumped)
        shown.append(dumped)
        do {
            _ = try await Store(at: address)
            Issue.record("connected to nobody")
        } catch {
            shown += ["\(error)", String(reflecting: error)]
        }
        for text in shown { #expect(!text.contains(Self.secret), "\(text)") }
        #expect(address.description.contains("127.0.0.1:1/tiru"))
    }

    static let unread = [
        "postgres://office:r4h4%zz@host/tiru", "postgres://office:r4@h4s14@host/tiru", "postgres://h/t?connections=0",
        "postgres://h/t?connections=101", "postgres://h/t?connections=many", "postgres://h/t?connections",
        "postgres://h/t?no_such_setting=1", "postgres://[::1/tiru",
    ]

    @Test(arguments: unread)
    func `an address that cannot be read is no address`(text: String) {
        #expect(DatabaseAddress(text) == nil)
    }

    @Test(arguments: ["tiru.sqlite", "", "postgres.sqlite", "./postgres:/x"])
    func `everything else is a file`(text: String) {
        #expect(DatabaseAddress(text) == .file(text))
    }

    @Test(arguments: [
        "postgres:///tiru?host=/run/postgresql&connections=16", "postgres://office@db.example/tiru",
        "postgresql://db.example:5433,db2.example/tiru",
    ])
    func `an address without a password is shown as it was written`(text: String) {
        #expect(DatabaseAddress(text)?.description == text)
    }

    @Test func `how many connections, and how long they wait, is read from the address`() throws {
        guard case .server(let server)? = DatabaseAddress("postgres://h/t?connections=3&connect_timeout=9") else {
            Issue.record("unread")
            return
        }
        #expect(server.connections == 3)
        #expect(server.connection.contains("connect_timeout=9") && !server.connection.contains("connect_timeout=5"))
        #expect(!server.connection.contains("connections="))
    }
}

import Dispatch
import Synchronization
import Testing
import World

@testable import Storage

/// What only a server can do to us.
@Suite(.enabled(if: Desk.engines.contains(.postgres), "no PostgreSQL server is installed"))
struct ServerTests {
    private let insert: @Sendable (any Connection) throws -> Void = { connection in
        try connection.execute("INSERT INTO sample (id) SELECT coalesce(max(id), 0) + 1 FROM sample")
    }

    private func count(_ database: any Engine) async throws -> Int {
        try await database.read { try $0.rows("SELECT count(*) FROM sample") { try $0.integer(0) } }[0]
    }

    @Test func `fifty tasks share two connections`() async throws {
        let desk = try Desk(.postgres)
        let database = try await desk.engineWithSamples(connections: 2)
        let backends = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<50 {
                group.addTask {
                    try await database.write { connection in
                        try connection.execute("INSERT INTO sample (id) VALUES ($1)", [.integer(number)])
                        return try connection.rows("SELECT pg_backend_pid()") { try $0.integer(0) }[0]
                    }
                }
            }
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect((1...2).contains(backends.count))
        #expect(try await count(database) == 50)
    }

    @Test func `idle connections that were cut are not noticed`() async throws {
        let desk = try Desk(.postgres)
        let database = try await desk.engineWithSamples(connections: 3)
        for _ in 0..<3 {
            try desk.cutConnections()
            try await database.write(insert)
        }
        #expect(try await count(database) == 3)
    }

    @Test(arguments: [true, false])
    func `a transaction that was cut before it was kept is run again, once`(hasMoreToSay: Bool) async throws {
        let desk = try Desk(.postgres)
        let database = try await desk.engineWithSamples(connections: 2)
        let tries = Counter()
        let insert = insert
        try await database.write { connection in
            try insert(connection)
            if tries.next() == 1 { try desk.cutConnections() }
            if hasMoreToSay { try connection.execute("SELECT 1") }
        }
        #expect(tries.count == 2)
        #expect(try await count(database) == 1)
    }

    /// A check that is put off until COMMIT, and sleeps, holds the transaction there.
    @Test func `cut while it was being kept, a transaction's outcome is not known, and it is not run again`()
        async throws
    {
        let desk = try Desk(.postgres)
        let database = try await desk.engine(connections: 2)
        let store = try await Store(database, named: "", migrations: [])
        try await desk.addSamples(to: database)
        try desk.fromOutside(
            """
            CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(30); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON sample DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION slowly()
            """)
        let tries = Counter()
        let insert = insert
        let task = Task {
            try await store.write { connection in
                _ = tries.next()
                try insert(connection)
            }
        }
        try await desk.waitUntilServerRuns("COMMIT")
        try desk.cutConnections()
        await #expect(throws: StoreRefusal.outcomeUnknown) { try await task.value }
        #expect(tries.count == 1)
        #expect(try await count(database) == 0)
    }

    @Test func `two writers that hold each other up both succeed`() async throws {
        let desk = try Desk(.postgres)
        let database = try await desk.engineWithSamples(connections: 2)
        try await database.write { try $0.executeScript("INSERT INTO sample (id, whole) VALUES (1, 0), (2, 0)") }
        let locked = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
        let tries = [Counter(), Counter()]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for me in 0..<2 {
                group.addTask {
                    try await database.write { connection in
                        let add = "UPDATE sample SET whole = whole + 1 WHERE id = $1"
                        try connection.execute(add, [.integer(me + 1)])
                        if tries[me].next() == 1 {
                            locked[me].signal()
                            locked[1 - me].wait()
                        }
                        try connection.execute(add, [.integer(2 - me)])
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(tries[0].count + tries[1].count == 3)
        let sums = try await database.read { try $0.rows("SELECT whole FROM sample") { try $0.integer(0) } }
        #expect(sums == [2, 2])
    }

    @Test func `a server that is gone is waited for, and then named`() async throws {
        let cluster = try #require(PostgresCluster.start())
        guard case .server(let address)? = DatabaseAddress(cluster.address(of: "postgres")) else { return }
        let database = try await PostgresEngine(address, patience: .milliseconds(300))
        let store = try await Store(database, named: "", migrations: [])
        cluster.stop()
        await #expect {
            try await store.write { _ = try $0.execute("SELECT 1") }
        } throws: { error in
            guard case .unreachable? = error as? StoreRefusal else { return false }
            return true
        }
    }

    @Test func `a server that comes back in time is not missed`() async throws {
        let desk = try Desk(.postgres)
        let database = try await desk.engineWithSamples(connections: 2)
        let cluster = try #require(PostgresCluster.shared)
        let name = try #require(desk.database)
        try cluster.execute("ALTER DATABASE \(name) ALLOW_CONNECTIONS false", in: "postgres")
        try cluster.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '\(name)'", in: "postgres")
        guard case .server(let address) = desk.address else { return }
        await #expect(throws: StorageFault.self) { try await PostgresEngine(address) }
        let insert = insert
        let patient = Task { try await database.write(insert) }
        try cluster.execute("ALTER DATABASE \(name) ALLOW_CONNECTIONS true", in: "postgres")
        try await patient.value
        #expect(try await count(database) == 1)
    }

    @Test func `a database that does not keep UTF-8 is refused with the reason`() async throws {
        let cluster = try #require(PostgresCluster.shared)
        let desk = try Desk(.postgres)
        let name = try #require(desk.database) + "x"
        try cluster.execute(
            "CREATE DATABASE \(name) ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0", in: "postgres")
        let address = try #require(DatabaseAddress(cluster.address(of: name)))
        await #expect {
            try await Store(at: address)
        } throws: { error in
            guard case .cannotOpen(_, let reason)? = error as? StoreRefusal else { return false }
            return reason.contains("SQL_ASCII")
        }
    }
}

/// Counts from several threads.
final class Counter: Sendable {
    private let value = Mutex(0)
    var count: Int { value.withLock { $0 } }
    func next() -> Int {
        value.withLock {
            $0 += 1
            return $0
        }
    }
}

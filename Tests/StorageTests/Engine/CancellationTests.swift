import Dispatch
import Testing
import World

@testable import Storage

struct CancellationTests {
    /// A statement of half a minute at least, on either engine.
    private func long(_ engine: EngineKind) -> String {
        switch engine {
        case .sqlite: endless + "SELECT count(*) FROM n WHERE i < 1000000000"
        case .postgres: "SELECT CAST(pg_sleep(30) AS TEXT)"
        }
    }

    private func answers(_ database: any Engine) async throws -> Bool {
        try await database.read { try $0.rows("SELECT CAST(1 AS BIGINT)") { try $0.integer(0) } } == [1]
    }

    @Test(arguments: Desk.engines, [true, false])
    func `a task that is cancelled ends its long statement soon, and the engine goes on`(
        engine: EngineKind, isWriting: Bool
    ) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        let begins = DispatchSemaphore(value: 0)
        let sql = long(engine)
        let body: @Sendable (any Connection) throws -> Void = { connection in
            if isWriting { try connection.execute("INSERT INTO sample (id) VALUES (1)") }
            begins.signal()
            _ = try connection.rows(sql, read: { _ in () })
        }
        let task = Task { isWriting ? try await database.write(body) : try await database.read(body) }
        await waiting(for: begins)
        let clock = ContinuousClock()
        let start = clock.now
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(clock.now - start < .seconds(10))
        #expect(try await answers(database))
        let kept = try await database.read { try $0.rows("SELECT id FROM sample") { try $0.integer(0) } }
        #expect(kept.isEmpty)
    }

    /// Between two short statements there is nothing an engine could interrupt.
    @Test(arguments: Desk.engines, Way.allCases)
    func `a task that is cancelled ends its many rows too`(engine: EngineKind, way: Way) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        let begins = DispatchSemaphore(value: 0)
        let task = Task {
            try await database.write { connection in
                let sql = "INSERT INTO sample (id) VALUES ($1)"
                let endless = sequence(first: 1) { $0 + 1 }.lazy.map { number -> [SQLValue] in
                    if number == 1_000 { begins.signal() }
                    return [.integer(number)]
                }
                switch way {
                case .one: for row in endless { try connection.execute(sql, row) }
                case .many: try connection.execute(sql, forEach: endless)
                case .bulk: try connection.append(to: "sample", columns: ["id"], rows: endless)
                }
            }
        }
        await waiting(for: begins)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        let kept = try await database.read { try $0.rows("SELECT id FROM sample LIMIT 1") { try $0.integer(0) } }
        #expect(kept.isEmpty)
    }

    /// A swallowed cancellation must not end in a transaction that is kept.
    @Test(arguments: Desk.engines)
    func `nothing of a cancelled task is kept, even where its body goes on`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        let (begins, isCancelled) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let task = Task {
            try await database.write { connection in
                try connection.execute("INSERT INTO sample (id) VALUES (1)")
                begins.signal()
                isCancelled.wait()
            }
        }
        await waiting(for: begins)
        task.cancel()
        isCancelled.signal()
        await #expect(throws: CancellationError.self) { try await task.value }
        let kept = try await database.read { try $0.rows("SELECT id FROM sample") { try $0.integer(0) } }
        #expect(kept.isEmpty)
    }

    @Test(arguments: Desk.engines)
    func `a task that is cancelled while it waits for a connection waits no longer`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        let (begins, mayEnd) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let holder = Task {
            try await database.write { _ in
                begins.signal()
                mayEnd.wait()
            }
        }
        await waiting(for: begins)
        let ran = Counter()
        let waiters = (0..<5).map { _ in
            Task { try await database.write { _ in _ = ran.next() } }
        }
        for waiter in waiters { waiter.cancel() }
        if engine == .postgres {
            // A file has one writer, who has to end before GRDB looks at who waits; a pool answers at once.
            for waiter in waiters { await #expect(throws: CancellationError.self) { try await waiter.value } }
        }
        mayEnd.signal()
        for waiter in waiters { await #expect(throws: CancellationError.self) { try await waiter.value } }
        try await holder.value
        #expect(ran.count == 0)
        #expect(try await answers(database))
    }

    /// Waits without holding one of the threads that tasks run on.
    private func waiting(for semaphore: DispatchSemaphore) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                semaphore.wait()
                continuation.resume()
            }
        }
    }
}

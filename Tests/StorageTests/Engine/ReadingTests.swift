import Dispatch
import Testing
import World

@testable import Storage

/// Numbers from 1 on, without end.
let endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "

struct ReadingTests {
    private struct Enough: Error {}

    /// Held rows would never be enough: the answer has no end.
    @Test(arguments: Desk.engines)
    func `rows are handed over as they come, and a reader may stop`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engine(connections: 1)
        await #expect(throws: Enough.self) {
            try await database.read { connection in
                var seen = 0
                try connection.forEachRow(endless + "SELECT CAST(i AS BIGINT) FROM n", []) { row in
                    seen += 1
                    guard try row.integer(0) == seen else { throw CancellationError() }
                    if seen == 200_000 { throw Enough() }
                }
            }
        }
        let answer = try await database.read { try $0.rows("SELECT CAST(1 AS BIGINT)") { try $0.integer(0) } }
        #expect(answer == [1])
    }

    @Test(arguments: Desk.engines)
    func `two hundred thousand rows arrive complete and in order`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        let count = 200_000
        _ = try await database.write { connection in
            try connection.append(
                to: "sample", columns: ["id", "word"],
                rows: (1...count).lazy.map { [.integer($0), .text("row \($0)")] })
        }
        let inOrder = try await database.read { connection in
            var next = 1
            try connection.forEachRow("SELECT id, word FROM sample ORDER BY id", []) { row in
                if try row.integer(0) == next, try row.text(1) == "row \(next)" { next += 1 }
            }
            return next - 1
        }
        #expect(inOrder == count)
    }

    /// The reader looks, a writer commits, the reader looks again and sees what it saw before.
    @Test(arguments: Desk.engines)
    func `a reader sees one moment`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 2)
        let (hasLooked, hasWritten) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let count: @Sendable (any Connection) throws -> Int = { connection in
            try connection.rows("SELECT count(*) FROM sample") { try $0.integer(0) }[0]
        }
        async let seen = database.read { connection in
            let before = try count(connection)
            hasLooked.signal()
            hasWritten.wait()
            return [before, try count(connection)]
        }
        let written = Task {
            try await database.write { connection in
                hasLooked.wait()
                try connection.execute("INSERT INTO sample (id) VALUES (1)")
            }
            hasWritten.signal()
        }
        #expect(try await seen == [0, 0])
        try await written.value
        #expect(try await database.read(count) == 1)
    }

    @Test(arguments: Desk.engines)
    func `an engine that is closed says so`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        await database.close()
        await #expect(throws: (any Error).self) { try await database.read { try $0.execute("SELECT 1") } }
    }
}

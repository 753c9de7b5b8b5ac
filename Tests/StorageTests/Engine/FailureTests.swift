import Testing
import World

@testable import Storage

/// A statement that the schema refuses, and how both engines call it.
struct Violation: CustomTestStringConvertible, Sendable {
    let trouble: EngineTrouble
    let sql: String

    var testDescription: String { "\(trouble)" }

    static let all = [
        Violation(trouble: .notUnique, sql: "INSERT INTO sample (id) VALUES (1)"),
        Violation(trouble: .notUnique, sql: "INSERT INTO sample (id, tag) VALUES (2, 'taken')"),
        Violation(trouble: .missingReference, sql: "INSERT INTO sample (id, parent) VALUES (2, 99)"),
        Violation(trouble: .missingReference, sql: "DELETE FROM sample WHERE id = 1"),
        Violation(trouble: .checkFailed, sql: "INSERT INTO sample (id, whole) VALUES (2, 13)"),
        Violation(trouble: .checkFailed, sql: "INSERT INTO sample (id, whole) VALUES (2, 'many')"),
        Violation(trouble: .missingValue, sql: "INSERT INTO sample (id, must) VALUES (2, NULL)"),
        Violation(trouble: .other, sql: "SELECT nothing FROM nowhere"),
        Violation(trouble: .other, sql: "SELEKT 1"),
    ]
}

struct FailureTests {
    private func count(_ database: any Engine) async throws -> Int {
        try await database.read { try $0.rows("SELECT count(*) FROM sample") { try $0.integer(0) } }[0]
    }

    private func trouble(_ body: () async throws -> Void) async -> EngineTrouble? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? StorageFault)?.trouble
        }
    }

    @Test(arguments: Desk.engines, Violation.all)
    func `both engines refuse alike, keep nothing and go on`(engine: EngineKind, violation: Violation) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        try await database.write { connection in
            try connection.executeScript(
                "INSERT INTO sample (id, tag) VALUES (1, 'taken'); INSERT INTO sample (id, parent) VALUES (10, 1)")
        }
        let found = await trouble {
            try await database.write { connection in
                try connection.execute("INSERT INTO sample (id) VALUES (5)")
                try connection.execute(violation.sql)
            }
        }
        #expect(found == violation.trouble)
        #expect(try await count(database) == 2)
    }

    static let bad: [(EngineTrouble, [SQLValue])] = [
        (.notUnique, [.integer(1), .null, .null, .integer(0)]),
        (.missingReference, [.integer(1_234), .null, .integer(99_999), .integer(0)]),
        (.checkFailed, [.integer(1_234), .integer(13), .null, .integer(0)]),
        (.missingValue, [.integer(1_234), .null, .null, .null]),
    ]

    @Test(arguments: Desk.engines, [true, false])
    func `one bad row of two thousand, and nothing is kept`(engine: EngineKind, isBulk: Bool) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        for (expected, row) in Self.bad {
            let rows: [[SQLValue]] = (1...2_000).map { $0 == 1_234 ? row : [.integer($0), .null, .null, .integer(0)] }
            let found = await trouble {
                try await database.write { connection in
                    if isBulk {
                        try connection.append(to: "sample", columns: ["id", "whole", "parent", "must"], rows: rows)
                    } else {
                        try connection.execute(
                            "INSERT INTO sample (id, whole, parent, must) VALUES ($1, $2, $3, $4)", forEach: rows)
                    }
                }
            }
            #expect(found == expected)
            #expect(try await count(database) == 0)
        }
    }

    @Test(arguments: Desk.engines)
    func `a bulk into a table that is not there fails, and the connection goes on`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        let found = await trouble {
            _ = try await database.write { try $0.append(to: "nowhere", columns: ["id"], rows: [[.integer(1)]]) }
        }
        #expect(found == .other)
        #expect(try await count(database) == 0)
    }

    /// PostgreSQL would answer COMMIT with a rollback, and say so in a place where nobody looks.
    @Test(arguments: Desk.engines)
    func `a body that swallows a failure is not kept, and is told so`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        let found = await trouble {
            try await database.write { connection in
                try connection.execute("INSERT INTO sample (id) VALUES (1)")
                do { try connection.execute("INSERT INTO sample (id) VALUES (1)") } catch {}
            }
        }
        #expect(found == .notUnique)
        #expect(try await count(database) == 0)
    }

    @Test(arguments: Desk.engines)
    func `what a body throws undoes what it wrote`(engine: EngineKind) async throws {
        struct Doubt: Error {}
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        await #expect(throws: Doubt.self) {
            try await database.write { connection in
                try connection.execute("INSERT INTO sample (id) VALUES (1)")
                throw Doubt()
            }
        }
        #expect(try await count(database) == 0)
    }

    @Test(arguments: Desk.engines)
    func `a reader cannot write`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        let found = await trouble {
            try await database.read { _ = try $0.execute("INSERT INTO sample (id) VALUES (1)") }
        }
        #expect(found == .readOnly)
        #expect(try await count(database) == 0)
    }

    @Test(arguments: Desk.engines)
    func `a statement inside another one is a fault of ours, and hurts nobody else`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples(connections: 1)
        try await database.write { try $0.executeScript("INSERT INTO sample (id) VALUES (1)") }
        await #expect(throws: StorageFault.statementInside) {
            try await database.read { connection in
                try connection.forEachRow("SELECT id FROM sample", []) { _ in
                    try connection.execute("SELECT id FROM sample")
                }
            }
        }
        #expect(try await count(database) == 1)
    }

    @Test func `a kept statement whose table changed fails once, not for ever`() async throws {
        guard Desk.engines.contains(.postgres) else { return }
        let desk = try Desk(.postgres)
        let database = try await desk.engineWithSamples(connections: 1)
        let read: @Sendable (any Connection) throws -> Int = { connection in
            try connection.rows("SELECT * FROM sample", read: { _ in () }).count
        }
        #expect(try await database.read(read) == 0)
        try desk.fromOutside("ALTER TABLE sample ADD COLUMN more TEXT")
        _ = await trouble { _ = try await database.read(read) }
        #expect(try await database.read(read) == 0)
    }

    @Test func `more statements than are kept are all answered`() async throws {
        guard Desk.engines.contains(.postgres) else { return }
        let desk = try Desk(.postgres)
        let database = try await desk.engine(connections: 1)
        for _ in 0..<2 {
            let sum = try await database.read { connection in
                try (1...500).map { number in
                    try connection.rows("SELECT CAST(\(number) AS BIGINT)", read: { try $0.integer(0) })[0]
                }.reduce(0, +)
            }
            #expect(sum == 125_250)
        }
    }
}

import Testing
import World

@testable import Storage

/// The three ways in which rows get into a table.
enum Way: CaseIterable {
    case one, many, bulk

    func insert(_ rows: [[SQLValue]], _ connection: any Connection) throws -> Int {
        let sql = "INSERT INTO sample (id, whole, real, word, raw) VALUES ($1, $2, $3, $4, $5)"
        switch self {
        case .one: return try rows.map { try connection.execute(sql, $0) }.reduce(0, +)
        case .many: return try connection.execute(sql, forEach: rows)
        case .bulk:
            return try connection.append(
                to: "sample", columns: ["id", "whole", "real", "word", "raw"], rows: rows)
        }
    }
}

private let texts = [
    "", " ", "a\tb", "a\nb", "a\r\nb", "\\", "\\N", "\\.", "\\.\n", "\\t", "'", "\"", "''; DROP TABLE sample; --", "$1",
    "NULL",
    "null", "{}", "é", "e\u{301}", "ᬩᬮᬶ", "👩🏽‍🌾", "\u{FEFF}x", "\u{1}\u{7F}", "\u{FFFF}", "\u{10FFFF}",
]
private let wholes = [0, 1, -1, .max, .min, Int(Int32.max) + 1, 1_250_000]
private let reals: [Double] = [
    0, 1, -1, 0.1, 1 / 3, 5e-324, -5e-324, .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
    1e15, 1e16, 123_456_789.123_456_78, 9_007_199_254_740_993, 1e300, 0.1 + 0.2,
]
private let raws: [[UInt8]] = [[], [0], [0, 0], [92, 120], Array(0...255), Array("\\x00".utf8)]

private func samples() -> [[SQLValue]] {
    let count = max(texts.count, wholes.count, reals.count, raws.count)
    return (0..<count).map { i in
        [
            .integer(i), wholes.indices.contains(i) ? .integer(wholes[i]) : .null,
            reals.indices.contains(i) ? .real(reals[i]) : .null, .text(texts[i]),
            raws.indices.contains(i) ? .bytes(raws[i]) : .null,
        ]
    }
}

struct ValueTests {
    private func all(_ connection: any Connection) throws -> [[SQLValue]] {
        try connection.rows("SELECT id, whole, real, word, raw FROM sample ORDER BY id") { row in
            try (0..<5).map(row.value)
        }
    }

    @Test(arguments: Desk.engines, Way.allCases)
    func `every value comes back as it went in`(engine: EngineKind, way: Way) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        let rows = samples()
        let count = try await database.write { try way.insert(rows, $0) }
        #expect(count == rows.count)
        let back = try await database.read { try all($0) }
        for (row, expected) in zip(back, rows) { #expect(row == expected) }
        #expect(back.count == rows.count)
    }

    @Test(arguments: Desk.engines, Way.allCases)
    func `a megabyte of text and of bytes comes back`(engine: EngineKind, way: Way) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        let text = String(repeating: "batik\t\\🧵\n", count: 80_000)
        let raw = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let rows: [[SQLValue]] = (0..<3).map { i in
            [.integer(i), .null, .null, i == 0 ? .text(text) : .null, .bytes(raw)]
        }
        _ = try await database.write { try way.insert(rows, $0) }
        let isSame = try await database.read { try all($0) == rows }
        #expect(isSame)
    }

    @Test(arguments: Desk.engines, Way.allCases)
    func `what one engine would not keep is refused by both, and nothing is kept`(
        engine: EngineKind, way: Way
    ) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        let refused: [(SQLValue, StorageFault)] = [
            (.text("a\0b"), .zeroInText), (.text("\0"), .zeroInText), (.real(.nan), .notFinite),
            (.real(.infinity), .notFinite), (.real(-.infinity), .notFinite),
        ]
        for (value, fault) in refused {
            let isText = fault == .zeroInText
            let rows: [[SQLValue]] = [
                [.integer(1), .null, .null, .text("good"), .null],
                [.integer(2), .null, isText ? .null : value, isText ? value : .null, .null],
            ]
            await #expect(throws: fault) { _ = try await database.write { try way.insert(rows, $0) } }
        }
        #expect(try await database.read { try all($0) }.isEmpty)
    }

    /// SQLite keeps no minus zero, so neither does the other.
    @Test(arguments: Desk.engines, Way.allCases)
    func `minus zero is kept as zero`(engine: EngineKind, way: Way) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        _ = try await database.write { try way.insert([[.integer(1), .null, .real(-0.0), .null, .null]], $0) }
        let sign = try await database.read { connection in
            try connection.rows("SELECT real FROM sample") { try $0.real(0).sign }
        }
        #expect(sign == [.plus])
    }

    @Test(arguments: Desk.engines)
    func `text is ordered and compared by its bytes`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        let words = ["a", "B", "b", "A", "é", "z", "Z", "\u{FFFF}", "😀", "e\u{301}", "10", "9", "", " "]
        let ordered = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        _ = try await database.write { connection in
            try connection.append(
                to: "sample", columns: ["id", "word"],
                rows: words.enumerated().map { [.integer($0.offset), .text($0.element)] })
        }
        let found = try await database.read { connection in
            try connection.rows("SELECT word FROM sample ORDER BY word") { try $0.text(0) }
        }
        #expect(found.map { Array($0.utf8) } == ordered.map { Array($0.utf8) })
        let above = try await database.read { connection in
            try connection.rows("SELECT count(*) FROM sample WHERE word > $1", [.text("Z")]) { try $0.integer(0) }
        }
        #expect(above == [ordered.count { "Z".utf8.lexicographicallyPrecedes($0.utf8) }])
    }

    @Test(arguments: Desk.engines)
    func `a bulk without rows is no row`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        for way in Way.allCases { #expect(try await database.write { try way.insert([], $0) } == 0) }
    }

    @Test(arguments: Desk.engines)
    func `both count the same changed rows`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let database = try await desk.engineWithSamples()
        let counts = try await database.write { connection in
            let rows: [[SQLValue]] = (1...5).map { [.integer($0), .integer($0)] }
            let insert = "INSERT INTO sample (id, whole) VALUES ($1, $2)"
            return [
                try connection.execute(insert, forEach: rows),
                try connection.execute("UPDATE sample SET whole = 7 WHERE id > 2"),
                try connection.execute("UPDATE sample SET whole = 7 WHERE id > 99"),
                try connection.execute("SELECT id FROM sample"),
                try connection.execute(
                    insert + " ON CONFLICT (id) DO NOTHING", forEach: rows + [[.integer(6), .null]]),
                try connection.execute(insert + " ON CONFLICT (id) DO UPDATE SET whole = 1", rows[0]),
                try connection.execute("CREATE TABLE other (id INTEGER PRIMARY KEY)"),
                try connection.execute("DELETE FROM sample WHERE id <= 2 RETURNING id"),
                try connection.execute("DELETE FROM sample"),
            ]
        }
        #expect(counts == [5, 3, 0, 0, 1, 1, 0, 2, 4])
    }

    @Test func `text that is not UTF-8 is a fault, never a guess`() async throws {
        let desk = try Desk()
        let database = try await desk.engine()
        await #expect(throws: StorageFault.unexpectedValue(column: 0)) {
            try await database.read { try $0.rows("SELECT CAST(x'ff41' AS TEXT)") { try $0.text(0) } }
        }
    }

    @Test func `a server's own setting does not change how bytes are read`() async throws {
        guard Desk.engines.contains(.postgres) else { return }
        let desk = try Desk(.postgres)
        try desk.fromOutside("ALTER DATABASE \(#require(desk.database)) SET bytea_output = 'escape'")
        let database = try await desk.engineWithSamples()
        _ = try await database.write {
            try Way.one.insert([[.integer(1), .null, .null, .null, .bytes([0, 92, 255])]], $0)
        }
        let raw = try await database.read { try $0.rows("SELECT raw FROM sample") { try $0.bytes(0) } }
        #expect(raw == [[0, 92, 255]])
    }
}

import Dispatch
import Foundation
import Measure
import Register
import Synchronization
import Testing
import World

@testable import Storage

/// From which engine to which.
struct Move: CustomTestStringConvertible, Sendable {
    let from: EngineKind
    let to: EngineKind

    var testDescription: String { "\(from) to \(to)" }

    static let all = Desk.engines.flatMap { from in Desk.engines.map { Move(from: from, to: $0) } }
}

/// A schema with what the real one may have one day: a table that refers to itself, one whose name sorts before what it
/// refers to, one without a key, a name that is a word of the language, a column that is computed.
private let schema = Migrations.Migration(
    1, "nasty",
    [UInt8](
        """
        CREATE TABLE node (
            id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES node (id), real {real}, whole {int}, raw {bytes},
            twice {int} GENERATED ALWAYS AS (whole / 2) STORED
        ) {strict};
        CREATE TABLE a_leaf (
            second {int} NOT NULL, first TEXT NOT NULL REFERENCES node (id), "order" TEXT, PRIMARY KEY (first, second)
        ) {strict};
        CREATE TABLE keyless (word TEXT, number {int}) {strict};
        CREATE TABLE bare (id {int} NOT NULL PRIMARY KEY) {strict};
        CREATE INDEX leaf_order ON a_leaf ("order")
        """.utf8))

struct DatabaseCopyTests {
    private func store(_ desk: Desk) async throws -> Store {
        try await Store(desk.engine(), named: "", migrations: [schema])
    }

    private func fill(_ store: Store) async throws {
        let words = ["", "\\N", "\\.", "a\tb\nc\r", "'\"", "é", "👩🏽‍🌾", "Z", "a", "\u{FFFF}", "\u{10FFFF}", "z"]
        // Each row refers to one that comes after it in the order of the key.
        let ordered = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let nodes: [[SQLValue]] = ordered.enumerated().map { i, word in
            let parent = i + 1 < ordered.count ? ordered[i + 1] : nil
            return [
                .text(word), SQLValue(parent), .real([0.1, 5e-324, -1e300, 3][i % 4]),
                .integer([Int.max, .min, 0, -1][i % 4]), i == 0 ? .bytes([]) : .bytes(Array(0...255)),
            ]
        }
        try await store.write { connection in
            try connection.execute(
                "INSERT INTO node (id, parent, real, whole, raw) VALUES ($1, $2, $3, $4, $5)", forEach: nodes.reversed()
            )
            try connection.execute(
                "INSERT INTO a_leaf (first, second, \"order\") VALUES ($1, $2, $3)",
                forEach: words.flatMap { word in (0..<200).map { [.text(word), .integer(-$0), .text(word)] } })
            try connection.execute(
                "INSERT INTO keyless (word, number) VALUES ($1, $2)",
                forEach: [[.null, .integer(1)], [.text(""), .null], [.null, .null], [.text("a"), .integer(1)]])
        }
    }

    private func contents(_ store: Store) async throws -> [String: [[SQLValue]]] {
        try await store.read { connection in
            try TableShape.all(connection).reduce(into: [:]) { contents, shape in
                contents[shape.name] = try connection.rows(shape.rows, read: shape.values)
            }
        }
    }

    @Test(arguments: Move.all)
    func `everything arrives as it was, in the order that references ask for`(move: Move) async throws {
        let (from, to) = (try Desk(move.from), try Desk(move.to))
        let (source, target) = (try await store(from), try await store(to))
        try await fill(source)
        let shares = Mutex<[Double]>([])
        let tables = try await DatabaseCopy.move(source, target) { share in shares.withLock { $0.append(share) } }
        #expect(tables.map(\.name) == ["bare", "keyless", "node", "a_leaf"])
        #expect(tables.map(\.rows) == [0, 4, 12, 2_400])
        #expect(Set(tables.map(\.fingerprint)).count == 4)
        #expect(tables.allSatisfy { $0.fingerprint.count == 32 })
        #expect(try await contents(source) == contents(target))
        let seen = shares.withLock { $0 }
        #expect(!seen.isEmpty && seen == seen.sorted() && seen.allSatisfy { (0...1).contains($0) })
    }

    @Test(arguments: Desk.engines)
    func `a target that holds rows is refused and left alone`(engine: EngineKind) async throws {
        let (from, to) = (try Desk(), try Desk(engine))
        let (source, target) = (try await store(from), try await store(to))
        try await fill(source)
        try await target.write { _ = try $0.execute("INSERT INTO bare (id) VALUES (7)") }
        await #expect(throws: DatabaseCopyRefusal.targetHoldsRows(table: "bare")) {
            try await DatabaseCopy.move(source, target) { _ in }
        }
        let counts = try await contents(target).mapValues(\.count)
        #expect(counts == ["bare": 1, "keyless": 0, "node": 0, "a_leaf": 0])
    }

    /// A trigger of the target alters what arrives; a source that is lost, a target that refuses.
    @Test(arguments: Desk.engines)
    func `what does not arrive as it was sent is not kept`(engine: EngineKind) async throws {
        let (from, to) = (try Desk(), try Desk(engine))
        let (source, target) = (try await store(from), try await store(to))
        try await fill(source)
        try await target.write { connection in
            switch connection.engine {
            case .sqlite:
                try connection.executeScript(
                    """
                    CREATE TRIGGER shortened AFTER INSERT ON a_leaf WHEN NEW.second = -100
                    BEGIN UPDATE a_leaf SET "order" = 'x' WHERE first = NEW.first AND second = NEW.second; END
                    """)
            case .postgres:
                try connection.executeScript(
                    """
                    CREATE FUNCTION shorten() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN IF NEW.second = -100 THEN RETURN NULL; END IF; RETURN NEW; END';
                    CREATE TRIGGER shortened BEFORE INSERT ON a_leaf FOR EACH ROW EXECUTE FUNCTION shorten()
                    """)
            }
        }
        await #expect(throws: DatabaseCopyRefusal.altered(table: "a_leaf")) {
            try await DatabaseCopy.move(source, target) { _ in }
        }
        #expect(try await contents(target).values.allSatisfy(\.isEmpty))
    }

    @Test(arguments: Desk.engines)
    func `a target that refuses a row says so, and keeps none`(engine: EngineKind) async throws {
        let (from, to) = (try Desk(), try Desk(engine))
        let (source, target) = (try await store(from), try await store(to))
        try await fill(source)
        try await target.write { _ = try $0.execute("CREATE UNIQUE INDEX once ON a_leaf (\"order\")") }
        await #expect {
            try await DatabaseCopy.move(source, target) { _ in }
        } throws: { error in
            (error as? StorageFault)?.trouble == .notUnique
        }
        #expect(try await contents(target).values.allSatisfy(\.isEmpty))
    }

    @Test(arguments: Move.all)
    func `a copy that is stopped keeps nothing, and can be made again`(move: Move) async throws {
        let (from, to) = (try Desk(move.from), try Desk(move.to))
        let (source, target) = (try await store(from), try await store(to))
        try await fill(source)
        let (begins, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let calls = Counter()
        let task = Task {
            try await DatabaseCopy.move(source, target) { _ in
                guard calls.next() == 1 else { return }
                begins.signal()
                mayGoOn.wait()
            }
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                begins.wait()
                continuation.resume()
            }
        }
        task.cancel()
        mayGoOn.signal()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try await contents(target).values.allSatisfy(\.isEmpty))
        _ = try await DatabaseCopy.move(source, target) { _ in }
        #expect(try await contents(source) == contents(target))
    }

    @Test func `a source that is lost on the way is named, and nothing is kept`() async throws {
        guard Desk.engines.contains(.postgres) else { return }
        let (from, to) = (try Desk(.postgres), try Desk())
        let (source, target) = (try await store(from), try await store(to))
        // More than fits into what is on its way between two programs.
        try await source.write { connection in
            _ = try connection.append(to: "bare", columns: ["id"], rows: (1...300_000).lazy.map { [.integer($0)] })
        }
        let calls = Counter()
        await #expect(throws: DatabaseCopyRefusal.interrupted) {
            try await DatabaseCopy.move(source, target) { _ in
                if calls.next() == 1 { try? from.cutConnections() }  // fails only where nothing is left to cut
            }
        }
        #expect(try await contents(target).values.allSatisfy(\.isEmpty))
    }

    @Test func `the real schema is moved to a server and back`() async throws {
        guard Desk.engines.contains(.postgres) else { return }
        let (from, between, to) = (try Desk(), try Desk(.postgres), try Desk())
        let facts = try World.facts(fingerprint: "a")
        try await from.store().load(facts, at: Date(timeIntervalSince1970: 1_800_000_000))
        let there = try await DatabaseCopy(from: from.address, to: between.address).run { _ in }
        let back = try await DatabaseCopy(from: between.address, to: to.address).run { _ in }
        #expect(there == back)
        #expect(there.first { $0.name == "region" }?.rows == facts.regions.count + 1)
        let (before, after) = (try await from.store(), try await to.store())
        #expect(try await contents(before) == contents(after))
        #expect(try await after.lastFactLoad() == FactCounts(facts))
    }

    @Test func `a source that is not there is not made, and a database is not copied onto itself`() async throws {
        let desk = try Desk()
        let other = DatabaseAddress.file(desk.folder.appending(path: "other.sqlite").path)
        await #expect(throws: DatabaseCopyRefusal.sourceMissing(desk.path)) {
            try await DatabaseCopy(from: desk.address, to: other).run { _ in }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).isEmpty)
        _ = try await desk.store()
        let same = DatabaseAddress.file(desk.folder.path + "/./tiru.sqlite")
        await #expect(throws: DatabaseCopyRefusal.sameDatabase) {
            try await DatabaseCopy(from: desk.address, to: same).run { _ in }
        }
    }

    @Test func `a fingerprint tells apart what looks alike`() {
        let rows: [[[SQLValue]]] = [
            [], [[]], [[.null]], [[.text("")]], [[.bytes([])]], [[.integer(0)]], [[.real(0)]], [[.text("0")]],
            [[.text("ab"), .text("c")]], [[.text("a"), .text("bc")]], [[.text("a")], [.text("b")]],
            [[.text("b")], [.text("a")]], [[.integer(1), .null]], [[.null, .integer(1)]], [[.integer(256)]],
        ]
        let fingerprints = rows.map { rows in
            var fingerprint = RowFingerprint()
            for row in rows { fingerprint.add(row) }
            return "\(fingerprint.rows) \(fingerprint.text)"
        }
        #expect(Set(fingerprints).count == rows.count)
    }
}

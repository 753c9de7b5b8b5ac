import Foundation
import Register
import Testing
import World

@testable import Storage

/// Whatever is done to a book is found, and the first line that does not hold is named.
struct TamperingTests {
    /// A column, what is written there, and what the audit says of the line.
    static let forgeries: [(column: String, value: String, kind: BookFault.Kind)] = [
        ("at", "'2030-01-01T00:00:00.000Z'", .changed), ("actor", "'somebody else'", .changed),
        ("kind", "'backup-made'", .changed), ("subject", "'another'", .changed), ("body", "body || ' '", .changed),
        ("previous", "'\(String(repeating: "a", count: 64))'", .broken),
        ("hash", "'\(String(repeating: "b", count: 64))'", .changed), ("number", "number + 1000", .gap),
        ("office", "'73.71'", .gap),
    ]

    @Test(arguments: Desk.engines)
    func `a changed column of any line is found`(engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 200)
        #expect(try await pages.audit(after: []).isEmpty)
        var dice = Dice(7)
        for (office, length) in pages.lengths.sorted(by: { $0.key < $1.key }) {
            for number in 1...length {
                let forgery = Self.forgeries[Int.random(in: 0..<Self.forgeries.count, using: &dice)]
                try await check(pages, forgery, office, number)
            }
            for forgery in Self.forgeries {
                for number in [1, 2, length - 1, length] { try await check(pages, forgery, office, number) }
            }
        }
    }

    private func check(
        _ pages: Pages, _ forgery: (column: String, value: String, kind: BookFault.Kind), _ office: RegionCode,
        _ number: Int
    ) async throws {
        let faults = try await pages.audit(after: [
            (
                "UPDATE event SET \(forgery.column) = \(forgery.value) WHERE office = $1 AND number = $2",
                [SQLValue(office), .integer(number)]
            )
        ])
        // The last line of a book that went elsewhere is missing at the end, not in between.
        let isLast = number == pages.lengths[office]
        let kind = forgery.column == "office" && isLast ? .cutOff : forgery.kind
        #expect(faults[office] == BookFault(office: office, number: number, kind), "\(forgery.column) of \(number)")
        let others = Set(faults.keys).subtracting([office])
        #expect(others == (forgery.column == "office" ? [World.makassar] : []))
    }

    @Test(arguments: Desk.engines)
    func `lines that are gone, swapped or cut off are found`(engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 200)
        let office = World.badung
        let length = try #require(pages.lengths[office])
        var dice = Dice(8)
        func fault(_ statements: (String, [SQLValue])...) async throws -> BookFault? {
            try await pages.audit(after: statements.map { ($0.0, [SQLValue(office)] + $0.1) })[office]
        }
        let delete = "DELETE FROM event WHERE office = $1 AND number = $2"
        let move = "UPDATE event SET number = $3 WHERE office = $1 AND number = $2"
        for _ in 0..<40 {
            let number = Int.random(in: 1..<length, using: &dice)
            let later = Int.random(in: (number + 1)...length, using: &dice)
            #expect(try await fault((delete, [.integer(number)])) == BookFault(office: office, number: number, .gap))
            let swapped = try await fault(
                (move, [.integer(number), .integer(9999)]), (move, [.integer(later), .integer(number)]),
                (move, [.integer(9999), .integer(later)]))
            #expect(swapped == BookFault(office: office, number: number, .broken))
            let cut = try await fault(
                ("DELETE FROM event WHERE office = $1 AND number >= $2", [.integer(number)]))
            #expect(cut == BookFault(office: office, number: number, .cutOff))
        }
        #expect(try await fault((delete, [.integer(length)])) == BookFault(office: office, number: length, .cutOff))
    }

    @Test(arguments: Desk.engines)
    func `a book that lies about its end is found`(engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 40)
        let office = World.badung
        let length = try #require(pages.lengths[office])
        for (lie, number) in [
            ("length = length + 1", length + 1), ("length = length - 1", length), ("length = 0", 1),
            ("head = '\(String(repeating: "c", count: 64))'", length + 1),
        ] {
            let faults = try await pages.audit(after: [
                ("UPDATE event_book SET \(lie) WHERE office = $1", [SQLValue(office)])
            ])
            #expect(faults == [office: BookFault(office: office, number: number, .cutOff)], "\(lie)")
        }
    }

    @Test(arguments: Desk.engines)
    func `lines whose book was taken away are found`(engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 40)
        let off =
            engine == .sqlite ? "PRAGMA defer_foreign_keys = 1" : "SET LOCAL session_replication_role = 'replica'"
        let faults = try await pages.audit(after: [
            (off, []), ("DELETE FROM event_book WHERE office = $1", [SQLValue(World.badung)]),
        ])
        #expect(faults == [World.badung: BookFault(office: World.badung, number: 1, .cutOff)])
    }

    /// What the chain cannot prove by itself: a tail that was cut off together with what the book says of its end.
    @Test(arguments: Desk.engines)
    func `a cut tail with a mended book is found by a noted line only`(engine: EngineKind) async throws {
        let pages = try await Pages(engine, lines: 40)
        let office = World.badung
        let state = try #require(try await pages.store.auditBooks().first { $0.office == office })
        let noted = try #require(NotedLine("51.03:\(state.length):\(state.head)"))
        #expect(try await pages.store.holds(noted))
        _ = try await pages.store.write { connection in
            try connection.execute(
                "DELETE FROM event WHERE office = $1 AND number > $2", [SQLValue(office), .integer(state.length - 5)])
            try connection.execute(
                """
                UPDATE event_book SET length = $2,
                    head = (SELECT hash FROM event WHERE office = $1 AND number = $2) WHERE office = $1
                """, [SQLValue(office), .integer(state.length - 5)])
        }
        #expect(try await pages.store.auditBooks().allSatisfy { $0.fault == nil })
        #expect(try await !pages.store.holds(noted))
    }
}

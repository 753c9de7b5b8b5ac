import Foundation
import Register
import Testing
import World

@testable import Storage

/// Three books with lines at random: Badung's, Gianyar's, and Makassar's, which is empty.
struct Pages {
    let store: Store
    private let desk: Desk
    var lengths: [RegionCode: Int] = [World.badung: 0, World.gianyar: 0]

    static let actors = (0..<3).map { _ in Account.ID(newIdentifier()) }
    static let subjects = (0..<3).map { _ in newIdentifier() }
    static let kinds: [EventKind] = [.personShown, .signedIn, .hatGiven, .jobAsked]

    init(_ engine: EngineKind, lines: Int, seed: UInt64 = 1) async throws {
        desk = try Desk(engine)
        store = try await Store(at: desk.address)
        try await store.record(in: World.makassar, by: Stamp(by: nil, at: Office.start)) { _, _ in }
        var random = Dice(seed)
        for number in 0..<lines {
            let office = Bool.random(using: &random) ? World.badung : World.gianyar
            let actor = Int.random(in: 0...3, using: &random)
            // The clock goes back now and then; instants repeat, so that the ends of a filter are met.
            let seconds = Double(number / 6 * 60 + 60 * Int.random(in: -5...5, using: &random))
            let stamp = Stamp(by: actor < 3 ? Self.actors[actor] : nil, at: Office.start + seconds)
            let subject = Int.random(in: 0...3, using: &random)
            let kind = Self.kinds[Int.random(in: 0..<4, using: &random)]
            try await store.record(in: office, by: stamp) { _, book in
                try book.note(
                    kind, about: subject < 3 ? Self.subjects[subject] : nil,
                    [Event.Change("number", to: .plain("\(number) é\n"))], because: subject == 0 ? "\"why\"" : nil)
            }
            lengths[office, default: 0] += 1
        }
    }

    var path: String { desk.path }
    /// The name of the database on the server.
    var database: String? { desk.database }

    /// How the books stand after statements, which are then taken back.
    func audit(after statements: [(sql: String, values: [SQLValue])]) async throws -> [RegionCode: BookFault] {
        struct TakenBack: Error {
            let states: [BookState]
        }
        do {
            try await store.write { connection in
                for (sql, values) in statements { try connection.execute(sql, values) }
                throw TakenBack(states: try Storage.auditBooks(connection) { _ in })
            }
        } catch let error as TakenBack {
            return Dictionary(
                uniqueKeysWithValues: error.states.compactMap { state in state.fault.map { (state.office, $0) } })
        }
        return [:]
    }
}

/// Random numbers that are the same every time.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

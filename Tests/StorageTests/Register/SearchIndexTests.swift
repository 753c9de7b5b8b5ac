import Foundation
import GRDB
import Register
import Testing
import World

@testable import Storage

/// The search index holds words under the numbers of rows: whatever becomes of the rows, it speaks of the right ones.
struct SearchIndexTests {
    /// What each word finds, personal words included.
    private func found(_ store: Store, _ words: [String]) async throws -> [[String]] {
        var found: [[String]] = []
        for word in words {
            let lines = try await store.search(
                word, in: [World.badung], personalIn: [World.badung], limit: 50)
            found.append(lines.map(\.enterprise.card.name).sorted())
        }
        return found
    }

    private let words = ["tenun", "keripik", "batik", "rahasia", "lama"]

    /// Enterprises of two lists, the first taken back, one changed, so that numbers are missing and words have moved.
    private func fill(_ office: Office) async throws {
        let first = (0..<30).map { ListTests.entry("Lama \($0)", $0) }
        let list = try await office.enterList(first).id
        _ = try await office.enter([
            ListTests.entry("Tenun Sari", 40), ListTests.entry("Keripik Jaya", 41), ListTests.entry("Batik Ayu", 42),
        ])
        _ = try await office.store.undo(list, by: office.stamp(90))
        let line = try #require(
            try await office.store.search("batik", in: [World.badung], personalIn: [], limit: 1).first)
        try await office.store.change(
            line.id, to: Office.card("Keripik Ayu", owner: "Ni Nyoman Rahasia"), from: 1, by: office.stamp(95))
    }

    private let right = [["Tenun Sari"], ["Keripik Ayu", "Keripik Jaya"], [], ["Keripik Ayu"], []]

    @Test(arguments: Desk.engines)
    func `what was taken back or changed is found by its new words only`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        try await fill(office)
        #expect(try await found(office.store, words) == right)
    }

    @Test func `a file that was written anew finds the same`() async throws {
        let office = try await Office(.sqlite)
        try await fill(office)
        await office.store.close()
        try await DatabaseQueue(path: office.desk.path).vacuum()
        let store = try await Store(at: office.desk.address, keyring: office.keyring)
        #expect(try await found(store, words) == right)
        // And the index lets go of the right rows.
        let line = try #require(
            try await store.search("rahasia", in: [World.badung], personalIn: [World.badung], limit: 1).first)
        try await store.change(line.id, to: Office.card("Batik Ayu"), from: 2, by: office.stamp(99))
        #expect(
            try await found(store, words) == [["Tenun Sari"], ["Keripik Jaya"], ["Batik Ayu"], [], []])
    }

    @Test(arguments: Move.all)
    func `what lists brought is found after a move to another database`(move: Move) async throws {
        let office = try await Office(move.from)
        try await fill(office)
        await office.store.close()
        let target = try Desk(move.to)
        _ = try await DatabaseCopy(from: office.desk.address, to: target.address).run { _ in }
        #expect(try await found(try await target.store(), words) == right)
    }

    @Test func `a great list writes its words as a small one does`() async throws {
        let office = try await Office(.sqlite)
        let entries = (0..<20_100).map { ListTests.entry("Tenun \($0)", $0) }
        _ = try await office.enter(entries)
        for name in ["tenun 0", "tenun 19999", "tenun 20099"] {
            let lines = try await office.store.search(name, in: [World.badung], personalIn: [], limit: 1)
            #expect(lines.first?.enterprise.card.name.lowercased() == name)
        }
    }
}

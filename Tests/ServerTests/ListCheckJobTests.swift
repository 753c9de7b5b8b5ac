import Exchange
import Foundation
import Logging
import Register
import Secrets
import Storage
import Testing
import Web
import World

@testable import Server

/// What a check tells of a list before it is entered, from the file to the list.
struct ListCheckJobTests {
    private static let header = "nama_perusahaan,nama_pemilik,tahun,nilai_produksi\n"

    @Test func `a new row that resembles an enterprise is told, and one that resembles none is not`() async throws {
        let desk = try await Desk()
        try await desk.enter("Keramik Tanah Lot", owner: "Komang Wirya")
        try await desk.enter("Endek Mawar", owner: "Ni Luh Sekar")
        let list = try await desk.check(
            Self.header
                + "UD. KERAMIK TANAHLOT,Komang Wirya,,\nKopi Kintamani,Putu Yasa,,\nEndek Mawar,Ni Luh Sekar,,\n")
        #expect(list.counts.new == 2 && list.counts.unchanged == 1)
        #expect(list.counts.likely == 1 && list.counts.unsought == nil)
        let told = try await desk.sample.store.likelyTwins(of: list.id, limit: 10)
        #expect(told.map(\.twin.row) == [2] && told.map(\.known.name) == ["Keramik Tanah Lot"])
        #expect(told.allSatisfy { $0.twin.score.score > 0.5 })
    }

    @Test func `in an empty register nothing is looked for`() async throws {
        let desk = try await Desk()
        let list = try await desk.check(Self.header + "Keramik Tanah Lot,Komang Wirya,,\nKeramik Tanahlot,,,\n")
        #expect(list.counts.new == 2 && list.counts.likely == nil && list.counts.unsought == nil)
    }

    @Test func `a figure against its own past is a doubt with its column, and the row is not entered`() async throws {
        let desk = try await Desk()
        let first = try await desk.check(Self.header + "Endek Mawar,Ni Luh Sekar,2023,12000000\n")
        try await desk.enter(first)
        let second = try await desk.check(Self.header + "Endek Mawar,Ni Luh Sekar,2024,13000000000\n")
        #expect(second.counts.doubtful == 1 && second.counts.offPast == 1 && second.counts.rows == 1)
        let faults = try await desk.sample.store.faults(of: second.id, limit: 10)
        let fault = try #require(faults.first)
        #expect(faults.count == 1 && fault.row == 2 && fault.column == 4 && fault.field == .output)
        #expect(fault.reason == .farFromPast && fault.details == ["× 1000", "2023", "12000000"])
        try await desk.enter(second)
        let entered = try await desk.sample.store.list(second.id)
        #expect(entered.counts.doubtful == 1 && entered.counts.rows == 1 && entered.counts.changed == 0)
    }

    /// Somebody who brings lists to Badung.
    private struct Desk {
        let sample: Sample
        private let identifiers = Identifiers()
        private let stamp = Stamp(by: nil, at: morning)

        init() async throws { sample = try await Sample() }

        func enter(_ name: String, owner: String) async throws {
            var card = EnterpriseCard(name: name)
            card.owner = owner
            try await sample.store.enter(
                Enterprise.ID(identifiers.next(at: morning)), card, in: World.badung, by: stamp)
        }

        func enter(_ list: OfficeList) async throws { try await run(.enterList, list.id) }

        func check(_ text: String) async throws -> OfficeList {
            let bytes = Array(text.utf8)
            let list = OfficeList(
                id: OfficeList.ID(identifiers.next(at: morning)), office: World.badung,
                file: ("daftar.csv", bytes.count, SHA256.hex(of: bytes)), reading: "",
                steps: [OfficeList.Step(.brought, stamp)])
            let pieces = Held([bytes])
            try await sample.store.bring(list, pieces: { pieces.change { $0.popLast() } })
            try await run(.checkList, list.id)
            return try await sample.store.list(list.id)
        }

        private func run(_ kind: JobKind, _ list: OfficeList.ID) async throws {
            let id = Job.ID(identifiers.next(at: morning))
            try await sample.store.ask(
                for: Job(id, kind.name, in: World.badung, parameters: "{\"list\":\"\(list)\"}", asked: stamp))
            var options = JobRunner.Options()
            (options.polls, options.beats, options.now) = (.none, .none, { morning })
            var logger = Logger(label: "test")
            logger.logLevel = .critical
            #expect(try await JobRunner(sample.store, kinds: [kind], logger: logger, options: options).runNext())
            let job = try await sample.store.job(id)
            #expect(job?.state == .done, "\(job?.outcome ?? "")")
        }
    }
}

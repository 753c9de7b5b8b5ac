import Foundation
import Register
import Server
import Storage
import Testing
import World

struct SampleTests {
    @Test func `the sample shows details that are taken back with it`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "tiru-sample-\(UUID().uuidString).sqlite")
            .path
        defer {
            // Left behind, they are only temporary files.
            for end in ["", "-wal", "-shm", ".keys"] { try? FileManager.default.removeItem(atPath: file + end) }
        }
        let empty = try await Store(at: .file(file))
        try await empty.load(try World.facts(), at: Office.morning)
        let (store, _) = try await Doorway(keys: file + ".keys").open(empty, at: Office.morning)
        let count = try await SampleOffice.enterIfNew(store, at: Office.morning)
        let badung = CertificateFilter(in: [World.badung])
        #expect(try await store.certificateCount(badung, most: 100) > 10)
        #expect(try await store.certificateCount(CertificateFilter(in: [World.makassar]), most: 100) > 10)
        let first = try #require(try await store.certificates(badung, limit: 1).first)
        #expect(first.holder.contains("Contoh") && first.kept.detail.number?.hasPrefix("CONTOH") == true)
        let details = try await store.details(of: first.kept.enterprise)
        #expect(details.products.count == 1 && !details.workers.isEmpty && details.worksheets.count == 1)
        var left = 0
        for list in try await store.lists(in: [.nation], limit: 10) {
            let counts = try await store.undo(list.id, by: Stamp(by: nil, at: Office.morning + 60))
            left += counts.kept
            #expect(counts.new > 0)
        }
        #expect(count > 0 && left == 0)
        #expect(try await store.certificateCount(CertificateFilter(in: [.nation]), most: 100) == 0)
        #expect(try await store.enterpriseCount(EnterpriseFilter(in: [.nation])) == 0)
    }
}

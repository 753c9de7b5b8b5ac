import Foundation
import Register
import Testing

struct TwinScoreTests {
    private func record(_ name: String, _ change: (inout TwinRecord) -> Void = { _ in }) -> TwinRecord {
        var random = SystemRandomNumberGenerator()
        var record = TwinRecord(id: Key(Identifier(at: Date(timeIntervalSince1970: 0), using: &random)), name: name)
        record.area = AreaCode("51.03.01.1001")
        change(&record)
        return record
    }

    @Test func `the same firm with slips, titles and another form is one`() {
        let first = record("UD. Sekar Jepun") {
            $0.owner = "Ni Luh Made Sukerti"
            $0.phone = "6281999000111"
        }
        let second = record("jepun sekarr") {
            $0.owner = "Md. Sukerti, SE"
            $0.phone = "081999000111"
        }
        let score = TwinScore(first, second)
        #expect(score.outcome == .same)
        #expect(score.reasons.contains { $0.kind == .samePhone })
        #expect(score.reasons.contains { $0.kind == .sameVillage })
        #expect(score.score > 0.9 && score.score <= 1)
    }

    @Test func `a branch differs by its number and is settled by a person`() {
        func branch(_ name: String) -> TwinRecord {
            record(name) {
                $0.owner = "Ni Luh Made Sukerti"
                $0.phone = "6281999000111"
            }
        }
        let score = TwinScore(branch("Sari Rasa 1"), branch("Sari Rasa II"))
        #expect(score.outcome == .toSettle)
        #expect(score.reasons.contains { $0.kind == .otherNumber })
        #expect(TwinScore(branch("Sari Rasa"), branch("Tenun Melati")).outcome != .same)
    }

    @Test func `another NIB speaks against, the same one for`() {
        func known(_ nib: String?) -> TwinRecord {
            record("Sekar Jepun") { $0.nib = nib.flatMap { NIB($0) } }
        }
        let unknown = TwinScore(known(nil), known(nil)).bits
        #expect(TwinScore(known("9120001234567"), known("9120001234567")).bits > unknown + 10)
        #expect(TwinScore(known("9120001234567"), known("9120010234567")).bits > unknown)
        // Numbers given out one after the other differ so too.
        #expect(TwinScore(known("9120001234567"), known("9120001234568")).bits == unknown)
        #expect(TwinScore(known("9120001234567"), known("9120007654321")).bits < unknown - 5)
    }

    @Test func `a shared rare word tells more than a usual one`() {
        let usual = (0..<200).map { record("Jaya \($0)") }
        let census = TwinCensus(usual + [record("Jepun"), record("Jepun")])
        #expect(
            TwinScore(record("Jepun"), record("Jepun"), in: census).bits
                > TwinScore(record("Jaya"), record("Jaya"), in: census).bits + 3)
    }

    @Test func `digits of two versions of KBLI are not compared`() {
        let old = record("Sekar") { $0.industry = IndustryCode(.kbli2020, "13134") }
        let new = record("Sekar") { $0.industry = IndustryCode(.kbli2025, "13134") }
        let none = record("Sekar")
        #expect(TwinScore(old, new).bits == TwinScore(old, none).bits)
        #expect(TwinScore(old, old).bits > TwinScore(old, none).bits)
    }

    @Test func `a score does not depend on who stands first`() {
        let names = ["UD Sekar Jepun", "Jepun", "Sari Rasa 2", "Sarirasa", "Wayan", ""]
        for left in names {
            for right in names {
                let pair = (record(left) { $0.owner = "Wayan Sudana" }, record(right) { $0.owner = "Sudana" })
                #expect(abs(TwinScore(pair.0, pair.1).bits - TwinScore(pair.1, pair.0).bits) < 1e-9)
            }
        }
    }

    @Test func `the weightiest reason comes first`() {
        let score = TwinScore(record("Sekar Jepun"), record("Sekar Jepun"))
        #expect(score.reasons.map { abs($0.bits) } == score.reasons.map { abs($0.bits) }.sorted(by: >))
    }
}

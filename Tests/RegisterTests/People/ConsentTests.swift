import Benchmarking
import Foundation
import Register
import Testing

struct ConsentTests {
    private let start = Date(timeIntervalSince1970: 1_795_000_000)
    private let hour: TimeInterval = 3600
    private let sari = Person.ID(AccessWorld.identifier(1))
    private let ketut = Person.ID(AccessWorld.identifier(2))
    private let officer = Account.ID(AccessWorld.identifier(3))

    private func proof() throws -> Consent.Proof {
        try #require(Consent.Proof(.signedPaper, reference: "map 12, lembar 3", wordsVersion: "2026-1"))
    }

    private func entry(
        _ number: UInt64, _ act: Consent.Act, _ purpose: Purpose = .publishName, hours: Double
    ) -> Consent {
        Consent(
            id: Consent.ID(AccessWorld.identifier(100 + number)), person: sari, purpose: purpose, act: act,
            recorded: Stamp(by: officer, at: start + hours * hour))
    }

    @Test func `nothing said is no consent, and is not a withdrawal`() {
        let ledger = ConsentLedger(of: sari, [])
        for purpose in Purpose.allCases {
            #expect(ledger.state(of: purpose, at: start) == .neverGiven)
            #expect(ledger.allows(purpose, at: start) == (purpose.basis != .consent))
        }
    }

    @Test func `consent to one purpose is none to another`() throws {
        let ledger = ConsentLedger(of: sari, [entry(1, .given(try proof()), hours: 0)])
        let allowed = Purpose.allCases.filter { $0.basis == .consent && ledger.allows($0, at: start) }
        #expect(allowed == [.publishName])
    }

    @Test func `consent counts from its instant, and not before`() throws {
        let given = entry(1, .given(try proof()), hours: 0)
        let ledger = ConsentLedger(of: sari, [given])
        #expect(ledger.state(of: .publishName, at: start - 1) == .neverGiven)
        #expect(ledger.state(of: .publishName, at: start) == .given(since: start, proof: given))
    }

    @Test func `consent given again keeps its beginning and shows the latest proof`() throws {
        let entries = [entry(1, .given(try proof()), hours: 0), entry(2, .given(try proof()), hours: 5)]
        let ledger = ConsentLedger(of: sari, entries)
        #expect(ledger.state(of: .publishName, at: start + 6 * hour) == .given(since: start, proof: entries[1]))
    }

    @Test func `a withdrawal ends the use at once and starts the clock of 3 x 24 hours`() throws {
        let entries = [entry(1, .given(try proof()), hours: 0), entry(2, .withdrawn(nil), hours: 10)]
        let ledger = ConsentLedger(of: sari, entries)
        let withdrawn = start + 10 * hour
        #expect(ledger.allows(.publishName, at: withdrawn - 1))
        #expect(!ledger.allows(.publishName, at: withdrawn))
        #expect(ledger.state(of: .publishName, at: withdrawn) == .withdrawn(stop: Deadline(from: withdrawn)))
        #expect(Deadline(from: withdrawn).due == withdrawn + 72 * hour)
    }

    @Test func `to withdraw again does not start the clock anew`() throws {
        let entries = [
            entry(1, .given(try proof()), hours: 0), entry(2, .withdrawn(nil), hours: 10),
            entry(3, .withdrawn(nil), hours: 60),
        ]
        let state = ConsentLedger(of: sari, entries).state(of: .publishName, at: start + 70 * hour)
        #expect(state == .withdrawn(stop: Deadline(from: start + 10 * hour)))
    }

    @Test func `consent after a withdrawal begins anew, and its withdrawal has a clock of its own`() throws {
        let entries = [
            entry(1, .given(try proof()), hours: 0), entry(2, .withdrawn(nil), hours: 10),
            entry(3, .given(try proof()), hours: 20), entry(4, .withdrawn(nil), hours: 30),
        ]
        let ledger = ConsentLedger(of: sari, entries)
        #expect(
            ledger.state(of: .publishName, at: start + 25 * hour)
                == .given(since: start + 20 * hour, proof: entries[2]))
        #expect(
            ledger.state(of: .publishName, at: start + 31 * hour)
                == .withdrawn(stop: Deadline(from: start + 30 * hour)))
    }

    @Test func `at one instant the withdrawal wins`() throws {
        let entries = [entry(1, .withdrawn(nil), hours: 0), entry(2, .given(try proof()), hours: 0)]
        #expect(!ConsentLedger(of: sari, entries).allows(.publishName, at: start))
        #expect(!ConsentLedger(of: sari, entries.reversed()).allows(.publishName, at: start))
    }

    @Test func `entries may arrive in any order and twice`() throws {
        var random = RandomStream(seed: 21)
        for _ in 0..<300 {
            let entries = try (0..<random.index(below: 9)).map { number in
                entry(
                    UInt64(number), random.index(below: 2) == 0 ? .given(try proof()) : .withdrawn(nil),
                    [.photo, .publishName][random.index(below: 2)], hours: Double(random.index(below: 5)))
            }
            let again = (entries + entries.prefix(3)).shuffled(using: &random)
            #expect(ConsentLedger(of: sari, again) == ConsentLedger(of: sari, entries))
        }
    }

    @Test func `the last word up to an instant decides`() throws {
        var random = RandomStream(seed: 22)
        for _ in 0..<300 {
            let hours = (0..<8).shuffled(using: &random).prefix(random.index(below: 8)).sorted()
            let entries = try hours.enumerated().map { number, hour in
                entry(
                    UInt64(number), random.index(below: 2) == 0 ? .given(try proof()) : .withdrawn(nil),
                    hours: Double(hour))
            }
            let now = start + Double(random.index(below: 9)) * hour
            var isGiven = false
            for entry in entries where entry.recorded.at <= now {
                if case .given = entry.act { isGiven = true } else { isGiven = false }
            }
            #expect(ConsentLedger(of: sari, entries).allows(.publishName, at: now) == isGiven)
        }
    }

    @Test func `another person's consent is not this person's`() throws {
        #expect(!ConsentLedger(of: ketut, [entry(1, .given(try proof()), hours: 0)]).allows(.publishName, at: start))
    }

    @Test(arguments: [("", "2026-1"), ("map 12", ""), (" \n", "2026-1"), ("map 12", "  ")])
    func `consent that cannot be shown is none`(reference: String, version: String) {
        for kind in Consent.Proof.Kind.allCases {
            #expect(Consent.Proof(kind, reference: reference, wordsVersion: version) == nil)
        }
    }

    @Test func `names, contacts, places, pictures and sharing rest on consent; the office's duties do not`() {
        #expect(
            Purpose.allCases.filter { $0.basis == .consent } == [
                .publishName, .publishContact, .publishPlace, .photo, .comparison, .shareWithRegion,
            ])
        #expect(LawfulBasis.allCases.count == 6)
    }
}

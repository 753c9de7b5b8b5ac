import Benchmarking
import Foundation
import Register
import Testing

struct IdentifierTests {
    /// RFC 9562, appendix A.6, made on 22 February 2022 at 19:22:22 UTC.
    private let published = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"

    @Test func `the example of the standard is read, written and dated`() throws {
        let identifier = try #require(Identifier(published))
        #expect(identifier.text == published)
        #expect("\(identifier)" == published)
        #expect(identifier.instant == Date(timeIntervalSince1970: 1_645_557_742))
    }

    @Test func `the example is made again from its time and its random bits`() {
        // Bits above the counter and the tail are set, to be cut off.
        var random = Script([0xFFFF_FFFF_FFFF_FCC3, 0xD8C4_DC0C_0C07_398F])
        let identifier = Identifier(at: Date(timeIntervalSince1970: 1_645_557_742), using: &random)
        #expect(identifier.text == published)
    }

    @Test(arguments: [
        "", "017f22e2", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F", "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
        "017f22e279b07cc398c4dc0c0c07398f", "017f22e2-79b0-4cc3-98c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-78c4-dc0c0c07398f", "017f22e2-79b0-7cc3-c8c4-dc0c0c07398f",
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398", "017f22e2-79b0-7cc3-98c4-dc0c0c07398f0",
        " 017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "017f22e2-79b0-7cc3-98c4-dc0c0c07398g",
        "017f22e-279b0-7cc3-98c4-dc0c0c07398f", "٠17f22e2-79b0-7cc3-98c4-dc0c0c0739",
        "00000000-0000-0000-0000-000000000000",
    ])
    func `another spelling, another version and another length are refused`(text: String) {
        #expect(Identifier(text) == nil)
        #expect(Key<IdentifierTests>(text) == nil)
    }

    @Test func `identifiers sort as their texts do, by age`() {
        var random = RandomStream(seed: 7)
        let made = (0..<500).map { _ in
            Identifier(at: Date(timeIntervalSince1970: Double(random.index(below: 4_000_000_000))), using: &random)
        }
        #expect(made.sorted().map(\.text) == made.map(\.text).sorted())
        let byAge = made.sorted().map(\.instant)
        #expect(byAge == byAge.sorted())
    }

    @Test func `the millisecond survives`() {
        var random = RandomStream(seed: 1)
        for milliseconds in stride(from: 1_795_000_000_000, to: 1_795_000_001_000, by: 1) {
            let instant = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
            #expect(Identifier(at: instant, using: &random).instant == instant)
        }
    }

    // Seconds, because a date that is no number cannot even be printed as an argument.
    @Test(arguments: [-1e300, -1, 0, 281_474_976_710.655, 281_474_976_711, 1e300, .nan, .infinity] as [Double])
    func `no clock is so wrong that an identifier cannot be made`(seconds: Double) {
        let instant = Date(timeIntervalSince1970: seconds)
        var random = RandomStream(seed: 1)
        let identifier = Identifier(at: instant, using: &random)
        #expect(Identifier(identifier.text) == identifier)
        var sequence = IdentifierSequence()
        let first = sequence.next(at: instant, using: &random)
        #expect(first < sequence.next(at: instant, using: &random))
    }

    @Test func `it is coded as its text, and a bad text is not decoded`() throws {
        let identifier = try #require(Identifier(published))
        let key = Key<Account>(identifier)
        #expect(String(decoding: try JSONEncoder().encode([identifier]), as: UTF8.self) == "[\"\(published)\"]")
        #expect(String(decoding: try JSONEncoder().encode([key]), as: UTF8.self) == "[\"\(published)\"]")
        #expect(try JSONDecoder().decode([Key<Account>].self, from: Data("[\"\(published)\"]".utf8)) == [key])
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Identifier].self, from: Data("[\"\(published.uppercased())\"]".utf8))
        }
    }
}

struct IdentifierSequenceTests {
    private let start = Date(timeIntervalSince1970: 1_795_000_000)

    @Test func `ten thousand in one millisecond grow`() {
        var sequence = IdentifierSequence()
        var random = RandomStream(seed: 3)
        let made = (0..<10_000).map { _ in sequence.next(at: start, using: &random) }
        #expect(zip(made, made.dropFirst()).allSatisfy { $0 < $1 })
        // The counter has at most 4096 places, so the later ones are dated ahead: by milliseconds, not more.
        #expect(made[0].instant == start)
        #expect(made[9_999].instant > start)
        #expect(made[9_999].instant < start + 0.01)
    }

    @Test func `identifiers grow though the clock goes back, and are dated by it again once it has caught up`() {
        var sequence = IdentifierSequence()
        var random = RandomStream(seed: 4)
        let before = sequence.next(at: start, using: &random)
        let during = (1...100).map { sequence.next(at: start - Double($0) * 3600, using: &random) }
        let after = sequence.next(at: start + 1, using: &random)
        let made = [before] + during + [after]
        #expect(zip(made, made.dropFirst()).allSatisfy { $0 < $1 })
        #expect(during.allSatisfy { $0.instant == start })
        #expect(after.instant == start + 1)
    }

    @Test func `the next identifier cannot be guessed from the last`() {
        var sequence = IdentifierSequence()
        var random = RandomStream(seed: 5)
        let tails = (0..<1000).map { _ in sequence.next(at: start, using: &random).text.suffix(16) }
        #expect(Set(tails).count == 1000)
    }

    @Test func `a random clock and a random pace never break the order`() {
        var random = RandomStream(seed: 6)
        var sequence = IdentifierSequence()
        var last: Identifier?
        for _ in 0..<20_000 {
            let clock = start + Double(random.index(below: 2000) - 1000) / 1000
            let next = sequence.next(at: clock, using: &random)
            if let last { #expect(last < next) }
            last = next
        }
    }
}

/// Random numbers that were written down.
private struct Script: RandomNumberGenerator {
    private var numbers: [UInt64]

    init(_ numbers: [UInt64]) { self.numbers = numbers }

    mutating func next() -> UInt64 { numbers.isEmpty ? 0 : numbers.removeFirst() }
}

import Secrets
import Testing

struct UnspokenTests {
    /// Every way a value is commonly printed, bare and inside another.
    private func prints(of value: any Unspoken) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        var dumpedInside = ""
        dump(["key": value], to: &dumpedInside)
        let optional: (any Unspoken)? = value
        return [
            "\(value)", String(describing: value), String(reflecting: value), String(describing: optional),
            String(reflecting: [value]), dumped, dumpedInside,
        ]
    }

    @Test func `a token is not printed`() {
        let token = SecretToken.random()
        for print in prints(of: token) {
            #expect(print.contains("SecretToken(…)"))
            #expect(!print.contains(token.text))
        }
        #expect(Mirror(reflecting: token).children.isEmpty)
    }

    @Test func `nothing that holds a secret prints what it holds`() throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\n")
        let keyring = try Keyring.read(from: file.path)
        let known = try #require(TimeCode(secret: Array(0..<32)))
        let codes = RecoveryCodes.random()
        let person = try PersonKey(
            opening: keyring.seal(Array(0..<32), for: .personKey, bound: "person:7:key"), by: keyring, person: "7")
        let values: [any Unspoken] = [keyring, known, codes, person]
        for print in values.flatMap(prints) {
            #expect(print.contains("(…)"))
            for secret in ["AAECAwQF", "0, 1, 2, 3", "[1]: 1", "- 1\n", "2026-11-25", "KeyMemory", "AAAQEAYEAUDA"]
                + codes.codes
            {
                #expect(!print.contains(secret), "\(secret)")
            }
        }
    }
}

struct RandomnessTests {
    @Test func `random numbers do not repeat and use all their bits`() {
        var random = Randomness()
        let numbers = (0..<10_000).map { _ in random.next() }
        #expect(Set(numbers).count == 10_000)
        // Each bit is set in half of them; ten standard deviations (50 each) are never met by chance.
        for bit in 0..<64 {
            let set = numbers.count { $0 >> UInt64(bit) & 1 == 1 }
            #expect((4_500...5_500).contains(set), "bit \(bit)")
        }
    }

    @Test func `it serves the standard library`() {
        var random = Randomness()
        let dice = Set((0..<1_000).map { _ in Int.random(in: 1...6, using: &random) })
        #expect(dice == [1, 2, 3, 4, 5, 6])
    }
}

import Secrets
import Testing

struct KeyringTests {
    private let nik = Array("5103010101900001".utf8)
    private let place = "person:7:nik"

    @Test(arguments: [0, 1, 16, 1_000_000])
    func `what was sealed opens again`(length: Int) throws {
        let keyring = try freshKeyring()
        let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 31) }
        let sealed = keyring.seal(bytes, for: .backup, bound: "backup:1")
        #expect(sealed.count == length + 45)
        #expect(try keyring.open(sealed, for: .backup, bound: "backup:1") == bytes)
    }

    @Test func `the same number sealed twice looks different`() throws {
        let keyring = try freshKeyring()
        let sealed = Set((0..<100).map { _ in keyring.seal(nik, for: .personalNumber, bound: place) })
        #expect(sealed.count == 100)
    }

    @Test func `every flipped bit is noticed`() throws {
        let keyring = try freshKeyring()
        let sealed = keyring.seal([1, 2, 3], for: .personalNumber, bound: place)
        for bit in 0..<sealed.count * 8 {
            var changed = sealed
            changed[bit / 8] ^= 1 << (bit % 8)
            let error = #expect(throws: SealError.self, "bit \(bit)") {
                try keyring.open(changed, for: .personalNumber, bound: place)
            }
            switch (bit / 8, error) {
            case (0, .malformed), (1...4, .unknownKey), (5..., .forged): break
            default: Issue.record("bit \(bit): \(String(describing: error))")
            }
        }
    }

    @Test func `every shortened or lengthened value is refused`() throws {
        let keyring = try freshKeyring()
        let sealed = keyring.seal([1, 2, 3], for: .personalNumber, bound: place)
        for length in 0..<sealed.count {
            let expected: SealError = length < 45 ? .malformed : .forged
            #expect(throws: expected) {
                try keyring.open(Array(sealed.prefix(length)), for: .personalNumber, bound: place)
            }
        }
        #expect(throws: SealError.forged) { try keyring.open(sealed + [0], for: .personalNumber, bound: place) }
    }

    @Test(arguments: ["person:8:nik", "person:7:nikk", "person:7:ni", "", "Person:7:nik"])
    func `a value moved to another place does not open there`(other: String) throws {
        let keyring = try freshKeyring()
        let sealed = keyring.seal(nik, for: .personalNumber, bound: place)
        #expect(throws: SealError.forged) { try keyring.open(sealed, for: .personalNumber, bound: other) }
    }

    @Test(arguments: KeyPurpose.allCases.filter { $0 != .personalNumber })
    func `a value sealed for one purpose does not open for another`(other: KeyPurpose) throws {
        let keyring = try freshKeyring()
        let sealed = keyring.seal(nik, for: .personalNumber, bound: place)
        #expect(throws: SealError.forged) { try keyring.open(sealed, for: other, bound: place) }
    }

    @Test func `another installation's key of the same number opens nothing`() throws {
        let sealed = try freshKeyring().seal(nik, for: .personalNumber, bound: place)
        #expect(throws: SealError.forged) { try freshKeyring().open(sealed, for: .personalNumber, bound: place) }
    }

    @Test func `the key's number is not read from what no keyring sealed`() throws {
        #expect(Keyring.keyNumber(of: []) == nil)
        #expect(Keyring.keyNumber(of: [1, 0, 0, 0, 1]) == nil)
        #expect(Keyring.keyNumber(of: PersonKey.random().seal([1], bound: place) + [0, 0, 0, 0]) == nil)
    }

    /// Computed by PyCryptodome and Python's `hashlib` from the layout in docs/decisions/0008-secrets.md. If this
    /// fails, what installations have sealed so far could no longer be opened.
    @Test func `what another program sealed by the same layout opens`() throws {
        let file = try KeyFile("7 2026-11-25 \(KnownKey.counting)\n")
        let sealed = bytes(
            "01000000076465666768696a6b6c6d6e6f707172737475767778797a7b"
                + "ab8dccf19bed1c26bb87d51ac5be0b8b96a526b5c3f0f156a78b56f24635408d")
        #expect(try Keyring.read(from: file.path).open(sealed, for: .personalNumber, bound: place) == nik)
    }
}

struct KeyedFingerprintTests {
    /// Computed by Python's `hashlib.blake2b`, as above.
    @Test func `another program with the same key computes the same fingerprint`() throws {
        let file = try KeyFile("7 2026-11-25 \(KnownKey.counting)\n")
        let keyring = try Keyring.read(from: file.path)
        let expected = "772d108142ef3457d9596ac0584179f28e4e8a102162be86d15461cdf9377c89"
        #expect(keyring.fingerprint(of: "5103010101900001", for: .personalNumber) == expected)
        #expect(try keyring.fingerprint(of: "5103010101900001", for: .personalNumber, key: 7) == expected)
    }

    @Test func `equal texts agree; texts, purposes and installations differ`() throws {
        let keyring = try freshKeyring()
        let fingerprint = keyring.fingerprint(of: "5103010101900001", for: .personalNumber)
        #expect(keyring.fingerprint(of: "5103010101900001", for: .personalNumber) == fingerprint)
        #expect(keyring.fingerprint(of: "5103010101900002", for: .personalNumber) != fingerprint)
        #expect(keyring.fingerprint(of: "5103010101900001", for: .contact) != fingerprint)
        #expect(try freshKeyring().fingerprint(of: "5103010101900001", for: .personalNumber) != fingerprint)
        #expect(keyring.fingerprint(of: "", for: .personalNumber).count == 64)
    }

    @Test func `after a rotation the old fingerprint can still be computed`() throws {
        let file = try KeyFile()
        let before = try Keyring.create(at: file.path, now: now).fingerprint(of: "a", for: .personalNumber)
        let keyring = try Keyring.rotate(at: file.path, now: now)
        #expect(try keyring.fingerprint(of: "a", for: .personalNumber, key: 1) == before)
        #expect(keyring.fingerprint(of: "a", for: .personalNumber) != before)
        for number in [0, 3, -1, Int.max] {
            #expect(throws: SealError.unknownKey(number: number)) {
                try keyring.fingerprint(of: "a", for: .personalNumber, key: number)
            }
        }
    }
}

struct PersonKeyTests {
    private let name = Array("Ni Luh Sari".utf8)

    @Test func `what a person's key sealed opens after the key was kept and taken out again`() throws {
        let keyring = try freshKeyring()
        let key = PersonKey.random()
        let sealed = key.seal(name, bound: "event:912:before")
        let kept = key.sealed(by: keyring, person: "7")
        let again = try PersonKey(opening: kept, by: keyring, person: "7")
        #expect(try again.open(sealed, bound: "event:912:before") == name)
    }

    @Test func `one person's key opens nothing of another, nor elsewhere`() throws {
        let key = PersonKey.random()
        let sealed = key.seal(name, bound: "event:912:before")
        #expect(throws: SealError.forged) { try PersonKey.random().open(sealed, bound: "event:912:before") }
        #expect(throws: SealError.forged) { try key.open(sealed, bound: "event:912:after") }
    }

    @Test func `a kept key does not become another person's`() throws {
        let keyring = try freshKeyring()
        let kept = PersonKey.random().sealed(by: keyring, person: "7")
        #expect(throws: SealError.forged) { try PersonKey(opening: kept, by: keyring, person: "8") }
        #expect(throws: SealError.forged) { try PersonKey(opening: kept, by: freshKeyring(), person: "7") }
    }

    @Test func `bytes that are no key are not taken for one`() throws {
        let keyring = try freshKeyring()
        for length in [0, 31, 33] {
            let kept = keyring.seal([UInt8](repeating: 1, count: length), for: .personKey, bound: "person:7:key")
            #expect(throws: SealError.malformed) { try PersonKey(opening: kept, by: keyring, person: "7") }
        }
    }

    @Test func `every flipped bit and every shortened value is refused`() throws {
        let key = PersonKey.random()
        let sealed = key.seal([1, 2], bound: "a")
        for bit in 0..<sealed.count * 8 {
            var changed = sealed
            changed[bit / 8] ^= 1 << (bit % 8)
            #expect(throws: bit < 8 ? SealError.malformed : .forged) { try key.open(changed, bound: "a") }
        }
        for length in 0..<sealed.count {
            #expect(throws: length < 41 ? SealError.malformed : .forged) {
                try key.open(Array(sealed.prefix(length)), bound: "a")
            }
        }
    }

    @Test func `the keyring and a person's key do not open each other's`() throws {
        let keyring = try freshKeyring()
        let key = PersonKey.random()
        #expect(throws: SealError.malformed) {
            try key.open(keyring.seal(name, for: .personKey, bound: "a"), bound: "a")
        }
        #expect(throws: SealError.malformed) {
            try keyring.open(key.seal(name, bound: "a"), for: .personKey, bound: "a")
        }
    }
}

/// The bytes of hexadecimal digits.
func bytes(_ hex: String) -> [UInt8] {
    let digits = hex.compactMap(\.hexDigitValue)
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}

/// Ten codes for whoever lost the device with the time codes; each is good for one use.
///
/// Ten characters are 50 random bits. That withstands guessing at the door, but not somebody who has a copy of the
/// database and a plain hash of each; so the digests are keyed, and of no use without the key file.
public struct RecoveryCodes: Sendable, Unspoken {
    /// Two groups of five digits and letters, as in `7K3M9-Q2XWP`. Shown once, to their owner.
    public let codes: [String]

    /// Ten new codes, all different.
    public static func random() -> RecoveryCodes {
        var codes: [String] = []
        while codes.count < 10 {
            let letters = Sodium.random(letterCount).map { Base32.crockford[Int($0 & 31)] }
            let code = grouped(letters)
            if !codes.contains(code) { codes.append(code) }
        }
        return RecoveryCodes(codes: codes)
    }

    /// What the database keeps of each: the number of the key, a point, 64 hexadecimal digits.
    /// - Parameter account: the account's identifier; a digest moved to another account fits nothing there.
    public func digests(by keyring: Keyring, account: String) -> [String] {
        codes.compactMap { code in
            Self.letters(code).map { letters in
                let digest = keyring.fingerprint(of: Self.bound(letters, to: account), for: .recoveryCode)
                return "\(keyring.current).\(digest)"
            }
        }
    }

    /// The digest of the code somebody typed, to be struck off.
    ///
    /// - Parameters:
    ///   - typed: capitals, blanks and hyphens make no difference; O counts as 0, I and L as 1.
    ///   - digests: of the account's codes that are not used up.
    /// - Returns: `nil` when it is none of these codes.
    /// - Throws: `.unknownKey`, or `.malformed` for what is no digest.
    public static func match(
        _ typed: String, among digests: [String], by keyring: Keyring, account: String
    ) throws(SealError) -> String? {
        guard let letters = letters(typed) else { return nil }
        var match: String?
        // All are compared, whichever fits.
        for digest in digests {
            guard let number = digest.split(separator: ".").first.flatMap({ Int($0) }) else { throw .malformed }
            let own = try keyring.fingerprint(of: bound(letters, to: account), for: .recoveryCode, key: number)
            if ConstantTime.equal("\(number).\(own)", digest) { match = digest }
        }
        return match
    }

    private static let letterCount = 10

    private static func grouped(_ letters: [UInt8]) -> String {
        String(decoding: letters[..<5] + [UInt8(ascii: "-")] + letters[5...], as: UTF8.self)
    }

    /// The ten letters without their dress; `nil` when they cannot be a code.
    private static func letters(_ typed: String) -> String? {
        let plain = typed.uppercased().filter { $0 != "-" && !$0.isWhitespace }
        let letters = plain.utf8.map { letter in
            switch letter {
            case UInt8(ascii: "O"): UInt8(ascii: "0")
            case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
            default: letter
            }
        }
        guard letters.count == letterCount, letters.allSatisfy(Base32.crockford.contains) else { return nil }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The letters come first and are always ten, so no account's name can be taken for a part of a code.
    private static func bound(_ letters: String, to account: String) -> String { "\(letters) \(account)" }

    private init(codes: [String]) { self.codes = codes }
}

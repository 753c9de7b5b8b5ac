/// The second thing asked for at sign-in: six digits that an authenticator program shows, new every thirty seconds.
/// - Source: RFC 6238, with SHA-1; RFC 4226, section 5
public struct TimeCode: Sendable, Unspoken {
    /// What both sides share: to be sealed before it is kept. 16 to 64 bytes.
    public let secret: [UInt8]

    /// A new secret of 20 bytes.
    public static func random() -> TimeCode { TimeCode(verified: Sodium.random(20)) }

    /// - Returns: `nil` unless the secret has 16 to 64 bytes.
    public init?(secret: [UInt8]) {
        guard (16...64).contains(secret.count) else { return nil }
        self.init(verified: secret)
    }

    /// The secret as it is typed where no picture can be read.
    public var base32: String { Base32.text(secret) }

    /// The address in the picture that authenticator programs read.
    ///
    /// - Parameter label: the account's name, shown in the program beside "Tiru".
    /// - Source: Key Uri Format
    public func address(label: String) -> String {
        "otpauth://totp/Tiru:\(escaped(label))?secret=\(base32)&issuer=Tiru&algorithm=SHA1&digits=6&period=30"
    }

    /// The code of a moment.
    /// - Parameter seconds: since 1970; earlier moments count as 1970.
    /// - Returns: six digits.
    public func code(at seconds: Int) -> String { code(counter: Self.counter(at: seconds)) }

    /// Checks a code somebody typed. Clocks may be one step (30 s) apart, and a code is good for one use.
    ///
    /// - Parameters:
    ///   - code: six digits, nothing else.
    ///   - seconds: the server's time since 1970.
    ///   - lastCounter: what this function returned when the account last used a code; `nil` if it never did.
    /// - Returns: the counter of the code, to be kept as the new `lastCounter`; `nil` when the code is not accepted.
    public func accepts(_ code: String, at seconds: Int, after lastCounter: Int?) -> Int? {
        let now = Self.counter(at: seconds)
        let last = lastCounter ?? -1
        // All three are computed and compared, whichever fits: the time does not tell which one nearly did.
        let fitting = (now - 1...now + 1).filter { counter in
            let fits = ConstantTime.equal(code, self.code(counter: max(counter, 0)))
            return fits && counter > last && counter >= 0
        }
        return fitting.last
    }

    /// The code of a counter: the truncation of an authentication code to 31 bits, and of these six digits.
    func code(counter: Int) -> String {
        let digest = SHA1.authentication(of: bigEndian(UInt64(counter)), key: secret)
        let offset = Int(digest[19] & 15)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    private static func counter(at seconds: Int) -> Int { max(seconds, 0) / 30 }

    private init(verified secret: [UInt8]) { self.secret = secret }
}

/// The text as part of an address: all but letters, digits and `-._~` of ASCII as `%` and two digits.
private func escaped(_ text: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    return text.utf8.map { byte in
        plain.contains(byte)
            ? String(UnicodeScalar(byte)) : "%" + Hexadecimal.text([byte]).uppercased()
    }.joined()
}

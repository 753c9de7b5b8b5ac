internal import CSodium

/// 32 random bytes that let in whoever shows them: a session, an invitation, a program's access.
///
/// The database keeps the `digest` only: who reads the database cannot sign in with what is found there.
/// - Source: RFC 4648, section 5 (base64url)
public struct SecretToken: Sendable, Equatable, Unspoken {
    /// What the token is for, visible in its text.
    public enum Kind: Sendable, CaseIterable {
        /// Short-lived and carried by the browser or in a link: sessions, invitations.
        case bare
        /// Made for programs and kept in their settings: begins with `tiru_`, so that scanners find leaked ones.
        case personalAccess

        var prefix: String {
            switch self {
            case .bare: ""
            case .personalAccess: "tiru_"
            }
        }
    }

    public let kind: Kind
    private let bytes: [UInt8]

    public static func random(_ kind: Kind = .bare) -> SecretToken {
        SecretToken(kind: kind, bytes: Sodium.random(length))
    }

    /// The token somebody shows.
    /// - Returns: `nil` unless the text is exactly what `text` of a token gives.
    public init?(_ text: String) {
        let kind: Kind = text.hasPrefix(Kind.personalAccess.prefix) ? .personalAccess : .bare
        let letters = Array(text.utf8.dropFirst(kind.prefix.utf8.count))
        guard let bytes = Base64.bytes(letters, .url, count: Self.length)
        else { return nil }
        self.init(kind: kind, bytes: bytes)
    }

    /// The prefix of its kind and 43 letters, digits, `-` or `_`. Shown once, to its owner.
    public var text: String { kind.prefix + Base64.text(bytes, .url) }

    /// SHA-256 of the text, 64 hexadecimal digits: what the database keeps and looks tokens up by.
    /// The prefix counts, so that a token of one kind never passes for one of the other.
    public var digest: String { SHA256.hex(of: Array(text.utf8)) }

    public static func == (left: SecretToken, right: SecretToken) -> Bool {
        left.kind == right.kind && ConstantTime.equal(left.bytes, right.bytes)
    }

    private static let length = 32

    private init(kind: Kind, bytes: [UInt8]) {
        self.kind = kind
        self.bytes = bytes
    }
}

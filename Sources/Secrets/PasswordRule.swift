import Foundation

/// Which passwords an account may not have. Length counts, not the mixture of signs.
/// - Source: NIST SP 800-63B, section 5.1.1.2
public enum PasswordRule {
    /// Why a password is refused.
    public enum Refusal: Hashable, Sendable, CaseIterable {
        /// Fewer than `leastCharacters`.
        case short
        /// More than `PasswordHash.mostBytes` bytes.
        case long
        /// Is or contains the name of the account.
        case accountName
        /// Among those that are tried first.
        case common
    }

    /// The shortest password, in characters as a reader counts them.
    public static let leastCharacters = 10

    /// - Parameter account: the name used to sign in; of an address, the part before the `@` counts too.
    /// - Returns: the first reason against the password; `nil` when there is none.
    public static func refusal(of password: String, account: String) -> Refusal? {
        guard let password = PasswordHash.normalised(password) else { return .long }
        guard password.count >= leastCharacters else { return .short }
        if contains(account: account, password) { return .accountName }
        return Guessing.effort(password) < leastEffort ? .common : nil
    }

    /// Eight things to guess, as `Guessing` counts them, which is the source's least length: ten random letters have
    /// ten, `indonesia2024` has three.
    static let leastEffort = 8

    private static func contains(account: String, _ password: String) -> Bool {
        let password = password.lowercased()
        let account = account.precomposedStringWithCanonicalMapping.lowercased()
        let names = [account, String(account.prefix { $0 != "@" })]
        // A name of three letters is in too many words to be refused wherever it stands.
        return names.contains { password == $0 || ($0.count >= 4 && password.contains($0)) }
    }
}

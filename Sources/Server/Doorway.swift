public import Foundation
public import Register
public import Secrets
public import Storage

/// Keys and first links: how an installation is opened, from the console of its machine.
public struct Doorway: Sendable {
    /// Where the key file is, outside the database.
    public let keys: String

    public init(keys: String) { self.keys = keys }

    /// Why an installation is not opened.
    public enum Refusal: Error, Sendable {
        /// The database was sealed with keys that are not there; new ones would open nothing.
        case keysMissing(String)
        case keys(KeyringError, String)
        case wrongKeys(String, number: Int)
    }

    /// The store with its keys; a new installation gets a new key file.
    /// - Throws: `Refusal`, or what the store refuses.
    public func open(_ store: Store, at now: Date) async throws -> (store: Store, keyring: Keyring) {
        let keyring = try await keyring(for: store, at: now)
        do {
            return (try await store.opened(with: keyring), keyring)
        } catch StoreRefusal.wrongKeys(let number) {
            throw Refusal.wrongKeys(keys, number: number)
        }
    }

    private func keyring(for store: Store, at now: Date) async throws -> Keyring {
        do {
            return try Keyring.read(from: keys)
        } catch {
            guard error == .missing else { throw Refusal.keys(error, keys) }
        }
        guard try await !store.hasKeysInUse() else { throw Refusal.keysMissing(keys) }
        do {
            return try Keyring.create(at: keys, now: Int(now.timeIntervalSince1970))
        } catch {
            // Another program of the same start may have been faster.
            guard error == .exists else { throw Refusal.keys(error, keys) }
            return try Keyring.read(from: keys)
        }
    }

    /// A link by which the first administrator makes an account; `nil` where there is one already.
    /// - Returns: its path.
    public func firstLink(_ store: Store, at now: Date) async throws -> String? {
        guard try await !store.hasAdministrator() else { return nil }
        let token = SecretToken.random()
        let link = OneTimeLink(.firstAdministrator, for: nil, from: now, to: now.addingTimeInterval(24 * 3600))
        try await store.keepFirstLink(link, digest: token.digest)
        return "/links/\(token.text)"
    }

    /// A link that sets a new password, for whoever runs the machine when nobody else can make one.
    /// - Returns: its path; `nil` where there is no such account.
    public func resetLink(_ store: Store, for name: SignInName, at now: Date) async throws -> String? {
        guard let record = try await store.account(named: name) else { return nil }
        let token = SecretToken.random()
        let link = OneTimeLink(.reset, for: record.id, from: now, to: now.addingTimeInterval(24 * 3600))
        try await store.keep(link, digest: token.digest, for: record.id, by: Stamp(by: nil, at: now))
        return "/links/\(token.text)"
    }
}

public import Foundation

/// Whoever may sign in. Which hats an account wears is kept beside it, and no secret is kept in it.
public struct Account: Sendable, Equatable, Identifiable {
    public typealias ID = Key<Account>

    /// Whether the account may be used, and who said so when.
    public struct State: Sendable, Equatable {
        public enum Standing: String, Sendable, CaseIterable, Codable {
            case active
            case suspended
        }

        public let standing: Standing
        public let since: Stamp

        public init(_ standing: Standing, since: Stamp) {
            self.standing = standing
            self.since = since
        }
    }

    public let id: ID
    public let name: SignInName
    public let displayName: DisplayName
    /// The region whose office made it and in whose book its events stand; it never changes.
    public let office: RegionCode
    public let state: State
    public let createdAt: Date

    public init(
        id: ID, name: SignInName, displayName: DisplayName, office: RegionCode, state: State, createdAt: Date
    ) {
        self.id = id
        self.name = name
        self.displayName = displayName
        self.office = office
        self.state = state
        self.createdAt = createdAt
    }

    /// The same account, suspended.
    /// - Throws: `.ownAccount`, so that the last administrator does not lock the door from outside;
    ///   `.alreadySuspended`, so that the record of who did it first is kept.
    public func suspended(by actor: ID, at instant: Date) throws(AccountRefusal) -> Account {
        guard actor != id else { throw .ownAccount }
        guard state.standing == .active else { throw .alreadySuspended }
        return standing(State(.suspended, since: Stamp(by: actor, at: instant)))
    }

    /// The same account, active again.
    /// - Throws: `.ownAccount`, `.alreadyActive`.
    public func restored(by actor: ID, at instant: Date) throws(AccountRefusal) -> Account {
        guard actor != id else { throw .ownAccount }
        guard state.standing == .suspended else { throw .alreadyActive }
        return standing(State(.active, since: Stamp(by: actor, at: instant)))
    }

    private func standing(_ state: State) -> Account {
        Account(id: id, name: name, displayName: displayName, office: office, state: state, createdAt: createdAt)
    }
}

/// Why the state of an account is not changed. The raw value is the stable code of the refusal.
public enum AccountRefusal: String, Error, Sendable, CaseIterable {
    case ownAccount = "account-own"
    case alreadySuspended = "account-already-suspended"
    case alreadyActive = "account-already-active"
}

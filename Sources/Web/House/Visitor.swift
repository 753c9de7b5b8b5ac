public import Register
public import Storage

/// Somebody who has shown who they are.
public struct Visitor: Sendable {
    public let record: AccountRecord
    public let way: Way

    /// How it was shown.
    public enum Way: Sendable {
        case session(SessionRecord)
        /// A script's token: it carries no cookie, so no other site can use it, and needs no form token.
        case token(AccessToken)
    }

    public init(_ record: AccountRecord, by way: Way) {
        self.record = record
        self.way = way
    }

    public var id: Account.ID { record.id }
    public var hats: [Hat] { isComplete ? record.hats : [] }

    /// False while the second factor is still asked for: then only the page that asks for it opens.
    public var isComplete: Bool {
        switch way {
        case .session(let session): session.isComplete
        case .token: true
        }
    }

    var session: SessionRecord? {
        if case .session(let session) = way { session } else { nil }
    }

    /// Whether the way lets the deed through; what the hats allow is asked apart.
    func covers(_ deed: Deed) -> Bool {
        switch way {
        case .session: true
        case .token(let token): token.scope.contains { $0.covers(deed) }
        }
    }
}

public import Foundation

/// Who did it, and when: the two facts that every state of ours is kept with.
public struct Stamp: Hashable, Sendable {
    /// `nil` for what the installation did itself, such as its first account.
    public let by: Account.ID?
    public let at: Date

    public init(by account: Account.ID?, at instant: Date) {
        by = account
        at = instant
    }
}

/// The identifier of one kind of thing, so that an account's is never taken for a person's:
/// `Account.ID` is `Key<Account>`.
public struct Key<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let identifier: Identifier

    public init(_ identifier: Identifier) { self.identifier = identifier }

    /// - Returns: `nil` unless the text is an identifier in its canonical form.
    public init?(_ text: String) {
        guard let identifier = Identifier(text) else { return nil }
        self.init(identifier)
    }

    public var description: String { identifier.text }

    public static func < (left: Key, right: Key) -> Bool { left.identifier < right.identifier }
}

extension Key: Codable {
    public init(from decoder: any Decoder) throws { self.init(try Identifier(from: decoder)) }

    public func encode(to encoder: any Encoder) throws { try identifier.encode(to: encoder) }
}

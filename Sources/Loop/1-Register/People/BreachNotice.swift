import Foundation

/// The written notice that personal data were laid open: to the persons concerned and to the authority, within
/// 3 × 24 hours, counted here from when the office came to know of it.
/// - Source: UU 27/2022, article 46
public struct BreachNotice: Sendable, Equatable, Identifiable {
    public typealias ID = Key<BreachNotice>

    public enum Recipient: String, Sendable, CaseIterable, Codable {
        case persons
        case authority
    }

    /// The three things a notice must say.
    public struct Content: Sendable, Hashable {
        /// Which personal data were laid open.
        public let what: String
        /// When and how.
        public let how: String
        /// What the office does to handle it and to recover.
        public let handling: String

        /// - Returns: `nil` when one of the three is missing.
        public init?(what: String, how: String, handling: String) {
            let texts = [what, how, handling].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            guard texts.allSatisfy({ !$0.isEmpty }) else { return nil }
            self.what = texts[0]
            self.how = texts[1]
            self.handling = texts[2]
        }
    }

    public let id: ID
    /// When the office came to know of it, and who wrote it down.
    public let known: Stamp
    /// To whom notice was given, when and by whom, oldest first. Notice may be given again as more becomes known.
    public let sendings: [Sending]

    /// A row: this was told to them.
    public struct Sending: Sendable, Hashable {
        public let recipient: Recipient
        public let content: Content
        public let stamp: Stamp

        public init(to recipient: Recipient, _ content: Content, _ stamp: Stamp) {
            self.recipient = recipient
            self.content = content
            self.stamp = stamp
        }
    }

    public init(id: ID, known: Stamp, sendings: [Sending] = []) {
        self.id = id
        self.known = known
        self.sendings = sendings.sorted { $0.stamp.at < $1.stamp.at }
    }

    /// The term for one of the two; the first notice meets it.
    public func deadline(for recipient: Recipient) -> Deadline {
        let first = sendings.first { $0.recipient == recipient }
        return Deadline(from: known.at, metAt: first?.stamp.at)
    }
}

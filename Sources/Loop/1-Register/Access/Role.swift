extension Hat {
    /// What a person is to an office. What each role may do stands in `AccessTable` and in `docs/access.md`.
    public enum Role: String, Sendable, CaseIterable, Codable {
        /// Keeps accounts, jobs and the machine; by this role alone sees no personal data and approves nothing.
        case administrator
        /// Head of office or section: approves, and sees everything of the own region.
        case head
        /// Enters and exports.
        case officer
        /// Records in the field.
        case enumerator
        /// TP PKK, Dekranasda and other bodies that work with the office.
        case partner
        /// Runs a sentra (head of its UPT).
        case sentraManager = "sentra-manager"
        /// Owner of an enterprise, or whom the owner sends.
        case owner
        /// Another government, which sees what was shared with it.
        case guestRegion = "guest-region"

        /// A hat of this role is worn for one sentra or one enterprise.
        public var needsSubject: Bool { self == .sentraManager || self == .owner }
    }
}

/// The body that a partner comes from.
/// - Source: Perpres 99/2017
public enum PartnerBody: String, Sendable, CaseIterable, Codable {
    case tpPKK = "tp-pkk"
    case dekranasda
    case other
}

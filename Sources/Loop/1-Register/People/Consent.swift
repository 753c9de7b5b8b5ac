import Foundation

/// An entry of the consent ledger: a person agreed to one purpose, or took it back. Entries are added, never changed.
/// - Source: UU 27/2022, articles 20 to 24 and 40
public struct Consent: Sendable, Equatable, Identifiable {
    public typealias ID = Key<Consent>

    /// What the office can show when it is asked to prove that a person agreed.
    public struct Proof: Sendable, Hashable {
        public enum Kind: String, Sendable, CaseIterable, Codable {
            case signedPaper = "signed-paper"
            /// Spoken and recorded.
            case recorded
            case electronic
        }

        public let kind: Kind
        /// Where it is kept: folder and sheet, file, or event.
        public let reference: String
        /// The version of the words that were put before the person.
        public let wordsVersion: String

        /// - Returns: `nil` without reference or version: consent that cannot be shown is void.
        public init?(_ kind: Kind, reference: String, wordsVersion: String) {
            let texts = [reference, wordsVersion].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
            guard texts.allSatisfy({ !$0.isEmpty }) else { return nil }
            self.kind = kind
            self.reference = texts[0]
            self.wordsVersion = texts[1]
        }
    }

    public enum Act: Sendable, Hashable {
        case given(Proof)
        /// Taking back needs no proof and no form, or it would be harder than giving.
        case withdrawn(Proof?)
        /// The office says that it no longer uses the data for this purpose, which ends the clock of a withdrawal.
        case stopped
    }

    public let id: ID
    public let person: Person.ID
    public let purpose: Purpose
    public let act: Act
    /// When the office received it, and who wrote it down.
    public let recorded: Stamp

    public init(id: ID, person: Person.ID, purpose: Purpose, act: Act, recorded: Stamp) {
        self.id = id
        self.person = person
        self.purpose = purpose
        self.act = act
        self.recorded = recorded
    }

    var isWithdrawal: Bool {
        if case .withdrawn = act { true } else { false }
    }
}

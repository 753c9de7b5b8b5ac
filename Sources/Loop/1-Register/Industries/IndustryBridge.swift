/// What may have become of an industry code of 2020 in the classification of 2025.
///
/// Computed by comparing the texts of both classifications, because no official table of correspondence was at hand:
/// it proposes, and a person decides.
public struct IndustryBridge: Sendable, Equatable, Identifiable {
    /// A code of 2025, and how alike the two texts are: 0 nothing in common, 1 the same.
    public struct Candidate: Sendable, Equatable {
        public let code: IndustryCode
        /// 0…1.
        public let likeness: Double

        public init(_ code: IndustryCode, likeness: Double) {
            self.code = code
            self.likeness = likeness
        }
    }

    /// The raw values stand in the file and the database.
    public enum Status: String, Sendable, CaseIterable, Codable {
        /// Same digits, same meaning.
        case kept
        /// The digits are no more; what they meant has others.
        case gone
        /// Same digits, **other meaning**: joined on the digits, figures of two industries are added up.
        case reused
        /// The texts do not decide.
        case unclear
    }

    /// Of 2020.
    public let code: IndustryCode
    /// The likest of 2025; `nil` where none is like enough to be proposed.
    public let candidate: Candidate?
    /// Further ones, the one to look at first in front.
    public let others: [Candidate]
    /// How alike the texts under the same digits are, 0…1; `nil` where 2025 does not have these digits.
    public let likenessOfSameDigits: Double?
    public let status: Status

    public var id: IndustryCode { code }

    public init(
        code: IndustryCode, candidate: Candidate?, others: [Candidate] = [], likenessOfSameDigits: Double?,
        status: Status
    ) {
        self.code = code
        self.candidate = candidate
        self.others = others
        self.likenessOfSameDigits = likenessOfSameDigits
        self.status = status
    }
}

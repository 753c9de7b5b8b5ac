import Foundation

/// What two records of a register are.
public enum TwinOutcome: String, Sendable, CaseIterable {
    case same
    /// Somebody has to look.
    case toSettle = "to-settle"
    case different
}

/// A piece of evidence for or against two records being one enterprise.
public struct TwinReason: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case sameNIB, nearNIB, otherNIB
        /// With their likeness, 0…1.
        case namesAlike(Double)
        case namesDiffer(Double)
        case otherNumber
        case sameOwner
        case ownersAlike(Double)
        case otherOwner
        case samePhone, nearPhone, otherPhone
        case sameVillage, sameDistrict, otherDistrict, otherRegency
        case sameIndustry, sameGroup, otherIndustry
        case sameStreet, otherStreet
    }

    public let kind: Kind
    /// For (above zero) or against, as it counted.
    public let bits: Double

    public init(kind: Kind, bits: Double) {
        self.kind = kind
        self.bits = bits
    }
}

/// How probable it is that two records are one enterprise, and why.
public struct TwinScore: Sendable, Equatable {
    /// Sum of the evidence and of the odds before any evidence: one true twin in the whole register.
    public let bits: Double
    public let outcome: TwinOutcome
    /// The weightiest first; ties in the order of `TwinReason.Kind`.
    public let reasons: [TwinReason]

    /// Probability, 0…1: `2^bits / (1 + 2^bits)`.
    public var score: Double { Self.score(bits) }

    /// - Parameter census: how often words, places and industries occur; without it, as in a register of 1,000.
    public init(
        _ left: TwinRecord, _ right: TwinRecord, in census: TwinCensus = TwinCensus(),
        weights: TwinWeights = .standard
    ) {
        let comparison = TwinComparison(census: census, weights: weights)
        self = comparison.score(comparison.traits(left), comparison.traits(right))
    }

    /// - Parameter reasons: in any order.
    public init(bits: Double, reasons: [TwinReason], weights: TwinWeights = .standard) {
        self.bits = bits
        let score = Self.score(bits)
        outcome = score >= weights.sameFrom ? .same : score >= weights.settleFrom ? .toSettle : .different
        self.reasons = reasons.enumerated().sorted { left, right in
            let (first, second) = (abs(left.element.bits), abs(right.element.bits))
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
    }

    /// The probability that goes with a sum of evidence.
    public static func score(_ bits: Double) -> Double { 1 / (1 + exp2(-bits)) }
}

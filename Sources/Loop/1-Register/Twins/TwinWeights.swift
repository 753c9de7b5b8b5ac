import Foundation

/// How much each piece of evidence says, by Fellegi and Sunter: m is how often it is seen between two records of one
/// enterprise, u how often between records of two. Its weight is log₂(m / u) bits.
///
/// For words, villages and industries u is counted in the register, so that a shared rare word says more than "Jaya".
/// The other figures are a judgement for lists that offices type by hand; they are no official figures, and whoever
/// has settled many pairs can put counted ones in their place.
/// - Source: Fellegi & Sunter (1969), section 3; Winkler (1990)
public struct TwinWeights: Sendable, Hashable {
    public struct Odds: Sendable, Hashable {
        public var m: Double
        public var u: Double

        public init(m: Double, u: Double) {
            self.m = m
            self.u = u
        }

        /// log₂(m / u).
        public var bits: Double { log2(m / u) }
    }

    public var sameNIB = Odds(m: 0.95, u: 0.000_001)
    /// One digit differs, or two neighbours have changed places.
    public var nearNIB = Odds(m: 0.04, u: 0.000_5)
    public var otherNIB = Odds(m: 0.01, u: 0.999)
    public var samePhone = Odds(m: 0.75, u: 0.000_01)
    public var nearPhone = Odds(m: 0.05, u: 0.001)
    /// Numbers change.
    public var otherPhone = Odds(m: 0.2, u: 0.999)
    /// The share of the register that lies there is u.
    public var sameVillage = Odds(m: 0.85, u: 0.000_5)
    public var sameDistrict = Odds(m: 0.1, u: 0.05)
    public var otherDistrict = Odds(m: 0.04, u: 0.9)
    public var otherRegency = Odds(m: 0.002, u: 0.9)
    /// The share of the register that has the code is u.
    public var sameIndustry = Odds(m: 0.8, u: 0.03)
    /// The first three digits.
    public var sameGroup = Odds(m: 0.12, u: 0.08)
    public var otherIndustry = Odds(m: 0.08, u: 0.8)
    /// A word of a name that both have; u is its share of the register.
    public var sameWord = Odds(m: 0.9, u: 0.000_1)
    /// Names with different numbers, such as "Sari Rasa 1" and "Sari Rasa 2".
    public var otherNumber = Odds(m: 0.02, u: 0.9)
    public var sameStreet = Odds(m: 0.5, u: 0.02)
    public var otherStreet = Odds(m: 0.4, u: 0.97)

    /// Bits that a single word can bring at most, and a whole name.
    public var mostOfWord = 12.0
    public var mostOfName = 20.0
    public var mostOfOwner = 16.0
    /// Another owner speaks against by so many bits at most: it may be the husband or the wife.
    public var mostAgainstOwner = 4.0
    /// Names less alike, or with different numbers, are never one without a look, unless the NIB is the same.
    public var leastLikeness = 0.45
    /// Owner, phone and street tell one thing: who runs it. The strongest counts whole, the others by this share.
    public var shareOfFurther = 0.35
    /// From here two records are one enterprise, and from here somebody should look.
    public var sameFrom = 0.5
    public var settleFrom = 0.05

    public init() {}

    public static let standard = TwinWeights()
}

import Foundation

/// Random numbers that do not depend on the number of threads: SplitMix64, one stream for each piece of work. (Normal
/// numbers use the system's logarithm and cosine, which may differ in the last digit from machine to machine.)
///
/// A replicate draws from the stream of its own number, never from a shared one, so a result depends on the seed
/// alone and not on who computed which replicate.
///
/// - Source: Steele, Lea & Flood (2014), the generator SplitMix64.
public struct RandomStream: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// The stream of one seed.
    public init(seed: UInt64) { state = seed }

    /// The stream of one piece of the work that a seed governs.
    /// - Parameter piece: number of the replicate, 0 or more.
    public init(seed: UInt64, piece: Int) {
        var outer = RandomStream(seed: seed)
        let key = outer.next()
        var inner = RandomStream(seed: key ^ UInt64(truncatingIfNeeded: piece) &* 0xD6E8_FEB8_6659_FD93)
        state = inner.next()
    }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number spread evenly over 0 ≤ u < 1.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A standard normal number (Box–Muller, the cosine branch; two draws each).
    public mutating func normal() -> Double {
        let radius = 1 - uniform()
        let angle = uniform()
        return (-2 * log(radius)).squareRoot() * cos(2 * .pi * angle)
    }

    /// A whole number spread evenly over 0 ..< count.
    /// - Precondition: `count` is at least 1.
    public mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}

/// What the technology allows beyond the units that were seen: which multiples and mixtures of them.
///
/// - Source: Banker, Charnes & Cooper (1984); Charnes, Cooper & Rhodes (1978).
public enum ReturnsToScale: String, Sendable, Equatable, CaseIterable, Codable {
    /// Every multiple of every mixture: `λ ≥ 0` (CRS, CCR).
    case constant
    /// Mixtures only: `Σλ = 1` (VRS, BCC).
    case variable
    /// Mixtures and what is smaller: `Σλ ≤ 1` (NIRS).
    case nonIncreasing = "nonincreasing"
    /// Mixtures and what is larger: `Σλ ≥ 1` (NDRS).
    case nonDecreasing = "nondecreasing"
}

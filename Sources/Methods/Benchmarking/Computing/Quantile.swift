import Foundation

/// Quantiles of sorted figures.
public enum Quantile {
    /// The quantile at a share, by linear interpolation between the order statistics (type 7).
    ///
    /// - Parameters:
    ///   - share: 0…1.
    ///   - sorted: ascending, at least one.
    /// - Source: Hyndman & Fan (1996), definition 7.
    public static func at(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place.rounded(.down))
        guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
        return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
    }

    /// The interval that holds the middle part of sorted figures; `nil` of none.
    static func middle(_ level: Double, of sorted: [Double]) -> ClosedRange<Double>? {
        guard !sorted.isEmpty else { return nil }
        return at((1 - level) / 2, of: sorted)...at((1 + level) / 2, of: sorted)
    }
}

/// What a unit loses by its size: the score under constant returns against the score under variable returns.
public struct ScaleScore: Sendable, Equatable {
    /// What would happen if the unit grew a little.
    public enum Returns: String, Sendable, Equatable, CaseIterable, Codable {
        /// Output would grow faster than input: the unit is too small.
        case increasing
        /// The unit has the most productive size for its mix.
        case constant
        /// Output would grow more slowly than input: the unit is too large.
        case decreasing
    }

    /// The scores under constant and variable returns, as published (θ or φ).
    public let constant: Double
    public let variable: Double
    /// `SE`, 0 < SE ≤ 1: `θ_CRS / θ_VRS`, or `φ_VRS / φ_CRS`.
    public let efficiency: Double
    public let returns: Returns
}

/// Scale efficiency and local returns of all units of a table.
///
/// - Source: Färe, Grosskopf & Lovell (1985): returns by the score under non-increasing returns.
public enum ScaleEfficiency {
    /// Scores that differ by less than this part count as equal.
    public static let tolerance = 1e-7

    /// - Returns: `nil` for a unit without a score.
    /// - Throws: `Stopped`.
    public static func scores(
        of production: Production, _ orientation: RadialOrientation, _ computation: Computation = .whole
    ) throws(Stopped) -> [ScaleScore?] {
        let returns: [ReturnsToScale] = [.constant, .variable, .nonIncreasing]
        var values: [[Double?]] = []
        for (step, kind) in returns.enumerated() {
            let part = computation.part(of: step, among: 3)
            let frontier = try Frontier(of: production, returns: kind, part.part(0...0.5))
            values.append(try frontier.scores(Direction(orientation), part.part(0.5...1)).values)
        }
        return (0..<production.units).map { unit in
            guard let constant = values[0][unit], let variable = values[1][unit], let smaller = values[2][unit]
            else { return nil }
            return score(constant, variable, smaller, orientation)
        }
    }

    private static func score(
        _ constant: Double, _ variable: Double, _ smaller: Double, _ orientation: RadialOrientation
    ) -> ScaleScore {
        let efficiency = orientation == .input ? constant / variable : variable / constant
        let returns: ScaleScore.Returns =
            if abs(efficiency - 1) <= tolerance {
                .constant
            } else if abs(smaller - variable) <= tolerance * variable {
                .decreasing
            } else {
                .increasing
            }
        return ScaleScore(
            constant: constant, variable: variable, efficiency: min(1, efficiency), returns: returns)
    }
}

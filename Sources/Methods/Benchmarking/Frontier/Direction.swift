/// Which way a score looks from a unit to the frontier, radially.
public enum RadialOrientation: String, Sendable, Equatable, CaseIterable, Codable {
    /// How far all inputs could shrink together.
    case input
    /// How far all outputs could grow together.
    case output
}

/// Which way a score looks from a unit to the frontier: the vector along which inputs shrink and outputs grow.
///
/// Every score solves `max β: (x − β gₓ, y + β g_y)` is possible, so one solver serves all of them.
///
/// - Source: Chambers, Chung & Färe (1996).
public enum Direction: Sendable, Equatable {
    /// `g = (x, 0)`: the Farrell input score is `θ = 1 − β`.
    case input
    /// `g = (0, y)`: the Farrell output score is `φ = 1 + β`.
    case output
    /// `g = (x, y)`: both at once, in proportion; the score is `β`.
    case proportional
    /// The same vector for every unit, in the units of the columns, every figure ≥ 0; the score is `β`.
    case along(inputs: [Double], outputs: [Double])

    /// The direction of a radial score.
    public init(_ orientation: RadialOrientation) {
        self = orientation == .input ? .input : .output
    }

    /// The score as it is published: θ, φ or β.
    func score(_ beta: Double) -> Double {
        switch self {
        case .input: 1 - beta
        case .output: 1 + beta
        case .proportional, .along: beta
        }
    }
}

/// Which frontier a unit is measured against. None of the three needs a linear program.
public enum RobustMethod: Sendable, Equatable {
    /// Free disposal hull: the best of all comparable units. One wrong figure can move it.
    case freeDisposalHull
    /// Order-m: the expected best of `m` comparable units drawn at random, with replacement; `m` ≥ 1.
    case orderM(Int)
    /// Order-α: the best but for the share 1 − α of the comparable units; 0 < α ≤ 1.
    case orderAlpha(Double)
}

/// How the scores were made.
public struct RobustRecipe: Sendable, Equatable {
    public let method: RobustMethod
    public let orientation: RadialOrientation

    /// - Throws: `.order(_:)` for `m` below 1, `.share(_:)` for `α` outside 0 < α ≤ 1.
    public init(_ method: RobustMethod, _ orientation: RadialOrientation) throws(RobustFrontierError) {
        switch method {
        case .orderM(let order) where order < 1: throw .order(order)
        case .orderAlpha(let share) where !(share > 0 && share <= 1): throw .share(share)
        default: break
        }
        self.init(accepted: method, orientation)
    }

    /// A recipe whose figures were looked at before.
    init(accepted method: RobustMethod, _ orientation: RadialOrientation) {
        self.method = method
        self.orientation = orientation
    }
}

/// Why units cannot be measured against a robust frontier.
public enum RobustFrontierError: Error, Equatable, Sendable {
    /// The order `m`, a number of units, is below 1.
    case order(Int)
    /// The order `α` is not in 0 < α ≤ 1.
    case share(Double)
    /// The distance that makes an outlier is negative, not finite or, for outputs, not below 1.
    case threshold(Double)
    /// No order to look for outliers with.
    case noOrders
    /// The reference has other inputs or outputs than the units.
    case otherColumns(inputs: Int, outputs: Int)
}

/// What a robust frontier says of one unit.
public struct RobustScore: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
        /// Output: the factor by which the frontier's outputs exceed the unit's, above 1 when the unit does less.
        /// Input: the factor that takes the unit's inputs to the frontier, below 1 when the unit uses more.
        /// Order-m and order-α can put a unit beyond the frontier. The peer is the row of the reference that the
        /// score comes from; `nil` for order-m, an average over many.
        case score(Double, peer: Int?)
        /// No unit of the reference is comparable, so nothing can be said.
        case nobodyComparable
        /// The unit has no positive output (or input) that could be scaled.
        case nothingToScale
    }

    public let outcome: Outcome
    /// `N`: units of the reference that use no more (output), or make no less (input), than the unit.
    public let comparable: Int

    /// The score, or `nil` where nothing can be said.
    public var score: Double? {
        if case .score(let score, _) = outcome { score } else { nil }
    }

    /// The row of the reference that the score comes from, if it comes from one.
    public var peer: Int? {
        if case .score(_, let peer) = outcome { peer } else { nil }
    }
}

/// The scores of all units, with how they were made.
public struct RobustScores: Sendable, Equatable {
    public let recipe: RobustRecipe
    /// Units in the reference.
    public let referenceUnits: Int
    /// One for each unit, in their order.
    public let scores: [RobustScore]
}

/// Units that are to be measured against the robust frontier of a reference sample.
///
/// Output: of the `N` reference units with `xᵢ ≤ x`, each by `ℓᵢ = min yᵢᵣ/yᵣ` over the outputs with `yᵣ > 0`
/// (an output that the unit does not make asks nothing of a peer).
/// Input: of the `N` with `yᵢ ≥ y`, each by `tᵢ = max xᵢₖ/xₖ` over the inputs with `xₖ > 0`; a unit that does
/// without an input is compared only with those that do without it too, as no scaling of 0 reaches them otherwise.
///
/// - Source: Cazals, Florens & Simar (2002); Daouia & Simar (2007); Deprins, Simar & Tulkens (1984).
public struct RobustFrontier: Sendable {
    let units: Production
    let reference: Production
    let recipe: RobustRecipe

    /// - Parameters:
    ///   - units: who is measured.
    ///   - reference: with whom, the same inputs and outputs in the same units; if not said, with one another.
    /// - Throws: `.otherColumns(inputs:outputs:)` with the reference's columns.
    public init(
        _ units: Production, against reference: Production? = nil, _ recipe: RobustRecipe
    ) throws(RobustFrontierError) {
        let reference = reference ?? units
        let (inputs, outputs) = (reference.inputs.columns, reference.outputs.columns)
        guard inputs == units.inputs.columns, outputs == units.outputs.columns else {
            throw .otherColumns(inputs: inputs, outputs: outputs)
        }
        self.units = units
        self.reference = reference
        self.recipe = recipe
    }

    private init(among units: Production, _ recipe: RobustRecipe) {
        self.units = units
        reference = units
        self.recipe = recipe
    }

    /// Units against one another by order-m.
    /// - Precondition: `order` is at least 1.
    public static func orderM(
        _ order: Int, of units: Production, _ orientation: RadialOrientation
    ) -> RobustFrontier {
        precondition(order >= 1, "an expected best needs at least one draw")
        return RobustFrontier(among: units, RobustRecipe(accepted: .orderM(order), orientation))
    }

    /// Units against one another by the free disposal hull.
    public static func freeDisposalHull(of units: Production, _ orientation: RadialOrientation) -> RobustFrontier {
        RobustFrontier(among: units, RobustRecipe(accepted: .freeDisposalHull, orientation))
    }

    /// The score of every unit.
    ///
    /// - Throws: `Stopped`.
    /// - Complexity: O(units × reference × (columns + log reference)).
    public func scores(_ computation: Computation = .whole) throws(Stopped) -> RobustScores {
        let scores = try mapUnits(computation) { unit in
            let comparison = Comparison(of: unit, in: units, with: reference, recipe.orientation)
            return comparison.score(by: recipe.method)
        }
        return RobustScores(recipe: recipe, referenceUnits: reference.units, scores: scores)
    }

    /// Units in one piece of work.
    private static let unitsInPiece = 16

    private func mapUnits<Score: Sendable>(
        _ computation: Computation, _ score: @escaping @Sendable (Int) -> Score
    ) throws(Stopped) -> [Score] {
        let count = units.units
        let size = Self.unitsInPiece
        let pieces = try computation.map((count + size - 1) / size) { piece in
            (piece * size..<min(count, (piece + 1) * size)).map(score)
        }
        return pieces.flatMap { $0 }
    }
}

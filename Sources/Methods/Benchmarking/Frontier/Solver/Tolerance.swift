/// What counts as zero in the solver. All figures are over their column's mean, so 1 is the size of a usual figure.
struct Tolerance: Sendable {
    /// An amount may be this far below zero.
    var primal = 1e-11
    /// A price may be this far below zero.
    var dual = 1e-11
    /// A pivot is at least this large.
    var pivot = 1e-9
    /// A matrix with a smaller pivot cannot be inverted.
    static let singular = 1e-13
    /// A point this far outside a hull counts as inside when the frame is built: no more than rounding, because what is
    /// dropped here is never looked at again.
    static let frame = 1e-15
    /// For a solution whose proof fails by the usual tolerances.
    static let strict = Tolerance(primal: 1e-15, dual: 1e-13, pivot: 1e-11)
    /// For a programme that is not solved by the narrow ones either: its units lie almost on one ray.
    static let loose = Tolerance(primal: 1e-10, dual: 1e-10, pivot: 1e-9)
    /// The ways to try, in this order, until one gives a proof.
    static let ladder = [Tolerance(), .strict, .loose]
    /// A unit is dropped from a frame only if the mixture that shows it to be inside is this exact.
    static let insideResidual = 1e-13
    /// The inverse is computed anew after this many pivots.
    static let pivotsBeforeRefactoring = 64
}

/// Why an index cannot be made, and where. Units and indicators are named by their codes.
public enum IndexRefusal: Error, Equatable, Sendable {
    /// No units, or no indicators.
    case empty
    /// The row of a unit is not as long as the list of codes, or the lists differ in length.
    case ragged(unit: Int)
    /// Two units or two columns with one name.
    case repeated(code: String)
    /// A figure that is infinite or not a number. What is not known is `nil`.
    case notFinite(unit: String, indicator: String)
    /// The hierarchy names an indicator that the table does not have.
    case unknownIndicator(code: String)
    /// The parent of an indicator or a group is no group.
    case unknownParent(of: String, parent: String)
    /// A group that is, through its parents, part of itself.
    case cycle(code: String)
    /// A group that nothing belongs to.
    case noChildren(group: String)
    /// There must be exactly one group without a parent: the index.
    case tops([String])
    /// A weight below zero or not finite.
    case badWeight(code: String)
    /// A weight is given for something that is not in the hierarchy.
    case unknownWeight(code: String)
    /// All that belongs to the group weighs nothing.
    case weightsAllZero(group: String)
    /// The low goalpost is not below the high one.
    case goalpostsUpsideDown(indicator: String)
    /// Normalisation by goalposts, and the indicator has none.
    case noGoalposts(indicator: String)
    /// Normalisation by distance to a target, and the indicator has none.
    case noTarget(indicator: String)
    /// No unit is farther from the target than the target itself: there is no distance to measure.
    case targetBehindAll(indicator: String)
    /// The table does not have the column that an indicator is divided by.
    case unknownDenominator(of: String, denominator: String)
    /// A denominator of zero or less.
    case denominatorNotPositive(unit: String, denominator: String)
    /// Imputation by groups of units, and the table has no labels.
    case noLabels
    /// A parameter of a step that is out of its range, by name.
    case badParameter(String)
    /// Fewer than two units are left: nothing to compare.
    case tooFewUnits(left: Int)
    /// No unit has the figure.
    case allUnknown(indicator: String)
    /// All units have the same figure: nothing to compare.
    case constant(indicator: String)
    /// A figure that is not known where the method needs all of them.
    case notKnown(unit: String, indicator: String)
    /// A score of zero or less where the aggregation (geometric, harmonic, Mazziotta–Pareto) needs more.
    case notPositive(unit: String, code: String)
    /// Somebody asked to stop; nothing is kept.
    case stopped
}

/// Carries out work that somebody may stop, in the words of the index.
func orStopped<Result>(_ work: () throws(Stopped) -> Result) throws(IndexRefusal) -> Result {
    do throws(Stopped) { return try work() } catch { throw .stopped }
}

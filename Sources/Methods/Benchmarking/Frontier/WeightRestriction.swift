/// What is known about the worth of one input against another, or of one output against another: an assurance region
/// of the first kind, `least ≤ v_k / v_1 ≤ most`.
///
/// In the programme it is a trade: one unit of the numeraire can be had for so many of the other. Such trades can make
/// a technology that promises something for nothing; such a score is `notSolved`, never a figure.
///
/// - Source: Thompson et al. (1986); Podinovski (2004), restrictions as trades.
public struct WeightRestriction: Sendable, Equatable {
    public enum Side: Sendable, Equatable { case inputs, outputs }

    public let side: Side
    /// The column whose weight is limited, and the one it is measured against; both of that side, counted from 0.
    public let column: Int
    public let numeraire: Int
    /// Bounds of the ratio of weights, in the units of the columns; 0 ≤ least ≤ most.
    public let ratio: ClosedRange<Double>

    /// - Precondition: the two columns differ, and the lower bound is at least 0.
    public init(_ side: Side, column: Int, against numeraire: Int, ratio: ClosedRange<Double>) {
        precondition(column != numeraire && column >= 0 && numeraire >= 0, "a ratio of weights needs two columns")
        precondition(
            ratio.lowerBound >= 0 && ratio.lowerBound < .infinity, "a ratio of weights lies between 0 and infinity")
        self.side = side
        self.column = column
        self.numeraire = numeraire
        self.ratio = ratio
    }

    /// The two columns that the restriction adds: `π·a ≥ 0` says `v_k − least v_1 ≥ 0` and `most v_1 − v_k ≥ 0`.
    func columns(_ scale: ColumnScale) -> [[Double]] {
        let first = side == .inputs ? 0 : scale.inputs.count
        let sizes = side == .inputs ? scale.inputs : scale.outputs
        precondition(max(column, numeraire) < sizes.count, "a restriction names a column that is not there")
        // A weight of the programme is the weight of the table times the column's scale.
        let least = ratio.lowerBound * sizes[column] / sizes[numeraire]
        let most = ratio.upperBound * sizes[column] / sizes[numeraire]
        var floor = [Double](repeating: 0, count: scale.inputs.count + scale.outputs.count)
        var ceiling = floor
        floor[first + column] = 1
        floor[first + numeraire] = -least
        ceiling[first + column] = -1
        ceiling[first + numeraire] = most
        return most < .infinity ? [floor, ceiling] : [floor]
    }
}

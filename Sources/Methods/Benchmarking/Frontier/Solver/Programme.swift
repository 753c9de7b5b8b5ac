/// The shape of the linear programmes of one technology: which rows there are and which columns every one has.
///
/// Rows: inputs, outputs (with a minus sign), and one for the sum of λ unless returns to scale are constant.
struct Programme: Sendable {
    let inputs: Int
    let outputs: Int
    let returns: ReturnsToScale
    /// Slack columns, then columns of weight restrictions.
    let fixedColumns: [[Double]]

    /// Whether the last row says what the slacks are worth: `z − Σ worth · slack = 0`, and z is maximised.
    let weighsSlacks: Bool
    let rows: Int

    /// The programme of a score.
    ///
    /// - Parameter restrictions: columns of weight restrictions over inputs and outputs, `inputs + outputs` figures
    ///   each, over the scale of their rows.
    init(inputs: Int, outputs: Int, returns: ReturnsToScale, restrictions: [[Double]] = []) {
        self.inputs = inputs
        self.outputs = outputs
        self.returns = returns
        weighsSlacks = false
        let rows = inputs + outputs + (returns == .constant ? 0 : 1)
        self.rows = rows
        let signs = [Double](repeating: 1, count: inputs + outputs) + returns.slack
        let slacks = signs.enumerated().map { row, sign in (0..<rows).map { $0 == row ? sign : 0 } }
        fixedColumns = slacks + restrictions.map { $0 + [Double](repeating: 0, count: rows - inputs - outputs) }
    }

    /// The programme of the largest slacks from a point.
    ///
    /// - Parameter worth: of one unit of each slack, inputs before outputs, each > 0.
    init(slacksOf plain: Programme, worth: [Double]) {
        inputs = plain.inputs
        outputs = plain.outputs
        returns = plain.returns
        weighsSlacks = true
        rows = plain.rows + 1
        fixedColumns = plain.fixedColumns.prefix(plain.slacks).enumerated().map { row, column in
            column + [row < worth.count ? -worth[row] : 0]
        }
    }

    /// Rows that are inequalities between amounts.
    var amounts: Int { inputs + outputs }
    /// How many slack columns there are.
    var slacks: Int { inputs + outputs + returns.slack.count }
    /// The row of Σλ, where there is one.
    var mixtureRow: Int { inputs + outputs }
    /// A direction that leads into the technology from everywhere: less demanding in every amount.
    var helper: [Double] { (0..<rows).map { $0 < amounts ? 1 : 0 } }
    /// Whether no solution is without a unit.
    var needsUnit: Bool { returns == .variable || returns == .nonDecreasing }
    /// What follows the amounts in every unit's column.
    var ending: [Double] { (returns == .constant ? [] : [1]) + (weighsSlacks ? [0] : []) }
}

extension ReturnsToScale {
    /// The sign of the slack of the row Σλ = 1; empty when it is an equality or there is no such row.
    fileprivate var slack: [Double] {
        switch self {
        case .constant, .variable: []
        case .nonIncreasing: [1]
        case .nonDecreasing: [-1]
        }
    }
}

import Foundation

/// Whether there are enough units to compare at all, and how much they tell.
///
/// With few units and many columns almost everyone is alone in some respect and looks efficient; a ranking would then
/// be a ranking of oddities.
public enum Comparability: Sendable, Equatable {
    /// - effectiveUnits: how many observations of a parametric model carry the same information, at most the number
    ///   of units.
    case enough(units: Int, effectiveUnits: Double)
    /// Too few: no score is to be published. The rule asks for `least` units.
    case tooFew(units: Int, least: Int)

    /// The rule `n ≥ max(m s, 3 (m + s))` for `m` inputs and `s` outputs, and at least two units.
    ///
    /// The effective number is `n^(4 / (m + s + 1))` with mixtures and `n^(2 / (m + s))` without (FDH): the rates at
    /// which the estimates approach the frontier, set against √n.
    ///
    /// - Source: Cooper, Seiford & Tone (2007), sec. 9; Simar & Wilson (2015), the rates.
    public init(units: Int, inputs: Int, outputs: Int, mixtures: Bool = true) {
        let least = max(2, inputs * outputs, 3 * (inputs + outputs))
        guard units >= least else {
            self = .tooFew(units: units, least: least)
            return
        }
        let columns = Double(inputs + outputs)
        let power = mixtures ? 4 / (columns + 1) : 2 / columns
        self = .enough(units: units, effectiveUnits: min(Double(units), pow(Double(units), power)))
    }

    /// The rule for a table. Units that are alike in every figure count once: a copy tells nothing new, and a list that
    /// holds every line twice has no more to say than half of it.
    public init(_ production: Production, mixtures: Bool = true) {
        self.init(
            units: production.distinctUnits, inputs: production.inputs.columns, outputs: production.outputs.columns,
            mixtures: mixtures)
    }
}

public import Benchmarking

/// What the frontier of a table says, or that there is too little to say it.
public enum FrontierOutcome: Sendable {
    case answered(FrontierAnswer)
    /// Fewer units than the rule asks for so many columns.
    case tooFewUnits(units: Int, least: Int)
}

/// How far every unit is from the best, and from whom it could learn.
public struct FrontierAnswer: Sendable {
    public let question: FrontierQuestion
    public let table: UnitTable
    /// How many observations of a parametric model tell as much.
    public let effectiveUnits: Double
    public let units: [UnitOnFrontier]
    /// In the order of the table's groups; empty when the units are not grouped.
    public let groups: [GroupOnFrontier]
    /// Units that every group gave for the ratios at equal size; `nil` where they were not computed.
    public let equalSize: Int?
    /// Units with a score that could not be proven or reached.
    public let withoutScore: Int
    /// The largest residual or gap of the certificates; `nil` where scores need none (FDH).
    public let worstResidual: Double?
}

/// One unit of the table.
public struct UnitOnFrontier: Sendable {
    /// θ or φ against the frontier of all; `nil` without a proven score.
    public let value: Double?
    /// Share of what the best make from the same inputs (or of the inputs the best need), `1 / φ` or `θ`, 0…1.
    public let share: Double?
    /// The same against the expected best of so many comparable units (order-m); above 1 is possible.
    public let robustShare: Double?
    /// Units that use no more (or make no less): with how many the order-m share compares.
    public let comparable: Int
    /// Between these lies the true share; `nil` without bootstrap.
    public let interval: ClosedRange<Double>?
    /// The share less its bias; `nil` without bootstrap, and where correcting would add more error than it removes.
    public let corrected: Double?
    public let peers: [Certificate.Peer]
    /// What the unit would use and make on the frontier; `nil` where it is not known.
    public let targetInputs: [Double]?
    public let targetOutputs: [Double]?
    /// What the unit loses by its size; `nil` without constant returns to set beside.
    public let scale: ScaleScore?
    /// The share within the own group, and the technology-gap ratio; `nil` without groups.
    public let groupShare: Double?
    public let gapRatio: Double?
}

/// One group of the table: what it can learn at home, elsewhere, and by another size.
public struct GroupOnFrontier: Sendable {
    public enum Advice: Sendable, Equatable {
        /// Most is to be gained from the best of the own group.
        case learnAtHome
        /// More is to be gained from other groups, and the gap is clear of chance.
        case learnElsewhere
        /// The largest gap is to other groups, but it may be chance.
        case gapUnclear
        /// Most is to be gained by another size.
        case changeSize
        /// Hardly anything is left to gain in any of the three ways.
        case isAhead
        /// Fewer units than the rule asks: no frontier of its own.
        case tooFewUnits(least: Int)
    }

    /// A group whose units are peers of this one's.
    public struct Teacher: Sendable, Equatable {
        /// Place in the table's groups.
        public let group: Int
        /// Share of the peers' weights, 0…1; with the own group they add up to 1.
        public let share: Double
    }

    public let name: String
    public let units: Int
    /// Mean share within the own group: `1 −` this is what copying neighbours would close. `nil` with too few units.
    public let homeShare: Double?
    /// Mean technology-gap ratio: `1 −` this is what only other groups can teach.
    public let gapRatio: Double?
    /// The same when all groups give the same number of units, and between which ratios the middle 95 % of the draws lie.
    public let equalSizeRatio: Double?
    public let equalSizeInterval: ClosedRange<Double>?
    /// Mean scale efficiency: `1 −` this is lost by size.
    public let scaleEfficiency: Double?
    /// Whose units are the peers, the largest share first; the own group among them.
    public let teachers: [Teacher]
    public let advice: Advice
}

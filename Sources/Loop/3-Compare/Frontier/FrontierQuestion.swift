public import Benchmarking

/// What is asked of a table of units: how far is each from the best, and from whom could it learn?
public struct FrontierQuestion: Sendable, Equatable {
    /// What counts as possible.
    public enum Technology: Sendable, Equatable {
        /// What was seen, and mixtures of it.
        case mixtures(ReturnsToScale)
        /// What was seen, and what is worse; no mixtures (FDH).
        case seenOnly
    }

    public var orientation: RadialOrientation
    public var technology: Technology
    /// Replicates of the bootstrap; `nil` for none, otherwise within `FrontierQuestion.replicates`.
    public var bootstrap: Int?
    /// Seed of everything that is drawn.
    public var seed: UInt64
    /// Units that order-m imagines each unit beside.
    public var order: Int
    /// Draws of equal size from the groups.
    public var draws: Int

    public static let replicates = 100...100_000
    /// Replicates × units that are held at most: 2 GiB.
    public static let mostReplicatedFigures = 1 << 28

    public init(
        _ orientation: RadialOrientation = .output, technology: Technology = .mixtures(.variable),
        bootstrap: Int? = nil, seed: UInt64 = 1
    ) {
        self.orientation = orientation
        self.technology = technology
        self.bootstrap = bootstrap
        self.seed = seed
        order = 25
        draws = 200
    }
}

/// Why a table is not compared. Places count from 0.
public enum FrontierRefusal: Error, Sendable, Equatable {
    /// A bootstrap of so many replicates.
    case bootstrap(Int)
    /// So many units leave room for these replicates at most.
    case bootstrapTooLarge(most: Int)
    /// The bootstrap is for frontiers with mixtures.
    case bootstrapWithoutMixtures
    /// Somebody asked to stop.
    case stopped
}

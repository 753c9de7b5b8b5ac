import Foundation

/// How sure a score is: the smoothed bootstrap of Simar and Wilson.
///
/// A frontier drawn from a sample lies inside the true one, so scores flatter. The bootstrap plays the sampling again:
/// it draws inefficiencies from a smoothed picture of those found, moves every unit from the frontier by one of them,
/// draws the frontier of the moved units, and looks how far the original units are from it. What that frontier lacks of
/// the one found is about what the one found lacks of the true one.
///
/// Works with Shephard distances δ ≥ 1 (δ = φ, or 1/θ), so that no bound leaves the range of a score.
///
/// - Source: Simar & Wilson (1998); Simar & Wilson (2000), the interval and the rule for corrected scores.
public struct FrontierBootstrap: Sendable {
    public struct Options: Sendable, Equatable {
        /// How often the sampling is played; at least 2, below 1,000 the ends of the interval are rough.
        public var replicates = 2000
        public var seed: UInt64 = 1
        /// Chance that the interval is meant to hold the true score.
        public var level = 0.95
        /// Width of the smoothing in δ; by the normal reference rule if not said.
        public var bandwidth: Double?

        public init() {}
    }

    /// What the bootstrap says about one score, as published: θ or φ.
    public struct Score: Sendable, Equatable {
        /// The score found.
        public let value: Double
        /// The bias of δ: mean over the replicates less δ found, ≤ 0.
        public let bias: Double
        /// The standard error of δ over the replicates.
        public let standardError: Double
        /// The score less its bias: what the unit would score against the true frontier.
        public let corrected: Double
        /// Between these lies the true score with the chance asked for. The score found lies outside: it flatters.
        public let interval: ClosedRange<Double>
        /// Whether correcting removes more error than it adds: `σ² < bias² / 3`. If not, the score found is the better
        /// figure, biased as it is.
        public let correctionPays: Bool
    }

    public let options: Options
    public let orientation: RadialOrientation
    public let returns: ReturnsToScale
    /// The smoothing used, in δ.
    public let bandwidth: Double
    /// `nil` for a unit without a score in the table or in a replicate.
    public let scores: [Score?]

    /// - Parameter production: the table; scores against its own frontier are what is bootstrapped.
    /// - Throws: `Stopped`.
    /// - Complexity: replicates × a frontier; keeps replicates × units figures until the end.
    public init(
        of production: Production, returns: ReturnsToScale, _ orientation: RadialOrientation,
        _ options: Options = .init(), _ computation: Computation = .whole
    ) throws(Stopped) {
        let frontier = try Frontier(of: production, returns: returns, computation.silent)
        let found = try frontier.scores(Direction(orientation), computation.silent).values
        let distances = found.map { $0.map { orientation == .output ? $0 : 1 / $0 } }
        let known = distances.compactMap { $0 }
        let picture = SmoothedDistances(known, bandwidth: options.bandwidth)
        let sampling = Sampling(production, distances, returns, orientation, picture, options.seed)
        let replicates = try computation.map(max(2, options.replicates)) { (piece) throws(Stopped) in
            try sampling.distances(piece, computation.quiet)
        }
        self.options = options
        self.orientation = orientation
        self.returns = returns
        bandwidth = picture.bandwidth
        scores = distances.indices.map { unit in
            guard let distance = distances[unit] else { return nil }
            let drawn = replicates.map { $0[unit] }
            return drawn.contains { $0.isNaN } ? nil : Score(distance, drawn, options.level, orientation)
        }
    }
}

extension FrontierBootstrap.Score {
    /// - Parameters:
    ///   - distance: δ found.
    ///   - drawn: δ in every replicate.
    fileprivate init(_ distance: Double, _ drawn: [Double], _ level: Double, _ orientation: RadialOrientation) {
        let count = Double(drawn.count)
        let mean = drawn.reduce(0, +) / count
        let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let bias = mean - distance
        // The basic interval: what the replicates lack of δ found, δ found lacks of the true one.
        let sorted = drawn.sorted()
        let low = 2 * distance - Quantile.at((1 + level) / 2, of: sorted)
        let high = 2 * distance - Quantile.at((1 - level) / 2, of: sorted)
        let published = { (delta: Double) in orientation == .output ? delta : 1 / delta }
        let ends = [published(max(low, 1)), published(max(high, 1))].sorted()
        value = published(distance)
        self.bias = bias
        standardError = variance.squareRoot()
        corrected = published(max(1, distance - bias))
        interval = ends[0]...ends[1]
        correctionPays = variance < bias * bias / 3
    }
}

/// The density of δ, smoothed: figures and their mirror images at 1, where it ends, under a normal kernel.
///
/// The smoothed figures are brought back to the spread of the mirrored ones about 1, not to that of the figures about
/// their mean: the latter would move the end of the density away from 1, and the frontier with it.
///
/// - Source: Simar & Wilson (2000).
private struct SmoothedDistances: Sendable {
    let distances: [Double]
    let bandwidth: Double
    private let shrinkage: Double

    /// - Parameter bandwidth: 0 for the plain bootstrap; the normal reference rule if `nil`.
    init(_ distances: [Double], bandwidth: Double?) {
        self.distances = distances
        let count = Double(max(1, distances.count))
        let mean = distances.reduce(0, +) / count
        let variance = distances.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        let mirrored = distances.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / count
        let bandwidth = bandwidth ?? SmoothedDistances.reference(distances, variance)
        self.bandwidth = bandwidth
        shrinkage = mirrored > 0 ? 1 / (1 + bandwidth * bandwidth / mirrored).squareRoot() : 1
    }

    /// The normal reference rule on the figures and their mirror images at 1, `0.9 min(s, IQR / 1.34) (2n)^(−1/5)`,
    /// brought back to the size and spread of the figures alone: `× 2^(1/5) s_n / s_2n`.
    ///
    /// - Source: Silverman (1986); Simar & Wilson (2000), the correction for reflection.
    private static func reference(_ distances: [Double], _ variance: Double) -> Double {
        guard distances.count > 1, variance > 0 else { return 0 }
        let mirrored = (distances + distances.map { 2 - $0 }).sorted()
        let count = Double(mirrored.count)
        let spread = (mirrored.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / count).squareRoot()
        let quartiles = (Quantile.at(0.75, of: mirrored) - Quantile.at(0.25, of: mirrored)) / 1.34
        let scale = quartiles > 0 ? min(spread, quartiles) : spread
        return 0.9 * scale * pow(count, -0.2) * pow(2, 0.2) * variance.squareRoot() / spread
    }

    /// One δ ≥ 1 of the smoothed density.
    func draw(_ random: inout RandomStream) -> Double {
        let place = distances[random.index(below: distances.count)] + bandwidth * random.normal()
        return 1 + abs(place - 1) * shrinkage
    }
}

/// One replicate of the sampling.
private struct Sampling: Sendable {
    private let production: Production
    private let found: [Double?]
    private let returns: ReturnsToScale
    private let orientation: RadialOrientation
    private let picture: SmoothedDistances
    private let seed: UInt64

    init(
        _ production: Production, _ found: [Double?], _ returns: ReturnsToScale, _ orientation: RadialOrientation,
        _ picture: SmoothedDistances, _ seed: UInt64
    ) {
        self.production = production
        self.found = found
        self.returns = returns
        self.orientation = orientation
        self.picture = picture
        self.seed = seed
    }

    /// δ of the original units against the frontier of the moved ones; NaN where there is none.
    func distances(_ piece: Int, _ computation: Computation) throws(Stopped) -> [Double] {
        var random = RandomStream(seed: seed, piece: piece)
        let frontier = try Frontier(of: moved(&random), returns: returns, computation)
        let values = try frontier.scores(of: production, Direction(orientation), computation).values
        return values.map { value in
            guard let value else { return .nan }
            return orientation == .output ? value : 1 / value
        }
    }

    /// Every unit at its place on the frontier, moved inside by a drawn δ.
    private func moved(_ random: inout RandomStream) -> Production {
        var inputs = production.inputs.values
        var outputs = production.outputs.values
        let (m, s) = (production.inputs.columns, production.outputs.columns)
        for unit in 0..<production.units {
            guard let own = found[unit] else { continue }
            let drawn = picture.draw(&random)
            switch orientation {
            case .input: for place in unit * m..<(unit + 1) * m { inputs[place] *= drawn / own }
            case .output: for place in unit * s..<(unit + 1) * s { outputs[place] *= own / drawn }
            }
        }
        return Production(
            checked: Matrix(computed: inputs, rows: production.units, columns: m),
            Matrix(computed: outputs, rows: production.units, columns: s))
    }
}

/// What a frontier says about one unit.
public struct FrontierScore: Sendable, Equatable {
    public enum Outcome: Sendable, Equatable {
        /// Solved, and proven by its certificate.
        case solved
        /// The technology reaches no point on the unit's way: it makes or lacks what nobody else does.
        case infeasible
        /// The direction is zero: nothing is made (or used) that could be multiplied.
        case noDirection
        /// Optimality could not be proven. No figure is given.
        case notSolved
    }

    public let outcome: Outcome
    /// β: how far the unit can go along its direction; `nil` unless solved.
    public let beta: Double?
    /// θ (input), φ (output) or β, as published; `nil` unless solved.
    public let value: Double?
    /// `nil` unless solved.
    public let certificate: Certificate?
}

/// The scores of many units, kept flat: a million units take some hundred megabytes, not some hundred bytes each in
/// their own array.
public struct FrontierScores: Sendable {
    public let direction: Direction
    let chunks: [ScoreChunk]
    let size: Int

    /// Number of units.
    public let count: Int

    /// The score of a unit with its certificate.
    /// - Precondition: the number lies inside.
    public subscript(unit: Int) -> FrontierScore { chunks[unit / size].score(unit % size, direction) }

    /// θ, φ or β of every unit; `nil` where there is none.
    public var values: [Double?] {
        (0..<count).map { beta(of: $0).map(direction.score) }
    }

    /// β of a unit; `nil` where there is none.
    func beta(of unit: Int) -> Double? {
        let beta = chunks[unit / size].betas[unit % size]
        return beta.isNaN ? nil : beta
    }

    /// The outcome of every unit.
    public var outcomes: [FrontierScore.Outcome] { (0..<count).map { chunks[$0 / size].outcomes[$0 % size] } }

    /// The largest residual or gap of all certificates.
    public var worstResidual: Double { chunks.reduce(0) { max($0, $1.worst) } }
}

extension FrontierScores {
    /// The same scores with those of some units exchanged.
    func replacing(
        _ units: [Int], by solved: [ScoreChunk], _ piece: Int, _ programme: Programme
    ) -> FrontierScores {
        var places = [Int](repeating: -1, count: count)
        for (place, unit) in units.enumerated() { places[unit] = place }
        let replaced = chunks.indices.map { number in
            var chunk = ScoreChunk(programme, capacity: size)
            for unit in number * size..<min(count, (number + 1) * size) {
                if places[unit] < 0 {
                    chunk.append(unit % size, of: chunks[number])
                } else {
                    chunk.append(places[unit] % piece, of: solved[places[unit] / piece])
                }
            }
            return chunk
        }
        return FrontierScores(direction: direction, chunks: replaced, size: size, count: count)
    }
}

import Foundation

/// A symmetric table with figures only on the diagonal and beside it.
struct Tridiagonal {
    var diagonal: [Double] = []
    /// One fewer; each > 0.
    var beside: [Double] = []
}

extension Tridiagonal {
    /// The vector of the largest eigenvalue, of length 1.
    ///
    /// The table less a little more than the eigenvalue is negative definite, so elimination from both ends meets
    /// no zero; where the two meet best, the vector starts and runs out to both ends by multiplication alone, which
    /// keeps small components exact to all digits.
    ///
    /// - Source: Parlett (1998), ch. 4 and 7, counting and twisted elimination; Dhillon & Parlett (2004).
    func leadingVector() -> [Double] {
        let n = diagonal.count
        guard n > 1 else { return [1] }
        let value = leadingValue()
        let down = pivots(diagonal, beside, value)
        let up = Array(pivots(diagonal.reversed(), beside.reversed(), value).reversed())
        let meetings = (0..<n).map { abs(down[$0] + up[$0] - (diagonal[$0] - value)) }
        let middle = meetings.indices.min { meetings[$0] < meetings[$1] } ?? 0
        var vector = [Double](repeating: 0, count: n)
        vector[middle] = 1
        for place in stride(from: middle - 1, through: 0, by: -1) {
            vector[place] = -beside[place] * vector[place + 1] / down[place]
        }
        for place in stride(from: middle + 1, to: n, by: 1) {
            vector[place] = -beside[place - 1] * vector[place - 1] / up[place]
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return vector.map { $0 / length }
    }

    /// The smallest number found that is not below the largest eigenvalue, by halving an interval.
    private func leadingValue() -> Double {
        let radii = diagonal.indices.map { place in
            (place > 0 ? beside[place - 1] : 0) + (place < beside.count ? beside[place] : 0)
        }
        var low = diagonal.max() ?? 0
        var high = zip(diagonal, radii).map { $0 + $1 }.max() ?? 0
        high += abs(high) * 1e-15 + .leastNormalMagnitude
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { return high }
            if isAbove(middle) { high = middle } else { low = middle }
        }
    }

    /// Whether every eigenvalue is below the number: all pivots negative.
    private func isAbove(_ number: Double) -> Bool {
        var pivot = diagonal[0] - number
        for place in beside.indices {
            guard pivot < 0 else { return false }
            pivot = diagonal[place + 1] - number - beside[place] * beside[place] / pivot
        }
        return pivot < 0
    }
}

/// A pivot is never nearer to zero than this: it would be zero only at an eigenvalue met to the last bit.
private let leastPivot = 1e-300

/// The pivots of elimination from the first row on, of the table less `value` times the identity.
private func pivots(_ diagonal: [Double], _ beside: [Double], _ value: Double) -> [Double] {
    var pivots = [diagonal[0] - value]
    for place in beside.indices {
        let previous = pivots[place]
        let safe = abs(previous) < leastPivot ? -leastPivot : previous
        pivots[place] = safe
        pivots.append(diagonal[place + 1] - value - beside[place] * beside[place] / safe)
    }
    let last = pivots.count - 1
    if abs(pivots[last]) < leastPivot { pivots[last] = -leastPivot }
    return pivots
}

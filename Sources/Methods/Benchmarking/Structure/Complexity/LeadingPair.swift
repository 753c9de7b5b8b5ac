import Foundation

/// The largest eigenvalue of a symmetric operator, and its vector.
struct LeadingPair {
    let value: Double
    /// Of length 1; its sign is arbitrary.
    let vector: [Double]
    /// `‖A v − λ v‖`, computed from the vector and not estimated.
    let residual: Double
    /// How often the operator was applied.
    let steps: Int
}

/// How long a leading pair is looked for.
struct PairSearch {
    /// Residual at which the search ends.
    var tolerance = 1e-13
    /// Vectors that are remembered before the search starts again from the best.
    var memory = 600
    /// Times that it starts again.
    var restarts = 8
}

extension LeadingPair {
    /// The leading pair on the space orthogonal to the known vectors, by Lanczos's method with full
    /// orthogonalisation: a power iteration that remembers its steps and takes the best vector of all of them. Where
    /// the second and the third value are near each other, it needs tens of steps and the plain iteration thousands.
    ///
    /// - Parameters:
    ///   - known: eigenvectors of length 1, orthogonal to one another.
    ///   - size: length of the vectors.
    ///   - apply: the operator, symmetric.
    /// - Returns: `nil` when nothing is orthogonal to the known vectors.
    /// - Source: Lanczos (1950); Parlett (1998), ch. 13.
    init?(
        orthogonalTo known: [[Double]], size: Int, _ search: PairSearch = PairSearch(),
        apply: ([Double]) -> [Double]
    ) {
        // Any start will do that is not orthogonal to the answer by accident; a fixed one gives the same figures again.
        // Each number of known vectors has its own: of a value that two vectors share, the first search takes all
        // that its start had.
        var random = RandomStream(seed: 0x5EC0_4D, piece: known.count)
        var start = (0..<size).map { _ in random.uniform() - 0.5 }
        start.makeOrthogonal(to: known)
        guard known.count < size, start.normalise() > 0 else { return nil }
        var best = LeadingPair(start, steps: 0, apply: apply)
        for _ in 0...search.restarts {
            let (vector, steps) = krylov(from: best.vector, orthogonalTo: known, search, apply)
            best = LeadingPair(vector, steps: best.steps + steps, apply: apply)
            if best.residual <= 2 * search.tolerance { break }
        }
        self = best
    }

    /// A vector of length 1 with its Rayleigh quotient.
    private init(_ vector: [Double], steps: Int, apply: ([Double]) -> [Double]) {
        let image = apply(vector)
        let value = vector.dot(image)
        var rest = image
        rest.add(-value, times: vector)
        self.init(value: value, vector: vector, residual: rest.dot(rest).squareRoot(), steps: steps + 1)
    }
}

/// Steps between two looks at the best vector so far.
private let stepsBetweenLooks = 6

/// One run: the best vector in the span of `v, Av, A²v, …`, and how many steps it took.
private func krylov(
    from start: [Double], orthogonalTo known: [[Double]], _ search: PairSearch, _ apply: ([Double]) -> [Double]
) -> (vector: [Double], steps: Int) {
    var basis = [start]
    var small = Tridiagonal()
    while true {
        let last = basis[basis.count - 1]
        var next = apply(last)
        small.diagonal.append(last.dot(next))
        // Twice is enough: what the first pass leaves by rounding, the second takes.
        for _ in 0..<2 {
            next.makeOrthogonal(to: known)
            next.makeOrthogonal(to: basis)
        }
        let length = next.normalise()
        let isFull = basis.count == search.memory || basis.count + known.count == start.count
        if isFull || length <= search.tolerance || basis.count.isMultiple(of: stepsBetweenLooks) {
            let weights = small.leadingVector()
            let residual = length * abs(weights[weights.count - 1])
            if isFull || residual <= search.tolerance / 4 {
                return (combination(of: basis, weights), basis.count)
            }
        }
        small.beside.append(length)
        basis.append(next)
    }
}

private func combination(of basis: [[Double]], _ weights: [Double]) -> [Double] {
    var sum = [Double](repeating: 0, count: basis[0].count)
    for (vector, weight) in zip(basis, weights) { sum.add(weight, times: vector) }
    sum.normalise()
    return sum
}

/// Arithmetic of vectors. Sums run in eight lanes, by the place modulo 8, which are added up at the end.
extension [Double] {
    fileprivate func dot(_ other: [Double]) -> Double {
        withUnsafeBufferPointer { a in
            other.withUnsafeBufferPointer { b in
                var lanes = SIMD8<Double>.zero
                let whole = a.count / 8 * 8
                for start in stride(from: 0, to: whole, by: 8) { lanes += eight(a, start) * eight(b, start) }
                var rest = 0.0
                for place in whole..<a.count { rest += a[place] * b[place] }
                return lanes.sum() + rest
            }
        }
    }

    fileprivate mutating func add(_ factor: Double, times other: [Double]) {
        withUnsafeMutableBufferPointer { a in
            other.withUnsafeBufferPointer { b in
                for place in a.indices { a[place] += factor * b[place] }
            }
        }
    }

    fileprivate mutating func makeOrthogonal(to vectors: [[Double]]) {
        for vector in vectors { add(-dot(vector), times: vector) }
    }

    /// Makes the length 1 and returns what it was; leaves zeros as they are.
    @discardableResult
    fileprivate mutating func normalise() -> Double {
        let length = dot(self).squareRoot()
        guard length > 0 else { return 0 }
        for place in indices { self[place] /= length }
        return length
    }
}

private func eight(_ values: UnsafeBufferPointer<Double>, _ start: Int) -> SIMD8<Double> {
    SIMD8(
        values[start], values[start + 1], values[start + 2], values[start + 3],
        values[start + 4], values[start + 5], values[start + 6], values[start + 7])
}

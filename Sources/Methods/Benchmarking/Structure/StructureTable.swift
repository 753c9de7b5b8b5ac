// For squareRoot(), which on Linux links against libm.
import Foundation

/// The industrial structure of a set of regions, ready to be compared: each row divided by its own
/// sum.
///
/// Built once, asked often; every question is answered from prepared coordinates.
public struct StructureTable: Sendable {
    /// Regions × industries; 0…1, every row adds up to 1.
    public let shares: Matrix

    private let euclidean: LaneTable
    private let brayCurtis: LaneTable
    private let hellinger: LaneTable
    private let standardised: LaneTable
    private let cosine: LaneTable

    /// - Parameter weights: regions × industries, one unit within a row (workers or rupiah), every
    ///   cell ≥ 0.
    /// - Throws: `.negative(row:column:)`; `.emptyRow(row:)` for a region without any activity;
    ///   `.notFinite(row:column:)`, with the last column, for a row whose sum overflows.
    public init(_ weights: Matrix) throws(TableError) {
        try weights.requireNonNegative()
        let totals = weights.rowTotals
        if let row = totals.firstIndex(of: 0) { throw .emptyRow(row: row) }
        if let row = totals.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(row: row, column: weights.columns - 1)
        }
        let values = weights.values.indices.map {
            weights.values[$0] / totals[$0 / weights.columns]
        }
        let shares = Matrix(computed: values, rows: weights.rows, columns: weights.columns)
        self.shares = shares
        func lanes(_ method: StructuralDistance) -> LaneTable {
            LaneTable(method.coordinates(of: shares))
        }
        euclidean = lanes(.euclidean)
        brayCurtis = lanes(.brayCurtis)
        hellinger = lanes(.hellinger)
        standardised = lanes(.standardised)
        cosine = lanes(.cosine)
    }

    /// The distance from one region to every region, added from the first industry to the last.
    ///
    /// - Parameter home: the row to measure from.
    /// - Returns: one distance per row, ≥ 0, exactly 0 at `home`.
    /// - Precondition: `home` is a row of the table.
    public func distances(from home: Int, by method: StructuralDistance) -> [Double] {
        let sums = sums(from: home, by: method)
        guard case .rootOfSquared = method.summation else { return sums }
        return sums.map { $0.squareRoot() }
    }

    /// The distances between all pairs: rows × rows, symmetric, 0 on the diagonal.
    /// - Complexity: O(rows² × industries).
    public func allDistances(by method: StructuralDistance) -> Matrix {
        var values: [Double] = []
        values.reserveCapacity(shares.rows * shares.rows)
        for home in 0..<shares.rows {
            values.append(contentsOf: distances(from: home, by: method))
        }
        return Matrix(computed: values, rows: shares.rows, columns: shares.rows)
    }

    /// What makes two regions differ: the share of the distance that each industry accounts for.
    ///
    /// For the distances with a square root (`euclidean`, `hellinger`, `standardised`) it is the
    /// share of the *squared* distance, because only the squares add up.
    ///
    /// - Returns: one share per industry, 0…1, adding up to 1; all 0 where the distance is 0.
    /// - Precondition: both are rows of the table.
    public func parts(from home: Int, to other: Int, by method: StructuralDistance) -> [Double] {
        let points = lanes(method).points
        let terms = zip(points.row(home), points.row(other)).map { method.term($0 - $1) }
        let sum = terms.reduce(0, +)
        return sum > 0 ? terms.map { $0 / sum } : terms
    }

    /// `parts(from:to:by:)` from one region to every region.
    ///
    /// All pairs at once would be rows² × industries figures, 36 MB for the regencies of Indonesia;
    /// ask row by row instead.
    ///
    /// - Returns: rows × industries, 0…1; every row adds up to 1, or is all 0 where the distance is
    ///   0.
    /// - Precondition: `home` is a row of the table.
    public func parts(from home: Int, by method: StructuralDistance) -> Matrix {
        let points = lanes(method).points
        switch method.summation {
        case .absolute: return parts(of: points, from: home) { abs($0) }
        case .squared, .rootOfSquared: return parts(of: points, from: home) { $0 * $0 }
        }
    }

    /// Always inlined, so that `term` is an instruction in the loop and not a call.
    @inline(__always)
    private func parts(of points: Matrix, from home: Int, term: (Double) -> Double) -> Matrix {
        let here = points.row(home)
        var values = points.values
        for start in stride(from: 0, to: values.count, by: here.count) {
            var sum = 0.0
            for column in here.indices {
                values[start + column] = term(here[column] - values[start + column])
                sum += values[start + column]
            }
            guard sum > 0 else { continue }
            for column in here.indices { values[start + column] /= sum }
        }
        return Matrix(computed: values, rows: points.rows, columns: points.columns)
    }

    /// Where each target stands in the list of the regions nearest to home: 1 + the number of rows,
    /// other than home, that are strictly nearer. Ties share the better rank.
    ///
    /// - Returns: one rank per target, 1…rows − 1. (Home itself, as a target, gets 1.)
    /// - Precondition: home and the targets are rows of the table.
    public func ranks(
        of targets: [Int], from home: Int, by method: StructuralDistance
    ) -> [Int] {
        // Ranks of the sums are ranks of the distances: a root keeps the order.
        let lanes = lanes(method)
        let nearer =
            switch method.summation {
            case .absolute: lanes.absoluteCounts(below: targets, from: home)
            case .squared, .rootOfSquared: lanes.squaredCounts(below: targets, from: home)
            }
        // Home is at distance 0, so it counts itself as nearer than any row at a distance.
        return nearer.map { max(1, $0) }
    }

    /// The rows nearest to home, nearest first; of two equally near, the one that comes first in
    /// the table.
    ///
    /// - Parameter count: how many at most, ≥ 0.
    /// - Returns: `count` rows without home, or all of them when there are fewer.
    /// - Precondition: `home` is a row of the table.
    public func nearest(
        _ count: Int, from home: Int, by method: StructuralDistance
    ) -> [Int] {
        let distances = distances(from: home, by: method)
        let others = distances.indices.filter { $0 != home }
        let sorted = others.sorted { (distances[$0], $0) < (distances[$1], $1) }
        return Array(sorted.prefix(count))
    }

    private func sums(from home: Int, by method: StructuralDistance) -> [Double] {
        switch method.summation {
        case .absolute: lanes(method).absoluteSums(from: home)
        case .squared, .rootOfSquared: lanes(method).squaredSums(from: home)
        }
    }

    private func lanes(_ method: StructuralDistance) -> LaneTable {
        switch method {
        case .euclidean: euclidean
        case .brayCurtis: brayCurtis
        case .hellinger: hellinger
        case .standardised: standardised
        case .cosine: cosine
        }
    }
}

extension StructuralDistance {
    /// What one industry adds to the sum.
    fileprivate func term(_ difference: Double) -> Double {
        switch summation {
        case .absolute: abs(difference)
        case .squared, .rootOfSquared: difference * difference
        }
    }
}

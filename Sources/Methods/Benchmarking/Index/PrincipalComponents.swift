import Foundation

/// The directions in which indicators vary together: eigenvectors of their correlations.
///
/// - Source: OECD & JRC (2008), steps 4 and 6.
public struct PrincipalComponents: Sendable, Equatable {
    /// Codes of the indicators.
    public let codes: [String]
    /// Variance of each component, descending; they add up to the number of indicators.
    public let variances: [Double]
    /// Components × indicators, each row of length 1; the sign makes the sum of a row ≥ 0.
    public let directions: Matrix

    /// Share of all variance in the first component, 0…1. Weights from a first component that explains little say
    /// little.
    public var firstShare: Double { variances[0] / Double(codes.count) }

    /// Weights from the first component: the square of each indicator's part in it.
    ///
    /// - Returns: by code, ≥ 0, adding up to 1; for `Weighting.given`.
    public var firstWeights: [String: Double] {
        Dictionary(uniqueKeysWithValues: zip(codes, directions.row(0).map { $0 * $0 }))
    }

    /// Indicators whose part in the first component has the opposite sign of the rest: they pull against the index,
    /// and their square hides it.
    public var opposed: [String] {
        zip(codes, directions.row(0)).filter { $0.1 < 0 }.map(\.0)
    }

    /// - Parameter table: normalised, so that more is better.
    /// - Throws: what `correlations` refuses; `.notKnown` for a gap, because correlations over different units need
    ///   not fit together.
    /// - Complexity: O(indicators³).
    public init(_ table: IndicatorTable) throws(IndexRefusal) {
        for column in table.codes.indices {
            if let unit = table.column(column).firstIndex(of: nil) {
                throw .notKnown(unit: table.units[unit], indicator: table.codes[column])
            }
        }
        let eigen = symmetricEigen(try table.correlations())
        let order = eigen.values.indices.sorted { (-eigen.values[$0], $0) < (-eigen.values[$1], $1) }
        codes = table.codes
        variances = order.map { eigen.values[$0] }
        let rows = order.map { place in
            let row = eigen.vectors[place]
            return row.reduce(0, +) < 0 ? row.map { -$0 } : row
        }
        directions = Matrix(computed: rows.flatMap { $0 }, rows: codes.count, columns: codes.count)
    }
}

/// A sum of squares beside the diagonal below this share of the whole is none.
private let negligibleRest = 1e-30
private let mostSweeps = 60

/// Eigenvalues and eigenvectors (one row each) of a symmetric matrix by Jacobi's rotations.
private func symmetricEigen(_ matrix: Matrix) -> (values: [Double], vectors: [[Double]]) {
    let n = matrix.rows
    var a = (0..<n).map(matrix.row)
    var vectors = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0.0 } }
    let whole = matrix.values.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<mostSweeps {
        var rest = 0.0
        for p in 0..<n { for q in 0..<p { rest += a[p][q] * a[p][q] } }
        if rest <= negligibleRest * whole { break }
        for p in 0..<n { for q in p + 1..<max(p + 1, n) { rotate(&a, &vectors, p, q) } }
    }
    return (a.indices.map { a[$0][$0] }, vectors)
}

/// Turns the plane of p and q so that their common entry becomes 0.
private func rotate(_ a: inout [[Double]], _ vectors: inout [[Double]], _ p: Int, _ q: Int) {
    guard a[p][q] != 0 else { return }
    let angle = (a[q][q] - a[p][p]) / (2 * a[p][q])
    let tangent = (angle >= 0 ? 1.0 : -1.0) / (abs(angle) + (angle * angle + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let sine = tangent * cosine
    for k in a.indices {
        (a[k][p], a[k][q]) = (cosine * a[k][p] - sine * a[k][q], sine * a[k][p] + cosine * a[k][q])
    }
    for k in a.indices {
        (a[p][k], a[q][k]) = (cosine * a[p][k] - sine * a[q][k], sine * a[p][k] + cosine * a[q][k])
        (vectors[p][k], vectors[q][k]) = (
            cosine * vectors[p][k] - sine * vectors[q][k], sine * vectors[p][k] + cosine * vectors[q][k]
        )
    }
}

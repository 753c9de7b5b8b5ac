// For squareRoot(), which on Linux links against libm.
import Foundation

/// How unlike two regions are in what they live from.
///
/// All five compare the *shares* of the industries, never the size of the region. `a` and `b` are
/// the shares of the two regions, one figure per industry, each row adding up to 1. 0 means the
/// same structure. All but `cosine` are metrics: no detour is shorter than the direct way.
///
/// - Source: Legendre & Legendre (2012), ch. 7; Navarro et al. (2014) for the use on peer regions.
public enum StructuralDistance: String, CaseIterable, Sendable, Codable {
    /// `√Σ(a − b)²`, 0…√2. Led by the few largest industries.
    case euclidean = "euclidean"
    /// `½ Σ|a − b|`, 0…1: the share of activity that would have to change industry. Twice this is
    /// Krugman's specialisation index. Source: Bray & Curtis (1957); Krugman (1991).
    case brayCurtis = "bray-curtis"
    /// `√(½ Σ(√a − √b)²)`, 0…1. Gives small industries more say than `euclidean`.
    case hellinger
    /// `√Σ((a − b) / s)²`, where `s` is the industry's population standard deviation over the
    /// table's rows. Every industry has the same say; the distance depends on which regions are in
    /// the table.
    case standardised
    /// `1 − cos(a, b) = ½ Σ(a/|a| − b/|b|)²`, 0…1. Not a metric; its square root is.
    case cosine
}

extension StructuralDistance {
    /// How the differences of the coordinates become a distance.
    enum Summation {
        /// `Σ|Δ|`
        case absolute
        /// `ΣΔ²`
        case squared
        /// `√ΣΔ²`
        case rootOfSquared
    }

    var summation: Summation {
        switch self {
        case .brayCurtis: .absolute
        case .cosine: .squared
        case .euclidean, .hellinger, .standardised: .rootOfSquared
        }
    }

    /// The table in which this distance is a plain sum over the columns; the factor ½ is inside.
    func coordinates(of shares: Matrix) -> Matrix {
        switch self {
        case .euclidean: shares
        case .brayCurtis: shares.mapValues { $0 / 2 }
        case .hellinger: shares.mapValues { ($0 / 2).squareRoot() }
        case .standardised: standardisedColumns(of: shares)
        case .cosine: rowsOfEqualLength(shares)
        }
    }
}

/// A column that spreads less than this share of its mean is constant: the spread is rounding, and
/// dividing by it would turn the last bit of a share into a large distance.
private let negligibleSpread = 1e-12

/// Every column centred and divided by its population standard deviation; a constant column becomes
/// 0.
private func standardisedColumns(of shares: Matrix) -> Matrix {
    let (rows, columns) = (shares.rows, shares.columns)
    let means = shares.columnTotals.map { $0 / Double(rows) }
    var squares = [Double](repeating: 0, count: columns)
    for row in 0..<rows {
        for column in 0..<columns {
            let deviation = shares[row, column] - means[column]
            squares[column] += deviation * deviation
        }
    }
    let spreads = squares.map { ($0 / Double(rows)).squareRoot() }
    let values = shares.values.indices.map { place in
        let column = place % columns
        guard spreads[column] > negligibleSpread * means[column] else { return 0.0 }
        return (shares.values[place] - means[column]) / spreads[column]
    }
    return Matrix(computed: values, rows: rows, columns: columns)
}

/// Every row divided by `√2` times its Euclidean length.
private func rowsOfEqualLength(_ shares: Matrix) -> Matrix {
    let scales = shares.mapValues { $0 * $0 }.rowTotals.map { (2 * $0).squareRoot() }
    let values = shares.values.indices.map { shares.values[$0] / scales[$0 / shares.columns] }
    return Matrix(computed: values, rows: shares.rows, columns: shares.columns)
}

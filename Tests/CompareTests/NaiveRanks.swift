import Benchmarking
import Compare
import Foundation
import Measure
import Register

/// Ranks of structure computed the slow and plain way, one pair at a time, straight from the definitions.
struct NaiveRanks {
    let accounts: RegionalAccounts

    /// The rank of every other region seen from home.
    func ranks(from home: RegionCode, in year: Int, by method: StructuralDistance) -> [RegionCode: Int] {
        var shares: [RegionCode: [Double]] = [:]
        for code in accounts.regenciesAndCities {
            guard let product = accounts.product(of: code, in: year),
                product.byIndustry.allSatisfy({ $0 >= 0 })
            else { continue }
            shares[code] = product.byIndustry.map { $0 / product.byIndustry.reduce(0, +) }
        }
        guard let own = shares.removeValue(forKey: home) else { return [:] }
        let spreads = Self.spreads(of: Array(shares.values) + [own])
        let distances = shares.mapValues { Self.distance(own, $0, method, spreads) }
        return distances.mapValues { distance in 1 + distances.values.count { $0 < distance } }
    }

    /// Least and greatest rank over the five methods and the years given.
    func band(of other: RegionCode, from home: RegionCode, over years: [Int]) -> ClosedRange<Int>? {
        let found = years.flatMap { year in
            StructuralDistance.allCases.compactMap { ranks(from: home, in: year, by: $0)[other] }
        }
        guard let least = found.min(), let greatest = found.max() else { return nil }
        return least...greatest
    }

    private static func spreads(of rows: [[Double]]) -> [Double] {
        (0..<17).map { column in
            let values = rows.map { $0[column] }
            let mean = values.reduce(0, +) / Double(values.count)
            return (values.reduce(0) { $0 + pow($1 - mean, 2) } / Double(values.count)).squareRoot()
        }
    }

    private static func distance(
        _ a: [Double], _ b: [Double], _ method: StructuralDistance, _ spreads: [Double]
    ) -> Double {
        func sum(_ term: (Int) -> Double) -> Double { a.indices.reduce(0) { $0 + term($1) } }
        switch method {
        case .euclidean: return sum { pow(a[$0] - b[$0], 2) }.squareRoot()
        case .brayCurtis: return sum { abs(a[$0] - b[$0]) } / 2
        case .hellinger: return (sum { pow(a[$0].squareRoot() - b[$0].squareRoot(), 2) } / 2).squareRoot()
        case .standardised:
            return sum { spreads[$0] > 0 ? pow((a[$0] - b[$0]) / spreads[$0], 2) : 0 }.squareRoot()
        case .cosine:
            return 1 - sum { a[$0] * b[$0] }
                / (sum { a[$0] * a[$0] } * sum { b[$0] * b[$0] }).squareRoot()
        }
    }
}

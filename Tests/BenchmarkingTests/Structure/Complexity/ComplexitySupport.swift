import Benchmarking
import Foundation
import Testing

/// Exports of 226 countries by 69 products, as published with the R package economiccomplexity.
struct WorldTrade {
    static let expected = "methods/expected/"
    let countries: [String]
    let products: [String]
    let table: AdvantageTable
    let amounts: Matrix

    init() throws {
        let rows = try SharedFolder.rows(of: "methods/world_trade_1998_2000_sitc2.csv")
        let countries = Set(rows.compactMap { $0["country"] }).sorted()
        let products = Set(rows.compactMap { $0["product"] }).sorted()
        var figures = countries.map { _ in products.map { _ in 0.0 } }
        for row in rows {
            let country = try #require(countries.firstIndex(of: row["country"] ?? ""))
            let product = try #require(products.firstIndex(of: row["product"] ?? ""))
            figures[country][product] += try #require(Double(row["value"] ?? ""))
        }
        self.countries = countries
        self.products = products
        amounts = try Matrix(figures)
        table = try AdvantageTable(amounts)
    }

    /// A column of a published file by the key in another column.
    func published(_ file: String, _ key: String, _ column: String) throws -> [String: Double] {
        let rows = try SharedFolder.rows(of: Self.expected + file)
        return Dictionary(
            uniqueKeysWithValues: try rows.map { row in
                (try #require(row[key]), try #require(Double(row[column] ?? "")))
            })
    }
}

/// A table with an advantage in about one cell of three, every region and product with one.
func randomAdvantages(regions: Int, products: Int, seed: UInt64) throws -> AdvantageTable {
    var random = RandomStream(seed: seed)
    var lists = (0..<regions).map { _ in (0..<products).filter { _ in random.index(below: 3) == 0 } }
    for region in lists.indices where lists[region].isEmpty { lists[region] = [0] }
    let made = Set(lists.joined())
    for product in 0..<products where !made.contains(product) {
        lists[product % regions] = (lists[product % regions] + [product]).sorted()
    }
    return try AdvantageTable(lists, products: products)
}

/// The cells of a table as figures 0 and 1.
func dense(_ table: AdvantageTable) -> [[Double]] {
    (0..<table.regions).map { region in (0..<table.products).map { table[region, $0] ? 1 : 0 } }
}

/// All eigenvalues, falling, with their vectors: Jacobi's rotations until nothing is left beside the diagonal.
func jacobi(_ symmetric: [[Double]]) -> (values: [Double], vectors: [[Double]]) {
    var a = symmetric
    let n = a.count
    var v = (0..<n).map { row in (0..<n).map { $0 == row ? 1.0 : 0 } }
    for _ in 0..<100 {
        for p in 0..<n {
            for q in (p + 1)..<max(n, p + 1) where abs(a[p][q]) > 1e-300 {
                let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                let c = 1 / (t * t + 1).squareRoot()
                let s = t * c
                for k in 0..<n { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
                for k in 0..<n { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
                for k in 0..<n { (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]) }
            }
        }
    }
    let order = (0..<n).sorted { a[$0][$0] > a[$1][$1] }
    return (order.map { a[$0][$0] }, order.map { column in v.map { $0[column] } })
}

/// Figures with mean 0 and sample standard deviation 1.
func standardised(_ values: [Double]) -> [Double] {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    return values.map { ($0 - mean) / (squares / Double(values.count - 1)).squareRoot() }
}

func expectClose(
    _ found: [Double], _ expected: [Double], within tolerance: Double,
    at location: SourceLocation = #_sourceLocation
) {
    #expect(found.count == expected.count, sourceLocation: location)
    let gap = zip(found, expected).map { abs($0 - $1) }.max() ?? 0
    #expect(gap <= tolerance, sourceLocation: location)
}

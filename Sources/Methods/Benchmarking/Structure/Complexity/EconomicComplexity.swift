import Foundation

/// Which standard deviation is 1 after standardising.
public enum Standardisation: String, Sendable, Equatable, CaseIterable, Codable {
    /// Divided by `n − 1`, as the R package economiccomplexity does.
    case sample
    /// Divided by `n`, as the Python package ecomplexity does.
    case population
}

/// Economic complexity of regions and products: the second eigenvector of the walk from region to region by way of
/// the products they share, `M̃ = D_r⁻¹ M D_p⁻¹ Mᵀ`.
///
/// Its sign is such that diverse regions score high. It orders regions by likeness of what they make, no more; with
/// few firms it is fragile, and relatedness (`ProductSpace`) is to be shown first.
///
/// - Source: Hidalgo & Hausmann (2009); Hausmann et al. (2014); Mealy, Farmer & Teytelboym (2019) for what it means.
public struct EconomicComplexity: Sendable, Equatable {
    public let standardisation: Standardisation
    /// ECI of each region: mean 0, standard deviation 1.
    public let regions: [Double]
    /// PCI of each product on the scale of the ECI: the mean over a region's products is the region's ECI.
    public let products: [Double]
    /// PCI of each product with mean 0 and standard deviation 1 over the products.
    public let standardisedProducts: [Double]
    /// PCI in standard deviations of the ECI, with its zero where the eigenvector has it: the mean of the ECI weighted
    /// by diversity. It is what opportunity is counted in.
    public let uncentredProducts: [Double]
    /// 0…1: how much of the pattern survives one step of the walk.
    public let secondEigenvalue: Double
    /// The next one, 0…1. Near the second, small changes of the table turn the vector.
    public let thirdEigenvalue: Double
    /// `‖A v − λ v‖` of the symmetric form of the walk, `‖v‖ = 1`.
    public let residual: Double
    /// How often the walk was applied in search of the second vector.
    public let steps: Int
}

/// What can be said of the complexity of a table.
public enum ComplexityOutcome: Sendable, Equatable {
    case known(EconomicComplexity)
    /// Fewer than three regions or products.
    case tooSmall(regions: Int, products: Int)
    /// The table falls into parts that share no product: the second eigenvalue is 1 and says only that.
    case disconnected(parts: Int)
    /// All regions make the same, so nothing tells them apart.
    case alike
    /// The second and the third eigenvalue are the same within the search's accuracy: any mixture of their vectors
    /// would do.
    case severalAnswers(eigenvalue: Double)
    /// The vector is uncorrelated with diversity: which end is the complex one is not determined.
    case noDirection
    /// The search ended with this residual.
    case notConverged(residual: Double)

    /// The complexity, or `nil` where it cannot be said.
    public var complexity: EconomicComplexity? {
        if case .known(let complexity) = self { complexity } else { nil }
    }
}

/// Fewest regions and products with an order to speak of.
private let leastSide = 3
/// An eigenvalue below this is zero but for rounding.
private let leastEigenvalue = 1e-12
/// Nearer eigenvalues are the same: the vector would be off by the residual over their distance.
private let leastGap = 1e-6
/// A correlation nearer to zero has no sign.
private let leastCorrelation = 1e-9
/// A residual beyond this is not an eigenvector.
private let greatestResidual = 1e-11

extension AdvantageTable {
    /// The complexity of regions and products, or why it cannot be said.
    ///
    /// - Complexity: O(cells with advantage × steps + smaller side × steps²); steps are some tens.
    public func complexity(_ standardisation: Standardisation = .sample) -> ComplexityOutcome {
        guard regions >= leastSide, products >= leastSide else {
            return .tooSmall(regions: regions, products: products)
        }
        let parts = parts
        guard parts == 1 else { return .disconnected(parts: parts) }
        let walk = Walk(self)
        guard let pair = LeadingPair(orthogonalTo: [walk.trivial], size: walk.size, apply: walk.step),
            pair.value > leastEigenvalue
        else { return .alike }
        guard pair.residual <= greatestResidual else { return .notConverged(residual: pair.residual) }
        // Its value alone is asked for, and that is as exact as the square of the vector.
        let third = LeadingPair(
            orthogonalTo: [walk.trivial, pair.vector], size: walk.size,
            PairSearch(tolerance: leastGap / 10), apply: walk.step)
        let thirdEigenvalue = max(0, third?.value ?? 0)
        guard pair.value - thirdEigenvalue > leastGap else { return .severalAnswers(eigenvalue: pair.value) }
        return scaled(walk, pair, thirdEigenvalue, standardisation)
    }

    private func scaled(
        _ walk: Walk, _ pair: LeadingPair, _ third: Double, _ standardisation: Standardisation
    ) -> ComplexityOutcome {
        var (eci, pci) = walk.scores(pair)
        guard let correlation = correlation(eci, diversity.map(Double.init)),
            abs(correlation) > leastCorrelation
        else { return .noDirection }
        if correlation < 0 { (eci, pci) = (eci.map { -$0 }, pci.map { -$0 }) }
        let (ofRegions, ofProducts) = (standardisation.moments(of: eci), standardisation.moments(of: pci))
        return .known(
            EconomicComplexity(
                standardisation: standardisation,
                regions: eci.map { ($0 - ofRegions.mean) / ofRegions.deviation },
                products: pci.map { ($0 - ofRegions.mean) / ofRegions.deviation },
                standardisedProducts: pci.map { ($0 - ofProducts.mean) / ofProducts.deviation },
                uncentredProducts: pci.map { $0 / ofRegions.deviation },
                secondEigenvalue: pair.value, thirdEigenvalue: third, residual: pair.residual, steps: pair.steps))
    }
}

/// The walk from region to region by way of products, or from product to product by way of regions, whichever side is
/// smaller, in its symmetric form `A = D⁻½ M E⁻¹ Mᵀ D⁻½`, where `D` holds the degrees of the smaller side and `E`
/// those of the other. The leading eigenvector is trivial, `√D`.
private struct Walk {
    let isOverRegions: Bool
    let near: PlaceLists
    let far: PlaceLists
    let roots: [Double]
    let farDegrees: [Double]

    init(_ table: AdvantageTable) {
        isOverRegions = table.regions <= table.products
        near = isOverRegions ? table.ofRegion : table.ofProduct
        far = isOverRegions ? table.ofProduct : table.ofRegion
        roots = near.lengths.map { Double($0).squareRoot() }
        farDegrees = far.lengths.map(Double.init)
    }

    var size: Int { roots.count }

    var trivial: [Double] {
        let length = roots.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return roots.map { $0 / length }
    }

    func step(_ vector: [Double]) -> [Double] {
        zip(near.sums(of: farMeans(of: zip(vector, roots).map { $0 / $1 })), roots).map { $0 / $1 }
    }

    /// ECI and PCI before scaling, such that a region's ECI is the mean PCI of its products.
    func scores(_ pair: LeadingPair) -> (regions: [Double], products: [Double]) {
        let own = zip(pair.vector, roots).map { $0 / $1 }
        let others = farMeans(of: own)
        return isOverRegions ? (own, others.map { $0 / pair.value }) : (others, own)
    }

    /// For each of the far side, the mean of its near neighbours' values.
    private func farMeans(of values: [Double]) -> [Double] {
        zip(far.sums(of: values), farDegrees).map { $0 / $1 }
    }
}

extension Standardisation {
    /// Mean and standard deviation, added from first to last.
    func moments(of values: [Double]) -> (mean: Double, deviation: Double) {
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        return (mean, (squares / (self == .sample ? n - 1 : n)).squareRoot())
    }
}

/// Pearson's correlation; `nil` where one of the two is constant.
private func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    let (ofA, ofB) = (Standardisation.population.moments(of: a), Standardisation.population.moments(of: b))
    guard ofA.deviation > 0, ofB.deviation > 0 else { return nil }
    let products = zip(a, b).reduce(0) { $0 + ($1.0 - ofA.mean) * ($1.1 - ofB.mean) }
    return products / Double(a.count) / (ofA.deviation * ofB.deviation)
}

/// What a region could gain by making what it does not make yet.
public struct Opportunities: Sendable, Equatable {
    /// For each region `Σ_p ω[r][p] (1 − M[r][p]) PCI[p]`: complexity within reach. In standard deviations of the ECI,
    /// times products.
    public let value: [Double]
    /// `value` with mean 0 and standard deviation 1 over the regions.
    public let standardisedValue: [Double]
    /// Regions × products: `(1 − M[r][p]) Σ_q (1 − M[r][q]) PCI[q] φ[q][p] / Σ_p' φ[q][p']`, how much nearer the complex
    /// products come that the region does not make, were it to make `p`; 0 where it makes `p` already.
    public let gain: Matrix
}

extension ProductSpace {
    /// The value of what each region could make, and the gain by each product.
    ///
    /// `PCI` is the uncentred one, in standard deviations of the ECI, as the Python package ecomplexity counts; with
    /// another zero a product of middling complexity would count for or against. (The Atlas also takes `ω PCI` off
    /// the gain; here it is not taken off.)
    ///
    /// - Parameters:
    ///   - complexity: of the same table.
    ///   - density: of this space.
    /// - Throws: `Stopped`.
    /// - Complexity: O(cells with advantage × products).
    /// - Precondition: complexity and density have this table's regions and products.
    /// - Source: Hausmann et al. (2014), *Atlas of Economic Complexity*, technical box 2.4.
    public func opportunities(
        _ complexity: EconomicComplexity, density: Matrix, _ computation: Computation = .whole
    ) throws(Stopped) -> Opportunities {
        let pci = complexity.uncentredProducts
        precondition(
            pci.count == advantages.products && density.columns == advantages.products
                && density.rows == advantages.regions, "complexity or density of another table")
        let value = (0..<advantages.regions).map { region in missingSum(region, density, pci) }
        let moments = complexity.standardisation.moments(of: value)
        return Opportunities(
            value: value,
            standardisedValue: value.map { moments.deviation > 0 ? ($0 - moments.mean) / moments.deviation : 0 },
            gain: try gains(pci, computation))
    }

    /// `Σ ω PCI` over the products that the region does not make.
    private func missingSum(_ region: Int, _ density: Matrix, _ pci: [Double]) -> Double {
        var made = advantages.ofRegion[region]
        var sum = 0.0
        for product in pci.indices {
            if made.first == Int32(product) {
                made.removeFirst()
            } else {
                sum += density[region, product] * pci[product]
            }
        }
        return sum
    }

    /// All products' sum less that of the products made: far fewer are made than are not.
    private func gains(_ pci: [Double], _ computation: Computation) throws(Stopped) -> Matrix {
        let weights = zip(pci, proximityTotals).map { $0 / $1 }
        var all = [Double](repeating: 0, count: weights.count)
        for q in weights.indices {
            for p in weights.indices { all[p] += weights[q] * proximity.values[q * weights.count + p] }
        }
        let made = try proximitySums(weights: weights, computation)
        return made.replacingRows { region, row in
            for product in row.indices { row[product] = all[product] - row[product] }
            for product in advantages.ofRegion[region] { row[Int(product)] = 0 }
        }
    }
}

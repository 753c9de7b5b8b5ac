/// How near products are to one another, and how near a region is to products that it does not make yet.
///
/// - Source: Hidalgo et al. (2007).
public struct ProductSpace: Sendable, Equatable {
    public let advantages: AdvantageTable
    /// Products × products, 0…1, symmetric, 1 on the diagonal: `φ[p][q] = Σᵣ M[r][p] M[r][q] / max(k_p, k_q)`, the
    /// lesser of the two shares "of the regions that make the one, how many make the other".
    public let proximity: Matrix
    /// For each product the sum of its row of `proximity`, itself included; ≥ 1.
    public let proximityTotals: [Double]

    /// - Throws: `Stopped`.
    /// - Complexity: O(Σ diversity² + products²).
    public init(_ advantages: AdvantageTable, _ computation: Computation = .whole) throws(Stopped) {
        let ubiquity = advantages.ubiquity.map(Double.init)
        let products = advantages.products
        let blocks = try computation.map((products + productsInPiece - 1) / productsInPiece) { piece in
            let range = piece * productsInPiece..<min(products, (piece + 1) * productsInPiece)
            return proximityRows(range, advantages, ubiquity)
        }
        self.advantages = advantages
        proximity = Matrix(computed: blocks.flatMap { $0 }, rows: products, columns: products)
        proximityTotals = proximity.rowTotals
    }

    /// Density around every product in every region: `ω[r][p] = Σ_q M[r][q] φ[q][p] / Σ_q φ[q][p]`, the product
    /// itself included.
    ///
    /// - Returns: regions × products, 0…1: the share of what is near the product that the region makes already.
    /// - Throws: `Stopped`.
    /// - Complexity: O(cells with advantage × products).
    public func density(_ computation: Computation = .whole) throws(Stopped) -> Matrix {
        let sums = try proximitySums(weights: proximityTotals.map { _ in 1 }, computation)
        let totals = proximityTotals
        return sums.replacingRows { _, row in
            for product in totals.indices { row[product] /= totals[product] }
        }
    }

    /// For each region and product `Σ_q M[r][q] w[q] φ[q][p]`, added in the order of `q`.
    func proximitySums(weights: [Double], _ computation: Computation) throws(Stopped) -> Matrix {
        let products = advantages.products
        let columns = try computation.map((products + laneColumns - 1) / laneColumns) { piece in
            columnSums(from: piece * laneColumns, weights)
        }
        var values = [Double](repeating: 0, count: advantages.regions * products)
        values.withUnsafeMutableBytes { bytes in
            for (piece, sums) in columns.enumerated() {
                let start = piece * laneColumns
                for region in 0..<advantages.regions {
                    let place = (region * products + start) * MemoryLayout<Double>.stride
                    bytes.storeLanes(sums[region], at: place, count: products - start)
                }
            }
        }
        return Matrix(computed: values, rows: advantages.regions, columns: products)
    }

    /// Sixteen columns of the sums: the weighted columns are copied side by side once, so that what every region reads
    /// stays near the processor, and the sums of a region stay in registers.
    private func columnSums(from start: Int, _ weights: [Double]) -> [SIMD16<Double>] {
        let products = advantages.products
        let packed = proximity.values.withUnsafeBytes { bytes in
            (0..<products).map { product in
                let place = (product * products + start) * MemoryLayout<Double>.stride
                return bytes.loadLanes(at: place, count: products - start) * weights[product]
            }
        }
        return packed.withUnsafeBufferPointer { packed in
            advantages.ofRegion.places.withUnsafeBufferPointer { places in
                (0..<advantages.regions).map { region in
                    var sum = SIMD16<Double>.zero
                    for cell in advantages.ofRegion.starts[region]..<advantages.ofRegion.starts[region + 1] {
                        sum += packed[Int(places[cell])]
                    }
                    return sum
                }
            }
        }
    }
}

/// Rows of proximity in one piece of work.
private let productsInPiece = 64
/// Columns that are added up at the same time.
private let laneColumns = 16

/// The rows of proximity of some products, one after the other.
private func proximityRows(_ range: Range<Int>, _ table: AdvantageTable, _ ubiquity: [Double]) -> [Double] {
    let products = table.products
    var values = [Double](repeating: 0, count: range.count * products)
    var together = [Int32](repeating: 0, count: products)
    for (row, product) in range.enumerated() {
        for place in together.indices { together[place] = 0 }
        table.ofRegion.places.withUnsafeBufferPointer { places in
            together.withUnsafeMutableBufferPointer { together in
                for region in table.ofProduct[product] {
                    let (start, end) = (table.ofRegion.starts[Int(region)], table.ofRegion.starts[Int(region) + 1])
                    for cell in start..<end { together[Int(places[cell])] &+= 1 }
                }
            }
        }
        let own = ubiquity[product]
        values.withUnsafeMutableBufferPointer { values in
            for other in 0..<products {
                values[row * products + other] = Double(together[other]) / max(own, ubiquity[other])
            }
        }
    }
    return values
}

extension UnsafeRawBufferPointer {
    /// Sixteen figures, or as many as are left, and zeros.
    fileprivate func loadLanes(at place: Int, count: Int) -> SIMD16<Double> {
        if count >= laneColumns { return loadUnaligned(fromByteOffset: place, as: SIMD16<Double>.self) }
        var lanes = SIMD16<Double>.zero
        for lane in 0..<count {
            lanes[lane] = loadUnaligned(fromByteOffset: place + lane * MemoryLayout<Double>.stride, as: Double.self)
        }
        return lanes
    }
}

extension UnsafeMutableRawBufferPointer {
    /// Stores sixteen figures, or the first `count` of them.
    fileprivate func storeLanes(_ lanes: SIMD16<Double>, at place: Int, count: Int) {
        if count >= laneColumns {
            storeBytes(of: lanes, toByteOffset: place, as: SIMD16<Double>.self)
            return
        }
        for lane in 0..<count {
            storeBytes(of: lanes[lane], toByteOffset: place + lane * MemoryLayout<Double>.stride, as: Double.self)
        }
    }
}

extension Matrix {
    /// The same shape with every row changed in place.
    func replacingRows(_ change: (Int, UnsafeMutableBufferPointer<Double>) -> Void) -> Matrix {
        var values = self.values
        values.withUnsafeMutableBufferPointer { all in
            for row in 0..<rows {
                change(row, UnsafeMutableBufferPointer(rebasing: all[row * columns..<(row + 1) * columns]))
            }
        }
        return Matrix(computed: values, rows: rows, columns: columns)
    }
}

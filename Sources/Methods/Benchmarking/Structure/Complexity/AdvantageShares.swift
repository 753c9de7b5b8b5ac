/// What one firm makes of one product. A firm with two products is two entries, and is drawn as two.
public struct FirmAmount: Sendable, Equatable {
    /// Numbers of the region and the product, from 0.
    public let region: Int
    public let product: Int
    /// Workers or rupiah, ≥ 0.
    public let amount: Double

    public init(region: Int, product: Int, amount: Double) {
        self.region = region
        self.product = product
        self.amount = amount
    }
}

/// How surely each region has an advantage in each product that it makes.
public struct AdvantageShares: Sendable, Equatable {
    public struct Cell: Sendable, Equatable {
        public let region: Int
        public let product: Int
        /// Firms of the region with this product.
        public let firms: Int
        /// The location quotient of the firms as they are; `nil` where the region or the product has none of the
        /// amount.
        public let quotient: Double?
        /// The share of the replicates in which the quotient is at least 1, 0…1.
        public let share: Double
    }

    /// By region, then by product; only those that some firm makes. Everywhere else the share is 0.
    public let cells: [Cell]
    public let replicates: Int
    public let seed: UInt64
}

/// Firms, ready to be drawn again.
public struct FirmTable: Sendable {
    /// Region and product of each cell, by region, then by product.
    private let places: [(region: Int, product: Int)]
    private let firmsInCell: [Int]
    /// Firms of one region stand together: those of the `i`-th region are `starts[i] ..< starts[i + 1]`.
    private let starts: [Int]
    private let cellOfFirm: [Int]
    private let amountOfFirm: [Double]
    /// For each cell the place of its region among those with firms.
    private let regionOfCell: [Int]
    /// For each cell the place of its product among those that somebody makes.
    private let productOfCell: [Int]

    /// - Parameter firms: in any order; the order does not change the result.
    /// - Throws: `.empty` without firms; with the firm as row and 0…2 for region, product and amount as column:
    ///   `.negative(row:column:)`, `.notFinite(row:column:)`, the latter also for the last firm when the sum of all
    ///   overflows.
    public init(_ firms: [FirmAmount]) throws(TableError) {
        guard !firms.isEmpty else { throw .empty }
        try checkFirms(firms)
        // By amount too: replicates draw by place, and the place must not depend on the order that came in.
        let sorted = firms.sorted { ($0.region, $0.product, $0.amount) < ($1.region, $1.product, $1.amount) }
        var (places, firmsInCell, regionOfCell) = ([(region: Int, product: Int)](), [Int](), [Int]())
        var (starts, cellOfFirm) = ([Int](), [Int]())
        for (place, firm) in sorted.enumerated() {
            if places.last?.region != firm.region { starts.append(place) }
            if places.last?.region != firm.region || places.last?.product != firm.product {
                places.append((firm.region, firm.product))
                firmsInCell.append(0)
                regionOfCell.append(starts.count - 1)
            }
            firmsInCell[places.count - 1] += 1
            cellOfFirm.append(places.count - 1)
        }
        self.places = places
        self.firmsInCell = firmsInCell
        self.starts = starts + [sorted.count]
        self.cellOfFirm = cellOfFirm
        self.regionOfCell = regionOfCell
        amountOfFirm = sorted.map(\.amount)
        let products = Set(places.map(\.product)).sorted()
        let order = Dictionary(uniqueKeysWithValues: zip(products, products.indices))
        productOfCell = places.map { order[$0.product, default: 0] }
    }

    /// In which share of the replicates each region has an advantage in each product: instead of a hard yes or no that
    /// hangs on one firm.
    ///
    /// A replicate draws, in every region, as many firms as it has, with replacement; the number of firms of a region
    /// is a fact and not chance. Each replicate has its own stream of random numbers, so the result depends on the
    /// seed alone. A share near one half says that the firms do not decide it.
    ///
    /// - Parameters:
    ///   - replicates: ≥ 1; fewer counts as 1.
    ///   - seed: of the random numbers.
    /// - Throws: `Stopped`.
    /// - Complexity: O(replicates × (firms + cells)).
    /// - Source: Efron (1979).
    public func advantageShares(
        replicates: Int = 1000, seed: UInt64, _ computation: Computation = .whole
    ) throws(Stopped) -> AdvantageShares {
        let replicates = max(1, replicates)
        let pieces = (replicates + replicatesInPiece - 1) / replicatesInPiece
        let counts = try computation.map(pieces) { piece in
            let first = piece * replicatesInPiece
            return count(first..<min(replicates, first + replicatesInPiece), seed)
        }
        let quotients = quotients(of: amounts { $0 })
        let cells = places.indices.map { cell in
            AdvantageShares.Cell(
                region: places[cell].region, product: places[cell].product, firms: firmsInCell[cell],
                quotient: quotients[cell],
                share: Double(counts.reduce(0) { $0 + $1[cell] }) / Double(replicates))
        }
        return AdvantageShares(cells: cells, replicates: replicates, seed: seed)
    }

    /// For each cell, in how many of these replicates the region has an advantage.
    private func count(_ replicates: Range<Int>, _ seed: UInt64) -> [Int] {
        var counts = [Int](repeating: 0, count: places.count)
        for replicate in replicates {
            var random = RandomStream(seed: seed, piece: replicate)
            var drawn: [Int] = []
            drawn.reserveCapacity(amountOfFirm.count)
            for region in 0..<(starts.count - 1) {
                let size = starts[region + 1] - starts[region]
                for _ in 0..<size { drawn.append(starts[region] + random.index(below: size)) }
            }
            let quotients = quotients(of: amounts { drawn[$0] })
            for cell in counts.indices where hasAdvantage(quotients[cell]) { counts[cell] += 1 }
        }
        return counts
    }

    /// The amount of every cell when place `i` is taken by the firm `choice(i)`.
    private func amounts(_ choice: (Int) -> Int) -> [Double] {
        var amounts = [Double](repeating: 0, count: places.count)
        for place in amountOfFirm.indices {
            let firm = choice(place)
            amounts[cellOfFirm[firm]] += amountOfFirm[firm]
        }
        return amounts
    }

    /// The location quotient of every cell.
    private func quotients(of amounts: [Double]) -> [Double?] {
        var ofRegions = [Double](repeating: 0, count: starts.count - 1)
        var ofProducts = [Double](repeating: 0, count: places.count)
        for cell in amounts.indices {
            ofRegions[regionOfCell[cell]] += amounts[cell]
            ofProducts[productOfCell[cell]] += amounts[cell]
        }
        let all = ofRegions.reduce(0, +)
        return amounts.indices.map { cell in
            locationQuotient(
                amounts[cell], of: ofRegions[regionOfCell[cell]],
                reference: ofProducts[productOfCell[cell]], of: all)
        }
    }
}

/// Replicates in one piece of work.
private let replicatesInPiece = 8

private func checkFirms(_ firms: [FirmAmount]) throws(TableError) {
    for (row, firm) in firms.enumerated() {
        if firm.region < 0 { throw .negative(row: row, column: 0) }
        if firm.product < 0 { throw .negative(row: row, column: 1) }
        if !firm.amount.isFinite { throw .notFinite(row: row, column: 2) }
        if firm.amount < 0 { throw .negative(row: row, column: 2) }
    }
    guard firms.reduce(0, { $0 + $1.amount }).isFinite else { throw .notFinite(row: firms.count - 1, column: 2) }
}

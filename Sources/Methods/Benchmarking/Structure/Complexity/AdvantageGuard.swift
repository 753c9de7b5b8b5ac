/// From which size on regions and products count in a table of advantages.
public struct AdvantageGuard: Sendable, Equatable {
    /// Least total of a region, in the unit of the amounts.
    public var leastTotal: Double
    /// Least number of firms of a region; asked only where the numbers of firms are known.
    public var leastFirms: Int
    /// Least number of products that a region makes with advantage.
    public var leastDiversity: Int
    /// Least number of regions that make a product with advantage.
    public var leastUbiquity: Int

    public init(leastTotal: Double = 0, leastFirms: Int = 0, leastDiversity: Int = 5, leastUbiquity: Int = 3) {
        self.leastTotal = leastTotal
        self.leastFirms = leastFirms
        self.leastDiversity = leastDiversity
        self.leastUbiquity = leastUbiquity
    }

    /// Keeps everything that has a figure at all.
    public static var none: AdvantageGuard { AdvantageGuard(leastDiversity: 1, leastUbiquity: 1) }
}

/// A region or product that was left out, and why. Regions and products by their number in the table that came in.
public enum LeftOut: Sendable, Equatable {
    case smallRegion(Int, total: Double)
    case regionOfFewFirms(Int, firms: Int)
    case narrowRegion(Int, diversity: Int)
    case rareProduct(Int, ubiquity: Int)
}

/// A table of advantages without regions and products too small to tell anything.
///
/// A region with one shipment of one odd product would lead every index of complexity. First go the regions below
/// the least total or number of firms. Then, round by round, all narrow regions and rare products go at once and the
/// advantages are found anew among the rest, until all that are left pass. The rest is its own reference: guarding
/// it again leaves nothing out.
public struct GuardedAdvantages: Sendable, Equatable {
    public let rule: AdvantageGuard
    /// The regions that are left, ascending; row `i` of `table` is region `regions[i]`.
    public let regions: [Int]
    /// The products that are left, ascending.
    public let products: [Int]
    /// The advantages among them; `nil` where nothing is left.
    public let table: AdvantageTable?
    /// In the order in which they were left out.
    public let leftOut: [LeftOut]

    /// - Parameters:
    ///   - amounts: regions × products, one unit throughout, every cell ≥ 0.
    ///   - firms: firms of each region, where they are known.
    /// - Throws: `.negative(row:column:)`; `.shapeMismatch(expected:found:)` when `firms` has another number of
    ///   regions; `.notFinite(row:column:)`, with the last cell, when the sum of all overflows.
    public init(
        _ amounts: Matrix, firms: [Int]? = nil, rule: AdvantageGuard = AdvantageGuard()
    ) throws(TableError) {
        try amounts.requireNonNegative()
        try amounts.requireFiniteTotal()
        if let firms, firms.count != amounts.rows {
            throw .shapeMismatch(expected: amounts.rows, found: firms.count)
        }
        var sieve = Sieve(FilledCells(amounts), rule)
        sieve.dropSmall(firms: firms)
        var table = sieve.advantages()
        while let found = table, sieve.drop(by: found) { table = sieve.advantages() }
        self.rule = rule
        self.regions = table == nil ? [] : sieve.regions
        self.products = table == nil ? [] : sieve.products
        self.table = table
        leftOut = sieve.leftOut
    }
}

/// The cells that are still in.
private struct Sieve {
    private(set) var cells: FilledCells
    private(set) var regions: [Int]
    private(set) var products: [Int]
    private(set) var leftOut: [LeftOut] = []
    private let rule: AdvantageGuard

    init(_ cells: FilledCells, _ rule: AdvantageGuard) {
        self.cells = cells
        self.rule = rule
        regions = Array(0..<(cells.starts.count - 1))
        products = Array(0..<cells.columns)
    }

    mutating func dropSmall(firms: [Int]?) {
        let totals = cells.totals()
        var isIn = [Bool](repeating: true, count: regions.count)
        for (place, region) in regions.enumerated() {
            if totals.rows[place] < rule.leastTotal || totals.rows[place] == 0 {
                leftOut.append(.smallRegion(region, total: totals.rows[place]))
            } else if let firms, firms[place] < rule.leastFirms {
                leftOut.append(.regionOfFewFirms(region, firms: firms[place]))
            } else {
                continue
            }
            isIn[place] = false
        }
        keep(regions: isIn, products: products.map { _ in true })
    }

    /// What is left, without products that nobody makes any more; `nil` for nothing.
    mutating func advantages() -> AdvantageTable? {
        repeat {
            let totals = cells.totals()
            for (place, product) in products.enumerated() where totals.columns[place] == 0 {
                leftOut.append(.rareProduct(product, ubiquity: 0))
            }
            for (place, region) in regions.enumerated() where totals.rows[place] == 0 {
                leftOut.append(.narrowRegion(region, diversity: 0))
            }
            let (rows, columns) = (totals.rows.map { $0 > 0 }, totals.columns.map { $0 > 0 })
            if rows.allSatisfy(\.self), columns.allSatisfy(\.self) { break }
            keep(regions: rows, products: columns)
        } while !cells.places.isEmpty
        return cells.places.isEmpty ? nil : AdvantageTable(checked: cells)
    }

    /// Leaves out the narrow regions and the rare products; `false` when there are none.
    mutating func drop(by table: AdvantageTable) -> Bool {
        let before = leftOut.count
        let (diversity, ubiquity) = (table.diversity, table.ubiquity)
        for (place, count) in diversity.enumerated() where count < rule.leastDiversity {
            leftOut.append(.narrowRegion(regions[place], diversity: count))
        }
        for (place, count) in ubiquity.enumerated() where count < rule.leastUbiquity {
            leftOut.append(.rareProduct(products[place], ubiquity: count))
        }
        guard leftOut.count > before else { return false }
        keep(
            regions: diversity.map { $0 >= rule.leastDiversity },
            products: ubiquity.map { $0 >= rule.leastUbiquity })
        return true
    }

    private mutating func keep(regions keptRegions: [Bool], products keptProducts: [Bool]) {
        var newPlace = [Int32](repeating: -1, count: keptProducts.count)
        var count: Int32 = 0
        for place in keptProducts.indices where keptProducts[place] {
            newPlace[place] = count
            count += 1
        }
        var (starts, places, amounts) = ([0], [Int32](), [Double]())
        for row in keptRegions.indices where keptRegions[row] {
            for cell in cells.starts[row]..<cells.starts[row + 1] {
                let place = newPlace[Int(cells.places[cell])]
                guard place >= 0 else { continue }
                places.append(place)
                amounts.append(cells.amounts[cell])
            }
            starts.append(places.count)
        }
        regions = regions.indices.filter { keptRegions[$0] }.map { regions[$0] }
        products = products.indices.filter { keptProducts[$0] }.map { products[$0] }
        cells = FilledCells(columns: Int(count), starts: starts, places: places, amounts: amounts)
    }
}

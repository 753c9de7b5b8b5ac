/// A region counts as making a product with advantage from this quotient on.
private let fairShare = 1.0

/// A quotient this near below the fair share is the fair share: the difference is rounding of the totals.
private let roundingOfQuotient = 1e-12

/// Whether a location quotient is an advantage.
func hasAdvantage(_ quotient: Double?) -> Bool {
    quotient.map { $0 >= fairShare - roundingOfQuotient } ?? false
}

/// Which regions make which products with revealed comparative advantage: the 0/1 table `M`, `M[r][p] = 1` where
/// `(x[r][p] / x[r][·]) / (x[·][p] / x[·][·]) ≥ 1`.
///
/// Kept as lists of places, since most cells are 0. Every region has a product and every product a region: a mean of
/// the quotients, weighted by the shares, is 1, so somebody reaches it.
///
/// - Source: Balassa (1965); Hidalgo & Hausmann (2009).
public struct AdvantageTable: Sendable, Equatable {
    /// For each region the products that it makes with advantage, ascending.
    let ofRegion: PlaceLists
    /// For each product the regions that make it with advantage, ascending.
    let ofProduct: PlaceLists

    /// Number of regions.
    public var regions: Int { ofRegion.count }
    /// Number of products.
    public var products: Int { ofProduct.count }
    /// For each region, with how many products it has an advantage, ≥ 1: `k_r`.
    public var diversity: [Int] { ofRegion.lengths }
    /// For each product, how many regions have an advantage in it, ≥ 1: `k_p`.
    public var ubiquity: [Int] { ofProduct.lengths }

    /// The advantages that a table of amounts reveals.
    ///
    /// - Parameter amounts: regions × products, one unit throughout (workers, rupiah), every cell ≥ 0.
    /// - Throws: `.negative(row:column:)`; `.emptyRow(row:)` for a region that makes nothing;
    ///   `.emptyReference(column:)` for a product that nobody makes; `.notFinite(row:column:)`, with the last cell,
    ///   when the sum of all overflows.
    public init(_ amounts: Matrix) throws(TableError) {
        try amounts.requireNonNegative()
        try amounts.requireFiniteTotal()
        if let row = amounts.rowTotals.firstIndex(of: 0) { throw .emptyRow(row: row) }
        if let column = amounts.columnTotals.firstIndex(of: 0) { throw .emptyReference(column: column) }
        self.init(checked: FilledCells(amounts))
    }

    /// Advantages that were found otherwise.
    ///
    /// - Parameter lists: for each region the products, ascending.
    /// - Throws: `.empty`; `.emptyRow(row:)`; `.emptyReference(column:)` for a product that nobody makes;
    ///   `.shapeMismatch(expected:found:)` for a product outside 0 ..< products, or one that is not above the one
    ///   before it.
    public init(_ lists: [[Int]], products: Int) throws(TableError) {
        guard !lists.isEmpty, products > 0 else { throw .empty }
        if let row = lists.firstIndex(where: \.isEmpty) { throw .emptyRow(row: row) }
        for list in lists {
            var previous = -1
            for product in list {
                guard product > previous, product < products else {
                    throw .shapeMismatch(expected: products, found: product)
                }
                previous = product
            }
        }
        ofRegion = PlaceLists(lists)
        ofProduct = ofRegion.turned(places: products)
        if let column = ofProduct.lengths.firstIndex(of: 0) { throw .emptyReference(column: column) }
    }

    /// The advantages in cells of which every region and every product has one above 0.
    init(checked cells: FilledCells) {
        let lists = cells.advantages()
        ofRegion = lists
        ofProduct = lists.turned(places: cells.columns)
    }

    /// Whether the region makes the product with advantage.
    /// - Precondition: both lie inside the table.
    public subscript(region: Int, product: Int) -> Bool { ofRegion[region].contains(Int32(product)) }
}

extension Matrix {
    /// Refuses figures whose sum is beyond all numbers.
    func requireFiniteTotal() throws(TableError) {
        guard rowTotals.reduce(0, +).isFinite else { throw .notFinite(row: rows - 1, column: columns - 1) }
    }
}

/// The cells of a table that are above 0, row after row.
struct FilledCells {
    let columns: Int
    /// Cells of row `r` are `starts[r] ..< starts[r + 1]`.
    let starts: [Int]
    let places: [Int32]
    let amounts: [Double]

    init(_ table: Matrix) {
        var (starts, places, amounts) = ([0], [Int32](), [Double]())
        for row in 0..<table.rows {
            for column in 0..<table.columns {
                let amount = table.values[row * table.columns + column]
                guard amount > 0 else { continue }
                places.append(Int32(column))
                amounts.append(amount)
            }
            starts.append(places.count)
        }
        self.init(columns: table.columns, starts: starts, places: places, amounts: amounts)
    }

    init(columns: Int, starts: [Int], places: [Int32], amounts: [Double]) {
        self.columns = columns
        self.starts = starts
        self.places = places
        self.amounts = amounts
    }

    /// The sum of each row, each column, and of the rows, added in the order of the table.
    func totals() -> (rows: [Double], columns: [Double], all: Double) {
        var rows = [Double](repeating: 0, count: starts.count - 1)
        var columnTotals = [Double](repeating: 0, count: columns)
        for row in rows.indices {
            for cell in starts[row]..<starts[row + 1] {
                rows[row] += amounts[cell]
                columnTotals[Int(places[cell])] += amounts[cell]
            }
        }
        return (rows, columnTotals, rows.reduce(0, +))
    }

    /// For each row the columns in which its share is at least the share of all rows.
    func advantages() -> PlaceLists {
        let (rows, columns, all) = totals()
        // Shares are compared, not the quotient with 1: equal fractions round to equal numbers.
        let limits = columns.map { $0 / all * (fairShare - roundingOfQuotient) }
        var (listStarts, list) = ([0], [Int32]())
        list.reserveCapacity(places.count)
        for row in rows.indices {
            for cell in starts[row]..<starts[row + 1] where amounts[cell] / rows[row] >= limits[Int(places[cell])] {
                list.append(places[cell])
            }
            listStarts.append(list.count)
        }
        return PlaceLists(starts: listStarts, places: list)
    }
}

/// Lists of places, one after the other in one array.
struct PlaceLists: Sendable, Equatable {
    /// List `i` is `places[starts[i] ..< starts[i + 1]]`.
    let starts: [Int]
    let places: [Int32]

    var count: Int { starts.count - 1 }
    var lengths: [Int] { (0..<count).map { starts[$0 + 1] - starts[$0] } }

    init(starts: [Int], places: [Int32]) {
        self.starts = starts
        self.places = places
    }

    init(_ lists: [[Int]]) {
        var starts = [0]
        for list in lists { starts.append(starts[starts.count - 1] + list.count) }
        self.init(starts: starts, places: lists.flatMap { $0.map(Int32.init) })
    }

    subscript(list: Int) -> ArraySlice<Int32> { places[starts[list]..<starts[list + 1]] }

    /// The lists seen from the places: for each place, the lists that name it, ascending.
    func turned(places count: Int) -> PlaceLists {
        var next = [Int](repeating: 0, count: count + 1)
        for place in places { next[Int(place) + 1] += 1 }
        for place in 0..<count { next[place + 1] += next[place] }
        let turnedStarts = next
        var turned = [Int32](repeating: 0, count: places.count)
        for list in 0..<self.count {
            for place in self[list] {
                turned[next[Int(place)]] = Int32(list)
                next[Int(place)] += 1
            }
        }
        return PlaceLists(starts: turnedStarts, places: turned)
    }

    /// For each list, the sum of the values at its places.
    ///
    /// Four partial sums, by the place within the list modulo 4, added up in pairs: one sum would wait for every
    /// addition.
    func sums(of values: [Double]) -> [Double] {
        values.withUnsafeBufferPointer { values in
            places.withUnsafeBufferPointer { places in
                (0..<count).map { list in
                    var lanes = SIMD4<Double>.zero
                    let (start, end) = (starts[list], starts[list + 1])
                    let whole = start + (end - start) / 4 * 4
                    for k in stride(from: start, to: whole, by: 4) {
                        lanes += SIMD4(
                            values[Int(places[k])], values[Int(places[k + 1])],
                            values[Int(places[k + 2])], values[Int(places[k + 3])])
                    }
                    for k in whole..<end { lanes[k - whole] += values[Int(places[k])] }
                    return (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
                }
            }
        }
    }
}

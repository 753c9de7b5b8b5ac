/// The few columns that matter where the search is: the programme is solved over them, and the rest are looked at
/// once, to prove that none of them would improve the solution.
///
/// The first `fixed` positions are the columns that every programme has (slacks); units follow.
final class WorkingSet {
    let rows: Int
    /// Columns now held.
    private(set) var count = 0
    /// Columns that are never dropped.
    private(set) var fixed = 0
    /// Which column of the pool stands at a position; −1 for a fixed one.
    private(set) var sources: [Int] = []
    private var lastUsed: [Int] = []
    private var capacity: Int
    private var storage: UnsafeMutablePointer<SIMD4<Double>>
    /// Scratch of one figure per column: reduced costs and row entries of the ratio test.
    private var costs: UnsafeMutablePointer<SIMD4<Double>>
    private var entries: UnsafeMutablePointer<SIMD4<Double>>

    init(rows: Int, capacity: Int = 128) {
        self.rows = rows
        self.capacity = (capacity + 7) / 8 * 8
        storage = .zeros(self.capacity / 4 * rows)
        costs = .zeros(self.capacity / 4)
        entries = .zeros(self.capacity / 4)
    }

    deinit {
        storage.deallocate()
        costs.deallocate()
        entries.deallocate()
    }

    /// The kernel over the columns held.
    @inline(__always)
    var pricing: Pricing { Pricing(blocks: UnsafePointer(storage), count: (count + 7) / 8, rows: rows) }

    /// Adds a column that is never dropped. All of these come before the first unit.
    func addFixed(_ figures: [Double]) {
        let position = place()
        for row in 0..<rows { set(row, position, figures[row]) }
        sources.append(-1)
        lastUsed.append(.max)
        fixed += 1
    }

    /// Adds a column of the pool.
    /// - Returns: its position.
    @discardableResult
    func add(_ column: Int, of pool: Pricing, now: Int) -> Int {
        let position = place()
        for row in 0..<rows { set(row, position, pool.figure(row, column: column)) }
        sources.append(column)
        lastUsed.append(now)
        return position
    }

    /// Copies a column out.
    @inline(__always)
    func copy(_ position: Int, to column: UnsafeMutablePointer<Double>) {
        let pricing = self.pricing
        for row in 0..<rows { column[row] = pricing.figure(row, column: position) }
    }

    /// Remembers that a column was in the basis.
    @inline(__always)
    func touch(_ position: Int, now: Int) {
        if position >= fixed { lastUsed[position] = now }
    }

    /// Keeps the `keep` units that were in the basis last.
    /// - Returns: where each old position is now; −1 where it is dropped.
    func trim(keep: Int) -> [Int] {
        let units = (fixed..<count).sorted { (lastUsed[$0], $1) > (lastUsed[$1], $0) }
        let kept = Array(0..<fixed) + units.prefix(keep).sorted()
        var moved = [Int](repeating: -1, count: count)
        for (new, old) in kept.enumerated() {
            moved[old] = new
            if new == old { continue }
            for row in 0..<rows { set(row, new, pricing.figure(row, column: old)) }
        }
        sources = kept.map { sources[$0] }
        lastUsed = kept.map { lastUsed[$0] }
        for position in kept.count..<count {
            for row in 0..<rows { set(row, position, 0) }
        }
        count = kept.count
        return moved
    }

    /// Drops all units.
    func clear() {
        _ = trim(keep: 0)
    }

    @inline(__always)
    private func set(_ row: Int, _ position: Int, _ figure: Double) {
        storage[2 * ((position / 8) * rows + row) + (position % 8) / 4][position % 4] = figure
    }

    /// A free position; the room doubles when it is full.
    private func place() -> Int {
        if count == capacity {
            let wider: UnsafeMutablePointer<SIMD4<Double>> = .zeros(capacity / 2 * rows)
            wider.update(from: storage, count: capacity / 4 * rows)
            storage.deallocate()
            storage = wider
            capacity *= 2
            costs.deallocate()
            entries.deallocate()
            costs = .zeros(capacity / 4)
            entries = .zeros(capacity / 4)
        }
        count += 1
        return count - 1
    }
}

extension WorkingSet {
    /// The column of lowest price below `-tolerance`, or −1.
    @inline(__always)
    func lowest(of prices: UnsafePointer<Double>, below tolerance: Double) -> Int {
        let pricing = self.pricing
        let lanes = pricing.lowest(of: prices)
        var best = -tolerance
        var bestLane = -1
        for lane in 0..<4 where lanes.prices[lane] < best {
            best = lanes.prices[lane]
            bestLane = lane
        }
        guard bestLane >= 0 else { return -1 }
        return pricing.column(lane: bestLane, block: Int(lanes.blocks[bestLane]), row: prices)
    }

    /// The first column whose price is below `-tolerance`, or −1: Bland's choice.
    func first(of prices: UnsafePointer<Double>, below tolerance: Double) -> Int {
        let pricing = self.pricing
        for block in 0..<pricing.count {
            let (low, high) = pricing.products(of: prices, block: block)
            for lane in 0..<4 where low[lane] < -tolerance { return 8 * block + lane }
            for lane in 0..<4 where high[lane] < -tolerance { return 8 * block + 4 + lane }
        }
        return -1
    }

    /// The ratio test of the dual simplex, in two passes (Harris): of the columns whose entry in the leaving row is
    /// negative, those whose reduced cost reaches zero first, within the tolerance; of these the one with the largest
    /// entry, because dividing by a small one loses digits.
    ///
    /// - Returns: the entering column, or −1 when no entry is negative: there is no solution over these columns.
    @inline(__always)
    func entering(prices: UnsafePointer<Double>, leaving row: UnsafePointer<Double>, _ tolerance: Tolerance) -> Int {
        let pricing = self.pricing
        var bound = SIMD4<Double>(repeating: .infinity)
        var block = 0
        while block < pricing.count {
            let (costLow, costHigh) = pricing.products(of: prices, block: block)
            let (entryLow, entryHigh) = pricing.products(of: row, block: block)
            costs[2 * block] = costLow.replacing(with: 0, where: costLow .< 0)
            costs[2 * block + 1] = costHigh.replacing(with: 0, where: costHigh .< 0)
            entries[2 * block] = entryLow
            entries[2 * block + 1] = entryHigh
            for half in 2 * block...2 * block + 1 {
                let ratio = (costs[half] + tolerance.dual) / -entries[half]
                bound.replace(with: ratio, where: (entries[half] .< -tolerance.pivot) .& (ratio .< bound))
            }
            block += 1
        }
        return largestEntry(within: bound.min(), halves: 2 * pricing.count, tolerance)
    }

    @inline(__always)
    private func largestEntry(within bound: Double, halves: Int, _ tolerance: Tolerance) -> Int {
        guard bound < .infinity else { return -1 }
        var best = SIMD4<Double>(repeating: -tolerance.pivot)
        var places = SIMD4<Int64>(repeating: -1)
        for half in 0..<halves {
            let isFirst = (costs[half] .<= -entries[half] * bound) .& (entries[half] .< best)
            best.replace(with: entries[half], where: isFirst)
            places.replace(with: SIMD4(repeating: Int64(truncatingIfNeeded: half)), where: isFirst)
        }
        var lane = 0
        for other in 1..<4 where best[other] < best[lane] { lane = other }
        guard places[lane] >= 0 else { return -1 }
        return 4 * Int(places[lane]) + lane
    }
}

extension UnsafeMutablePointer where Pointee == SIMD4<Double> {
    static func zeros(_ count: Int) -> Self {
        let pointer = Self.allocate(capacity: Swift.max(1, count))
        pointer.initialize(repeating: .zero, count: Swift.max(1, count))
        return pointer
    }
}

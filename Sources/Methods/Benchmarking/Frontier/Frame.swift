/// The units that carry a technology: all others lie inside the hull of these, so nobody's score needs them.
///
/// A point outside the hull of the frame so far ends on a facet; the unit furthest beyond that facet is a new member.
/// The units are cut into parts of at most `leaf`, whose frames are found side by side and then joined two by two:
/// the frame of a union lies in the union of the frames. The parts do not depend on the number of threads.
///
/// - Source: Dulá (2011), the search; Barr & Durchholz (1997), the parts.
struct Frame {
    private static let leaf = 4096

    let programme: Programme
    let table: ColumnTable

    /// - Parameter order: all units, neighbours near each other.
    /// - Returns: numbers of the units of the frame, in that order.
    func units(in order: [Int], _ computation: Computation) throws(Stopped) -> [Int] {
        let parts = Frame.parts(order.count)
        let whole = Double(parts)
        let columns = programme.returns == .constant ? table.onUnitSum : table
        var frames = try computation.part(0...0.5).map(parts) { (part) throws(Stopped) in
            let places = stride(from: part, to: order.count, by: parts)
            return try hull(Array(places), order, columns, computation)
        }
        while frames.count > 1 {
            let half = frames.count / 2
            let span = (1 - Double(frames.count) / (2 * whole))...(1 - Double(half) / (2 * whole))
            frames = try computation.part(span).map(half) { [frames] (part) throws(Stopped) in
                try hull((frames[part] + frames[part + half]).sorted(), order, columns, computation)
            }
        }
        return frames[0].map { order[$0] }
    }

    /// The least power of two that makes the parts small enough.
    private static func parts(_ units: Int) -> Int {
        var parts = 1
        while units > parts * leaf { parts *= 2 }
        return parts
    }

    /// The frame of the units at these places of the order.
    private func hull(
        _ places: [Int], _ order: [Int], _ columns: ColumnTable, _ computation: Computation
    ) throws(Stopped) -> [Int] {
        var search = HullSearch(places, order, columns, programme)
        while search.isOpen {
            try computation.checkStopped()
            search.settle(256)
        }
        return search.members.sorted()
    }
}

/// One run of the search for a frame.
private struct HullSearch {
    /// Places of the units that are known to belong to the frame.
    private(set) var members: [Int] = []
    private var waiting: [Int]
    private var remaining: ColumnBlocks
    private var frame: ColumnBlocks
    private let order: [Int]
    private let columns: ColumnTable
    private let simplex: RaySimplex

    init(_ places: [Int], _ order: [Int], _ columns: ColumnTable, _ programme: Programme) {
        self.order = order
        self.columns = columns
        waiting = places
        remaining = ColumnBlocks(places.map { order[$0] }, of: columns)
        frame = ColumnBlocks([], of: columns)
        simplex = RaySimplex(programme)
        simplex.tolerance.primal = Tolerance.strict.primal
        for row in 0..<columns.rows { simplex.direction[row] = programme.helper[row] }
        for row in 0..<programme.amounts where !waiting.isEmpty { admit(lowest(row)) }
    }

    var isOpen: Bool { !waiting.isEmpty }

    /// Decides about the last units that wait, at most so many.
    mutating func settle(_ most: Int) {
        for _ in 0..<min(most, waiting.count) where !waiting.isEmpty {
            let last = waiting.count - 1
            for row in 0..<columns.rows { simplex.target[row] = remaining[row, last] }
            if isInside() {
                drop(last)
            } else {
                admit(furthest() ?? last)
            }
        }
    }

    /// Whether the target lies in the hull of the members, shown by a mixture that adds up. What cannot be shown counts as
    /// outside: a unit too many in the frame does no harm, one too few does.
    private func isInside() -> Bool {
        let outcome = frame.look { simplex.solve(over: $0, goal: .reaches(-Tolerance.frame)) }
        return outcome == .optimal && simplex.value >= -Tolerance.frame
            && simplex.primalResidual <= Tolerance.insideResidual
    }

    /// The waiting unit furthest beyond the facet that the search ended on; `nil` when none is clearly beyond it.
    private func furthest() -> Int? {
        remaining.pricing { pricing in
            let lanes = pricing.lowest(of: simplex.prices)
            var best = (lane: -1, price: -2 * simplex.tolerance.dual)
            for lane in 0..<4 where lanes.prices[lane] < best.price { best = (lane, lanes.prices[lane]) }
            guard best.lane >= 0 else { return nil }
            return pricing.column(lane: best.lane, block: Int(lanes.blocks[best.lane]), row: simplex.prices)
        }
    }

    /// The waiting unit with the lowest figure in a row: it uses least, or makes most.
    private func lowest(_ row: Int) -> Int {
        var best = 0
        for place in waiting.indices where remaining[row, place] < remaining[row, best] { best = place }
        return best
    }

    private mutating func admit(_ place: Int) {
        members.append(waiting[place])
        frame.append(order[waiting[place]], of: columns)
        drop(place)
    }

    private mutating func drop(_ place: Int) {
        remaining.remove(place)
        waiting.swapAt(place, waiting.count - 1)
        waiting.removeLast()
    }
}

extension ColumnTable {
    /// The same rays, each column over the sum of its absolute figures: under constant returns only the ray counts,
    /// and without this a large unit would look far out for its size alone.
    fileprivate var onUnitSum: ColumnTable {
        var scaled = figures
        for unit in 0..<units {
            let range = unit * rows..<(unit + 1) * rows
            let size = figures[range].reduce(0) { $0 + abs($1) }
            for place in range where size > 0 { scaled[place] /= size }
        }
        return ColumnTable(rows: rows, figures: scaled)
    }
}

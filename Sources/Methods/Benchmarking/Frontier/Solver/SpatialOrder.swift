/// An order in which units that follow each other lie near each other, so that a search can begin where the last ended:
/// the Morton order (bits of the coordinates in turn).
///
/// - Source: Morton (1966).
enum SpatialOrder {
    /// - Parameter points: `units × coordinates`, every figure ≥ 0, about 1 in size.
    /// - Returns: the numbers of the units in that order.
    static func units(_ points: ColumnTable) -> [Int] {
        let bits = min(16, 62 / points.rows)
        let keys = (0..<points.units).map { unit -> UInt64 in
            var key: UInt64 = 0
            let cells = (0..<points.rows).map { cell(points.figures[unit * points.rows + $0], bits) }
            for bit in (0..<bits).reversed() {
                for cell in cells { key = key << 1 | cell >> UInt64(bit) & 1 }
            }
            return key
        }
        return (0..<points.units).sorted { (keys[$0], $0) < (keys[$1], $1) }
    }

    /// The cell of a figure from 0 to infinity; half of the cells lie below 1.
    private static func cell(_ figure: Double, _ bits: Int) -> UInt64 {
        let share = figure.isFinite ? abs(figure) / (1 + abs(figure)) : 1
        return UInt64(share * Double(1 << bits - 1))
    }
}

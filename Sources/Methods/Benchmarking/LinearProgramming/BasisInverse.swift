/// The inverse of a basis, dense, kept column after column: the place of `(position, row)` is
/// `row * size + position`.
struct BasisInverse {
    /// Below this a pivot counts as zero: the columns of the basis depend on each other. (Coefficients are near one.)
    static let leastPivot = 1e-11

    let size: Int
    private var values: [Double]

    /// The inverse of the identity.
    init(size: Int) {
        self.size = size
        values = [Double](repeating: 0, count: size * size)
        for i in 0..<size { values[i * size + i] = 1 }
    }

    /// Inverts the basis, and repairs it where its columns depend on each other: such a column gives way to the slack
    /// of a row that no other column reaches.
    ///
    /// - Parameter basis: the variable of each position; changed only by a repair.
    /// - Returns: `nil` when a repaired basis still cannot be inverted.
    init?(of basis: inout [Int], in program: ScaledProgram) {
        self.init(size: program.rowCount)
        var elimination = Elimination(basis, program)
        if let places = elimination.run() {
            values = elimination.inverse(places)
            return
        }
        for (position, row) in zip(elimination.dependent, elimination.unreached) {
            basis[position] = program.columnCount + row
        }
        elimination = Elimination(basis, program)
        guard let places = elimination.run() else { return nil }
        values = elimination.inverse(places)
    }

    /// `B⁻¹ a`, one number per position, for a column or slack of the program.
    func column(_ variable: Int, of program: ScaledProgram) -> [Double] {
        var result = [Double](repeating: 0, count: size)
        program.forEachEntry(of: variable) { row, coefficient in add(coefficient, row, to: &result) }
        return result
    }

    /// `B⁻¹ r`, one number per position.
    func times(_ right: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: size)
        for row in 0..<size where right[row] != 0 { add(right[row], row, to: &result) }
        return result
    }

    /// `cᵀ B⁻¹`, one number per row.
    func transposeTimes(_ costs: [Double]) -> [Double] {
        let used = costs.indices.filter { costs[$0] != 0 }
        return values.withUnsafeBufferPointer { values in
            (0..<size).map { row in
                var sum = 0.0
                for position in used { sum += costs[position] * values[row * size + position] }
                return sum
            }
        }
    }

    /// Another column takes a position of the basis.
    /// - Parameter column: `B⁻¹ a` of the column that enters, not zero at the position.
    mutating func replace(_ position: Int, by column: [Double]) {
        let pivot = column[position]
        let size = size
        values.withUnsafeMutableBufferPointer { values in
            column.withUnsafeBufferPointer { column in
                for row in 0..<size {
                    let base = row * size
                    let share = values[base + position] / pivot
                    if share == 0 { continue }
                    for i in 0..<size { values[base + i] -= share * column[i] }
                    values[base + position] = share
                }
            }
        }
    }

    /// Adds a multiple of the row of `B⁻¹` that belongs to a position.
    func addRow(_ position: Int, times factor: Double, to y: inout [Double]) {
        for row in 0..<size { y[row] += factor * values[row * size + position] }
    }

    private func add(_ factor: Double, _ row: Int, to result: inout [Double]) {
        values.withUnsafeBufferPointer { values in
            for i in 0..<size { result[i] += factor * values[row * size + i] }
        }
    }
}

/// Gauss–Jordan elimination of `[B | I]` with the greatest pivot of each column.
private struct Elimination {
    private let size: Int
    /// Rows of `B`, then rows of what becomes the inverse, each row contiguous.
    private var left: [Double]
    private var right: [Double]
    /// Positions whose column depends on the columns before it.
    private(set) var dependent: [Int] = []
    /// Rows without a pivot.
    private(set) var unreached: [Int] = []

    init(_ basis: [Int], _ program: ScaledProgram) {
        size = basis.count
        var left = [Double](repeating: 0, count: size * size)
        right = left
        let size = size
        for (position, variable) in basis.enumerated() {
            program.forEachEntry(of: variable) { row, coefficient in left[row * size + position] = coefficient }
        }
        self.left = left
        for i in 0..<size { right[i * size + i] = 1 }
    }

    /// - Returns: the row that holds each position's pivot; `nil` when some column has none.
    mutating func run() -> [Int]? {
        var places = [Int](repeating: 0, count: size)
        var isFree = [Bool](repeating: true, count: size)
        for position in 0..<size {
            var pivotRow = -1
            var greatest = BasisInverse.leastPivot
            for row in 0..<size where isFree[row] && abs(left[row * size + position]) > greatest {
                pivotRow = row
                greatest = abs(left[row * size + position])
            }
            guard pivotRow >= 0 else {
                dependent.append(position)
                continue
            }
            isFree[pivotRow] = false
            places[position] = pivotRow
            clear(position, with: pivotRow)
        }
        unreached = (0..<size).filter { isFree[$0] }
        return dependent.isEmpty ? places : nil
    }

    /// The inverse, column after column.
    func inverse(_ places: [Int]) -> [Double] {
        var values = [Double](repeating: 0, count: size * size)
        for (position, place) in places.enumerated() {
            for row in 0..<size { values[row * size + position] = right[place * size + row] }
        }
        return values
    }

    private mutating func clear(_ position: Int, with pivotRow: Int) {
        let size = size
        left.withUnsafeMutableBufferPointer { left in
            right.withUnsafeMutableBufferPointer { right in
                let (base, pivot) = (pivotRow * size, left[pivotRow * size + position])
                for k in position..<size { left[base + k] /= pivot }
                for k in 0..<size { right[base + k] /= pivot }
                for row in 0..<size where row != pivotRow {
                    let factor = left[row * size + position]
                    if factor == 0 { continue }
                    for k in position..<size { left[row * size + k] -= factor * left[base + k] }
                    for k in 0..<size { right[row * size + k] -= factor * right[base + k] }
                }
            }
        }
    }
}

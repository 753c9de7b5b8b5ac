/// A basis: as many columns as the programme has rows, by the inverse of their matrix.
///
/// Slot 0 holds the variable that is maximised, so row 0 of the inverse is the row of multipliers (π): the price of a
/// column is its inner product with row 0. The matrix is small (inputs + outputs + 1), so the inverse is kept dense;
/// a pivot costs rows², and it is computed anew every so many pivots.
final class RayBasis {
    /// What stands in a slot that holds no column of the working set.
    static let direction = -1
    static let helper = -2

    let rows: Int
    /// Rows rounded up to whole lanes; the figures beyond `rows` are zeros.
    let width: Int
    /// `rows × width`.
    let inverse: UnsafeMutablePointer<Double>
    /// The value of each slot's variable.
    let amounts: UnsafeMutablePointer<Double>
    /// The entering column in terms of the basis.
    let image: UnsafeMutablePointer<Double>
    /// The position in the working set of each slot's column, or `direction`, or `helper`.
    let slots: UnsafeMutablePointer<Int>
    /// Pivots since the inverse was computed anew.
    private(set) var age = 0
    private let matrix: UnsafeMutablePointer<Double>

    init(rows: Int) {
        self.rows = rows
        width = (rows + 3) / 4 * 4
        inverse = .zeros(rows * width)
        amounts = .zeros(width)
        image = .zeros(width)
        matrix = .zeros(rows * width)
        slots = .allocate(capacity: rows)
        slots.initialize(repeating: RayBasis.direction, count: rows)
    }

    deinit {
        inverse.deallocate()
        amounts.deallocate()
        image.deallocate()
        matrix.deallocate()
        slots.deallocate()
    }

    /// Row 0 of the inverse: what one more unit of each row's right-hand side is worth.
    @inline(__always)
    var prices: UnsafePointer<Double> { UnsafePointer(inverse) }

    @inline(__always)
    func row(_ slot: Int) -> UnsafePointer<Double> { UnsafePointer(inverse + slot * width) }

    /// `image = B⁻¹ column`; the column is padded with zeros to `width`.
    @inline(__always)
    func solve(_ column: UnsafePointer<Double>) {
        for slot in 0..<rows { image[slot] = product(slot, column) }
    }

    /// `amounts = B⁻¹ target`.
    @inline(__always)
    func solve(target: UnsafePointer<Double>) {
        for slot in 0..<rows { amounts[slot] = product(slot, target) }
    }

    /// Puts the column whose image was computed last into a slot, with the given amount.
    @inline(__always)
    func pivot(_ slot: Int, enters column: Int, amount: Double) {
        let pivotRow = inverse + slot * width
        let factor = 1 / image[slot]
        scale(pivotRow, by: factor)
        for other in 0..<rows where other != slot {
            subtract(image[other], times: pivotRow, from: inverse + other * width)
            amounts[other] -= amount * image[other]
        }
        amounts[slot] = amount
        slots[slot] = column
        age += 1
    }

    /// Exchanges two slots.
    func swap(_ first: Int, _ second: Int) {
        guard first != second else { return }
        for k in 0..<width {
            let kept = inverse[first * width + k]
            inverse[first * width + k] = inverse[second * width + k]
            inverse[second * width + k] = kept
        }
        (amounts[first], amounts[second]) = (amounts[second], amounts[first])
        (slots[first], slots[second]) = (slots[second], slots[first])
    }

    @inline(__always)
    private func product(_ slot: Int, _ column: UnsafePointer<Double>) -> Double {
        let row = inverse + slot * width
        var sum = 0.0
        for k in 0..<rows { sum += row[k] * column[k] }
        return sum
    }

    @inline(__always)
    private func scale(_ row: UnsafeMutablePointer<Double>, by factor: Double) {
        var k = 0
        while k < width {
            row.store(row.lanes(k) * factor, at: k)
            k += 4
        }
    }

    @inline(__always)
    private func subtract(
        _ factor: Double, times row: UnsafeMutablePointer<Double>, from other: UnsafeMutablePointer<Double>
    ) {
        var k = 0
        while k < width {
            other.store(other.lanes(k) - row.lanes(k) * factor, at: k)
            k += 4
        }
    }
}

extension RayBasis {
    /// Computes the inverse anew (Gauss–Jordan with partial pivoting).
    ///
    /// - Parameter load: writes the column of a slot into the given room of `rows` figures.
    /// - Returns: `false` when the columns do not span the space; the basis is then unusable.
    func refactor(_ load: (Int, UnsafeMutablePointer<Double>) -> Void) -> Bool {
        let column = UnsafeMutablePointer<Double>.zeros(width)
        defer { column.deallocate() }
        for slot in 0..<rows {
            load(slots[slot], column)
            for row in 0..<rows {
                matrix[row * width + slot] = column[row]
                inverse[row * width + slot] = row == slot ? 1 : 0
            }
        }
        for step in 0..<rows {
            guard eliminate(step) else { return false }
        }
        age = 0
        return true
    }

    /// One step of the elimination: column `step` of the matrix becomes a unit column.
    private func eliminate(_ step: Int) -> Bool {
        var best = step
        for row in step..<rows where abs(matrix[row * width + step]) > abs(matrix[best * width + step]) { best = row }
        let size = abs(matrix[best * width + step])
        guard size > Tolerance.singular else { return false }
        if best != step {
            for k in 0..<rows {
                (matrix[step * width + k], matrix[best * width + k]) = (
                    matrix[best * width + k], matrix[step * width + k]
                )
                (inverse[step * width + k], inverse[best * width + k]) =
                    (inverse[best * width + k], inverse[step * width + k])
            }
        }
        let factor = 1 / matrix[step * width + step]
        scale(matrix + step * width, by: factor)
        scale(inverse + step * width, by: factor)
        for row in 0..<rows where row != step {
            let multiple = matrix[row * width + step]
            if multiple == 0 { continue }
            subtract(multiple, times: matrix + step * width, from: matrix + row * width)
            subtract(multiple, times: inverse + step * width, from: inverse + row * width)
        }
        return true
    }
}

extension UnsafeMutablePointer where Pointee == Double {
    static func zeros(_ count: Int) -> Self {
        let pointer = Self.allocate(capacity: Swift.max(1, count))
        pointer.initialize(repeating: 0, count: Swift.max(1, count))
        return pointer
    }

    /// Four figures at once; reading raw bytes as another trivial type is always allowed.
    @inline(__always)
    func lanes(_ offset: Int) -> SIMD4<Double> {
        UnsafeRawPointer(self + offset).loadUnaligned(as: SIMD4<Double>.self)
    }

    @inline(__always)
    func store(_ lanes: SIMD4<Double>, at offset: Int) {
        UnsafeMutableRawPointer(self + offset).storeBytes(of: lanes, as: SIMD4<Double>.self)
    }
}

/// The one place of the frontier that is written for the processor: inner products of one row with many columns.
///
/// Eight columns lie side by side, as two `SIMD4<Double>` for each row of the programme: row `k` of block `b` is at
/// `2 * (b * rows + k)`. Each lane adds up its own column from the first row to the last, so the sums are the plain
/// loop's to the last bit on every processor. Plain multiplication and addition are used: a fused `addingProduct`
/// becomes a library call on a processor that lacks the instruction, which is many times slower.
struct Pricing {
    let blocks: UnsafePointer<SIMD4<Double>>
    /// Number of blocks of eight columns.
    let count: Int
    /// Rows of the programme, at least 1.
    let rows: Int

    /// Inner products of one row with the eight columns of a block.
    @inline(__always)
    func products(of row: UnsafePointer<Double>, block: Int) -> (SIMD4<Double>, SIMD4<Double>) {
        let columns = blocks + 2 * block * rows
        var low = columns[0] * row[0]
        var high = columns[1] * row[0]
        var k = 1
        while k < rows {
            low += columns[2 * k] * row[k]
            high += columns[2 * k + 1] * row[k]
            k += 1
        }
        return (low, high)
    }

    /// The lowest inner product of each lane and the block that has it. Blocks `from ..< to` are looked at.
    @inline(__always)
    func lowest(of row: UnsafePointer<Double>) -> LaneMinima {
        var best = SIMD4<Double>.zero
        var places = SIMD4<Int64>(repeating: -1)
        var block = 0
        while block < count {
            let (low, high) = products(of: row, block: block)
            let lower = low.replacing(with: high, where: high .< low)
            let isLower = lower .< best
            best.replace(with: lower, where: isLower)
            places.replace(with: SIMD4(repeating: Int64(truncatingIfNeeded: block)), where: isLower)
            block += 1
        }
        return LaneMinima(prices: best, blocks: places)
    }

    /// Which of the two columns of a lane has the lane's price.
    func column(lane: Int, block: Int, row: UnsafePointer<Double>) -> Int {
        let (low, high) = products(of: row, block: block)
        return 8 * block + lane + (high[lane] < low[lane] ? 4 : 0)
    }

    /// One figure of a column.
    @inline(__always)
    func figure(_ row: Int, column: Int) -> Double {
        blocks[2 * ((column / 8) * rows + row) + (column % 8) / 4][column % 4]
    }
}

/// The lowest price below zero in each of four lanes; `blocks` is −1 in a lane that has none.
struct LaneMinima {
    let prices: SIMD4<Double>
    let blocks: SIMD4<Int64>
}

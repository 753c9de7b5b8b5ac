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

    /// The lowest inner product of each lane and the block that has it.
    @inline(__always)
    func lowest(of row: UnsafePointer<Double>) -> LaneMinima {
        var minima = LaneMinima.none
        look(0, count, row, &minima)
        return minima
    }

    /// Looks at the blocks `first ..< last`.
    @inline(__always)
    private func look(_ first: Int, _ last: Int, _ row: UnsafePointer<Double>, _ minima: inout LaneMinima) {
        var block = first
        while block < last {
            let (low, high) = products(of: row, block: block)
            let lower = low.replacing(with: high, where: high .< low)
            let isLower = lower .< minima.prices
            minima.prices.replace(with: lower, where: isLower)
            minima.blocks.replace(with: SIMD4(repeating: Int64(truncatingIfNeeded: block)), where: isLower)
            block += 1
        }
    }

    /// Blocks that share one bound.
    static let blocksInGroup = 2

    /// The same, without the groups of blocks whose bound shows that they hold no price below the limit.
    ///
    /// - Parameters:
    ///   - bounds: a column for each group with the least figure of its columns in each row.
    ///   - floor: the row with nothing below zero where figures differ, so that the bounds are bounds.
    @inline(__always)
    func lowest(
        of row: UnsafePointer<Double>, bounds: Pricing, floor: UnsafePointer<Double>, limit: Double
    ) -> LaneMinima {
        var minima = LaneMinima.none
        var block = 0
        while block < bounds.count {
            let (low, high) = bounds.products(of: floor, block: block)
            if any(low .< limit) {
                for lane in 0..<4 where low[lane] < limit { look(group: 8 * block + lane, row, &minima) }
            }
            if any(high .< limit) {
                for lane in 0..<4 where high[lane] < limit { look(group: 8 * block + 4 + lane, row, &minima) }
            }
            block += 1
        }
        return minima
    }

    @inline(__always)
    private func look(group: Int, _ row: UnsafePointer<Double>, _ minima: inout LaneMinima) {
        let first = group * Pricing.blocksInGroup
        look(first, min(count, first + Pricing.blocksInGroup), row, &minima)
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
    var prices: SIMD4<Double>
    var blocks: SIMD4<Int64>

    static var none: LaneMinima { LaneMinima(prices: .zero, blocks: SIMD4(repeating: -1)) }
}

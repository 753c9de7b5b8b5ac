/// The one place that is written for the processor: sums of differences between one row and all
/// rows.
///
/// Four rows of the table lie side by side in one `SIMD4<Double>` per column, so each lane adds up
/// its own row from the first column to the last. The result is therefore the plain loop's to the
/// last bit. (Four *columns* side by side would need the lanes added together at the end, which is
/// another order of summation, and would pad 17 industries to 20.)
struct LaneTable: Sendable {
    /// The coordinates, row after row.
    let points: Matrix
    /// The coordinates again, four rows at a time: column `c` of block `b` is at `b * columns + c`.
    /// Lanes beyond the last row hold 0 and are never read out.
    private let blocks: [SIMD4<Double>]

    init(_ points: Matrix) {
        self.points = points
        var blocks: [SIMD4<Double>] = []
        blocks.reserveCapacity((points.rows + 3) / 4 * points.columns)
        for start in stride(from: 0, to: points.rows, by: 4) {
            for column in 0..<points.columns {
                var lanes = SIMD4<Double>.zero
                for lane in 0..<min(4, points.rows - start) {
                    lanes[lane] = points[start + lane, column]
                }
                blocks.append(lanes)
            }
        }
        self.blocks = blocks
    }

    /// `Σ|home − row|` for every row.
    func absoluteSums(from home: Int) -> [Double] { flat(absoluteBlocks(from: home)) }

    /// `Σ(home − row)²` for every row.
    func squaredSums(from home: Int) -> [Double] { flat(squaredBlocks(from: home)) }

    /// For each target row, how many rows have a smaller `Σ|home − row|`.
    func absoluteCounts(below targets: [Int], from home: Int) -> [Int] {
        counts(below: targets, among: absoluteBlocks(from: home))
    }

    /// For each target row, how many rows have a smaller `Σ(home − row)²`.
    func squaredCounts(below targets: [Int], from home: Int) -> [Int] {
        counts(below: targets, among: squaredBlocks(from: home))
    }

    private func absoluteBlocks(from home: Int) -> [SIMD4<Double>] {
        sums(from: home) { $0.replacing(with: -$0, where: $0 .< 0) }
    }

    private func squaredBlocks(from home: Int) -> [SIMD4<Double>] { sums(from: home) { $0 * $0 } }

    /// The sums of four rows at a time; the lanes beyond the last row hold infinity.
    ///
    /// Always inlined, so that `term` is a few instructions in the loop and not a call.
    @inline(__always)
    private func sums(
        from home: Int, term: (SIMD4<Double>) -> SIMD4<Double>
    ) -> [SIMD4<Double>] {
        let here = points.row(home)
        var sums: [SIMD4<Double>] = []
        sums.reserveCapacity((points.rows + 3) / 4)
        for block in stride(from: 0, to: blocks.count, by: here.count) {
            var sum = SIMD4<Double>.zero
            for column in here.indices {
                sum += term(SIMD4(repeating: here[column]) - blocks[block + column])
            }
            sums.append(sum)
        }
        for lane in points.rows..<4 * sums.count { sums[lane / 4][lane % 4] = .infinity }
        return sums
    }

    private func flat(_ sums: [SIMD4<Double>]) -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(4 * sums.count)
        for sum in sums {
            for lane in 0..<4 { values.append(sum[lane]) }
        }
        values.removeLast(values.count - points.rows)
        return values
    }

    /// Four comparisons at a time.
    private func counts(below targets: [Int], among sums: [SIMD4<Double>]) -> [Int] {
        targets.map { target in
            let limit = SIMD4(repeating: sums[target / 4][target % 4])
            var counts = SIMD4<Int64>.zero
            for sum in sums { counts.replace(with: counts &+ 1, where: sum .< limit) }
            return Int(counts.wrappedSum())
        }
    }
}

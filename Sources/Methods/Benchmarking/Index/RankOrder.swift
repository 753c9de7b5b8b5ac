/// Scores that differ by less than this share of the largest are equal but for the order of their sums.
private let rankTolerance = 1e-12

/// Ranks of scores, 1 for the highest; computed again and again in the same place.
struct RankOrder {
    private struct Entry {
        var score: Double
        var unit: Int
    }

    private var entries: [Entry]
    private var buffer: [Entry]

    init(units: Int) {
        entries = [Entry](repeating: Entry(score: 0, unit: 0), count: units)
        buffer = entries
    }

    /// `1 +` the number of units with a higher score; equal scores share the better rank.
    ///
    /// - Parameters:
    ///   - scores: one per unit.
    ///   - known: 0 for a unit that has no score.
    ///   - ranks: as many places; a unit without a score gets 0.
    mutating func fill(
        _ ranks: UnsafeMutableBufferPointer<UInt32>, scores: UnsafeBufferPointer<Double>,
        known: UnsafeBufferPointer<Double>
    ) {
        var count = 0
        for unit in scores.indices {
            ranks[unit] = 0
            guard known[unit] > 0 else { continue }
            entries[count] = Entry(score: scores[unit], unit: unit)
            count += 1
        }
        sort(count)
        guard count > 0 else { return }
        let tolerance = rankTolerance * max(abs(entries[0].score), abs(entries[count - 1].score))
        var leader = 0
        for place in 0..<count {
            if entries[leader].score - entries[place].score > tolerance { leader = place }
            ranks[entries[place].unit] = UInt32(leader + 1)
        }
    }

    /// Descending by score: runs of eight by insertion, then merged from one array to the other.
    private mutating func sort(_ count: Int) {
        let run = 8
        entries.withUnsafeMutableBufferPointer { entries in
            buffer.withUnsafeMutableBufferPointer { buffer in
                for start in stride(from: 0, to: count, by: run) {
                    Self.insert(entries, from: start, to: min(start + run, count))
                }
                var (source, target) = (entries, buffer)
                var width = run
                while width < count {
                    for start in stride(from: 0, to: count, by: 2 * width) {
                        let ends = (min(start + width, count), min(start + 2 * width, count))
                        Self.merge(source, into: target, from: start, ends)
                    }
                    swap(&source, &target)
                    width *= 2
                }
                if source.baseAddress != entries.baseAddress {
                    for place in 0..<count { entries[place] = source[place] }
                }
            }
        }
    }

    private static func insert(_ entries: UnsafeMutableBufferPointer<Entry>, from start: Int, to end: Int) {
        for place in start..<end {
            let entry = entries[place]
            var hole = place
            while hole > start, entries[hole - 1].score < entry.score {
                entries[hole] = entries[hole - 1]
                hole -= 1
            }
            entries[hole] = entry
        }
    }

    private static func merge(
        _ source: UnsafeMutableBufferPointer<Entry>, into target: UnsafeMutableBufferPointer<Entry>,
        from start: Int, _ ends: (middle: Int, end: Int)
    ) {
        var (left, right) = (start, ends.middle)
        for place in start..<ends.end {
            let takesLeft =
                right == ends.end || (left < ends.middle && source[left].score >= source[right].score)
            target[place] = source[takesLeft ? left : right]
            if takesLeft { left += 1 } else { right += 1 }
        }
    }
}

/// Ranks of scores, 1 for the highest; equal scores share the better rank; `nil` where the score is not known.
func ranks(of scores: [Double?]) -> [Int?] {
    var order = RankOrder(units: scores.count)
    var ranks = [UInt32](repeating: 0, count: scores.count)
    let values = scores.map { $0 ?? 0 }
    let known = scores.map { $0 == nil ? 0.0 : 1.0 }
    ranks.withUnsafeMutableBufferPointer { ranks in
        values.withUnsafeBufferPointer { values in
            known.withUnsafeBufferPointer { order.fill(ranks, scores: values, known: $0) }
        }
    }
    return ranks.map { $0 == 0 ? nil : Int($0) }
}

/// Which records have a key: pairs of key and record in one sorted row, eight bytes each.
struct TwinPostings: Sendable {
    /// The key above, the number of the record below.
    private var pairs: [UInt64] = []
    /// Where the keys with the same first bits begin.
    private var starts: [Int] = []
    private static let firstBits = 16

    mutating func add(_ keys: [UInt32], of record: UInt32) {
        for key in keys { pairs.append(UInt64(key) << 32 | UInt64(record)) }
    }

    /// Sorts; nothing may be added afterwards. Keys that more records have than `most` say nothing and are dropped.
    mutating func finish(most: Int) {
        distribute()
        var kept = 0
        var place = 0
        while place < pairs.count {
            let key = pairs[place] >> 32
            var end = place + 1
            while end < pairs.count, pairs[end] >> 32 == key { end += 1 }
            if end - place <= most {
                for pair in place..<end where pair == place || pairs[pair] != pairs[pair - 1] {
                    pairs[kept] = pairs[pair]
                    kept += 1
                }
            }
            place = end
        }
        pairs.removeLast(pairs.count - kept)
        locate()
    }

    /// Sorts in place: first into runs with the same first bits (by swapping each pair into its run), then each run.
    /// The standard library's sort alone needs half as much memory again.
    private mutating func distribute() {
        let shift = UInt64(64 - Self.firstBits)
        var ends = [Int](repeating: 0, count: 1 << Self.firstBits)
        for pair in pairs { ends[Int(pair >> shift)] += 1 }
        var sum = 0
        var next = ends.map { count in
            defer { sum += count }
            return sum
        }
        let starts = next
        for run in ends.indices { ends[run] += starts[run] }
        for run in ends.indices {
            while next[run] < ends[run] {
                let home = Int(pairs[next[run]] >> shift)
                if home != run { pairs.swapAt(next[run], next[home]) }
                next[home] += 1
            }
            if ends[run] - starts[run] > 1 { pairs[starts[run]..<ends[run]].sort() }
        }
    }

    private mutating func locate() {
        starts = [Int](repeating: pairs.count, count: (1 << Self.firstBits) + 1)
        for place in pairs.indices.reversed() { starts[Int(pairs[place] >> UInt64(64 - Self.firstBits))] = place }
        for run in stride(from: starts.count - 2, through: 0, by: -1) where starts[run] == pairs.count {
            starts[run] = starts[run + 1]
        }
    }

    /// Numbers of the records that have the key, rising.
    func forEach(_ key: UInt32, _ body: (_ record: Int, _ count: Int) -> Void) {
        let found = range(of: key)
        for place in found { body(Int(UInt32(truncatingIfNeeded: pairs[place])), found.count) }
    }

    /// How many records have the key; 0 where more have it than count.
    func count(_ key: UInt32) -> Int { range(of: key).count }

    private func range(of key: UInt32) -> Range<Int> {
        let run = Int(key >> UInt32(32 - Self.firstBits))
        var low = starts[run]
        var high = starts[run + 1]
        while low < high {
            let middle = (low + high) / 2
            if UInt32(truncatingIfNeeded: pairs[middle] >> 32) < key { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < pairs.count, UInt32(truncatingIfNeeded: pairs[end] >> 32) == key { end += 1 }
        return low..<end
    }
}

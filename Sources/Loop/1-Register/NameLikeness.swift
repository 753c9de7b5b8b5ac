/// How alike two names are, tolerant of a slip of the pen.
public enum NameLikeness {
    /// Dice's coefficient of the letter pairs of two names: 0 nothing in common, 1 the same pairs.
    /// - Source: Dice (1945), p. 298
    public static func similarity(_ left: String, _ right: String) -> Double {
        var pairs = letterPairs(right)
        let wanted = letterPairs(left)
        let size = wanted.count + pairs.count
        guard size > 0 else { return 0 }
        var shared = 0
        for pair in wanted {
            guard let index = pairs.firstIndex(of: pair) else { continue }
            pairs.remove(at: index)
            shared += 1
        }
        return 2 * Double(shared) / Double(size)
    }

    /// Insertions, deletions, replacements and swaps of neighbours that make one name of the other.
    /// - Source: Damerau (1964), Levenshtein (1966)
    public static func slips(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
        var before: [Int] = []
        var above = Array(0...right.count)
        for i in 1...left.count {
            var row = [i]
            for j in 1...right.count {
                let isSame = left[i - 1] == right[j - 1]
                var best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (isSame ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    best = min(best, before[j - 2] + 1)
                }
                row.append(best)
            }
            before = above
            above = row
        }
        return above[right.count]
    }

    private static func letterPairs(_ name: String) -> [[Character]] {
        let letters = Array(name)
        return zip(letters, letters.dropFirst()).map { [$0, $1] }
    }
}

/// How alike two names are, tolerant of a slip of the pen.
enum NameLikeness {
    /// Dice's coefficient of the letter pairs of two names: 0 nothing in common, 1 the same pairs.
    /// - Source: Dice (1945), p. 298
    static func similarity(_ left: String, _ right: String) -> Double {
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

    private static func letterPairs(_ name: String) -> [[Character]] {
        let letters = Array(name)
        return zip(letters, letters.dropFirst()).map { [$0, $1] }
    }
}

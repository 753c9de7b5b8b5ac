/// How alike two words are, 0…1.
enum WordLikeness {
    /// Jaro's share of common letters, raised for a common beginning of up to four letters (scale 0.1).
    /// - Source: Winkler (1990), section 2; Jaro (1989)
    static func jaroWinkler(_ left: WordLetters, _ right: WordLetters) -> Double {
        if left == right { return 1 }
        let jaro = jaro(left, right)
        var prefix = 0
        while prefix < min(4, left.count, right.count), left[prefix] == right[prefix] { prefix += 1 }
        return jaro + Double(prefix) * 0.1 * (1 - jaro)
    }

    private static func jaro(_ left: WordLetters, _ right: WordLetters) -> Double {
        guard left.count > 0, right.count > 0 else { return 0 }
        let reach = max(max(left.count, right.count) / 2 - 1, 0)
        var taken: UInt32 = 0
        var matched: UInt32 = 0
        var common = 0
        for i in 0..<left.count {
            let first = max(0, i - reach)
            let last = min(right.count - 1, i + reach)
            guard first <= last else { continue }
            for j in first...last where taken & 1 << UInt32(j) == 0 && left[i] == right[j] {
                taken |= 1 << UInt32(j)
                matched |= 1 << UInt32(i)
                common += 1
                break
            }
        }
        guard common > 0 else { return 0 }
        let share = Double(common)
        let swaps = Double(displaced(left, right, matched, taken) / 2)
        return (share / Double(left.count) + share / Double(right.count) + (share - swaps) / share) / 3
    }

    /// Common letters that do not stand in the same order.
    private static func displaced(
        _ left: WordLetters, _ right: WordLetters, _ matched: UInt32, _ taken: UInt32
    ) -> Int {
        var displaced = 0
        var rest = taken
        for i in 0..<left.count where matched & 1 << UInt32(i) != 0 {
            let j = rest.trailingZeroBitCount
            rest &= rest - 1
            if left[i] != right[j] { displaced += 1 }
        }
        return displaced
    }

    /// Dice's coefficient of the letter pairs.
    /// - Source: Dice (1945), p. 298
    static func pairs(_ left: WordLetters, _ right: WordLetters) -> Double {
        guard left.count > 1, right.count > 1 else { return left == right ? 1 : 0 }
        var taken: UInt32 = 0
        var shared = 0
        for i in 0..<left.count - 1 {
            for j in 0..<right.count - 1
            where taken & 1 << UInt32(j) == 0 && left[i] == right[j] && left[i + 1] == right[j + 1] {
                taken |= 1 << UInt32(j)
                shared += 1
                break
            }
        }
        return 2 * Double(shared) / Double(left.count + right.count - 2)
    }
}

/// A word of a name, with what it tells.
struct TwinWord: Sendable {
    let letters: WordLetters
    /// What a partner of the same spelling brings.
    let bits: Double
    let isNumber: Bool

    init(_ letters: WordLetters, bits: Double) {
        self.letters = letters
        self.bits = bits
        isNumber = letters.isNumber
    }

    /// 0 where the two are not taken for one word.
    static func likeness(_ left: TwinWord, _ right: TwinWord) -> Double {
        if left.letters == right.letters { return 1 }
        if left.isNumber || right.isNumber { return 0 }
        if left.letters.count == 1 || right.letters.count == 1 {
            return left.letters[0] == right.letters[0] ? initial : 0
        }
        let likeness = WordLikeness.jaroWinkler(left.letters, right.letters)
        guard likeness >= least else { return 0 }
        // A slip makes a word that nobody else has. Two usual words are two words, unless they sound alike.
        let isSlip = max(left.bits, right.bits) >= bitsOfSlip
        return isSlip || left.letters.skeleton == right.letters.skeleton ? likeness : 0
    }

    /// What two words that are taken for one bring: the commoner word's bits, less for every slip.
    static func gain(_ left: TwinWord, _ right: TwinWord, likeness: Double) -> Double {
        let bits = min(left.bits, right.bits)
        if likeness == 1 { return bits }
        if likeness == initial { return min(bits, 1.5) }
        return max(bits * (likeness - 0.7) / 0.3 - 1, 0.2)
    }

    private static let least = 0.8
    private static let bitsOfSlip = 9.0
    private static let initial = 0.85
}

/// The words of two names, each with its partner in the other or without one.
struct WordAlignment {
    /// Evidence that the names are one, in bits, before any limit.
    private(set) var bits = 0.0
    /// 0 nothing in common, 1 the same words.
    private(set) var likeness = 0.0
    /// One has a number that the other has not.
    private(set) var hasOtherNumber = false
    /// What the partners tell, each pair with its bits: without what stands alone.
    private(set) var pairs: [(word: TwinWord, bits: Double)] = []

    /// The pairing of words that brings most bits, found by trying all of them: names have eight words at most.
    init(_ left: [TwinWord], _ right: [TwinWord]) {
        guard !left.isEmpty, !right.isEmpty else { return }
        let likenesses = left.flatMap { word in right.map { TwinWord.likeness(word, $0) } }
        let partners = Self.bestPartners(left, right, likenesses)
        var single = (left: 0.0, right: 0.0)
        var alone = (left: 0, right: 0)
        var isTaken = 0
        var shared = 0.0
        var numbers = (left: 0, right: 0)
        for (i, j) in partners.enumerated() {
            if j < 0 {
                single.left += left[i].bits
                alone.left += 1
                if left[i].isNumber { numbers.left += 1 }
                continue
            }
            isTaken |= 1 << j
            let likeness = likenesses[i * right.count + j]
            let told = TwinWord.gain(left[i], right[j], likeness: likeness)
            pairs.append((left[i].bits < right[j].bits ? left[i] : right[j], told))
            bits += told
            shared += likeness * (left[i].bits + right[j].bits)
        }
        for (j, word) in right.enumerated() where isTaken & 1 << j == 0 {
            single.right += word.bits
            alone.right += 1
            if word.isNumber { numbers.right += 1 }
        }
        hasOtherNumber = numbers.left + numbers.right > 0
        likeness = shared / (left + right).reduce(0) { $0 + $1.bits }
        // A word that was written differently is seldom; one that was left out is not.
        let replaced = max(0.7 * min(single.left, single.right), 4.5 * Double(min(alone.left, alone.right)))
        bits -= min(12, replaced) + min(4, 0.2 * abs(single.left - single.right))
        takeJoined(left, right)
    }

    /// "Sari Rasa" and "Sarirasa": the names without their blanks, where that tells more.
    private mutating func takeJoined(_ left: [TwinWord], _ right: [TwinWord]) {
        guard left.count != right.count, likeness < 0.999, !hasOtherNumber else { return }
        let (one, other) = (Self.joined(left), Self.joined(right))
        let joined = (WordLikeness.pairs(one, other) + WordLikeness.jaroWinkler(one, other)) / 2
        guard joined > max(0.78, likeness) else { return }
        let most = min(left.reduce(0) { $0 + $1.bits }, right.reduce(0) { $0 + $1.bits })
        let told = most * (joined - 0.6) / 0.4 - 1
        guard told > bits else { return }
        bits = told
        likeness = joined
    }

    private static func joined(_ words: [TwinWord]) -> WordLetters {
        var joined = WordLetters("")
        for word in words {
            for place in 0..<word.letters.count where joined.last != word.letters[place] {
                joined.append(word.letters[place])
            }
        }
        return joined
    }

    /// - Returns: for each left word the place of its partner, −1 for none.
    /// - Complexity: left × right × 2^right, with at most eight words each.
    private static func bestPartners(_ left: [TwinWord], _ right: [TwinWord], _ likenesses: [Double]) -> [Int] {
        let sets = 1 << right.count
        /// The most that the words so far bring where this set of right words is taken.
        var best = [Double](repeating: -1, count: sets)
        best[0] = 0
        var choices = [Int8](repeating: -1, count: left.count * sets)
        for i in left.indices {
            // From large sets to small ones: a word is taken once.
            for taken in stride(from: sets - 1, through: 0, by: -1) {
                for j in right.indices where taken & 1 << j != 0 {
                    let likeness = likenesses[i * right.count + j]
                    let before = best[taken & ~(1 << j)]
                    guard likeness > 0, before >= 0 else { continue }
                    let told = before + TwinWord.gain(left[i], right[j], likeness: likeness)
                    guard told > best[taken] else { continue }
                    best[taken] = told
                    choices[i * sets + taken] = Int8(j)
                }
            }
        }
        return partners(choices, from: best, count: left.count)
    }

    private static func partners(_ choices: [Int8], from best: [Double], count: Int) -> [Int] {
        var taken = best.indices.max { (best[$0], $1) < (best[$1], $0) } ?? 0
        var partners = [Int](repeating: -1, count: count)
        for i in stride(from: count - 1, through: 0, by: -1) {
            let choice = Int(choices[i * best.count + taken])
            guard choice >= 0 else { continue }
            partners[i] = choice
            taken &= ~(1 << choice)
        }
        return partners
    }
}

/// How much there is to guess in a password, as somebody with a list of common ones would go about it.
enum Guessing {
    /// A common word counts 2; a run (`1234`, `qwerty`, `aaaa`), a year, or saying it all again counts 1; any other
    /// character counts 1. Of all ways to read the whole, the cheapest.
    ///
    /// - Complexity: linear up to 128 characters; those beyond are not read.
    static func effort(_ password: String) -> Int {
        let letters = Array(password.lowercased().prefix(128))
        let unit = repeatedUnit(of: letters)
        return cheapestReading(of: unit) + (unit.count < letters.count ? 1 : 0)
    }

    /// The shortest piece of which the whole is a repetition: `abc` of `abcabcabc`.
    private static func repeatedUnit(of letters: [Character]) -> [Character] {
        let lengths = letters.indices.dropFirst()
        let length = lengths.first { length in
            letters.indices.allSatisfy { letters[$0] == letters[$0 % length] }
        }
        return Array(letters.prefix(length ?? letters.count))
    }

    private static func cheapestReading(of letters: [Character]) -> Int {
        // efforts[i]: of the first i letters.
        var efforts = Array(0...letters.count)
        for end in letters.indices.map({ $0 + 1 }) {
            efforts[end] = min(efforts[end], efforts[end - 1] + 1)
            for start in max(0, end - CommonPasswords.longest)..<end {
                guard let price = price(of: String(letters[start..<end])) else { continue }
                efforts[end] = min(efforts[end], efforts[start] + price)
            }
        }
        return efforts[letters.count]
    }

    private static func price(of piece: String) -> Int? {
        if isRun(piece) || isYear(piece) { return 1 }
        let isCommon = CommonPasswords.words.contains(piece) || CommonPasswords.words.contains(undisguised(piece))
        return isCommon ? 2 : nil
    }

    private static func isRun(_ piece: String) -> Bool {
        CommonPasswords.runs.contains(piece) || (piece.count >= 3 && Set(piece).count == 1)
    }

    private static func isYear(_ piece: String) -> Bool {
        piece.utf8.count == 4 && Int(piece).map { (1900...2099).contains($0) } ?? false
    }

    /// With the signs that commonly stand for letters read as letters: `r4h4514` is `rahasia`.
    private static func undisguised(_ piece: String) -> String {
        String(piece.map { CommonPasswords.disguises[$0] ?? $0 })
    }
}

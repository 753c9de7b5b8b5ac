import Foundation

/// Takes a name apart; its memory is used again for the next name.
struct NameFolding {
    /// The letters of the folded words, one word behind the other.
    private(set) var letters: [UInt8] = []
    private(set) var words: [Range<Int>] = []
    private(set) var forms: Set<LegalForm> = []

    private var raw: [UInt8] = []
    private var pieces: [Piece] = []

    /// A run of letters or of digits of the name.
    private struct Piece {
        var range: Range<Int>
        /// A point stands behind it.
        var isDotted = false
        /// Only a point stands between it and the piece before.
        var isGlued = false
        var isBehindComma = false
    }

    mutating func fold(_ name: String) {
        letters.removeAll(keepingCapacity: true)
        words.removeAll(keepingCapacity: true)
        raw.removeAll(keepingCapacity: true)
        pieces.removeAll(keepingCapacity: true)
        if !forms.isEmpty { forms.removeAll() }
        var name = name
        let isPlain = name.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } }
        if !isPlain { name = Self.plain(name) }
        name.withUTF8 { split($0) }
        joinInitials()
        for place in pieces.indices { take(place) }
        // A name of nothing but titles and forms is its own name.
        if words.isEmpty { for piece in pieces where !isForm(piece) { write(raw[piece.range]) } }
        if words.isEmpty { for piece in pieces { write(raw[piece.range]) } }
    }

    /// Accents away, signs of punctuation as their plain kin.
    private static func plain(_ name: String) -> String {
        var plain = ""
        for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .spacingMark: continue
            case .finalPunctuation, .initialPunctuation, .modifierLetter: plain += "'"
            case _ where scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
                plain += scalar.properties.lowercaseMapping
            default: plain += " "
            }
        }
        return plain
    }

    private mutating func split(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var isBehindComma = false
        var wasDigit = false
        /// What stands between this piece and the one before: only a point?
        var isGlued = false
        func end(_ folding: inout Self) {
            guard folding.raw.count > start else { return }
            folding.pieces.append(
                Piece(range: start..<folding.raw.count, isGlued: isGlued, isBehindComma: isBehindComma))
            start = folding.raw.count
            isGlued = false
        }
        for byte in bytes {
            let isDigit = byte >= 48 && byte <= 57
            if isDigit || byte >= 0x80 || (byte | 0x20) >= 97 && (byte | 0x20) <= 122 {
                if raw.count > start, isDigit != wasDigit { end(&self) }
                raw.append(isDigit || byte >= 0x80 ? byte : byte | 0x20)
                wasDigit = isDigit
                continue
            }
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`") { continue }
            let hadPiece = raw.count > start
            end(&self)
            isGlued = byte == UInt8(ascii: ".") && hadPiece
            if isGlued, !pieces.isEmpty { pieces[pieces.count - 1].isDotted = true }
            if byte == UInt8(ascii: ",") { isBehindComma = true }
        }
        end(&self)
    }

    /// "C.V." is one word; "S.E." and "S.Sos" are too, and fall away as degrees.
    private mutating func joinInitials() {
        guard pieces.contains(where: \.isGlued) else { return }
        var joined: [Piece] = []
        for piece in pieces {
            guard piece.isGlued, var last = joined.last, last.range.upperBound == piece.range.lowerBound else {
                joined.append(piece)
                continue
            }
            let both = last.range.lowerBound..<piece.range.upperBound
            let isShort = last.isDotted && piece.range.count == 1 && last.range.count <= 3 && !isTitle(last)
            guard isShort || NameWords.degrees.contains(WordLetters(raw[both])) else {
                joined.append(piece)
                continue
            }
            last.range = both
            last.isDotted = true
            joined[joined.count - 1] = last
        }
        pieces = joined
    }

    private func isTitle(_ piece: Piece) -> Bool {
        if case .title = NameWords.meanings[WordLetters(raw[piece.range])] { true } else { false }
    }

    private func isForm(_ piece: Piece) -> Bool {
        switch NameWords.meanings[WordLetters(raw[piece.range])] {
        case .form, .formInFront, .trade: true
        default: false
        }
    }

    private mutating func take(_ place: Int) {
        let piece = pieces[place]
        guard piece.range.count <= 9 else { return write(raw[piece.range]) }
        let word = WordLetters(raw[piece.range])
        if piece.isDotted || piece.isBehindComma, place > 0, NameWords.degrees.contains(word) { return }
        if place > 0, place == pieces.count - 1, let figure = NameWords.roman[word] { return write(figure[...]) }
        let isFirst = words.isEmpty
        switch NameWords.meanings[word] {
        case nil: write(raw[piece.range])
        case .form(.company) where isBehindI(place): write(Array("putu".utf8)[...])
        case .form(let form): forms.insert(form)
        case .formInFront(let form) where isFirst: forms.insert(form)
        case .trade, .title: return
        case .titleInFront where isFirst && pieces.count > 1: return
        case .titleInFront where piece.isDotted && word.count == 1 && pieces.count > 1: return
        case .written(let long): if !long.isEmpty { write(long[...]) }
        case .formInFront, .titleInFront: write(raw[piece.range])
        }
    }

    /// "Ni Pt. Sari" is Ni Putu Sari.
    private func isBehindI(_ place: Int) -> Bool {
        guard place > 0 else { return false }
        let before = WordLetters(raw[pieces[place - 1].range])
        return before == Self.i || before == Self.ni
    }

    private static let i = WordLetters("i")
    private static let ni = WordLetters("ni")

    /// Writes a word in the new spelling, doubled letters single.
    private mutating func write(_ word: ArraySlice<UInt8>) {
        let start = letters.count
        let isOld = hasOldSpelling(word)
        var place = word.startIndex
        while place < word.endIndex {
            let letter = word[place]
            let next = place + 1 < word.endIndex ? word[place + 1] : 0
            place += 1
            switch (letter, next) {
            case (UInt8(ascii: "o"), UInt8(ascii: "e")): put(UInt8(ascii: "u"), from: start)
            case (UInt8(ascii: "d"), UInt8(ascii: "j")): put(UInt8(ascii: "j"), from: start)
            case (UInt8(ascii: "t"), UInt8(ascii: "j")): put(UInt8(ascii: "c"), from: start)
            case (UInt8(ascii: "n"), UInt8(ascii: "j")), (UInt8(ascii: "s"), UInt8(ascii: "j")):
                put(letter, from: start)
                put(UInt8(ascii: "y"), from: start)
            case (UInt8(ascii: "c"), UInt8(ascii: "h")):
                put(UInt8(ascii: "k"), from: start)
                put(UInt8(ascii: "h"), from: start)
            default:
                put(isOld && letter == UInt8(ascii: "j") ? UInt8(ascii: "y") : letter, from: start)
                continue
            }
            place += 1
        }
        words.append(start..<letters.count)
    }

    /// Only a word that shows the old spelling elsewhere is read so in its single j: "Djaja" is Jaya, "Jaja" stays.
    private func hasOldSpelling(_ word: ArraySlice<UInt8>) -> Bool {
        var before: UInt8 = 0
        for letter in word {
            switch (before, letter) {
            case (UInt8(ascii: "o"), UInt8(ascii: "e")), (UInt8(ascii: "d"), UInt8(ascii: "j")),
                (UInt8(ascii: "t"), UInt8(ascii: "j")), (UInt8(ascii: "s"), UInt8(ascii: "j")):
                return true
            default: before = letter
            }
        }
        return false
    }

    private mutating func put(_ letter: UInt8, from start: Int) {
        let isDigit = letter >= 48 && letter <= 57
        if !isDigit, letters.count > start, letters[letters.count - 1] == letter { return }
        letters.append(letter)
    }
}

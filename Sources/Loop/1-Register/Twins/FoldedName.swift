/// A name as it is searched and compared: "UD. Hj. Koernia Djaja" and "kurnia jaya (UD)" are the same words.
///
/// Lower case, without accents, punctuation, titles of persons and legal forms; old spelling is written in the new one
/// (oe u, dj j, tj c, nj ny, sj sy, ch kh), doubled letters are single, usual abbreviations are written out, and
/// numbers in words or in Roman figures are digits. Letters that the ear confuses (f, v and p; z and s; q and k) stay:
/// they are folded for finding candidates only, where a wrong meeting costs nothing.
/// - Source: PUEBI 2015, and the spelling of 1947 before it
public struct FoldedName: Hashable, Sendable {
    /// In the order of the name; never empty for a name with a letter or a digit.
    public let words: [String]
    /// What was taken away as a legal form. Words such as "Toko", "Usaha" and "IKM" go too, but are no legal form.
    public let forms: Set<LegalForm>

    /// - Complexity: linear in the length of the name.
    public init(_ name: String) {
        var folding = NameFolding()
        folding.fold(name)
        words = folding.words.map { String(decoding: folding.letters[$0], as: UTF8.self) }
        forms = folding.forms
    }

    /// For exact matching, blanks left out: "Sari Rasa" and "Sarirasa" have one key.
    public var key: String { words.joined() }

    /// Words that many persons share because they tell the order of birth or the caste: Wayan, Made, Putu, Gede.
    public static func isLight(_ word: String) -> Bool { NameWords.light.contains(WordLetters(word)) }
}

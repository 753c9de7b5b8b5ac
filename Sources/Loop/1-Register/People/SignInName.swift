import Foundation

/// The name somebody signs in with: a short name or an e-mail address, folded so that one name has one spelling.
///
/// Lower case and composed (NFC), 3…64 characters: Latin letters with or without accents, the digits 0–9 and
/// `. _ - + @`, beginning with a letter or a digit. Only Latin letters, because "раnі" in Cyrillic letters looks
/// like "pani"; no sign at the front, because a spreadsheet would take `=`, `+`, `-` or `@` for a formula.
public struct SignInName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The folded name.
    public let text: String

    public static let lengths = 3...64

    /// - Throws: `SignInNameRefusal`, the first that applies.
    public init(_ text: String) throws(SignInNameRefusal) {
        // Folding takes time that grows with the text, and a stranger chooses the text.
        guard text.utf8.count <= 8 * Self.lengths.upperBound else { throw .tooLong }
        let folded = text.lowercased().precomposedStringWithCanonicalMapping
        try Self.checkSigns(of: folded)
        guard folded.count >= Self.lengths.lowerBound else { throw .tooShort }
        guard folded.count <= Self.lengths.upperBound else { throw .tooLong }
        guard let first = folded.unicodeScalars.first, Self.isDigit(first) || Self.isLatin(first) else {
            throw .start
        }
        self.text = folded
    }

    public var description: String { text }

    public static func < (left: SignInName, right: SignInName) -> Bool { left.text < right.text }

    private static func checkSigns(of name: String) throws(SignInNameRefusal) {
        let scalars = name.unicodeScalars
        guard !scalars.contains(where: isControl) else { throw .control }
        guard !scalars.contains(where: \.properties.isWhitespace) else { throw .space }
        let letters = scalars.filter(\.properties.isAlphabetic)
        guard letters.allSatisfy(isLatin) else { throw letters.contains(where: isLatin) ? .mixedScript : .otherScript }
        guard scalars.allSatisfy({ isLatin($0) || isDigit($0) || "._-+@".unicodeScalars.contains($0) }) else {
            throw .sign
        }
    }

    /// Signs that cannot be seen; a line break counts as a space.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control: !scalar.properties.isWhitespace
        case .format, .surrogate, .privateUse, .unassigned: true
        default: scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// A letter whose canonical decomposition begins with a–z: é is one, the dotless ı and the wide ａ are not.
    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
        return base.map { ("a"..."z").contains($0) } ?? false
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

/// Why a text is no sign-in name. The raw value is the stable code of the refusal.
public enum SignInNameRefusal: String, Error, Sendable, CaseIterable {
    case tooShort = "sign-in-name-too-short"
    case tooLong = "sign-in-name-too-long"
    /// A blank or a line break, also at the ends.
    case space = "sign-in-name-space"
    /// A sign that cannot be seen.
    case control = "sign-in-name-control"
    /// Latin letters beside letters of another script, or that only look Latin.
    case mixedScript = "sign-in-name-mixed-script"
    /// Letters, none of them Latin.
    case otherScript = "sign-in-name-other-script"
    /// A sign that is neither letter nor digit nor one of `. _ - + @`.
    case sign = "sign-in-name-sign"
    /// It begins with a sign.
    case start = "sign-in-name-start"
}

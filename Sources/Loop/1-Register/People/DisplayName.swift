import Foundation

/// How an account or a person is called on pages: 1…100 characters on one line, at least one a letter or a digit.
public struct DisplayName: Hashable, Sendable {
    public let text: String

    public static let lengths = 1...100

    /// - Returns: `nil` for a name that is empty, too long, or holds a sign that cannot be seen. Blanks at the ends
    ///   are taken away, several in a row become one.
    public init?(_ text: String) {
        guard text.utf8.count <= 16 * Self.lengths.upperBound else { return nil }
        let words = text.precomposedStringWithCanonicalMapping
            .split { $0.isWhitespace && !$0.isNewline }
            .joined(separator: " ")
        guard Self.lengths.contains(words.count), words.unicodeScalars.allSatisfy(Self.isShown),
            words.contains(where: { $0.isLetter || $0.isNumber })
        else { return nil }
        self.text = words
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        // Some scripts join their letters with these two.
        if ["\u{200C}", "\u{200D}"].contains(scalar) { return true }
        return switch scalar.properties.generalCategory {
        // Signs of format can turn the direction of writing and make a name read as another.
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
        default: !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}

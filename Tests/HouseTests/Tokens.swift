/// A word or a single sign of the code.
struct Token {
    let text: String
    let line: Int
    /// Nothing stands between it and the token before.
    let touchesPrevious: Bool

    var isWord: Bool { text.first.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false }
}

/// Cuts scanned code into words and signs. Blanks part tokens and are dropped.
func tokenize(_ code: String) -> [Token] {
    var tokens: [Token] = []
    var word = ""
    var line = 1
    var touches = false
    func finishWord() {
        guard !word.isEmpty else { return }
        tokens.append(Token(text: word, line: line, touchesPrevious: touches))
        (word, touches) = ("", true)
    }
    for character in code {
        if character.isLetter || character.isNumber || character == "_" {
            word.append(character)
            continue
        }
        finishWord()
        if character.isNewline {
            line += 1
        } else if !character.isWhitespace {
            tokens.append(Token(text: String(character), line: line, touchesPrevious: touches))
        }
        touches = !character.isWhitespace
    }
    finishWord()
    return tokens
}

extension SwiftFile {
    /// Three tokens in a row, the outer ones empty at the ends of the file.
    struct Place {
        let before: String
        let token: Token
        let after: String
        let afterTouches: Bool
    }

    var places: [Place] {
        tokens.indices.map { i in
            let next = i + 1 < tokens.count ? tokens[i + 1] : nil
            return Place(
                before: i > 0 ? tokens[i - 1].text : "", token: tokens[i],
                after: next?.text ?? "", afterTouches: next?.touchesPrevious ?? false)
        }
    }

    /// A comment on this line or on one of the three above.
    func isExplained(_ line: Int) -> Bool {
        scanned.comments.contains { (line - 3...line).contains($0.line) }
    }
}

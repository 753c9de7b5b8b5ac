/// Swift text taken apart: what is code, what is a string literal, what is a comment.
///
/// `code` has the lines and columns of the source; letters inside literals, comments and
/// back-ticked names are blanks there, so that a brace or a word in them does not count.
/// Not a parser: a bare regular expression `/…/` is read as code; write `#/…/#`.
struct Scanned {
    struct Piece: Equatable {
        let line: Int
        let text: String
    }

    let code: String
    let literals: [Piece]
    /// One piece for each line of a comment, with its slashes or stars.
    let comments: [Piece]

    init(_ source: String) {
        var scanner = Scanner(source)
        scanner.scanCode(untilParenthesis: false)
        code = String(decoding: scanner.code, as: UTF8.self)
        literals = scanner.literals
        comments = scanner.comments
    }
}

private struct Scanner {
    let source: [UInt8]
    var code: [UInt8] = []
    var literals: [Scanned.Piece] = []
    var comments: [Scanned.Piece] = []
    var position = 0
    var line = 1

    init(_ text: String) {
        source = Array(text.utf8)
        code.reserveCapacity(source.count)
    }

    /// Reads code to the end, or to the parenthesis that closes an interpolation.
    mutating func scanCode(untilParenthesis: Bool) {
        var depth = 0
        while position < source.count {
            if sees("//") {
                scanLineComment()
            } else if sees("/*") {
                scanBlockComment()
            } else if sees("#/") {
                skip(past: "/#")
            } else if sees("`") {
                scanName()
            } else if let hashes = hashesBeforeQuote() {
                scanString(hashes: hashes)
            } else {
                if sees("(") { depth += 1 }
                if sees(")") { depth -= 1 }
                if untilParenthesis, depth < 0 { return }
                advance(keeping: true)
            }
        }
    }

    mutating func scanLineComment() {
        let start = position
        while position < source.count, !sees("\n") { advance() }
        comments.append(.init(line: line, text: text(from: start)))
    }

    mutating func scanBlockComment() {
        let firstLine = line
        let start = position
        skip(past: "*/")
        let lines = text(from: start).split(separator: "\n", omittingEmptySubsequences: false)
        comments += lines.enumerated().map { .init(line: firstLine + $0, text: String($1)) }
    }

    /// A back-ticked name: the back-ticks stay, as a word of no letters.
    mutating func scanName() {
        advance(keeping: true)
        while position < source.count, !sees("`"), !sees("\n") { advance() }
        if sees("`") { advance(keeping: true) }
    }

    mutating func scanString(hashes: String) {
        let firstLine = line
        advance(by: hashes.utf8.count)
        let quote = sees("\"\"\"") ? "\"\"\"" : "\""
        advance(by: quote.utf8.count)
        var literal: [UInt8] = []
        while position < source.count, !sees(quote + hashes) {
            if sees("\\" + hashes + "(") {
                advance(by: 2 + hashes.utf8.count)
                scanCode(untilParenthesis: true)
                literal += Array("\\(".utf8)
            } else if sees("\\" + hashes) {
                literal += source[position..<min(position + 2, source.count)]
                advance(by: 1 + hashes.utf8.count)
            } else {
                literal.append(source[position])
            }
            advance()
        }
        advance(by: (quote + hashes).utf8.count)
        literals.append(.init(line: firstLine, text: String(decoding: literal, as: UTF8.self)))
    }

    func hashesBeforeQuote() -> String? {
        var end = position
        while end < source.count, source[end] == UInt8(ascii: "#") { end += 1 }
        guard end < source.count, source[end] == UInt8(ascii: "\"") else { return nil }
        return String(repeating: "#", count: end - position)
    }

    func sees(_ text: String) -> Bool {
        position < source.count && source[position] == text.utf8.first
            && source[position...].starts(with: text.utf8)
    }

    func text(from start: Int) -> String {
        String(decoding: source[start..<position], as: UTF8.self)
    }

    mutating func skip(past end: String) {
        advance(by: 2)
        while position < source.count, !sees(end) { advance() }
        advance(by: end.utf8.count)
    }

    mutating func advance(by count: Int) {
        for _ in 0..<count { advance() }
    }

    /// One byte on. What is not kept becomes a blank; ends of lines always stay.
    mutating func advance(keeping: Bool = false) {
        guard position < source.count else { return }
        let byte = source[position]
        let endsLine = byte == UInt8(ascii: "\n")
        if endsLine { line += 1 }
        code.append(keeping || endsLine ? byte : UInt8(ascii: " "))
        position += 1
    }
}

import Testing

struct DocsLaw {
    @Test func `every source named in a docstring is in docs-sources`() throws {
        let list = try text(of: "docs/sources.md")
        report(try swiftFiles(under: "Sources").flatMap { unlistedSources(in: $0, list: list) })
    }

    @Test func `every public type of the loop is in the glossary`() throws {
        let glossary = try text(of: "docs/glossary.md")
        report(try swiftFiles(under: "Sources/Loop").flatMap { unexplainedTypes(in: $0, glossary) })
    }

    @Test(arguments: [
        ("Dunn (1960), section 2", "Dunn (1961)"),
        ("Miller & Blair (2009), ch. 8; Dunn (1960)", "Miller & Blair (2009)"),
        ("Cooper, Seiford & Tone (2007), ch. 2", "Seiford & Tone (2007)"),
        ("Permenperin 64/2016, article 3", "Permenperin 64/2015"),
        ("Miller & Blair (2009),\n///   ch. 8, after Dunn (1960)", "Miller & Blair (2009)"),
    ])
    func `a source that is not listed is found`(source: String, list: String) {
        let file = SwiftFile("/// Shift-share.\n/// - Source: \(source).\nfunc f() {}")
        #expect(unlistedSources(in: file, list: list).map(\.line) == [2])
        #expect(unlistedSources(in: file, list: source + list + "Dunn (1960)").isEmpty)
    }

    @Test(arguments: [
        "public struct Gap {", "public enum Gap {", "public indirect enum Gap {",
        "@frozen public struct Gap<A> {", "public typealias Gap = Int",
    ])
    func `a public type without a line is found`(declaration: String) {
        let file = SwiftFile(declaration + "\npublic struct Inner {}\n}")
        #expect(unexplainedTypes(in: file, "| `Gaps` |").first?.line == 1)
        #expect(unexplainedTypes(in: file, "| `Gap` `Inner` |").isEmpty)
    }

    @Test func `inner and internal types need no line`() {
        let file = SwiftFile("struct A {}\nextension B { public struct C {} }\nprivate enum D {}")
        #expect(unexplainedTypes(in: file, "").isEmpty)
    }
}

/// A work is listed by author and year; an official source by its name, up to the first comma.
private func unlistedSources(in file: SwiftFile, list: String) -> [Finding] {
    sources(in: file).flatMap { source in
        let work =
            #/
            \p{Lu}[\p{L}’'-]+                                # Miller
            (?: (?: ,\x20 | \x20&\x20 | \x20and\x20 ) \p{Lu}[\p{L}’'-]+ )*   # & Blair
            (?: \x20et\x20al\. )?
            \x20\(\d{4}[a-z]?\)                               # (2009)
            /#
        let works = source.text.matches(of: work).map { String($0.output) }
        let official = source.text.prefixMatch(of: #/[^,;]*[^,;.]/#).map { String($0.output) }
        let names = works.isEmpty ? [official ?? ""] : works
        return names.filter { !list.contains($0) }
            .map { file.finding(source.line, "names a source that is not listed: \($0)") }
    }
}

/// What follows `Source:` in docstrings, up to the next item or the end of the docstring.
private func sources(in file: SwiftFile) -> [Scanned.Piece] {
    let docs = file.scanned.comments.filter { $0.text.hasPrefix("///") }
    return docs.enumerated().compactMap { i, doc in
        guard let start = doc.text.firstRange(of: "Source: ") else { return nil }
        let rest = docs[(i + 1)...].enumerated().prefix { offset, next in
            next.line == doc.line + offset + 1 && next.text.contains(#/^\/\/\/ +[^ -]/#)
        }
        let lines = rest.map { $1.text.dropFirst(3).trimmingPrefix { $0 == " " } }
        let text = ([doc.text[start.upperBound...]] + lines).joined(separator: " ")
        return Scanned.Piece(line: doc.line, text: text)
    }
}

private func unexplainedTypes(in file: SwiftFile, _ glossary: String) -> [Finding] {
    publicTypes(in: file).filter { !glossary.contains("`\($0.text)`") }
        .map { file.finding($0.line, "declares \($0.text), unknown to docs/glossary.md") }
}

/// The public types declared outside all braces.
private func publicTypes(in file: SwiftFile) -> [Scanned.Piece] {
    let kinds = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    let modifiers = ["indirect", "final"]
    var depth = 0
    var words: [String] = []
    var types: [Scanned.Piece] = []
    for place in file.places {
        let word = place.token.text
        if word == "{" { depth += 1 }
        if word == "}" { depth -= 1 }
        if depth == 0, kinds.contains(word), words.last == "public" {
            types.append(.init(line: place.token.line, text: place.after))
        }
        if !modifiers.contains(word) { words = [word] }
    }
    return types
}

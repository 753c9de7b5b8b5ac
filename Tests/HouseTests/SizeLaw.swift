import Testing

struct SizeLaw {
    @Test func `a file has at most four hundred lines`() throws {
        report(try swiftFiles(under: "Sources", "Tests").flatMap(longFile))
    }

    @Test func `a function has at most forty lines`() throws {
        report(try swiftFiles(under: "Sources", "Tests").flatMap(longFunctions))
    }

    @Test(arguments: [(400, 0), (401, 1)])
    func `the four hundred and first line is found`(lines: Int, findings: Int) {
        let text = String(repeating: "let a = 1\n", count: lines)
        #expect(longFile(SwiftFile(text)).count == findings)
    }

    @Test(arguments: ["func f() {", "init(a: Int) {", "subscript(i: Int) -> Int {"])
    func `the forty-first line of a body is found`(opening: String) {
        func file(ofLines lines: Int) -> SwiftFile {
            SwiftFile(opening + String(repeating: "\n", count: lines - 1) + "}")
        }
        #expect(longFunctions(in: file(ofLines: 40)).isEmpty)
        #expect(longFunctions(in: file(ofLines: 41)).map(\.line) == [1])
    }

    @Test func `a brace in a string, a comment or a name ends no function`() {
        let body = """
            func `a } in its name`() {
                let a = "}" + #"\\ " }"# + "\\(b.map { "}" })" // }
                /* } */
            """
        let file = SwiftFile(body + String(repeating: "\n", count: 40) + "}")
        #expect(longFunctions(in: file).count == 1)
    }

    @Test func `a requirement of a protocol has no body to measure`() {
        let gap = String(repeating: "\n", count: 50)
        let file = SwiftFile("protocol P { func f()\nvar a: Int { get }\n}\nstruct S {\(gap)}")
        #expect(longFunctions(in: file).isEmpty)
    }
}

func longFile(_ file: SwiftFile) -> [Finding] {
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
    let counted = file.text.hasSuffix("\n") ? lines - 1 : lines
    return counted > 400 ? [file.finding(1, "has \(counted) lines")] : []
}

func longFunctions(in file: SwiftFile) -> [Finding] {
    file.places.enumerated().compactMap { i, place in
        guard opensFunction(place), let end = endOfBody(after: i, in: file.tokens)
        else { return nil }
        let lines = end - place.token.line + 1
        return lines > 40
            ? file.finding(place.token.line, "has a function of \(lines) lines") : nil
    }
}

private func opensFunction(_ place: SwiftFile.Place) -> Bool {
    switch place.token.text {
    case "func": true
    case "init", "subscript": place.before != "." && ["(", "<", "?"].contains(place.after)
    default: false
    }
}

/// The line of the brace that closes the body; `nil` for a declaration without a body.
private func endOfBody(after start: Int, in tokens: [Token]) -> Int? {
    var depth = 0
    var hasBody = false
    for token in tokens[(start + 1)...] {
        switch token.text {
        case "(", "[": depth += 1
        case ")", "]": depth -= 1
        case "{":
            if depth == 0 { hasBody = true }
            depth += 1
        case "}":
            depth -= 1
            if depth < 0 { return nil }
            if depth == 0, hasBody { return token.line }
        case "func", "init", "subscript", "var", "static", "associatedtype":
            if depth == 0 { return nil }
        default: break
        }
    }
    return nil
}

import Testing

struct WordLaw {
    @Test func `Sources hold no banned word`() throws {
        for file in try swiftFiles(under: "Sources") {
            report(notes(in: file) + traps(in: file) + vagueNames(in: file) + prints(in: file))
        }
    }

    @Test func `what the compiler cannot check is explained beside it`() throws {
        report(try swiftFiles(under: "Sources").flatMap(unexplained))
    }

    @Test(arguments: ["TODO", "FIXME", "XXX", "HACK"])
    func `a note to oneself is found`(word: String) {
        #expect(notes(in: SwiftFile("let a = 1\n// \(word): later")).map(\.line) == [2])
        #expect(notes(in: SwiftFile("let \(word)S = 1")).isEmpty)
    }

    @Test(arguments: [
        "try! f()", "a as! B", "a!.b", "f()!", "a[0]!", "let a: Int!", "fatalError()",
        "\"\\(a!)\"",
    ])
    func `what would stop the program is found`(code: String) {
        #expect(traps(in: SwiftFile(code)).count == 1)
    }

    @Test(arguments: ["a != b", "a!=b", "!a", "f(!a)", "[!a]", "#if !os(Linux)", "\"a!\" // b!"])
    func `a negation and a greeting are no forced unwrapping`(code: String) {
        #expect(traps(in: SwiftFile(code)).isEmpty)
    }

    @Test(arguments: [
        "struct RegionManager {}", "enum CSVHelper {}", "class PeerService {}",
        "actor StudyServices {}", "typealias TextUtil = Int", "enum Utils {}",
        "protocol RegionData {}", "struct PeerInfo {}",
    ])
    func `a type named after nothing is found`(code: String) {
        #expect(vagueNames(in: SwiftFile(code)).count == 1)
        #expect(vagueNames(in: SwiftFile("let information: Data")).isEmpty)
    }

    @Test func `only the command prints`() {
        #expect(prints(in: SwiftFile(path: "Sources/Web/A.swift", "print(1)")).count == 1)
        #expect(prints(in: SwiftFile(path: "Sources/tiru/A.swift", "print(1)")).isEmpty)
        #expect(prints(in: SwiftFile(path: "Sources/Web/A.swift", "page.print(1)")).isEmpty)
    }

    @Test(arguments: ["@unchecked Sendable", "nonisolated(unsafe) var a = 1", "try? f()"])
    func `an unexplained exception is found`(code: String) {
        #expect(unexplained(in: SwiftFile("\n\n\n\n\(code)")).map(\.line) == [5])
        #expect(unexplained(in: SwiftFile("// far away\n\n\n\n\(code)")).count == 1)
        #expect(unexplained(in: SwiftFile("// because\n\n\n\(code)")).isEmpty)
        #expect(unexplained(in: SwiftFile("\(code) // because")).isEmpty)
    }
}

/// In comments and literals too, hence from the whole text.
private func notes(in file: SwiftFile) -> [Finding] {
    tokenize(file.text).filter { ["TODO", "FIXME", "XXX", "HACK"].contains($0.text) }
        .map { file.finding($0.line, "holds a note to oneself") }
}

/// `fatalError`, and every `!` that directly follows a word or a closing bracket.
private func traps(in file: SwiftFile) -> [Finding] {
    file.places.compactMap { place in
        if place.token.text == "fatalError" {
            return file.finding(place.token.line, "calls fatalError")
        }
        let follows = place.before.last.map { $0.isLetter || $0.isNumber || "_)]`".contains($0) }
        guard place.token.text == "!", place.token.touchesPrevious, follows == true,
            !(place.after == "=" && place.afterTouches)
        else { return nil }
        return file.finding(place.token.line, "forces with !")
    }
}

private func vagueNames(in file: SwiftFile) -> [Finding] {
    let kinds = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    return file.places.compactMap { place in
        guard kinds.contains(place.token.text),
            place.after.contains(#/(Manager|Helper|Service|Util|Data|Info)s?$/#)
        else { return nil }
        return file.finding(place.token.line, "names a type \(place.after)")
    }
}

private func prints(in file: SwiftFile) -> [Finding] {
    guard !file.path.hasPrefix("Sources/tiru/") else { return [] }
    return file.places.compactMap { place in
        guard place.token.text == "print", place.after == "(", place.afterTouches,
            ![".", "func"].contains(place.before)
        else { return nil }
        return file.finding(place.token.line, "prints")
    }
}

private func unexplained(in file: SwiftFile) -> [Finding] {
    file.places.compactMap { place in
        let pair = "\(place.before) \(place.token.text) \(place.after)"
        let line = place.token.line
        guard pair.hasPrefix("@ unchecked") || pair == "( unsafe )" || pair.hasPrefix("try ?"),
            !file.isExplained(line)
        else { return nil }
        return file.finding(line, "has an unexplained `\(pair)`")
    }
}

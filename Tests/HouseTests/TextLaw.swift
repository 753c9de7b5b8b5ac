import Foundation
import Testing

struct TextLaw {
    @Test func `only Sources-HTML writes HTML`() throws {
        let others = try swiftFiles(under: "Sources").filter {
            !$0.path.hasPrefix("Sources/HTML/")
        }
        report(others.flatMap(markup))
    }

    @Test func `only Storage writes SQL`() throws {
        let others = try swiftFiles(under: "Sources").filter {
            !$0.path.hasPrefix("Sources/Storage/")
        }
        report(others.flatMap(statements))
    }

    @Test func `no file names a place on somebody's machine`() throws {
        for folder in ["Sources", "Tests", "Benchmarks", "docs", "scripts", ".ci"] {
            let roots = ["home", "root", "work"] + (folder == "Sources" ? ["tmp"] : [])
            for path in try paths(under: folder) {
                // Folders and files that are not text have no lines to read.
                guard let text = try? text(of: path) else { continue }
                report(machinePaths(in: text, of: path, roots: roots))
            }
        }
    }

    @Test(arguments: ["<p>", "</p>", "a<\\(b)>", "<!doctype html>"])
    func `a tag in a literal is found`(html: String) {
        #expect(markup(in: SwiftFile("let a = \"\(html)\"")).count == 1)
        #expect(markup(in: SwiftFile("let a = #\"\"\"\n\"\(html)\"\n\"\"\"#")).count == 1)
    }

    @Test(arguments: ["a < b", "Array<Int>()", #""p < 0.05""#, "// <p>", #""a <- b""#])
    func `less than is no tag`(code: String) {
        #expect(markup(in: SwiftFile(code)).isEmpty)
    }

    @Test(arguments: [
        "SELECT a\nFROM b", "INSERT INTO b", "UPDATE b\nSET a = 1", "DELETE FROM b",
        "CREATE TABLE b", "CREATE UNIQUE INDEX c",
    ])
    func `a statement in a literal is found`(sql: String) {
        #expect(statements(in: SwiftFile("let a = \"\"\"\n\(sql)\n\"\"\"")).count == 1)
        #expect(statements(in: SwiftFile("// \(sql.replacing("\n", with: " "))")).isEmpty)
        #expect(statements(in: SwiftFile("let a = \"Select a region from the list\"")).isEmpty)
    }

    @Test(arguments: ["~a", "in `~a`", "\"~a\"", "file://~a"])
    func `a path of a machine is found, an address is not`(text: String) {
        // Put together here, because this file is under the law too.
        let home = ["", "home", ""].joined(separator: "/")
        func findings(_ text: String) -> [Finding] {
            let text = text.replacing("~", with: home)
            return machinePaths(in: text, of: "a", roots: ["home"])
        }
        #expect(findings("\n" + text).map(\.line) == [2])
        #expect(findings("https://example.org~a").isEmpty)
    }
}

private func markup(in file: SwiftFile) -> [Finding] {
    file.scanned.literals.filter { $0.text.contains(#/<(\p{L}|[\/!]|\\\()/#) }
        .map { file.finding($0.line, "writes HTML") }
}

private func statements(in file: SwiftFile) -> [Finding] {
    let statement =
        #/
        \b(SELECT\s[\s\S]*\sFROM
        | INSERT\s+INTO
        | UPDATE\s[\s\S]*\sSET
        | DELETE\s+FROM
        | CREATE\s+(\w+\s+)?(TABLE|INDEX|VIEW))\s
        /#
    return file.scanned.literals.filter { ($0.text + " ").contains(statement) }
        .map { file.finding($0.line, "writes SQL") }
}

/// Paths that begin at the root of a disk: not those that follow a host in an address.
private func machinePaths(in text: String, of path: String, roots: [String]) -> [Finding] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { number, line in
        let suspects = roots.filter { line.contains("/\($0)/") }
        guard !suspects.isEmpty else { return nil }
        let starts = line.matches(of: #/(?:^|[^\w.\/>)}-]|\/\/)\/(\w+)\//#)
        guard let place = starts.map({ String($0.output.1) }).first(where: suspects.contains)
        else { return nil }
        return Finding(path: path, line: number + 1, what: "names /\(place)/")
    }
}

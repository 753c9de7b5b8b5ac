import Testing

/// A folder of Sources and the modules its files may import, besides Foundation.
struct Row: CustomTestStringConvertible {
    let folder: String
    var house: [String] = []
    var thirdParty: [String] = []

    var testDescription: String { folder }
}

private let six = ["Register", "Measure", "Compare", "Learn", "Adopt", "Verify"]
private let methods = ["Benchmarking", "Evaluation"]
private let pages = six + methods + ["Storage", "Exchange", "Pictures", "HTML", "Charts", "Reports"]
/// Modules of the toolchain itself.
private let threads = ["Dispatch", "Synchronization"]
private let http = [
    "Hummingbird", "HummingbirdCore", "NIOCore", "NIOPosix", "NIOHTTPTypes", "HTTPTypes",
]

/// Who may import whom: the architecture's table, with two additions: the command may import Web too, because it
/// prints the same page models, and the methods may use the toolchain's own threads.
private let law = [
    Row(folder: "Methods/Benchmarking", thirdParty: threads),
    Row(folder: "Methods/Evaluation", thirdParty: threads),
    Row(folder: "Loop/1-Register"),
    Row(folder: "Loop/2-Measure", house: ["Register", "Benchmarking"]),
    Row(folder: "Loop/3-Compare", house: ["Register", "Measure", "Benchmarking"]),
    Row(folder: "Loop/4-Learn", house: ["Register", "Compare"]),
    Row(folder: "Loop/5-Adopt", house: ["Register", "Measure", "Compare", "Learn"]),
    Row(
        folder: "Loop/6-Verify",
        house: ["Register", "Measure", "Compare", "Learn", "Adopt", "Evaluation"]),
    Row(folder: "Secrets", thirdParty: ["CSodium"]),
    Row(folder: "Storage", house: six + ["Secrets"], thirdParty: ["GRDB", "GRDBSQLite", "CPostgres"] + threads),
    Row(folder: "Exchange", house: six + methods, thirdParty: ["CZip", "CZlib", "Synchronization"]),
    Row(folder: "Pictures", thirdParty: ["CGD"]),
    Row(folder: "Charts"),
    Row(folder: "HTML", house: ["Charts"]),
    Row(folder: "Reports", house: six + methods + ["HTML", "Charts"]),
    // The doors make tokens and try passwords; the pages of the loop never hold keys.
    Row(folder: "Web/House", house: pages + ["Secrets"], thirdParty: http + threads),
    Row(folder: "Web/Doors", house: pages + ["Secrets"], thirdParty: http),
    Row(folder: "Web/Words", house: pages + ["Secrets"]),
    Row(folder: "Web", house: pages, thirdParty: http + ["Logging"] + threads),
    Row(folder: "FieldCapture", house: pages, thirdParty: http),
    Row(
        folder: "Server", house: pages + ["Web", "FieldCapture", "Secrets"],
        thirdParty: http + ["Logging", "ServiceLifecycle", "Dispatch", "Glibc"] + threads),
    Row(
        folder: "tiru",
        house: six + methods + ["Server", "Storage", "Exchange", "Reports", "Web", "Secrets"],
        thirdParty: ["ArgumentParser", "Logging"] + threads),
]

struct ImportLaw {
    @Test func `a folder imports only what its row allows`() throws {
        for file in try swiftFiles(under: "Sources") {
            guard let row = row(of: file.path) else { continue }
            report(offendingImports(in: file, row: row))
        }
    }

    @Test func `every folder under Sources has a row`() throws {
        let homeless = try swiftFiles(under: "Sources").map(\.path).filter { row(of: $0) == nil }
        #expect(homeless.isEmpty)
        #expect(row(of: "Sources/Charts/Bars.swift")?.folder == "Charts")
        #expect(row(of: "Sources/ChartsAndMore/Bars.swift") == nil)
    }

    @Test(arguments: [
        "import Storage", "public import Storage", "@testable import Storage",
        "import struct Storage.Store", "import GRDB", "import Glibc",
    ])
    func `an import outside the row is found`(line: String) {
        let file = SwiftFile("import Foundation\nimport Register\n\(line)\nlet a = 1")
        let row = Row(folder: "Loop/2-Measure", house: ["Register"])
        #expect(offendingImports(in: file, row: row).map(\.line) == [3])
    }

    @Test(arguments: ["Paths.swift", "Register/People.swift", "Compare/HostsPage.swift"])
    func `pages never hold keys, doors do`(file: String) {
        let row = row(of: "Sources/Web/\(file)") ?? Row(folder: "Web", house: ["Secrets"])
        #expect(offendingImports(in: SwiftFile("import Secrets"), row: row).count == 1)
    }

    @Test(arguments: ["public import GRDB", "package import GRDB", "@_exported import GRDB"])
    func `the database library stays inside Storage`(line: String) {
        let row = Row(folder: "Storage", thirdParty: ["GRDB"])
        #expect(offendingImports(in: SwiftFile(line), row: row).count == 1)
        #expect(offendingImports(in: SwiftFile("import GRDB"), row: row).isEmpty)
        #expect(offendingImports(in: SwiftFile("internal import GRDB"), row: row).isEmpty)
    }
}

private func row(of path: String) -> Row? {
    law.first { path.hasPrefix("Sources/\($0.folder)/") }
}

private func offendingImports(in file: SwiftFile, row: Row) -> [Finding] {
    let allowed = Set(row.house + row.thirdParty + ["Foundation"])
    return imports(in: file).compactMap { line, module, access in
        if !allowed.contains(module) {
            return file.finding(line, "imports \(module): not in the row of \(row.folder)")
        }
        if module == "GRDB", ["public", "package", "_exported"].contains(access) {
            return file.finding(line, "lets \(module) out of Storage")
        }
        return nil
    }
}

/// Every `import`: its line, its module, and the word before it (`public`, `internal` …).
private func imports(in file: SwiftFile) -> [(line: Int, module: String, access: String)] {
    let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return file.places.enumerated().compactMap { i, place in
        guard place.token.text == "import", place.before != ".", !place.after.isEmpty
        else { return nil }
        let module = kinds.contains(place.after) ? file.tokens[i + 2].text : place.after
        return (place.token.line, module, place.before)
    }
}

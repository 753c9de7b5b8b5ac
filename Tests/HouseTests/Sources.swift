import Foundation
import Testing

/// The repository's folder, found from this file.
let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A Swift file, read and taken apart.
struct SwiftFile {
    /// From the repository's folder, as in `Sources/Web/Paths.swift`.
    let path: String
    let text: String
    let scanned: Scanned
    let tokens: [Token]

    init(path: String = "Sources/Example.swift", _ text: String) {
        self.path = path
        self.text = text
        scanned = Scanned(text)
        tokens = tokenize(scanned.code)
    }
}

/// What breaks a law, and where.
struct Finding: Equatable, CustomStringConvertible {
    let path: String
    let line: Int
    let what: String

    var description: String { "\(path):\(line) \(what)" }
}

extension SwiftFile {
    func finding(_ line: Int, _ what: String) -> Finding {
        Finding(path: path, line: line, what: what)
    }
}

/// Every finding becomes one line of the test's report.
func report(_ findings: [Finding], at location: SourceLocation = #_sourceLocation) {
    for finding in findings {
        Issue.record("\(finding.description)", sourceLocation: location)
    }
}

/// The Swift files below these folders, in the order of their paths.
/// - Throws: when there are none: a law over nothing would hold by mistake.
func swiftFiles(under folders: String...) throws -> [SwiftFile] {
    let files = try allSwiftFiles.get().filter { file in
        folders.contains { file.path.hasPrefix($0 + "/") }
    }
    try #require(!files.isEmpty, "no Swift file under \(folders)")
    return files
}

/// Read once, for all laws.
private let allSwiftFiles = Result {
    try ["Sources", "Tests"].flatMap(paths(under:))
        .filter { $0.hasSuffix(".swift") }
        .map { SwiftFile(path: $0, try text(of: $0)) }
}

/// The files below a folder, hidden ones aside, sorted.
func paths(under folder: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(
        atPath: root.appending(path: folder).path)
    let shown = names.filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
    return shown.sorted().map { "\(folder)/\($0)" }
}

func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
}

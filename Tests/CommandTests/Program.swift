import Foundation
import Testing

/// Runs the real program, as built beside the tests, in an empty folder.
struct Program {
    struct Result {
        let status: Int32
        let output: String
        let complaint: String
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tiru-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// With a database that holds the facts: they are loaded once for all tests.
    static func withFacts() throws -> Program {
        let program = try Program()
        try FileManager.default.copyItem(
            at: loaded.get().appending(path: "tiru.sqlite"), to: program.folder.appending(path: "tiru.sqlite"))
        return program
    }

    private static let loaded = Swift.Result {
        let program = try Program()
        _ = try program.run("compare", "region", "51.03")
        return program.folder
    }

    func run(_ arguments: String...) throws -> Result { try run(arguments) }

    func run(_ arguments: [String]) throws -> Result {
        let process = Process()
        process.executableURL = try Self.executable()
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Files, not pipes: a long answer cannot fill them up.
        let (output, complaint) = (folder.appending(path: "out.txt"), folder.appending(path: "err.txt"))
        for file in [output, complaint] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: complaint)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
            complaint: try String(contentsOf: complaint, encoding: .utf8))
    }

    /// A copy of the reference facts that a test may damage.
    func copyOfFacts() throws -> URL {
        let copy = folder.appending(path: "facts-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: repository.appending(path: "Data"), to: copy)
        return copy
    }

    static func executable() throws -> URL {
        let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let candidates = sequence(first: tests.deletingLastPathComponent()) { folder in
            folder.path.count > 1 ? folder.deletingLastPathComponent() : nil
        }
        for folder in candidates.prefix(4) {
            let file = folder.appending(path: "tiru")
            if FileManager.default.isExecutableFile(atPath: file.path) { return file }
        }
        return repository.appending(path: ".build/debug/tiru")
    }
}

/// The root of the repository.
let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

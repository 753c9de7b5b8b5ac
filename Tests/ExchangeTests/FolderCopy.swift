import Foundation

/// A copy of the product's facts in which a test may break one file.
struct FolderCopy {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tiru-facts-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: DataFolder.url, to: folder)
    }

    func remove() {
        // Left behind in the temporary folder at worst.
        try? FileManager.default.removeItem(at: folder)
    }

    func delete(_ file: String) throws {
        try FileManager.default.removeItem(at: folder.appending(path: file))
    }

    func change(_ file: String, _ edit: (String) throws -> String) throws {
        let url = folder.appending(path: file)
        let text = try String(contentsOf: url, encoding: .utf8)
        try edit(text).write(to: url, atomically: false, encoding: .utf8)
    }

    /// Changes one line; 1 is the heading, `nil` in answer drops the line.
    func change(_ file: String, line: Int, _ edit: ([String]) -> [String]?) throws {
        try change(file) { text in
            var lines = text.components(separatedBy: "\n")
            if let fields = edit(lines[line - 1].components(separatedBy: ",")) {
                lines[line - 1] = fields.joined(separator: ",")
            } else {
                lines.remove(at: line - 1)
            }
            return lines.joined(separator: "\n")
        }
    }
}

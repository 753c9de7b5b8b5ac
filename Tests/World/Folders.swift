public import Foundation

/// Where the tests find the product's own facts and, where there is one, the folder of reference data beside it.
public enum Folders {
    // The file may be reached through a link, the data may not.
    public static let repository = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static let data = repository.appending(path: "Data")
    public static let shared = repository.deletingLastPathComponent().appending(path: "shared/data")

    public static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.path) }

    /// The rows of a plain CSV file of the shared folder (no quoted commas) by column name.
    public static func sharedRows(of file: String) throws -> [[String: String]] {
        let text = try String(contentsOf: shared.appending(path: file), encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }
}

public import Exchange
import Foundation

/// One file, written anew for every input.
public struct FuzzedFile: Sendable {
    private let place: URL
    private let handle: Int32

    public init() {
        let memory = URL(filePath: "/dev/shm")
        let folder =
            FileManager.default.fileExists(atPath: memory.path) ? memory : FileManager.default.temporaryDirectory
        place = folder.appending(path: "tiru-fuzz-\(getpid())")
        handle = open(place.path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
        precondition(handle >= 0, "no place for the file")
        unlinkAtExit = place.path
        atexit { unlink(unlinkAtExit) }
    }

    /// Reads every row of every sheet; a refusal is a good answer.
    /// - Returns: the rows of the first sheet; `nil` when refused.
    public func read(_ bytes: [UInt8], limits: SheetLimits) -> [SheetRow]? {
        ftruncate(handle, 0)
        let count = pwrite(handle, bytes, bytes.count, 0)
        precondition(count == bytes.count, "the file was not written")
        do {
            let file = try SheetFile(at: place, limits: limits)
            var first: [SheetRow] = []
            for sheet in file.sheets.indices.prefix(4) {
                try file.forEachRow(of: sheet) { row in
                    precondition(row.cells.count <= limits.columns && row.cells.last != .empty && row.number > 0)
                    if sheet == 0 { first.append(row) }
                }
                _ = try file.mergedRanges(of: sheet, inFirst: 10)
            }
            return first
        } catch is SheetRefusal {
            return nil
        } catch {
            preconditionFailure("\(error)")
        }
    }
}

// Set once, before any input is read.
nonisolated(unsafe) private var unlinkAtExit = ""

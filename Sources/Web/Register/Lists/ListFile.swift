public import Exchange
import Foundation
public import Register
public import Storage

/// Files that are brought: how large they may be, and how one that is kept is opened again.
public enum ListFile {
    /// Bytes of a request that carries one.
    static let limit = 512 << 20
    /// In such pieces it is kept.
    static let piece = 1 << 18

    /// A list that is kept sealed, opened for reading. Its copy in clear lies on the disk without a name, and is gone when
    /// the last who reads it is, whatever happens to the program.
    /// - Throws: `ListRefused.fileGone`, `SheetRefusal`.
    public static func open(_ id: OfficeList.ID, of store: Store) async throws -> SheetFile {
        let place = try NamelessFile.make()
        defer { NamelessFile.removeName(place) }
        let handle = try FileHandle(forWritingTo: place)
        try await store.eachPiece(of: id) { try handle.write(contentsOf: Data($0)) }
        try handle.close()
        return try SheetFile(at: place)
    }
}

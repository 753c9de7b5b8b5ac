import Foundation

/// A temporary file for the eyes of this program alone. It loses its name as soon as it is open, so that nothing is left
/// of it when the program ends, however it ends: it may hold what is not to be seen in clear.
enum NamelessFile {
    /// Makes one that still has a name.
    static func make() throws -> URL {
        let place = FileManager.default.temporaryDirectory.appending(path: "tiru-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw RequestRefusal.door(.unavailable(.diskFull)) }
        return place
    }

    /// Takes the name away; whoever has it open keeps it.
    static func removeName(_ place: URL) {
        // Left behind, it is only a temporary file that nobody else may read.
        try? FileManager.default.removeItem(at: place)
    }

    /// Open for writing and reading, without a name.
    static func open() throws -> FileHandle {
        let place = try make()
        defer { removeName(place) }
        return try FileHandle(forUpdating: place)
    }
}

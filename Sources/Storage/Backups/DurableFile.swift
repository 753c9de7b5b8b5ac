import Foundation
import Secrets

/// Size and hash of a file.
struct FileDigest: Equatable, Sendable {
    var size = 0
    var sha256 = ""
}

/// Files that are on the disk when a call returns. What they hold is for their owner only.
enum DurableFile {
    /// Makes an empty file that was not there: whoever makes it has the name.
    /// - Throws: `BackupRefused.alreadyThere`, `.cannotWrite`.
    static func claim(_ path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? BackupRefused.alreadyThere(path) : failure(path)
        }
        close(file)
    }

    static func write(_ bytes: Data, to path: String) throws {
        let file = open(path, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        try bytes.withUnsafeBytes { try writeAll($0, to: file, path) }
        guard fsync(file) == 0 else { throw failure(path) }
    }

    static func sync(_ path: String) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw failure(path) }
    }

    /// Puts one file in the place of another, at once and for good.
    static func rename(_ path: String, to place: String) throws {
        guard Foundation.rename(path, place) == 0 else { throw failure(place) }
        try syncFolder(of: place)
    }

    /// Whether another process holds a lock on a file, as every one does that has a database open.
    static func isLocked(_ path: String) throws -> Bool {
        let file = open(path, O_RDWR | O_CLOEXEC)
        guard file >= 0 else { throw failure(path) }
        defer { close(file) }
        // From the first byte to the last there could ever be.
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        guard fcntl(file, F_GETLK, &lock) == 0 else { throw failure(path) }
        return lock.l_type != Int16(F_UNLCK)
    }

    /// A name survives a loss of power only once its folder is on the disk.
    static func syncFolder(of path: String) throws {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw failure(folder) }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw failure(folder) }
    }

    static func digest(of path: String) throws -> FileDigest {
        try read(path) { _ in }
    }

    /// Copies into a file that was claimed. - Returns: the digest of what was copied.
    static func copy(_ path: String, to place: String) throws -> FileDigest {
        let file = open(place, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { throw failure(place) }
        defer { close(file) }
        let digest = try read(path) { try writeAll($0, to: file, place) }
        guard fsync(file) == 0 else { throw failure(place) }
        return digest
    }

    private static func read(_ path: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws -> FileDigest {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw BackupRefused.missing(path) }
        defer { close(file) }
        var (hash, size) = (SHA256(), 0)
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Foundation.read(file, &piece, piece.count)
            if count == 0 { return FileDigest(size: size, sha256: hash.hex) }
            if count < 0 {
                guard errno == EINTR else { throw failure(path) }
                continue
            }
            size += count
            try piece.withUnsafeBytes { bytes in
                let read = UnsafeRawBufferPointer(rebasing: bytes[..<count])
                hash.add(read)
                try body(read)
            }
        }
    }

    private static func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(file, rest.baseAddress, rest.count)
            if count < 0, errno != EINTR { throw failure(path) }
            rest = UnsafeRawBufferPointer(rebasing: rest[max(count, 0)...])
        }
    }

    /// What `errno` says about a path.
    static func failure(_ path: String) -> any Error {
        let code = errno
        if [ENOSPC, EDQUOT, EFBIG].contains(code) { return StoreRefusal.diskFull }
        return BackupRefused.cannotWrite(path, reason: String(cString: strerror(code)))
    }
}

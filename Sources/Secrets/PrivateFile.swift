import Foundation

/// A small file that only its owner may read.
enum PrivateFile {
    /// What a file holds and whose it is.
    struct Contents {
        var bytes: [UInt8]
        let owner: uid_t
        let group: gid_t
    }

    /// - Throws: `.missing`, `.notAFile`, `.openToOthers`, `.system`.
    static func read(_ path: String) throws(KeyringError) -> Contents {
        // Not waiting: a pipe at this place would otherwise hold the program until somebody writes to it.
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { throw refusal(errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .system(code: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
        guard status.st_mode & 0o077 == 0 else { throw .openToOthers(mode: Int(status.st_mode & 0o777)) }
        return Contents(bytes: try readAll(file), owner: status.st_uid, group: status.st_gid)
    }

    /// Makes a file that was not there, asks for its contents, and returns when they are on the disk.
    ///
    /// The contents are asked for only once the file is made: whoever makes the file has the right to go on, so that
    /// of two who rotate at the same time one is refused before it reads.
    ///
    /// - Throws: `.exists`, `.system`, and what `contents` throws; then no file is left.
    static func create(_ path: String, contents: () throws(KeyringError) -> Contents) throws(KeyringError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw refusal(errno) }
        defer { close(file) }
        do {
            var contents = try contents()
            defer { Sodium.wipe(&contents.bytes) }
            try write(contents, to: file)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Gives a finished file its name, unless somebody has it, and takes the draft's away.
    /// - Throws: `.exists`, `.system`; then the name is as it was.
    static func publish(_ draft: String, as path: String) throws(KeyringError) {
        let code = link(draft, path) == 0 ? 0 : errno
        unlink(draft)
        guard code == 0 else { throw refusal(code) }
        try syncFolder(of: path)
    }

    /// Puts one file in the place of another, at once and for good.
    static func rename(_ path: String, to place: String) throws(KeyringError) {
        guard Foundation.rename(path, place) == 0 else {
            let code = errno
            unlink(path)
            throw .system(code: code)
        }
        try syncFolder(of: place)
    }

    /// A name survives a loss of power only once its folder is on the disk.
    static func syncFolder(of path: String) throws(KeyringError) {
        let parent = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let folder = open(String(parent), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .system(code: errno) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .system(code: errno) }
    }

    private static func refusal(_ code: Int32) -> KeyringError {
        switch code {
        case ENOENT: .missing
        case EEXIST: .exists
        case ELOOP: .notAFile
        default: .system(code: code)
        }
    }

    private static func readAll(_ file: Int32) throws(KeyringError) -> [UInt8] {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4_096)
        defer { Sodium.wipe(&piece) }
        while true {
            let count = Foundation.read(file, &piece, piece.count)
            if count == 0 { return bytes }
            if count > 0 {
                bytes += piece[..<count]
            } else if errno != EINTR {
                throw .system(code: errno)
            }
        }
    }

    private static func write(_ contents: Contents, to file: Int32) throws(KeyringError) {
        // Who rotates as root must not take the file away from the account the server runs as.
        if contents.owner != geteuid() || contents.group != getegid() {
            guard fchown(file, contents.owner, contents.group) == 0 else { throw .system(code: errno) }
        }
        var written = 0
        while written < contents.bytes.count {
            let count = contents.bytes.withUnsafeBytes { bytes in
                Foundation.write(file, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno != EINTR { throw .system(code: errno) }
            written += max(count, 0)
        }
        guard fsync(file) == 0 else { throw .system(code: errno) }
    }
}

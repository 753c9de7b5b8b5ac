import Foundation

/// A program that comes with PostgreSQL, run as a child.
struct PostgresProgram {
    let name: String
    let arguments: [String]
    /// `nil` for what asks no server.
    var settings: PostgresSettings?

    /// - Parameter progress: is called a few times a second.
    /// - Returns: what it said.
    /// - Throws: `BackupRefused.programMissing`, `.programFailed`; `StoreRefusal.diskFull`; `CancellationError`, when the
    ///   child has ended.
    func run(_ sign: StopSign, progress: () -> Void = {}) throws -> String {
        let child = Process()
        child.executableURL = try place()
        child.arguments = arguments
        child.environment = settings?.environment ?? ProcessInfo.processInfo.environment
        child.standardInput = FileHandle.nullDevice
        // One pipe for both: read to its end, it never fills up.
        let pipe = Pipe()
        child.standardOutput = pipe
        child.standardError = pipe
        do { try child.run() } catch { throw BackupRefused.programMissing(name) }
        var said: [UInt8] = []
        do {
            said = try listen(to: pipe.fileHandleForReading.fileDescriptor, sign, progress)
        } catch {
            // Not asked but ended: a child of a thread of Dispatch is born with its signals blocked.
            kill(child.processIdentifier, SIGKILL)
            child.waitUntilExit()
            throw error
        }
        child.waitUntilExit()
        let text = String(decoding: said, as: UTF8.self)
        guard child.terminationStatus == 0, child.terminationReason == .exit else { throw refusal(text) }
        return text
    }

    private func listen(to file: Int32, _ sign: StopSign, _ progress: () -> Void) throws -> [UInt8] {
        var said: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            try sign.check()
            progress()
            var watched = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            guard poll(&watched, 1, 200) > 0 else { continue }
            let count = Foundation.read(file, &piece, piece.count)
            if count == 0 { return said }
            if count > 0 { said += piece[..<count] }
        }
    }

    private func refusal(_ said: String) -> any Error {
        if said.contains("No space left on device") || said.contains("Disk quota exceeded") {
            return StoreRefusal.diskFull
        }
        let line = said.split(separator: "\n").first.map(String.init) ?? "no word"
        return BackupRefused.programFailed(name, said: String(line.prefix(300)))
    }

    private func place() throws -> URL {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let found = folders.map { URL(filePath: $0).appending(path: name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw BackupRefused.programMissing(name) }
        return found
    }
}

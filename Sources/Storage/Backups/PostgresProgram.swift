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
        let environment = settings?.environment ?? ProcessInfo.processInfo.environment
        guard let child = ChildProcess.start(try place(), arguments, environment: environment) else {
            throw BackupRefused.programMissing(name)
        }
        var said: [UInt8] = []
        do {
            said = try listen(to: child.output, sign, progress)
        } catch {
            // Not asked but ended: nothing of what it makes is kept.
            child.kill()
            _ = child.wait()
            throw error
        }
        let isWell = child.wait()
        let text = String(decoding: said, as: UTF8.self)
        guard isWell else { throw refusal(text) }
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

    private func place() throws -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        let found = folders.map { $0 + "/" + name }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw BackupRefused.programMissing(name) }
        return found
    }
}

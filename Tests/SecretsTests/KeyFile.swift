import Foundation
import Secrets

/// A folder of its own for one key file, removed at the end of the test.
final class KeyFile {
    let folder: URL
    var path: String { folder.appending(path: "keys").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tiru-keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    }

    convenience init(_ text: String, mode: Int = 0o600) throws {
        try self.init()
        try write(text, mode: mode)
    }

    deinit {
        // Left behind in the temporary folder at worst.
        try? FileManager.default.removeItem(at: folder)
    }

    func write(_ text: String, mode: Int = 0o600) throws {
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    func mode() throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
}

/// Keys that everybody knows, for vectors and broken files.
enum KnownKey {
    /// The bytes 0…31.
    static let counting = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
    static let zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
}

/// 25 November 2026, 22:00 UTC.
let now = 1_795_644_000

/// A new keyring that no file remembers.
func freshKeyring() throws -> Keyring {
    let file = try KeyFile()
    return try withExtendedLifetime(file) { try Keyring.create(at: file.path, now: now) }
}

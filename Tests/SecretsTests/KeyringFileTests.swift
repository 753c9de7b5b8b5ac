import Foundation
import Secrets
import Testing

struct KeyringFileTests {
    @Test func `a new key file is for its owner only and has one key`() throws {
        let file = try KeyFile()
        let keyring = try Keyring.create(at: file.path, now: now)
        #expect(keyring.numbers == [1])
        #expect(keyring.current == 1)
        #expect(try file.mode() == 0o600)
        #expect(try file.text().contains(#/^1 2026-11-25 [A-Za-z0-9+\/]{43}=\n$/#))
        let sealed = keyring.seal([1, 2, 3], for: .contact, bound: "a")
        #expect(try Keyring.read(from: file.path).open(sealed, for: .contact, bound: "a") == [1, 2, 3])
    }

    @Test func `an existing file is never written over`() throws {
        let file = try KeyFile("precious")
        #expect(throws: KeyringError.exists) { try Keyring.create(at: file.path, now: now) }
        #expect(try file.text() == "precious")
    }

    @Test func `two installations have different keys`() throws {
        let files = try [KeyFile(), KeyFile()]
        for file in files { _ = try Keyring.create(at: file.path, now: now) }
        #expect(try files[0].text() != files[1].text())
    }

    @Test func `a file that is missing is not made`() throws {
        let file = try KeyFile()
        #expect(throws: KeyringError.missing) { try Keyring.read(from: file.path) }
        #expect(throws: KeyringError.missing) { try Keyring.rotate(at: file.path, now: now) }
        #expect(throws: KeyringError.missing) { try Keyring.create(at: file.path + "/none/keys", now: now) }
        #expect(try file.names().isEmpty)
    }

    @Test(arguments: [0o640, 0o604, 0o620, 0o610, 0o601, 0o644, 0o660, 0o777])
    func `a file that others can touch is not read`(mode: Int) throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\n", mode: mode)
        #expect(throws: KeyringError.openToOthers(mode: mode)) { try Keyring.read(from: file.path) }
        #expect(throws: KeyringError.openToOthers(mode: mode)) { try Keyring.rotate(at: file.path, now: now) }
        #expect(try file.names() == ["keys"])
    }

    @Test(arguments: [0o600, 0o400])
    func `its owner's own rights do not matter`(mode: Int) throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\n", mode: mode)
        #expect(try Keyring.read(from: file.path).numbers == [1])
    }

    @Test func `a link, a folder and a pipe are not read`() throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\n")
        let link = file.folder.appending(path: "link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
        let pipe = file.folder.appending(path: "pipe").path
        #expect(mkfifo(pipe, 0o600) == 0)
        for path in [link, file.folder.path, pipe] {
            #expect(throws: KeyringError.notAFile, "\(path)") { try Keyring.read(from: path) }
        }
    }

    @Test func `an empty file is no keyring`() throws {
        let file = try KeyFile("")
        #expect(throws: KeyringError.empty) { try Keyring.read(from: file.path) }
    }

    @Test(arguments: [
        ("2 2026-11-25", KeyringError.Damage.fields), ("", .fields), ("2  2026-11-25 \(KnownKey.zeros)", .fields),
        ("2 2026-11-25 \(KnownKey.zeros) ", .fields), ("2\t2026-11-25\t\(KnownKey.zeros)", .fields),
        ("0 2026-11-25 \(KnownKey.zeros)", .number), ("-2 2026-11-25 \(KnownKey.zeros)", .number),
        ("02 2026-11-25 \(KnownKey.zeros)", .number), ("+2 2026-11-25 \(KnownKey.zeros)", .number),
        ("4294967296 2026-11-25 \(KnownKey.zeros)", .number), ("two 2026-11-25 \(KnownKey.zeros)", .number),
        ("1 2026-11-25 \(KnownKey.zeros)", .duplicate), ("2 25-11-2026 \(KnownKey.zeros)", .date),
        ("2 2026-13-01 \(KnownKey.zeros)", .date), ("2 2026-11-32 \(KnownKey.zeros)", .date),
        ("2 2026-11-25 \(KnownKey.zeros.dropLast())", .key), ("2 2026-11-25 \(KnownKey.zeros)\r", .key),
        ("2 2026-11-25 \(KnownKey.zeros.dropFirst(4))", .key), ("2 2026-11-25 AAAA\(KnownKey.zeros)", .key),
        ("2 2026-11-25 \(KnownKey.zeros.replacing("AA=", with: "AB="))", .key), ("2 2026-11-25 é", .key),
        ("2 2026-11-25 \(KnownKey.zeros.replacing("AAAA=", with: "-_AA="))", .key),
    ])
    func `a damaged line is named`(line: String, damage: KeyringError.Damage) throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\n\(line)\n3 2026-11-26 \(KnownKey.zeros)\n")
        #expect(throws: KeyringError.damaged(line: 2, damage)) { try Keyring.read(from: file.path) }
    }

    @Test func `a file without its last end of line may be cut off and is refused`() throws {
        let whole = "1 2026-11-25 \(KnownKey.counting)\n2 2026-11-26 \(KnownKey.zeros)\n"
        let file = try KeyFile(whole)
        #expect(try Keyring.read(from: file.path).numbers == [1, 2])
        try file.write(String(whole.dropLast()))
        #expect(throws: KeyringError.damaged(line: 2, .unfinished)) { try Keyring.read(from: file.path) }
        try file.write(String(whole.dropLast(20)))
        #expect(throws: KeyringError.damaged(line: 2, .unfinished)) { try Keyring.read(from: file.path) }
    }

    @Test func `the highest number is current, wherever it stands`() throws {
        let file = try KeyFile("9 2026-11-25 \(KnownKey.counting)\n4294967295 2026-11-26 \(KnownKey.zeros)\n")
        #expect(try Keyring.read(from: file.path).current == 4_294_967_295)
        try file.write("20 2026-11-25 \(KnownKey.counting)\n3 2026-11-26 \(KnownKey.zeros)\n")
        #expect(try Keyring.read(from: file.path).numbers == [3, 20])
        #expect(try Keyring.read(from: file.path).current == 20)
    }
}

struct KeyRotationTests {
    @Test func `what the old key sealed stays readable, the new key seals`() throws {
        let file = try KeyFile()
        let before = try Keyring.create(at: file.path, now: now)
        let old = before.seal([7], for: .personalNumber, bound: "person:7:nik")
        let after = try Keyring.rotate(at: file.path, now: now + 86_400)
        #expect(after.numbers == [1, 2])
        #expect(try after.open(old, for: .personalNumber, bound: "person:7:nik") == [7])
        #expect(before.isCurrent(old))
        #expect(!after.isCurrent(old))
        let new = after.seal([7], for: .personalNumber, bound: "person:7:nik")
        #expect(after.isCurrent(new))
        #expect(Keyring.keyNumber(of: new) == 2)
        #expect(throws: SealError.unknownKey(number: 2)) {
            try before.open(new, for: .personalNumber, bound: "person:7:nik")
        }
    }

    @Test func `the old line stays as it was, the new one follows, nothing else is left in the folder`() throws {
        let file = try KeyFile()
        _ = try Keyring.create(at: file.path, now: now)
        let before = try file.text()
        _ = try Keyring.rotate(at: file.path, now: now + 86_400)
        let after = try file.text()
        #expect(after.hasPrefix(before))
        #expect(after.dropFirst(before.count).hasPrefix("2 2026-11-26 "))
        #expect(try file.mode() == 0o600)
        #expect(try file.names() == ["keys"])
    }

    @Test func `a rotation that was broken off is not walked over`() throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\n")
        let half = file.path + ".new"
        try "half".write(toFile: half, atomically: false, encoding: .utf8)
        #expect(throws: KeyringError.unfinishedRotation) { try Keyring.rotate(at: file.path, now: now) }
        #expect(try String(contentsOfFile: half, encoding: .utf8) == "half")
        #expect(try Keyring.read(from: file.path).numbers == [1])
        try FileManager.default.removeItem(atPath: half)
        #expect(try Keyring.rotate(at: file.path, now: now).numbers == [1, 2])
    }

    @Test(.enabled(if: geteuid() == 0, "only root may give a file away"))
    func `who rotates as root leaves the file to the account it belongs to`() throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\n")
        #expect(chown(file.path, 12_345, 23_456) == 0)
        #expect(try Keyring.rotate(at: file.path, now: now).numbers == [1, 2])
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.ownerAccountID] as? Int == 12_345)
        #expect(attributes[.groupOwnerAccountID] as? Int == 23_456)
    }

    @Test func `a damaged file is not replaced by a new one`() throws {
        let file = try KeyFile("1 2026-11-25 \(KnownKey.counting)\nx\n")
        #expect(throws: KeyringError.damaged(line: 2, .fields)) { try Keyring.rotate(at: file.path, now: now) }
        #expect(try file.names() == ["keys"])
        #expect(try file.text().hasSuffix("\nx\n"))
    }

    @Test func `after the last number there is none`() throws {
        let file = try KeyFile("4294967295 2026-11-25 \(KnownKey.counting)\n")
        #expect(throws: KeyringError.noNumberLeft) { try Keyring.rotate(at: file.path, now: now) }
        #expect(try Keyring.read(from: file.path).numbers == [4_294_967_295])
        #expect(try file.names() == ["keys"])
    }

    @Test func `of many who rotate at once none loses another's key`() async throws {
        let file = try KeyFile()
        _ = try Keyring.create(at: file.path, now: now)
        let path = file.path
        let done = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    // A refusal is the other outcome that is right.
                    (try? Keyring.rotate(at: path, now: now)) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(done >= 1)
        #expect(try Keyring.read(from: path).numbers == Array(1...done + 1))
        #expect(try file.names() == ["keys"])
    }
}

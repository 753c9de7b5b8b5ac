import ArgumentParser
import Foundation
import Register
import Secrets
import Server
import Storage

/// The keys by which personal values are sealed.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Changes the key by which personal values are sealed.",
        subcommands: [RotateCommand.self, ResealCommand.self])
}

struct RotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract:
            "Adds a new key and seals everything with it; stop the servers meanwhile, they know the old keys only.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let words = data.words
        let opened = try await data.explaining { try await data.doorway.open(try await data.open(), at: Date()) }
        let keyring: Keyring
        do {
            keyring = try Keyring.rotate(at: data.doorway.keys, now: Int(Date().timeIntervalSince1970))
        } catch {
            throw Said(line: words.keysRefused(.keys(error, data.doorway.keys)), status: 74)
        }
        let store = try await data.explaining { try await opened.store.opened(with: keyring) }
        let count = try await data.explaining { try await store.resealAll(by: Stamp(by: nil, at: Date())) }
        Terminal.say(words.keysRotated(number: keyring.current, count: count))
    }
}

struct ResealCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reseal", abstract: "Seals everything with the newest key, after a rotation that was broken off.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let opened = try await data.explaining { try await data.doorway.open(try await data.open(), at: Date()) }
        let count = try await data.explaining { try await opened.store.resealAll(by: Stamp(by: nil, at: Date())) }
        Terminal.say(data.words.keysRotated(number: opened.keyring.current, count: count))
    }
}

import Foundation
import Logging
import Register
import Secrets
import Server
import Web

@testable import Storage

/// An office with a thousand people, served by the real application, while rows are imported in bulk beside it: what
/// `serving.py` asks for pages. Says where it serves, with which token, and whom it has; ends with standard input.
@main
struct Serving {
    static func main() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tiru-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let facts = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
        let path = folder.appending(path: "tiru.sqlite").path
        let now = Date()
        let made = try await Preparation(database: .file(path), facts: facts).run(at: now) { @Sendable _ in }
        let (store, keyring) = try await Doorway(keys: path + ".keys").open(made, at: now)
        let house = House(store: store, keyring: keyring)
        let office = try await Office(house, at: now)
        Said.say("token \(office.token)")
        for person in office.people { Said.say("person \(person)") }

        var settings = Settings()
        settings.port = 0
        settings.ratePerAddress = 0
        // Whoever signs in says where from, so that nobody has to wait at the door as one who guesses.
        settings.isBehindProxy = true
        var logger = Logger(label: "bench")
        logger.logLevel = .error
        let application = buildApplication(settings, house, logger: logger) { port in
            Said.say("port \(port)")
        }
        let serving = Task { try await application.runService(gracefulShutdownSignals: []) }
        let importing = Task { try await BulkImport(store).runUntilCancelled() }
        // One letter a command: whoever asks decides when rows are imported.
        for await line in Said.lines() {
            switch line {
            case "rows": Said.say("rows \(BulkImport.count.withLock { $0 })")
            case "pause":
                BulkImport.isPaused.withLock { $0 = true }
                Said.say("paused")
            case "import":
                BulkImport.isPaused.withLock { $0 = false }
                Said.say("importing")
            default: break
            }
        }
        importing.cancel()
        serving.cancel()
        // A temporary folder that stays is no harm.
        try? FileManager.default.removeItem(at: folder)
        exit(0)
    }
}

/// An officer of Badung with a token for scripts, and people.
struct Office {
    let token: String
    var people: [String] = []

    init(_ house: House, at now: Date) async throws {
        guard let region = RegionCode("51.03"), let shown = DisplayName("Contoh Petugas") else { throw Unmade() }
        let stamp = Stamp(by: nil, at: now)
        let account = Account(
            id: Account.ID(house.identifiers.next(at: now)), name: try SignInName("petugas"), displayName: shown,
            office: region, state: Account.State(.active, since: stamp), createdAt: now)
        try await house.store.makeAccount(account, hats: [try Hat(.officer, in: region)], by: stamp)
        let secret = SecretToken.random(.personalAccess)
        token = secret.text
        let access = AccessToken(
            id: house.identifiers.next(at: now), account: account.id, name: "bench", scope: [.read, .write], from: now,
            to: now.addingTimeInterval(86_400))
        try await house.store.keep(access, digest: secret.digest, by: stamp)
        for number in 1...1000 {
            guard let name = DisplayName("Contoh Orang \(number)") else { throw Unmade() }
            let id = Person.ID(house.identifiers.next(at: now))
            let contact = Person.Contact(phone: "08\(100_000_000 + number)", email: nil)
            try await house.store.enter(id, PersonEntry(name: name, contact: contact), in: region, by: stamp)
            people.append(id.identifier.text)
        }
    }

    struct Unmade: Error {}
}

/// The other side of the pipe.
enum Said {
    /// Not `print`: what it keeps back cannot be sent on its way while another thread waits for input.
    static func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

    /// What is asked, read on a thread of its own: one that waits for a pipe serves nobody.
    static func lines() -> AsyncStream<String> {
        AsyncStream { stream in
            Thread.detachNewThread {
                while let line = readLine() { stream.yield(line) }
                stream.finish()
            }
        }
    }
}

import Foundation
import HTTPTypes
import Logging
import Register
import Secrets
import Server
import Storage
import Synchronization
import Testing

@testable import Web

/// What the log says after a day's work and an attack: nothing of anybody.
struct AttackLog {
    @Test func `the log has no name, number, password, code, token, link, address or field`() async throws {
        let lines = Lines()
        var logger = Logger(label: "attack") { _ in LineLog(lines: lines) }
        logger.logLevel = .trace
        let office = try await Office(logger: logger)
        let secrets = try await work(in: office)
        let log = lines.text
        #expect(log.contains("/register/people/{person}"), "the log is kept")
        for secret in secrets { #expect(!log.contains(secret), "\(secret)") }
        #expect(log.firstMatch(of: #/[0-9a-f]{8}-[0-9a-f]{4}-7/#) == nil, "no identifier of anything")
    }

    @Test func `a refusal that carries a person prints nothing of them`() async throws {
        let office = try await Office()
        let person = try await office.enter("Ni Wayan Sari", phone: "0812-9876-543")
        let record = try await office.house.store.person(
            Person.ID(try #require(Identifier(String(person.suffix(36))))))
        #expect(record.person.name.text == "Ni Wayan Sari")
        let entry = PersonEntry(name: record.person.name, contact: record.person.contact)
        let refused = PersonRefused.changedMeanwhile(record)
        var dumped = ""
        dump(refused, to: &dumped)
        for print in ["\(refused)", String(reflecting: refused), "\(entry)", String(reflecting: [entry]), dumped] {
            #expect(!print.contains("Sari") && !print.contains("0812") && !print.contains("0001"), "\(print)")
        }
    }

    /// - Returns: what was sent and must not be in the log.
    private func work(in office: Office) async throws -> [String] {
        let password = "perahu merah di danau"
        try await office.setPassword(password, of: .stranger)
        for word in [password, "salah sekali ini"] {
            _ = try await office.send("/sign-in", session: nil, ["name": "stranger", "password": word])
        }
        let person = try await office.enter(phone: "0812-9876-543")
        _ = try await office.post("/register/people/find", ["nik": Office.number], as: .officer)
        let token = try await office.makeToken(.officer, [.read])
        _ = try await office.raw(.get, person, [.authorization: "Bearer \(token)"])
        _ = try await office.raw(.get, person, [.authorization: "Bearer \(token)x"])
        let link = try await office.post("/accounts/\(try office.account(.enumerator))/link", as: .administrator)
        let path = String(try #require(link.body.firstMatch(of: #/\/links\/[\w-]+/#)).output)
        _ = try await office.get(path, as: nil)
        _ = try await office.send(path, session: nil, ["password": "danau biru sekali", "again": "danau hijau"])
        let device = try await office.setSecondFactor(.head)
        for address in ["/register/people?x=Ni+Wayan+Sari", "/Ni-Wayan-Sari", person + "/Sari", "/%ZZ-Sari"] {
            _ = try await office.get(address, as: .officer)
        }
        // A table that is gone is a fault of ours, which is logged with its reason.
        try breakConsents(of: office.file)
        let fault = try await office.get(person, as: .officer)
        #expect(fault.status == 500)
        for inside in ["consent", "SELECT", "SQLite", "no such table", "Storage", "/Sources"] {
            #expect(!fault.body.contains(inside), "\(inside)")
        }
        let session = try office.session(.officer)
        return [
            Office.number, "0141078", "0812-9876", "Sari", "perahu", "danau", "salah", token, String(path.dropFirst(7)),
            device.base32, session.text, session.digest, "203.0.113", "stranger",
        ]
    }

    private func breakConsents(of file: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute('ALTER TABLE consent RENAME TO gone'); c.commit()",
            file,
        ]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

private struct LineLog: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    init(lines: Lines) { self.lines = lines }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        lines.add("\(event.level) \(event.message) \(event.metadata ?? [:]) \(metadata)")
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Register
import Secrets
import Server
import Storage
import Synchronization
import Testing
import World

@testable import Web

/// An office of the small world with people of several roles and a clock that is set by hand, asked in process.
final class Office: Sendable {
    /// Who asks.
    enum Desk: String, CaseIterable {
        case head, officer, enumerator, administrator
        /// An officer of another region.
        case stranger
        case strangeHead = "head-of-makassar"

        var name: String {
            switch self {
            case .head: "Ni Luh Sari"
            case .officer: "I Wayan Putra"
            case .enumerator: "Kadek Ayu"
            case .administrator: "Made Admin"
            case .stranger: "Daeng Rahman"
            case .strangeHead: "Andi Tenri"
            }
        }

        var office: RegionCode {
            switch self {
            case .stranger, .strangeHead: World.makassar
            default: World.badung
            }
        }

        var hat: (role: Hat.Role, region: RegionCode) {
            switch self {
            case .head: (.head, World.badung)
            case .officer: (.officer, World.badung)
            case .enumerator: (.enumerator, World.badung)
            case .administrator: (.administrator, .nation)
            case .stranger: (.officer, World.makassar)
            case .strangeHead: (.head, World.makassar)
            }
        }
    }

    let house: House
    let file: String
    private let responder: any HTTPResponder<PageContext>
    private let logger: Logger
    private let clock: HandClock
    private let sessions = Mutex<[Desk: SecretToken]>([:])
    private let accounts: [Desk: Account.ID]

    /// Wednesday, 25 November 2026, nine in the morning in Badung.
    static let morning = Date(timeIntervalSince1970: 1_795_568_400)

    /// - Parameters:
    ///   - settings: how it serves.
    ///   - logger: where the log goes; nowhere by itself.
    ///   - isOnPostgres: whether its database is one of a PostgreSQL server.
    init(_ settings: Settings = Settings(), logger: Logger? = nil, onPostgres isOnPostgres: Bool = false) async throws {
        let clock = HandClock(Self.morning)
        file = FileManager.default.temporaryDirectory.appending(path: "tiru-office-\(UUID().uuidString).sqlite").path
        let database = isOnPostgres ? try #require(PostgresCluster.shared).makeDatabase() : nil
        let store = try await Store(at: try Self.address(database) ?? .file(file))
        try await store.load(try World.facts(), at: Self.morning)
        let (opened, keyring) = try await Doorway(keys: file + ".keys").open(store, at: Self.morning)
        let isSecure = settings.publicAddress?.hasPrefix("https") == true
        house = House(store: opened, keyring: keyring, isSecure: isSecure, now: { clock.now })
        self.clock = clock
        self.logger = logger ?? Self.silent
        responder = buildRouter(settings, house, logger: self.logger).buildResponder()
        accounts = try await Self.makeAccounts(house)
        try await signEverybodyIn()
    }

    private static func address(_ database: String?) throws -> DatabaseAddress? {
        guard let database else { return nil }
        let cluster = try #require(PostgresCluster.shared)
        return try #require(DatabaseAddress(cluster.address(of: database)))
    }

    private static let silent: Logger = {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return logger
    }()

    deinit {
        // Left behind, they are only temporary files, and a database that goes away with its server.
        for end in ["", "-wal", "-shm", ".keys"] { try? FileManager.default.removeItem(atPath: file + end) }
    }

    private static func makeAccounts(_ house: House) async throws -> [Desk: Account.ID] {
        var accounts: [Desk: Account.ID] = [:]
        let stamp = Stamp(by: nil, at: morning)
        for desk in Desk.allCases {
            let id = Account.ID(house.identifiers.next(at: morning))
            let account = Account(
                id: id, name: try SignInName(desk.rawValue), displayName: try #require(DisplayName(desk.name)),
                office: desk.office, state: Account.State(.active, since: stamp), createdAt: morning)
            let hat = try Hat(desk.hat.role, in: desk.hat.region)
            try await house.store.makeAccount(account, hats: [hat], by: stamp)
            accounts[desk] = id
        }
        return accounts
    }

    /// Opens sessions, as after a right password.
    private func signEverybodyIn() async throws {
        for (desk, account) in accounts.sorted(by: { $0.value < $1.value }) {
            let token = try await openSession(of: account)
            sessions.withLock { $0[desk] = token }
        }
    }

    var now: Date { clock.now }

    func account(_ desk: Desk) throws -> Account.ID { try #require(accounts[desk]) }

    /// Lets hours pass; everybody signs in again.
    func wait(hours: Double) async throws {
        clock.advance(by: hours * 3600)
        try await signEverybodyIn()
    }

    /// Lets seconds pass; everybody stays as they are.
    func pass(seconds: Double) { clock.advance(by: seconds) }

    // MARK: - Asking

    /// Sends a request just as it is said here.
    func raw(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [:], body: String = "",
        bytes: [UInt8]? = nil
    ) async throws -> Site.Answer {
        try await Site.ask(
            responder, path, method: method, headers: headers, body: body, bytes: bytes, logger: logger)
    }

    func get(_ path: String, as desk: Desk?) async throws -> Site.Answer {
        try await Site.ask(responder, path, headers: headers(desk))
    }

    /// Sends a form as a browser would: with the token of the session.
    func post(
        _ path: String, _ fields: [String: String] = [:], as desk: Desk, token: String? = nil,
        origin: String? = "http://tiru.test"
    ) async throws -> Site.Answer {
        var headers = headers(desk)
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.origin] = origin
        var fields = fields
        fields["form-token"] = token ?? formToken(desk)
        let body = fields.filter { !$0.value.isEmpty }.map { "\(encoded($0.key))=\(encoded($0.value))" }
            .sorted().joined(separator: "&")
        return try await Site.ask(responder, path, method: .post, headers: headers, body: body)
    }

    /// Opens a session of any account, as after a right password.
    func openSession(of account: Account.ID, isComplete: Bool = true) async throws -> SecretToken {
        let token = SecretToken.random()
        let session = SessionRecord(
            id: house.identifiers.next(at: clock.now), account: account, createdAt: clock.now,
            endsAt: clock.now.addingTimeInterval(3600), from: ("127.0.0.1", "test"), isComplete: isComplete)
        try await house.store.open(session, digest: token.digest)
        return token
    }

    func ask(_ path: String, session: SecretToken?) async throws -> Site.Answer {
        var headers = HTTPFields()
        if let session { headers[.cookie] = "tiru-session=\(session.text)" }
        return try await Site.ask(responder, path, headers: headers)
    }

    /// Sends an empty form, with the token of the session or, without one, of the door.
    func send(_ path: String, session: SecretToken?, _ fields: [String: String] = [:]) async throws -> Site.Answer {
        let door = SecretToken.random()
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        headers[.cookie] = session.map { "tiru-session=\($0.text)" } ?? "tiru-door=\(door.text)"
        let token = house.keyring.fingerprint(of: (session ?? door).text, for: .formToken)
        let body = (fields.map { ($0.key, $0.value) } + [("form-token", token)])
            .map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&")
        return try await Site.ask(responder, path, method: .post, headers: headers, body: body)
    }

    /// The token of a desk's session.
    func session(_ desk: Desk) throws -> SecretToken { try #require(sessions.withLock { $0[desk] }) }

    private func headers(_ desk: Desk?) -> HTTPFields {
        guard let desk, let token = sessions.withLock({ $0[desk] }) else { return [:] }
        return [.cookie: "tiru-session=\(token.text)"]
    }

    private func formToken(_ desk: Desk) -> String {
        guard let token = sessions.withLock({ $0[desk] }) else { return "" }
        return house.keyring.fingerprint(of: token.text, for: .formToken)
    }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    // MARK: - What tests need again and again

    static let number = "5103014107850001"

    /// Enters a person by the form; the path of their page.
    func enter(
        _ name: String = "Ni Wayan Sari", phone: String = "0812-3456-789", nik: String = Office.number,
        as desk: Desk = .officer
    ) async throws -> String {
        let answer = try await post(
            "/register/people", ["display-name": name, "phone": phone, "nik": nik], as: desk)
        #expect(answer.status == 303, "\(readable(answer.body))")
        let path = try #require(answer.headers["location"]?.split(separator: "?").first)
        return path.hasSuffix("/consents/new") ? String(path.dropLast("/consents/new".count)) : String(path)
    }

    func agree(_ person: String, to purpose: Purpose = .publishName) async throws {
        let fields = [
            "purpose": purpose.rawValue, "proof": "signed-paper", "reference": "map 3, lembar 12",
            "words-version": "2026-1",
        ]
        #expect(try await post(person + "/consents", fields, as: .officer).status == 303)
    }

    /// The page as read, without what is random in it.
    func read(_ path: String, as desk: Desk) async throws -> String {
        let answer = try await get(path, as: desk)
        #expect(answer.status == 200, "\(path)")
        return readable(answer.body.replacing(#/[0-9a-f]{64}/#, with: "(hash)"))
    }
}

/// A clock that is set by hand.
private final class HandClock: Sendable {
    private let instant: Mutex<Date>

    init(_ instant: Date) { self.instant = Mutex(instant) }

    var now: Date { instant.withLock { $0 } }

    func advance(by seconds: TimeInterval) { instant.withLock { $0 += seconds } }
}

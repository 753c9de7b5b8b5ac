import Foundation
import Register
import Secrets
import Synchronization
import Testing
import World

@testable import Storage

/// A database with the small world and keys, and an administrator in Badung.
struct Office {
    let desk: Desk
    let store: Store
    let keyring: Keyring
    /// Administrator of Badung, with a password.
    let ketut = Account.ID(newIdentifier())

    /// A moment to which the tests add seconds.
    static let start = Date(timeIntervalSince1970: 1_800_000_000)
    /// Digits of no living citizen.
    static let number = "5103014107800042"

    init(_ engine: EngineKind) async throws {
        desk = try Desk(engine)
        keyring = try Keyring.create(at: desk.keyFile, now: 1_800_000_000)
        store = try await Store(at: desk.address, keyring: keyring)
        try await store.load(World.facts(), at: Self.start)
        try await store.makeAccount(
            account(ketut, "ketut"), hats: [Hat(.administrator, in: World.badung)], by: Stamp(by: nil, at: Self.start))
        try await store.setPassword(of: ketut, hash: "hash", keeping: nil, by: stamp())
    }

    /// By the administrator, so many seconds after the start.
    func stamp(_ seconds: TimeInterval = 0) -> Stamp { Stamp(by: ketut, at: Self.start + seconds) }

    func account(_ id: Account.ID, _ name: String, in office: RegionCode = World.badung) throws -> Account {
        Account(
            id: id, name: try SignInName(name), displayName: try #require(DisplayName("I \(name)")), office: office,
            state: Account.State(.active, since: Stamp(by: nil, at: Self.start)), createdAt: Self.start)
    }

    /// A new account with a password.
    func makeAccount(_ name: String, in office: RegionCode = World.badung, _ hats: Hat...) async throws -> Account.ID {
        let id = Account.ID(newIdentifier())
        try await store.makeAccount(account(id, name, in: office), hats: hats, by: stamp())
        try await store.setPassword(of: id, hash: "hash of \(name)", keeping: nil, by: stamp())
        return id
    }

    func entry(
        _ name: String = "Ni Made Sukerti", phone: String? = "+62 812-3456-7890", email: String? = "sukerti@contoh.id",
        number: PersonEntry.NumberChange = .keep
    ) throws -> PersonEntry {
        PersonEntry(
            name: try #require(DisplayName(name)), contact: Person.Contact(phone: phone, email: email), number: number)
    }

    /// A new person with everything that is kept of one.
    func enterPerson(_ name: String = "Ni Made Sukerti", in office: RegionCode = World.badung) async throws -> Person.ID
    {
        let id = Person.ID(newIdentifier())
        try await store.enter(id, entry(name, number: .set(NIK(Self.number))), in: office, by: stamp())
        return id
    }

    func session(of account: Account.ID, at seconds: TimeInterval = 0, isComplete: Bool = true) -> SessionRecord {
        let start = Self.start + seconds
        return SessionRecord(
            id: newIdentifier(), account: account, createdAt: start, endsAt: start + SessionTerms().longest,
            from: ("10.0.0.1", "browser"), isComplete: isComplete)
    }

    func link(_ purpose: OneTimeLink.Purpose, for account: Account.ID?) -> OneTimeLink {
        OneTimeLink(purpose, for: account, from: Self.start, to: Self.start + 3600)
    }

    func consent(of person: Person.ID, _ act: Consent.Act, at seconds: TimeInterval) -> Consent {
        Consent(id: Consent.ID(newIdentifier()), person: person, purpose: .photo, act: act, recorded: stamp(seconds))
    }

    func proof(_ reference: String = "map 7, lembar 12") throws -> Consent.Proof {
        try #require(Consent.Proof(.signedPaper, reference: reference, wordsVersion: "2026-1"))
    }

    func request(of person: Person.ID, _ kind: PersonalDataRequest.Kind = .access) -> PersonalDataRequest {
        PersonalDataRequest(
            id: PersonalDataRequest.ID(newIdentifier()), person: person, kind: kind, received: stamp(10))
    }

    /// Batik is moved to its digits of 2025.
    func batikDecision(to successor: String = "13133", at seconds: TimeInterval = 60) throws -> IndustryDecision {
        try IndustryDecision(
            office: World.badung, code: #require(IndustryCode(.kbli2020, "13134")),
            successor: #require(IndustryCode(.kbli2025, successor)), decided: stamp(seconds))
    }

    func job(_ kind: String = "audit", in office: RegionCode = World.badung, at seconds: TimeInterval = 0) -> Job {
        Job(Job.ID(newIdentifier()), kind, in: office, asked: stamp(seconds))
    }

    static func card(_ name: String = "Tenun Sari", owner: String? = "Ni Made Sukerti") -> EnterpriseCard {
        var card = EnterpriseCard(name: name)
        card.owner = owner
        card.phone = "6281234567890"
        card.area = AreaCode("51.03.01.2001")
        card.industry = IndustryCode(.kbli2020, "13134")
        card.product = "Kain endek"
        return card
    }

    static func sentra(_ name: String = "Sentra Tenun Sulang") -> SentraCard {
        var card = SentraCard(name: name)
        card.area = AreaCode("51.03.02.2001")
        card.industry = IndustryCode(.kbli2020, "13121")
        card.field = "Kain endek"
        return card
    }

    /// Two enterprises of Badung that may be one.
    func pair(_ one: Enterprise.ID, _ other: Enterprise.ID, bits: Double = 3) -> TwinPair {
        let reasons = [TwinReason(kind: .namesAlike(0.9), bits: bits), TwinReason(kind: .sameVillage, bits: 1)]
        return TwinPair(
            TwinPair.ID(newIdentifier()), in: World.badung, (one, other), TwinScore(bits: bits, reasons: reasons),
            foundAt: Self.start)
    }

    /// A list that was brought to Badung.
    func list(_ id: OfficeList.ID = OfficeList.ID(newIdentifier())) -> OfficeList {
        OfficeList(
            id: id, office: World.badung, file: ("daftar.csv", 1, String(repeating: "0", count: 64)), reading: "",
            steps: [OfficeList.Step(.brought, stamp())])
    }

    /// A file of one piece.
    func pieces(_ text: String) -> @Sendable () throws -> [UInt8]? {
        let box = PieceBox(Array(text.utf8))
        return { box.take() }
    }

    /// How many lines the book of an office has.
    func length(of office: RegionCode = World.badung) async throws -> Int {
        try await store.auditBooks().first { $0.office == office }?.length ?? 0
    }

    /// What the last lines of Badung's book are, the newest first.
    func lastKinds(_ count: Int) async throws -> [EventKind] {
        try await store.events(EventFilter(office: World.badung), limit: count).map(\.event.kind)
    }
}

extension Desk {
    var keyFile: String { folder.appending(path: "keys").path }
}

func newIdentifier() -> Identifier {
    identifiers.withLock { sequence in
        var random = SystemRandomNumberGenerator()
        return sequence.next(at: Office.start, using: &random)
    }
}

/// Each is greater than the last, as the server makes them.
private let identifiers = Mutex(IdentifierSequence())

extension Store {
    /// Every row of every table, a text each with the table's name first; bytes as text, so that what is in clear shows.
    func dump() async throws -> [String] {
        try await read { connection in
            try Migrations.tableNames(connection).flatMap { table in
                let count = try columnCount(of: table, connection)
                return try connection.rows("SELECT * FROM \(table)") { row in
                    let cells = try (0..<count).map { column in
                        switch try row.value(column) {
                        case .null: "NULL"
                        case .integer(let number): "\(number)"
                        case .real(let number): "\(number)"
                        case .text(let text): text
                        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
                        }
                    }
                    return ([table] + cells).joined(separator: "|")
                }.sorted()
            }
        }
    }
}

private func columnCount(of table: String, _ connection: any Connection) throws -> Int {
    let sql =
        switch connection.engine {
        case .sqlite: "SELECT count(*) FROM pragma_table_info('\(table)')"
        case .postgres: "SELECT count(*) FROM information_schema.columns WHERE table_name = '\(table)'"
        }
    return try connection.first(sql, read: { try $0.integer(0) }) ?? 0
}

/// Gives its bytes once.
private final class PieceBox: Sendable {
    private let rest: Mutex<[UInt8]?>

    init(_ bytes: [UInt8]) { rest = Mutex(bytes) }

    func take() -> [UInt8]? {
        rest.withLock { rest in
            defer { rest = nil }
            return rest
        }
    }
}

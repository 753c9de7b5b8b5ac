public import Foundation
public import Measure
public import Register
import Secrets

/// A detail of an enterprise with what is kept beside it.
public struct KeptDetail<Detail: EnterpriseDetail>: Sendable, Equatable, Identifiable {
    public let id: Key<Detail>
    public let enterprise: Enterprise.ID
    public let detail: Detail
    /// Rises with every change; a change names the version it was made from.
    public let version: Int
    public let enteredAt: Date
    public let changedAt: Date
    /// `nil` for one that is there.
    public let removedAt: Date?
}

/// A new detail.
public struct DetailEntry<Detail: EnterpriseDetail>: Sendable {
    public let id: Key<Detail>
    public let enterprise: Enterprise.ID
    public let detail: Detail
    /// The list by which it comes, with which it is taken back; `nil` for one that is entered by hand.
    public let list: OfficeList.ID?

    public init(_ id: Key<Detail>, of enterprise: Enterprise.ID, _ detail: Detail, list: OfficeList.ID? = nil) {
        self.id = id
        self.enterprise = enterprise
        self.detail = detail
        self.list = list
    }
}

/// All details of an enterprise, also those that were removed, the oldest first.
public struct EnterpriseDetails: Sendable, Equatable {
    public var certificates: [KeptDetail<Certificate>] = []
    public var products: [KeptDetail<Product>] = []
    public var workers: [KeptDetail<WorkerGroup>] = []
    public var equipment: [KeptDetail<Equipment>] = []
    public var worksheets: [KeptDetail<ProductWorksheet>] = []

    public init() {}
}

/// Why a detail is not written as asked.
public enum DetailRefused: Error, Equatable, Sendable {
    case unknownEnterprise
    /// The enterprise was merged into another one, where details are entered.
    case merged(into: Enterprise.ID)
    case unknownDetail
    /// Somebody else changed it first.
    case changedMeanwhile
    /// It was removed, and is put back before it is changed.
    case removed
    /// It is so already.
    case already
    /// The enterprise has one that is the same by its identity.
    case sameIsThere
}

extension Store {
    /// - Throws: `DetailRefused`.
    public func enter<Detail: EnterpriseDetail>(_ entry: DetailEntry<Detail>, by stamp: Stamp) async throws {
        try await enter([entry], by: stamp)
    }

    /// Enters many of one kind: all of them or none, each with its line in the book.
    /// - Parameter entries: of enterprises of one office.
    /// - Throws: `DetailRefused`.
    public func enter<Detail: EnterpriseDetail>(_ entries: [DetailEntry<Detail>], by stamp: Stamp) async throws {
        let keyring = try keys()
        guard let first = entries.first else { return }
        guard let office = try await office(of: first.enterprise) else { throw DetailRefused.unknownEnterprise }
        try await record(in: office, by: stamp) { connection, book in
            for entry in entries {
                try checkOpen(entry.enterprise, in: office, connection)
                try checkOnce(entry.detail, of: entry.enterprise, except: entry.id, connection)
                try DetailRow.insert(entry, in: office, at: stamp.at, connection)
                let changes = changes(from: nil, to: entry.detail)
                let told = DetailTold(Detail.detailKind, entry.id.identifier, of: entry.enterprise, changes)
                try told.note(.detailEntered, keyring, connection, &book)
                try renewWords(of: entry.enterprise, Detail.self, connection)
            }
        }
    }

    /// - Parameter version: of the page the change was made on.
    /// - Returns: whether anything was changed; what is as it was leaves no event.
    /// - Throws: `DetailRefused`.
    @discardableResult
    public func change<Detail: EnterpriseDetail>(
        _ id: Key<Detail>, to detail: Detail, from version: Int, by stamp: Stamp
    ) async throws -> Bool {
        let keyring = try keys()
        return try await record(in: try await officeOfDetail(id), by: stamp) { connection, book in
            let now = try readDetail(id, connection)
            guard now.removedAt == nil else { throw DetailRefused.removed }
            guard now.version == version else { throw DetailRefused.changedMeanwhile }
            let changes = changes(from: now.detail, to: detail)
            guard !changes.isEmpty else { return false }
            try checkOpen(now.enterprise, in: book.office, connection)
            try checkOnce(detail, of: now.enterprise, except: id, connection)
            try DetailRow.update(id, to: detail, at: stamp.at, connection)
            let told = DetailTold(Detail.detailKind, id.identifier, of: now.enterprise, changes)
            try told.note(.detailChanged, keyring, connection, &book)
            try renewWords(of: now.enterprise, Detail.self, connection)
            return true
        }
    }

    /// Takes it off the page of its enterprise; `putBack` brings it again.
    /// - Throws: `DetailRefused`.
    public func remove<Detail: EnterpriseDetail>(_ id: Key<Detail>, by stamp: Stamp) async throws {
        let keyring = try keys()
        try await record(in: try await officeOfDetail(id), by: stamp) { connection, book in
            let now = try readDetail(id, connection)
            guard now.removedAt == nil else { throw DetailRefused.already }
            try DetailRow.mark(id, removedAt: stamp.at, at: stamp.at, connection)
            let changes = changes(from: now.detail, to: nil)
            let told = DetailTold(Detail.detailKind, id.identifier, of: now.enterprise, changes)
            try told.note(.detailRemoved, keyring, connection, &book)
            try renewWords(of: now.enterprise, Detail.self, connection)
        }
    }

    /// - Throws: `DetailRefused`.
    public func putBack<Detail: EnterpriseDetail>(_ id: Key<Detail>, by stamp: Stamp) async throws {
        let keyring = try keys()
        try await record(in: try await officeOfDetail(id), by: stamp) { connection, book in
            let now = try readDetail(id, connection)
            guard now.removedAt != nil else { throw DetailRefused.already }
            try checkOpen(now.enterprise, in: book.office, connection)
            try checkOnce(now.detail, of: now.enterprise, except: id, connection)
            try DetailRow.mark(id, removedAt: nil, at: stamp.at, connection)
            let changes = changes(from: nil, to: now.detail)
            let told = DetailTold(Detail.detailKind, id.identifier, of: now.enterprise, changes)
            try told.note(.detailPutBack, keyring, connection, &book)
            try renewWords(of: now.enterprise, Detail.self, connection)
        }
    }

    /// - Throws: `DetailRefused.unknownDetail`.
    public func detail<Detail: EnterpriseDetail>(_ id: Key<Detail>) async throws -> KeptDetail<Detail> {
        try await read { try readDetail(id, $0) }
    }

    /// All that hangs on an enterprise, as it stands at one moment.
    public func details(of enterprise: Enterprise.ID) async throws -> EnterpriseDetails {
        try await read { connection in
            var details = EnterpriseDetails()
            details.certificates = try readDetails(of: enterprise, connection)
            details.products = try readDetails(of: enterprise, connection)
            details.workers = try readDetails(of: enterprise, connection)
            details.equipment = try readDetails(of: enterprise, connection)
            details.worksheets = try readDetails(of: enterprise, connection)
            return details
        }
    }

    private func officeOfDetail<Detail: EnterpriseDetail>(_ id: Key<Detail>) async throws -> RegionCode {
        let office = try await read { connection in
            try connection.first(
                "SELECT e.office FROM \(DetailRow<Detail>.table) d JOIN enterprise e ON e.id = d.enterprise WHERE d.id = $1",
                [SQLValue(id)], read: { try $0.region(0) })
        }
        guard let office else { throw DetailRefused.unknownDetail }
        return office
    }
}

/// An enterprise is found by what it makes, and by nothing else that hangs on it.
private func renewWords<Detail: EnterpriseDetail>(
    of enterprise: Enterprise.ID, _ type: Detail.Type, _ connection: any Connection
) throws {
    if Detail.detailKind == .product { try renewProductWords(of: enterprise, connection) }
}

/// - Throws: `DetailRefused.unknownDetail`.
private func readDetail<Detail: EnterpriseDetail>(
    _ id: Key<Detail>, _ connection: any Connection
) throws -> KeptDetail<Detail> {
    let found = try connection.first(
        "SELECT \(DetailRow<Detail>.shown) FROM \(DetailRow<Detail>.table) d WHERE d.id = $1", [SQLValue(id)],
        read: { try DetailRow<Detail>.read($0) })
    guard let found else { throw DetailRefused.unknownDetail }
    return found
}

private func readDetails<Detail: EnterpriseDetail>(
    of enterprise: Enterprise.ID, _ connection: any Connection
) throws -> [KeptDetail<Detail>] {
    try connection.rows(
        """
        SELECT \(DetailRow<Detail>.shown) FROM \(DetailRow<Detail>.table) d WHERE d.enterprise = $1
        ORDER BY d.enterprise, d.id
        """, [SQLValue(enterprise)], read: { try DetailRow<Detail>.read($0) })
}

/// - Throws: `DetailRefused.unknownEnterprise`, also for one of another office; `.merged`.
private func checkOpen(_ enterprise: Enterprise.ID, in office: RegionCode, _ connection: any Connection) throws {
    let merged = try connection.first(
        "SELECT merged_into FROM enterprise WHERE id = $1 AND office = $2", [SQLValue(enterprise), SQLValue(office)],
        read: { try $0.optionalKey(0, of: Enterprise.self) })
    guard let merged else { throw DetailRefused.unknownEnterprise }
    if let other = merged { throw DetailRefused.merged(into: other) }
}

/// - Throws: `DetailRefused.sameIsThere`.
private func checkOnce<Detail: EnterpriseDetail>(
    _ detail: Detail, of enterprise: Enterprise.ID, except id: Key<Detail>, _ connection: any Connection
) throws {
    let same = try DetailRow.same(as: detail, of: enterprise, except: id, connection)
    if same != nil { throw DetailRefused.sameIsThere }
}

/// What differs, as the book writes it down; in the order of the fields.
private func changes<Detail: EnterpriseDetail>(from old: Detail?, to new: Detail?) -> [Event.Change] {
    Detail.fields.compactMap { field in
        let (before, after) = (old?.text(field), new?.text(field))
        guard before != after else { return nil }
        func value(_ text: String?) -> Event.Value {
            guard field.isPersonal, let text else { return Event.Value(text) }
            return .personal(text)
        }
        return Event.Change(field.rawValue, from: value(before), to: value(after))
    }
}

/// A line of the book about a detail: it stands under the enterprise.
private struct DetailTold {
    let enterprise: Enterprise.ID
    let changes: [Event.Change]
    let isPersonal: Bool

    init(_ kind: DetailKind, _ id: Identifier, of enterprise: Enterprise.ID, _ changes: [Event.Change]) {
        self.enterprise = enterprise
        isPersonal = changes.contains { DetailField(rawValue: $0.field)?.isPersonal == true }
        self.changes =
            [Event.Change("detail", to: .plain(kind.rawValue)), Event.Change("detail-id", to: .plain(id.text))]
            + changes
    }

    /// What is personal is sealed by the enterprise's own key.
    func note(
        _ kind: EventKind, _ keyring: Keyring, _ connection: any Connection, _ book: inout EventBook
    ) throws {
        let key = isPersonal ? try EnterpriseKeys.keyMadeIfMissing(of: enterprise, keyring, connection) : nil
        try book.note(
            kind, about: enterprise.identifier, of: key.map { (Person.ID(enterprise.identifier), $0) }, changes)
    }
}

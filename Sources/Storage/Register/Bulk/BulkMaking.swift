import Foundation
import Register
import Secrets

/// What a deed does to the enterprises of an office, seen before any of it is done.
struct BulkPlan {
    let deed: BulkDeed
    let office: RegionCode
    /// Of the sentra that the deed is about.
    private let members: [Enterprise.ID: [SentraMember]]

    /// - Throws: `BulkRefused.unknownSentra`.
    init(_ deed: BulkDeed, in office: RegionCode, _ connection: any Connection) throws {
        self.deed = deed
        self.office = office
        guard let sentra = deed.sentra else {
            members = [:]
            return
        }
        let isThere = try connection.exists(
            "SELECT 1 FROM sentra WHERE id = $1 AND office = $2", [SQLValue(sentra), SQLValue(office)])
        guard isThere else { throw BulkRefused.unknownSentra }
        members = Dictionary(grouping: try readMembers(of: sentra, connection), by: \.membership.enterprise)
    }

    func lines(of ids: [Enterprise.ID], _ connection: any Connection) throws -> [BulkLine] {
        guard !ids.isEmpty else { return [] }
        let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let enterprises = try connection.rows(
            """
            SELECT \(EnterpriseRow.shown) FROM enterprise e
            WHERE e.id IN (\(places)) AND e.merged_into IS NULL ORDER BY e.sort_name, e.id
            """, ids.map { SQLValue($0) }, read: EnterpriseRow.read)
        return enterprises.filter { $0.office == office }.map { BulkLine(enterprise: $0, outcome: outcome(for: $0)) }
    }

    private func outcome(for enterprise: Enterprise) -> BulkLine.Outcome {
        switch deed {
        case .set(let field, let value):
            let now = enterprise.card.text(field)
            return now == value ? .asItIs : .changes(was: now)
        case .join(_, let day):
            guard let membership = SentraMembership(of: enterprise.id, from: day) else { return .asItIs }
            let isMember = members[enterprise.id]?.contains { $0.membership.overlaps(membership) } ?? false
            return isMember ? .asItIs : .changes(was: nil)
        case .leave(_, let day):
            guard let member = member(enterprise.id, on: day) else { return .notMember }
            let last = member.membership.until
            return last == day ? .asItIs : .changes(was: last?.description)
        }
    }

    func member(_ enterprise: Enterprise.ID, on day: CalendarDay) -> SentraMember? {
        members[enterprise]?.first { $0.membership.holds(on: day) }
    }
}

/// A change of many while it is made.
struct BulkMaking {
    let plan: BulkPlan
    let stamp: Stamp
    let keyring: Keyring
    private(set) var parts: [StoredPart] = []

    init(plan: BulkPlan, stamp: Stamp, keyring: Keyring) {
        self.plan = plan
        self.stamp = stamp
        self.keyring = keyring
    }

    mutating func make(
        _ line: BulkLine, _ target: BulkRequest.Target, _ connection: any Connection, _ book: inout EventBook
    ) throws {
        let enterprise = line.enterprise
        var part = StoredPart(number: parts.count + 1, enterprise: enterprise.id, name: enterprise.card.name)
        if case .changes(let was) = line.outcome { part.was = was }
        switch plan.deed {
        case .set(let field, let value):
            let card = enterprise.card.setting(field, to: value)
            try writeCard(card, of: enterprise.id, at: stamp.at, connection)
            let changes = EnterpriseChanges.between(enterprise.card, card)
            try note(.enterpriseChanged, enterprise.id, changes, keyring, connection, &book)
            part.version = enterprise.version + 1
        case .join(let sentra, let day):
            guard let membership = SentraMembership(of: enterprise.id, from: day) else { return }
            try insertMember(target.member, membership, of: sentra, list: "", connection)
            let changes = MemberChanges.all(part.name, from: nil, to: membership)
            try book.note(.sentraMemberAdded, about: sentra.identifier, changes)
            (part.member, part.version) = (target.member, 1)
        case .leave(let sentra, let day):
            guard let member = plan.member(enterprise.id, on: day) else { return }
            let old = member.membership
            try setLastDay(day, of: member.id, connection)
            let new = SentraMembership(of: enterprise.id, from: old.from, until: day)
            let changes = MemberChanges.all(part.name, from: old, to: new)
            try book.note(.sentraMemberChanged, about: sentra.identifier, changes)
            (part.member, part.version) = (member.id, member.version + 1)
        }
        parts.append(part)
    }
}

/// A change of many while it is taken back.
struct BulkUndoing {
    let change: BulkChange
    let stamp: Stamp
    let keyring: Keyring

    /// - Returns: false where somebody has changed it since.
    func undo(_ part: StoredPart, _ connection: any Connection, _ book: inout EventBook) throws -> Bool {
        guard try part.isAsMade(by: change, connection) else { return false }
        switch change.deed {
        case .set(let field, _):
            let now = try readEnterprise(part.enterprise, connection)
            let card = now.enterprise.card.setting(field, to: part.was)
            try writeCard(card, of: part.enterprise, at: stamp.at, connection)
            // As it was is not as it was before the change before: what is kept of that version holds for this one.
            try carryVersion(of: part.enterprise, from: part.version - 1, to: part.version + 1, connection)
            let changes = EnterpriseChanges.between(now.enterprise.card, card)
            try note(.enterpriseChanged, part.enterprise, changes, keyring, connection, &book)
        case .join(let sentra, let day):
            guard let member = part.member else { return false }
            try connection.execute("DELETE FROM sentra_member WHERE id = $1", [SQLValue(member)])
            let membership = SentraMembership(of: part.enterprise, from: day)
            try book.note(
                .sentraMemberTakenBack, about: sentra.identifier,
                MemberChanges.all(part.name, from: membership, to: nil))
        case .leave(let sentra, _):
            guard let member = part.member else { return false }
            let old = try readMember(member, of: sentra, connection).membership
            let day = part.was.flatMap { CalendarDay($0) }
            try setLastDay(day, of: member, connection)
            try connection.execute(
                """
                UPDATE bulk_change_part SET version = $3
                WHERE enterprise = $4 AND member = $1 AND version = $2 AND undone IS NULL
                """,
                [SQLValue(member), .integer(part.version - 1), .integer(part.version + 1), SQLValue(part.enterprise)])
            let new = SentraMembership(of: old.enterprise, from: old.from, until: day)
            try book.note(
                .sentraMemberChanged, about: sentra.identifier, MemberChanges.all(part.name, from: old, to: new))
        }
        return true
    }
}

private func setLastDay(_ day: CalendarDay?, of member: SentraMember.ID, _ connection: any Connection) throws {
    try connection.execute(
        "UPDATE sentra_member SET last_day = $2, version = version + 1 WHERE id = $1",
        [SQLValue(member), SentraRow.day(day)])
}

/// What is kept of one version of an enterprise holds for a later one that is the same again: mergers, lists and changes of
/// many can then still be taken back.
func carryVersion(
    of enterprise: Enterprise.ID, from old: Int, to new: Int, _ connection: any Connection
) throws {
    let versions: [SQLValue] = [SQLValue(enterprise), .integer(old), .integer(new)]
    try connection.execute(
        "UPDATE merger SET version = $3 WHERE kept = $1 AND version = $2 AND undone_at IS NULL", versions)
    try connection.execute("UPDATE list_change SET version = $3 WHERE enterprise = $1 AND version = $2", versions)
    try connection.execute(
        """
        UPDATE bulk_change_part SET version = $3
        WHERE enterprise = $1 AND version = $2 AND member IS NULL AND undone IS NULL
        """, versions)
}

extension EnterpriseCard {
    /// The card with another value in one field; `nil` for none.
    fileprivate func setting(_ field: EnterpriseField, to value: String?) -> EnterpriseCard {
        var texts = texts
        texts[field] = value
        return EnterpriseCard(texts: texts) ?? self
    }
}

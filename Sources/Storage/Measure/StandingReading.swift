import Foundation
import Measure
import Register

extension Store {
    /// - Returns: with where the office's book ended in the same view.
    func readStanding(of office: RegionCode) async throws -> (StandingSnapshot, Int) {
        let (facts, revision) = try await read { connection in
            let revision = StandingSnapshot.Revision(
                line: try connection.first(
                    "SELECT length FROM event_book WHERE office = $1", [SQLValue(office)], read: { try $0.integer(0) })
                    ?? 0, facts: try factRevisionOrEmpty(connection))
            var reading = try StandingReading(office, connection)
            try reading.readYears()
            try reading.readPapers()
            return (reading.facts, revision)
        }
        return (StandingSnapshot(revision: revision, facts: await protected(facts)), revision.line)
    }
}

/// Deciding what may be shown is arithmetic: it keeps no view of the database open meanwhile.
@concurrent private func protected(_ facts: StandingFacts) async -> StandingFacts {
    var facts = facts
    facts.protect()
    return facts
}

/// Reads an office's enterprise-years with what is told of each.
private struct StandingReading {
    private(set) var facts: StandingFacts
    private let office: SQLValue
    private let connection: any Connection
    private let productions: [StandingKey: KeptProduction]
    /// Times in sentra of each enterprise, the latest begun first.
    private let memberships: [String: [Membership]]

    private struct Membership {
        let sentra: String
        let first: String
        let last: String

        /// On the last day of the year, or at any time of it.
        func holds(in year: Int) -> Bool { first <= "\(year)-12-31" && last >= "\(year)-01-01" }
    }

    init(_ office: RegionCode, _ connection: any Connection) throws {
        self.office = SQLValue(office)
        self.connection = connection
        let districts = try connection.rows(
            """
            SELECT code, name FROM area WHERE code > $1 AND code < $2 AND kind = 'district' ORDER BY code
            """, [.text(office.text + "."), .text(office.text + "/")],
            read: { StandingFacts.Category(key: try $0.text(0), name: try $0.text(1)) })
        let sentra = try connection.rows(
            "SELECT id, name FROM sentra WHERE office = $1 ORDER BY sort_name, id", [SQLValue(office)],
            read: { StandingFacts.Category(key: try $0.text(0), name: try $0.text(1)) })
        facts = StandingFacts(districts: districts, sentra: sentra)
        productions = try readProductions(of: office, connection)
        memberships = try Self.memberships(SQLValue(office), connection)
    }

    private static func memberships(
        _ office: SQLValue, _ connection: any Connection
    ) throws -> [String: [Membership]] {
        var found: [String: [Membership]] = [:]
        try connection.forEachRow(
            """
            SELECT m.enterprise, m.sentra, m.first_day, m.last_day
            FROM sentra s JOIN sentra_member m ON m.sentra = s.id WHERE s.office = $1
            ORDER BY m.enterprise, coalesce(m.first_day, '') DESC, m.sentra
            """, [office]
        ) { row in
            found[try row.text(0), default: []].append(
                Membership(
                    sentra: try row.text(1), first: try row.optionalText(2) ?? "",
                    last: try row.optionalText(3) ?? "9999"))
        }
        return found
    }

    mutating func readYears() throws {
        let (productions, memberships) = (productions, memberships)
        var facts = facts
        try connection.forEachRow(
            """
            SELECT e.id, b.branch, e.owner_sex, e.area, \(EnterpriseYearRow.shown)
            FROM enterprise e
            JOIN enterprise_year y ON y.enterprise = e.id
            LEFT JOIN industry_branch b ON b.version = e.kbli_version AND b.code = e.kbli
            WHERE e.office = $1 AND e.merged_into IS NULL
            """, [office]
        ) { row in
            let id = try row.text(0)
            let traits = StandingFacts.Traits(
                branch: try row.optionalText(1).flatMap { IndustryBranch(rawValue: $0) },
                ownerSex: try row.optionalText(2).flatMap { Sex(rawValue: $0) },
                district: try row.optionalText(3).map { String($0.prefix(8)) })
            let year = try EnterpriseYearRow.read(row, from: 5)
            let kept = productions.isEmpty ? nil : productions[StandingKey(enterprise: id, year: year.year)]
            facts.add(
                year, of: traits, sentra: memberships[id]?.first { $0.holds(in: year.year) }?.sentra,
                production: kept.map { ($0.production, $0.state) })
        }
        self.facts = facts
    }

    mutating func readPapers() throws {
        var facts = facts
        var numbers: [String: Int] = [:]
        try connection.forEachRow(
            """
            SELECT d.enterprise, b.branch, d.due
            FROM certificate d
            JOIN enterprise e ON e.id = d.enterprise
            LEFT JOIN industry_branch b ON b.version = e.kbli_version AND b.code = e.kbli
            WHERE d.office = $1 AND d.removed_at IS NULL AND e.merged_into IS NULL
            """, [office]
        ) { row in
            let due = try row.text(2)
            let number = numbers[try row.text(0)] ?? numbers.count
            numbers[try row.text(0)] = number
            facts.addPaper(
                of: number, branch: try row.optionalText(1).flatMap { IndustryBranch(rawValue: $0) },
                due: CalendarDay(due), isWithoutEnd: due == DueText.noEnd)
        }
        self.facts = facts
    }
}

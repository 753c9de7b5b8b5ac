public import Foundation
public import Register

extension Store {
    /// Adds an entry to a person's ledger.
    /// - Throws: `PersonRefused.unknownPerson`, `.erased`.
    public func add(_ consent: Consent) async throws {
        let office = try await person(consent.person).person.office
        let (kind, proof) = parts(consent.act)
        try await record(in: office, by: consent.recorded) { connection, book in
            try checkNotErased(consent.person, connection)
            try connection.execute(
                """
                INSERT INTO consent
                    (id, person, purpose, act, proof_kind, proof_reference, words_version, recorded_at, recorded_by)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                [
                    SQLValue(consent.id), SQLValue(consent.person), .text(consent.purpose.rawValue), .text(kind.act),
                    SQLValue(proof?.kind.rawValue), SQLValue(proof?.reference), SQLValue(proof?.wordsVersion),
                    SQLValue(consent.recorded.at), SQLValue(consent.recorded.by),
                ])
            try book.note(
                kind.event, about: consent.person.identifier,
                [Event.Change("purpose", to: .plain(consent.purpose.rawValue))])
        }
    }

    /// What a person agreed to.
    public func consentLedger(of id: Person.ID) async throws -> ConsentLedger {
        try await read { ConsentLedger(of: id, try readConsents("person = $1", [SQLValue(id)], $0)) }
    }

    /// Ledgers of the people in these regions who took something back and whose clock may still run.
    public func openWithdrawals(in regions: [RegionCode], at now: Date) async throws -> [ConsentLedger] {
        try await read { connection in
            let (condition, values) = regionCondition(regions, column: "p.office", from: 1)
            let people = try connection.rows(
                """
                SELECT DISTINCT c.person FROM consent c JOIN person p ON p.id = c.person
                WHERE c.act = 'withdrawn' AND p.erased_at IS NULL AND \(condition) ORDER BY c.person
                """, values, read: { try $0.key(0, of: Person.self) })
            return try people.map { ConsentLedger(of: $0, try readConsents("person = $1", [SQLValue($0)], connection)) }
                .filter { ledger in Purpose.allCases.contains { ledger.isStopOwed(for: $0, at: now) } }
        }
    }
}

private func parts(_ act: Consent.Act) -> ((act: String, event: EventKind), Consent.Proof?) {
    switch act {
    case .given(let proof): (("given", .consentGiven), proof)
    case .withdrawn(let proof): (("withdrawn", .consentWithdrawn), proof)
    case .stopped: (("stopped", .processingStopped), nil)
    }
}

func readConsents(
    _ condition: String, _ values: [SQLValue], _ connection: any Connection
) throws -> [Consent] {
    try connection.rows(
        """
        SELECT id, person, purpose, act, proof_kind, proof_reference, words_version, recorded_at, recorded_by
        FROM consent WHERE \(condition) ORDER BY recorded_at, id
        """, values
    ) { row in
        let recorded = Stamp(by: try row.optionalKey(8), at: try row.instant(7))
        return Consent(
            id: try row.key(0), person: try row.key(1), purpose: try row.choice(2), act: try act(row),
            recorded: recorded)
    }
}

private func act(_ row: SQLRow) throws -> Consent.Act {
    switch (try row.text(3), try proof(row)) {
    case ("given", let proof?): return .given(proof)
    case ("withdrawn", let proof): return .withdrawn(proof)
    case ("stopped", nil): return .stopped
    default: throw StorageFault.unexpectedValue(column: 3)
    }
}

private func proof(_ row: SQLRow) throws -> Consent.Proof? {
    guard let reference = try row.optionalText(5) else { return nil }
    let proof = Consent.Proof(try row.choice(4), reference: reference, wordsVersion: try row.text(6))
    guard let proof else { throw StorageFault.unexpectedValue(column: 5) }
    return proof
}

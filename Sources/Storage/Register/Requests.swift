import Foundation
public import Register

extension Store {
    /// Writes down what a person asks about their own data.
    /// - Throws: `PersonRefused.unknownPerson`, `.erased`.
    public func receive(_ request: PersonalDataRequest) async throws {
        let office = try await person(request.person).person.office
        try await record(in: office, by: request.received) { connection, book in
            try checkNotErased(request.person, connection)
            try connection.execute(
                """
                INSERT INTO personal_data_request (id, person, kind, received_at, received_by)
                VALUES ($1, $2, $3, $4, $5)
                """,
                [
                    SQLValue(request.id), SQLValue(request.person), .text(request.kind.rawValue),
                    SQLValue(request.received.at), SQLValue(request.received.by),
                ])
            try book.note(
                .requestReceived, about: request.person.identifier,
                [Event.Change("kind", to: .plain(request.kind.rawValue))])
        }
    }

    /// Answers or refuses a request, also of a person who was erased since: the answer to an erasure comes after it.
    /// - Throws: `PersonalDataRequestRefusal` when this cannot follow what was done before,
    ///   `PersonRefused.unknownPerson` for an unknown request.
    public func settle(_ id: PersonalDataRequest.ID, _ step: PersonalDataRequest.Step) async throws {
        let known = try await request(id)
        let office = try await person(known.person).person.office
        try await record(in: office, by: step.stamp) { connection, book in
            let request = try readRequests("r.id = $1", [SQLValue(id)], connection).first ?? known
            let settled = try request.adding(step)
            let (outcome, reason) = words(step.outcome)
            try connection.execute(
                """
                INSERT INTO personal_data_request_step (request, number, outcome, reason, at, by_account)
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                [
                    SQLValue(id), .integer(settled.steps.count), .text(outcome), SQLValue(reason),
                    SQLValue(step.stamp.at), SQLValue(step.stamp.by),
                ])
            try book.note(
                .requestSettled, about: request.person.identifier,
                [
                    Event.Change("kind", to: .plain(request.kind.rawValue)),
                    Event.Change("outcome", to: .plain(outcome)),
                ] + (reason.map { [Event.Change("reason", to: .plain($0))] } ?? []))
        }
    }

    /// - Throws: `PersonRefused.unknownPerson` where there is no such request.
    public func request(_ id: PersonalDataRequest.ID) async throws -> PersonalDataRequest {
        let found = try await read { try readRequests("r.id = $1", [SQLValue(id)], $0).first }
        guard let found else { throw PersonRefused.unknownPerson }
        return found
    }

    /// What a person has asked, oldest first.
    public func requests(of id: Person.ID) async throws -> [PersonalDataRequest] {
        try await read { try readRequests("r.person = $1", [SQLValue(id)], $0) }
    }

    /// What is still to be answered in these regions, oldest first.
    public func openRequests(in regions: [RegionCode]) async throws -> [PersonalDataRequest] {
        try await read { connection in
            let (condition, values) = regionCondition(regions, column: "p.office", from: 1)
            return try readRequests(
                """
                \(condition) AND NOT EXISTS (SELECT 1 FROM personal_data_request_step s WHERE s.request = r.id)
                """, values, connection)
        }
    }
}

private func words(_ outcome: PersonalDataRequest.Outcome) -> (String, String?) {
    switch outcome {
    case .answered: ("answered", nil)
    case .refused(let reason): ("refused", reason.rawValue)
    }
}

func readRequests(
    _ condition: String, _ values: [SQLValue], _ connection: any Connection
) throws -> [PersonalDataRequest] {
    let requests = try connection.rows(
        """
        SELECT r.id, r.person, r.kind, r.received_at, r.received_by
        FROM personal_data_request r JOIN person p ON p.id = r.person
        WHERE \(condition) ORDER BY r.received_at, r.id
        """, values
    ) { row in
        PersonalDataRequest(
            id: try row.key(0), person: try row.key(1), kind: try row.choice(2),
            received: Stamp(by: try row.optionalKey(4), at: try row.instant(3)))
    }
    return try requests.map { request in
        try steps(of: request.id, connection).reduce(request) { try $0.adding($1) }
    }
}

private func steps(
    of id: PersonalDataRequest.ID, _ connection: any Connection
) throws -> [PersonalDataRequest.Step] {
    try connection.rows(
        """
        SELECT outcome, reason, at, by_account FROM personal_data_request_step WHERE request = $1 ORDER BY number
        """, [SQLValue(id)]
    ) { row in
        let outcome: PersonalDataRequest.Outcome =
            try row.text(0) == "refused" ? .refused(try row.choice(1)) : .answered
        return PersonalDataRequest.Step(outcome, Stamp(by: try row.optionalKey(3), at: try row.instant(2)))
    }
}

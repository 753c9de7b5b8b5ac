public import Register

extension Store {
    /// Enters a facility that a sentra shares.
    /// - Throws: `SentraRefused.unknownSentra`.
    public func enter(
        _ id: KeptFacility.ID, _ facility: SentraFacility, of sentra: Sentra.ID, by stamp: Stamp
    ) async throws {
        guard let office = try await office(of: sentra) else { throw SentraRefused.unknownSentra }
        try await record(in: office, by: stamp) { connection, book in
            try insertFacility(id, facility, of: sentra, list: "", connection)
            try book.note(
                .sentraFacilityEntered, about: sentra.identifier,
                [Event.Change("facility", to: .plain(facility.name))] + SentraChanges.between(nil, facility))
        }
    }

    /// Changes a facility or its use.
    /// - Parameter version: of the page the change was made on.
    /// - Throws: `SentraRefused`.
    public func change(
        _ id: KeptFacility.ID, of sentra: Sentra.ID, to facility: SentraFacility, from version: Int, by stamp: Stamp
    ) async throws {
        guard let office = try await office(of: sentra) else { throw SentraRefused.unknownSentra }
        try await record(in: office, by: stamp) { connection, book in
            let kept = try readFacility(id, of: sentra, connection)
            guard kept.version == version else {
                throw SentraRefused.changedMeanwhile(try readSentra(sentra, connection))
            }
            guard kept.facility != facility else { return }
            try connection.execute(
                """
                UPDATE sentra_facility SET version = version + 1, kind = $2, name = $3, built_year = $4, year = $5,
                    hours_open = $6, hours_used = $7, members_served = $8 WHERE id = $1
                """, [SQLValue(id)] + FacilityRow.values(facility))
            try book.note(
                .sentraFacilityChanged, about: sentra.identifier,
                [Event.Change("facility", to: .plain(facility.name))]
                    + SentraChanges.between(kept.facility, facility))
        }
    }

    /// Removes a facility that is no longer there; the book keeps what was known of it.
    /// - Throws: `SentraRefused.unknownSentra`, `.unknownFacility`.
    public func removeFacility(_ id: KeptFacility.ID, of sentra: Sentra.ID, by stamp: Stamp) async throws {
        guard let office = try await office(of: sentra) else { throw SentraRefused.unknownSentra }
        try await record(in: office, by: stamp) { connection, book in
            let kept = try readFacility(id, of: sentra, connection).facility
            try connection.execute("DELETE FROM sentra_facility WHERE id = $1", [SQLValue(id)])
            try book.note(
                .sentraFacilityRemoved, about: sentra.identifier,
                [Event.Change("facility", to: .plain(kept.name))] + SentraChanges.between(kept, nil))
        }
    }
}

/// In the order in which they were entered.
func readFacilities(of sentra: Sentra.ID, _ connection: any Connection) throws -> [KeptFacility] {
    try connection.rows(
        "SELECT \(FacilityRow.shown) FROM sentra_facility WHERE sentra = $1 ORDER BY id", [SQLValue(sentra)],
        read: FacilityRow.read)
}

/// - Parameter list: with which it came; empty for none.
func insertFacility(
    _ id: KeptFacility.ID, _ facility: SentraFacility, of sentra: Sentra.ID, list: String,
    _ connection: any Connection
) throws {
    let row = [SQLValue(id), SQLValue(sentra)] + FacilityRow.values(facility) + [.integer(1), .text(list)]
    try connection.append(to: "sentra_facility", columns: FacilityRow.columns, rows: [row])
}

private func readFacility(_ id: KeptFacility.ID, of sentra: Sentra.ID, _ connection: any Connection) throws
    -> KeptFacility
{
    let kept = try connection.first(
        "SELECT \(FacilityRow.shown) FROM sentra_facility WHERE id = $1 AND sentra = $2",
        [SQLValue(id), SQLValue(sentra)], read: FacilityRow.read)
    guard let kept else { throw SentraRefused.unknownFacility }
    return kept
}

public import Register

/// A sentra that comes with a list of enterprises, and goes with it.
public struct ListedSentra: Sendable {
    public let id: Sentra.ID
    public let card: SentraCard
    public let members: [(id: SentraMember.ID, membership: SentraMembership)]
    public let facilities: [(id: KeptFacility.ID, facility: SentraFacility)]

    public init(
        id: Sentra.ID, card: SentraCard, members: [(id: SentraMember.ID, membership: SentraMembership)],
        facilities: [(id: KeptFacility.ID, facility: SentraFacility)]
    ) {
        self.id = id
        self.card = card
        self.members = members
        self.facilities = facilities
    }
}

extension Store {
    /// Enters sentra that belong to a list that was entered; whoever takes the list back takes them back too.
    /// - Throws: `ListRefused.notNow` unless the list was entered.
    public func enter(_ sentra: [ListedSentra], of id: OfficeList.ID, by stamp: Stamp) async throws {
        let office = try await list(id).office
        try await record(in: office, by: stamp) { connection, book in
            let list = try readList(id, connection)
            guard list.standing == .entered else { throw ListRefused.notNow(list.standing) }
            let name = id.identifier.text
            for one in sentra {
                try insertSentra(one.id, one.card, of: office, at: stamp.at, list: name, connection)
                for (id, membership) in one.members {
                    try insertMember(id, membership, of: one.id, list: name, connection)
                }
                for (id, facility) in one.facilities {
                    try insertFacility(id, facility, of: one.id, list: name, connection)
                }
                let count = Event.Change("members", to: .plain("\(one.members.count)"))
                try book.note(
                    .sentraEntered, about: one.id.identifier, SentraChanges.between(nil, one.card) + [count])
            }
        }
    }
}

/// What came of sentra with a list, on its way out of the register. What somebody has worked on since stays.
struct SentraUndoing {
    let list: OfficeList

    func run(_ connection: any Connection) throws {
        let name: [SQLValue] = [.text(list.id.identifier.text)]
        for table in ["sentra_member", "sentra_facility"] {
            try connection.execute("DELETE FROM \(table) WHERE list = $1 AND version = 1", name)
        }
        let untouched = """
            list = $1 AND version = 1
                AND NOT EXISTS (SELECT 1 FROM sentra_member m WHERE m.sentra = sentra.id)
                AND NOT EXISTS (SELECT 1 FROM sentra_facility f WHERE f.sentra = sentra.id)
            """
        try connection.execute(
            "DELETE FROM sentra_word WHERE sentra IN (SELECT id FROM sentra WHERE \(untouched))", name)
        let count = try connection.execute("DELETE FROM sentra WHERE \(untouched)", name)
        try addToSentraCount(of: list.office, -count, connection)
    }
}

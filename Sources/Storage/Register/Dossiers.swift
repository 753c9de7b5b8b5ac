import Foundation
public import Register

/// All that is kept of one person, as of one moment.
public struct Dossier: Sendable {
    public let record: PersonRecord
    public let ledger: ConsentLedger
    /// Oldest first.
    public let requests: [PersonalDataRequest]
    /// What those who wrote it down are called now.
    public let names: [Account.ID: String]
}

extension Store {
    /// One consistent view, so that a page never shows half of what was changed meanwhile.
    /// - Throws: `PersonRefused.unknownPerson`.
    public func dossier(of id: Person.ID) async throws -> Dossier {
        let keyring = keyring
        return try await read { connection in
            let record = try readPerson(id, connection, keyring)
            let ledger = ConsentLedger(of: id, try readConsents("person = $1", [SQLValue(id)], connection))
            let requests = try readRequests("r.person = $1", [SQLValue(id)], connection)
            let stamps = ledger.entries.map(\.recorded) + requests.flatMap { [$0.received] + $0.steps.map(\.stamp) }
            var names: [Account.ID: String] = [:]
            for account in Set(stamps.compactMap(\.by)) {
                names[account] = try connection.first(
                    "SELECT display_name FROM account WHERE id = $1", [SQLValue(account)], read: { try $0.text(0) })
            }
            return Dossier(record: record, ledger: ledger, requests: requests, names: names)
        }
    }
}

public import Foundation
public import Register

extension Store {
    /// Every enterprise that a filter lets through and whose owner allows a purpose at an instant, by name.
    ///
    /// An owner is known by the citizen number that the enterprise and a person of the same office share. Of whom that
    /// is not known, nobody can show that they agreed.
    /// - Parameter leftOut: is told now and then how many more were left out.
    public func eachEnterprise(
        _ filter: EnterpriseFilter, allowing purpose: Purpose, at instant: Date, leftOut: (Int) -> Void,
        _ body: (ExportedEnterprise) async throws -> Void
    ) async throws {
        try await eachPortion(filter) { portion in
            let ids = portion.map(\.enterprise.id)
            let allowing = try await read { try readAllowing(purpose, at: instant, ids, $0) }
            leftOut(portion.count - allowing.count)
            for one in portion where allowing.contains(one.enterprise.id) { try await body(one) }
        }
    }
}

/// Which of these enterprises have an owner who allows it. Somebody who is written down twice and took it back once has
/// taken it back.
private func readAllowing(
    _ purpose: Purpose, at instant: Date, _ ids: [Enterprise.ID], _ connection: any Connection
) throws -> Set<Enterprise.ID> {
    let places = ids.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    var owners: [Enterprise.ID: Set<Person.ID>] = [:]
    try connection.forEachRow(
        """
        SELECT e.id, p.id FROM enterprise e
            JOIN person p ON p.nik_fingerprint = e.nik_fingerprint AND p.nik_key = e.nik_key
        WHERE e.id IN (\(places)) AND p.office = e.office AND p.erased_at IS NULL
        """, ids.map { SQLValue($0) }
    ) { row in owners[try row.key(0), default: []].insert(try row.key(1)) }
    let people = Set(owners.values.joined()).sorted()
    guard !people.isEmpty else { return [] }
    let ofPeople = people.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    let said = Dictionary(
        grouping: try readConsents("person IN (\(ofPeople))", people.map { SQLValue($0) }, connection), by: \.person)
    let states = said.mapValues { entries in
        entries.first.map { ConsentLedger(of: $0.person, entries).state(of: purpose, at: instant) } ?? .neverGiven
    }
    return Set(
        owners.filter { _, people in
            let told = people.compactMap { states[$0] }
            let isGiven = told.contains { if case .given = $0 { true } else { false } }
            let isTakenBack = told.contains { if case .withdrawn = $0 { true } else { false } }
            return isGiven && !isTakenBack
        }.keys)
}

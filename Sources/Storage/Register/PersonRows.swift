import Foundation
import Register
import Secrets

/// Seals what is kept of one person, bound to its place.
struct PersonSealing {
    private let id: Person.ID
    private let key: PersonKey
    private let keyring: Keyring

    init(_ id: Person.ID, _ key: PersonKey, _ keyring: Keyring) {
        self.id = id
        self.key = key
        self.keyring = keyring
    }

    func contact(_ contact: Person.Contact?) throws -> SQLValue {
        guard let contact else { return .null }
        let text = String(decoding: try JSONEncoder().encode([contact.phone, contact.email]), as: UTF8.self)
        return .bytes(key.seal(Array(text.utf8), bound: "person:\(id):contact"))
    }

    /// The four columns of a citizen number.
    func number(_ change: PersonEntry.NumberChange) -> [SQLValue] {
        guard case .set(let number) = change else { return [.null, .null, .null, .null] }
        let digits = number.digitsToSeal
        return [
            .bytes(keyring.seal(Array(digits.utf8), for: .personalNumber, bound: "person:\(id):nik")),
            .text(number.lastFour.text), .text(keyring.fingerprint(of: digits, for: .personalNumber)),
            .integer(keyring.current),
        ]
    }
}

/// - Parameter keyring: without one, contacts stay closed.
/// - Throws: `PersonRefused.unknownPerson`.
func readPerson(_ id: Person.ID, _ connection: any Connection, _ keyring: Keyring?) throws -> PersonRecord {
    struct Row {
        let office: RegionCode
        let name: String
        let contact: [UInt8]?
        let lastFour: String?
        let entered: Date
        let version: Int
        let erased: Date?
    }
    let found = try connection.first(
        """
        SELECT office, name, contact, nik_last_four, entered_at, version, erased_at FROM person WHERE id = $1
        """, [SQLValue(id)]
    ) { row in
        Row(
            office: try row.region(0), name: try row.text(1), contact: try row.optionalBytes(2),
            lastFour: try row.optionalText(3), entered: try row.instant(4), version: try row.integer(5),
            erased: try row.optionalInstant(6))
    }
    guard let found else { throw PersonRefused.unknownPerson }
    var keys = PersonKeys(keyring, connection)
    let contact = try found.contact.flatMap { sealed in
        try keys.key(of: id).map { try readContact($0.open(sealed, bound: "person:\(id):contact")) }
    }
    guard let name = DisplayName(found.erased == nil ? found.name : id.identifier.text) else {
        throw StorageFault.damaged("person \(id)")
    }
    let person = Person(
        id: id, office: found.office, name: name, contact: contact ?? nil,
        lastFour: found.lastFour.flatMap { NIK.LastFour($0) })
    return PersonRecord(
        person: person, enteredAt: found.entered, version: found.version, erasedAt: found.erased)
}

private func readContact(_ bytes: [UInt8]) throws -> Person.Contact? {
    let both = try JSONDecoder().decode([String?].self, from: Data(bytes))
    return both.count == 2 ? Person.Contact(phone: both[0], email: both[1]) : nil
}

/// `(office = $3 OR office LIKE $4)`: what lies in one of these regions.
/// - Parameter first: the number of the first value.
func regionCondition(_ regions: [RegionCode], column: String, from first: Int) -> (String, [SQLValue]) {
    guard !regions.contains(.nation) else { return ("1 = 1", []) }
    var parts: [String] = []
    var values: [SQLValue] = []
    for region in regions {
        parts.append("\(column) = $\(first + values.count)")
        values.append(SQLValue(region))
        guard region.isProvince else { continue }
        // A range, which an index answers: after `51.` comes `51/`.
        parts.append(
            "(\(column) > $\(first + values.count) AND \(column) < $\(first + values.count + 1))")
        values += [.text(region.text + "."), .text(region.text + "/")]
    }
    return (parts.isEmpty ? "1 = 0" : "(" + parts.joined(separator: " OR ") + ")", values)
}

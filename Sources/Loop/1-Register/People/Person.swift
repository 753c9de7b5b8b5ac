/// A person of whom an office keeps personal data: an owner, a worker, a contact.
///
/// The citizen number itself is not here: it is kept sealed. A person prints as its identifier only, so that names
/// and numbers do not end in a log.
public struct Person: Sendable, Equatable, Identifiable {
    public typealias ID = Key<Person>

    public let id: ID
    /// The region whose office is responsible for the data.
    public let office: RegionCode
    public let name: DisplayName
    /// `nil` where none is known.
    public let contact: Contact?
    /// `nil` where the citizen number is not known.
    public let lastFour: NIK.LastFour?

    public init(id: ID, office: RegionCode, name: DisplayName, contact: Contact?, lastFour: NIK.LastFour?) {
        self.id = id
        self.office = office
        self.name = name
        self.contact = contact
        self.lastFour = lastFour
    }

    /// How to reach a person; at least one of the two is known.
    public struct Contact: Sendable, Hashable {
        public let phone: String?
        public let email: String?

        /// - Returns: `nil` when neither is known.
        public init?(phone: String?, email: String?) {
            let known = [phone, email].contains { $0?.isEmpty == false }
            guard known else { return nil }
            self.phone = phone?.isEmpty == true ? nil : phone
            self.email = email?.isEmpty == true ? nil : email
        }
    }
}

extension Person: CustomStringConvertible, CustomReflectable {
    public var description: String { "person \(id)" }
    public var customMirror: Mirror { Mirror(self, children: ["id": id], displayStyle: .struct) }
}

extension Person.Contact: CustomStringConvertible, CustomReflectable {
    public var description: String { "contact" }
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}

/// How far a grant reaches.
public enum Reach: String, Sendable, CaseIterable {
    /// Everything in the region of the hat.
    case ownRegion = "own-region"
    /// The enterprise or sentra of the hat, inside its region.
    case ownSubject = "own-subject"
    /// The enterprises that belong to the sentra of the hat, inside its region.
    case ownMembers = "own-members"
    /// What was shared with the region of the hat, wherever it lies.
    case shared
}

/// A row of the access table: what a role may do with a class of what the register holds, and how far.
public struct Grant: Hashable, Sendable {
    public let role: Hat.Role
    public let dataClass: DataClass
    public let deeds: Set<Deed>
    public let reach: Reach
}

/// The one table of rights. What stands in no row is refused. Printed in `docs/access.md`.
public enum AccessTable {
    /// What needs no hat.
    static let everybody: [(dataClass: DataClass, deeds: Set<Deed>)] = [(.publicFigures, [.view, .export])]

    public static let grants: [Grant] =
        // Separation of duties: whoever hands out hats reads no personal data, approves no figures and does not
        // read the log that watches over accounts.
        rows(
            .administrator, .ownRegion,
            [
                (.accounts, [.view, .manage]), (.jobs, [.view, .manage]), (.operations, [.view, .manage]),
            ])
        + rows(
            .head, .ownRegion,
            [
                (.publicFigures, [.approve]),
                (.register, [.view, .approve, .export]), (.figures, [.view, .approve, .export]),
                (.personal, [.view]), (.consent, [.view]), (.requests, [.view, .approve]),
                (.accounts, [.view]), (.audit, [.view, .export]), (.jobs, [.view]), (.operations, [.view]),
            ])
        + rows(
            .officer, .ownRegion,
            [
                (.publicFigures, [.enter]),
                (.register, [.view, .enter, .export]), (.figures, [.view, .enter, .export]),
                (.personal, [.view, .enter, .export]), (.consent, [.view, .enter]), (.requests, [.view, .enter]),
                (.jobs, [.view, .enter]),
            ])
        // Consent is asked for where the name is written down; what was written is not read again on the phone.
        + rows(
            .enumerator, .ownRegion,
            [
                (.register, [.view, .enter]), (.figures, [.view, .enter]), (.personal, [.enter]), (.consent, [.enter]),
            ])
        + rows(.partner, .ownRegion, [(.register, [.view])])
        + rows(
            .sentraManager, .ownSubject,
            [
                (.register, [.view, .enter]), (.figures, [.view, .enter]), (.requests, [.view, .enter]),
            ])
        // A member's figures are its own: a sentra's manager is often its competitor.
        + rows(.sentraManager, .ownMembers, [(.register, [.view])])
        // A copy of what is kept about one's own enterprise and oneself is a right.
        + rows(
            .owner, .ownSubject,
            [
                (.register, [.view, .enter, .export]), (.figures, [.view, .enter, .export]),
                (.personal, [.view, .enter, .export]), (.consent, [.view, .enter]), (.requests, [.view, .enter]),
            ])
        + rows(.guestRegion, .shared, [(.register, [.view])])

    /// The rows that let a role do a deed.
    public static func grants(to role: Hat.Role, _ deed: Deed, on dataClass: DataClass) -> [Grant] {
        grants.filter { $0.role == role && $0.dataClass == dataClass && $0.deeds.contains(deed) }
    }

    private static func rows(_ role: Hat.Role, _ reach: Reach, _ rights: [(DataClass, Set<Deed>)]) -> [Grant] {
        rights.map { Grant(role: role, dataClass: $0.0, deeds: $0.1, reach: reach) }
    }
}

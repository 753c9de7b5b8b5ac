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

    public static let grants: [Grant] = [
        // Separation of duties: whoever hands out hats reads no personal data, approves no figures, and does not
        // read the log that watches over accounts.
        row(.administrator, .accounts, .ownRegion, .view, .manage),
        row(.administrator, .jobs, .ownRegion, .view, .manage),
        // No export: a backup holds personal data.
        row(.administrator, .operations, .ownRegion, .view, .manage),

        row(.head, .publicFigures, .ownRegion, .approve),
        row(.head, .register, .ownRegion, .view, .approve, .export),
        row(.head, .figures, .ownRegion, .view, .approve, .export),
        row(.head, .personal, .ownRegion, .view),
        row(.head, .consent, .ownRegion, .view),
        row(.head, .requests, .ownRegion, .view, .approve),
        row(.head, .accounts, .ownRegion, .view),
        row(.head, .audit, .ownRegion, .view, .export),
        row(.head, .jobs, .ownRegion, .view),
        row(.head, .operations, .ownRegion, .view),

        row(.officer, .publicFigures, .ownRegion, .enter),
        row(.officer, .register, .ownRegion, .view, .enter, .export),
        row(.officer, .figures, .ownRegion, .view, .enter, .export),
        row(.officer, .personal, .ownRegion, .view, .enter, .export),
        row(.officer, .consent, .ownRegion, .view, .enter),
        row(.officer, .requests, .ownRegion, .view, .enter),
        row(.officer, .jobs, .ownRegion, .view, .enter),

        row(.enumerator, .register, .ownRegion, .view, .enter),
        row(.enumerator, .figures, .ownRegion, .view, .enter),
        // Consent is asked for where the name is written down; what was written is not read again on the phone.
        row(.enumerator, .personal, .ownRegion, .enter),
        row(.enumerator, .consent, .ownRegion, .enter),

        row(.partner, .register, .ownRegion, .view),

        row(.sentraManager, .register, .ownSubject, .view, .enter),
        // A member's figures are its own: a sentra's manager is often its competitor.
        row(.sentraManager, .register, .ownMembers, .view),
        row(.sentraManager, .figures, .ownSubject, .view, .enter),
        row(.sentraManager, .requests, .ownSubject, .view, .enter),

        // A copy of what is kept about one's own enterprise and oneself is a right.
        row(.owner, .register, .ownSubject, .view, .enter, .export),
        row(.owner, .figures, .ownSubject, .view, .enter, .export),
        row(.owner, .personal, .ownSubject, .view, .enter, .export),
        row(.owner, .consent, .ownSubject, .view, .enter),
        row(.owner, .requests, .ownSubject, .view, .enter),

        row(.guestRegion, .register, .shared, .view),
    ]

    /// The rows that let a role do a deed.
    public static func grants(to role: Hat.Role, _ deed: Deed, on dataClass: DataClass) -> [Grant] {
        byRole[role, default: []].filter { $0.dataClass == dataClass && $0.deeds.contains(deed) }
    }

    /// A list asks for every cell of every line.
    private static let byRole = Dictionary(grouping: grants, by: \.role)

    private static func row(
        _ role: Hat.Role, _ dataClass: DataClass, _ reach: Reach, _ deeds: Deed...
    ) -> Grant {
        Grant(role: role, dataClass: dataClass, deeds: Set(deeds), reach: reach)
    }
}

/// What the register holds, by how carefully it is kept.
public enum DataClass: String, Sendable, CaseIterable, Codable {
    /// Official figures and published pages.
    case publicFigures = "public-figures"
    /// Enterprises, sentra and products without personal data.
    case register
    /// Production figures of single enterprises.
    case figures
    /// Names of persons, contacts, the last four digits of citizen numbers.
    case personal
    /// Who agreed to what, with the proof.
    case consent
    /// Requests to change a record, and requests of persons about their own data.
    case requests
    /// Who may sign in, with which hats.
    case accounts
    /// The log of events: who changed or saw what.
    case audit
    /// Long computations, imports and exports under way.
    case jobs
    /// Backups, measurements of the machine, settings.
    case operations
}

/// What is done with a thing.
public enum Deed: String, Sendable, CaseIterable, Codable {
    /// See one on a page.
    case view
    /// Write one, or change it.
    case enter
    /// Say yes or no to what somebody else entered.
    case approve
    /// Create, assign, stop, remove.
    case manage
    /// Take many away as a file.
    case export
}

/// Why what is kept of a person is erased. A closed list, because the reason stays in the book after everything else is
/// gone, and a free text would keep what it was written about.
/// - Source: UU 27/2022, article 43
public enum ErasureReason: String, Sendable, CaseIterable, Codable {
    /// The person asked for it.
    case asked
    /// What the data were kept for is over.
    case purposeOver = "purpose-over"
    case consentWithdrawn = "consent-withdrawn"
    /// They were come by or used against the law.
    case unlawful
}

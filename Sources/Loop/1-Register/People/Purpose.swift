/// What personal data is used for. Consent is given for each purpose by itself.
/// - Source: UU 27/2022, articles 20 to 22
public enum Purpose: String, Sendable, CaseIterable, Codable {
    /// Keeping the office's register of enterprises.
    case register
    /// Official statistics, from which nobody is recognised.
    case statistics
    /// Showing the name on a public page.
    case publishName = "publish-name"
    case publishContact = "publish-contact"
    /// Passing on and showing on a map where the business is.
    case publishPlace = "publish-place"
    /// Taking and showing a picture.
    case photo
    /// Being named to peers in a comparison.
    case comparison
    /// Showing the record to another government.
    case shareWithRegion = "share-with-region"
    /// Being considered for and invited to programmes and training.
    case programmes

    /// On what the office relies. Its duties do not hang on consent; what goes beyond them does.
    public var basis: LawfulBasis {
        switch self {
        case .register, .statistics, .programmes: .publicTask
        case .publishName, .publishContact, .publishPlace, .photo, .comparison, .shareWithRegion: .consent
        }
    }
}

/// The six grounds on which personal data may be processed.
/// - Source: UU 27/2022, article 20(2)
public enum LawfulBasis: String, Sendable, CaseIterable, Codable {
    case consent
    case contract
    case legalDuty = "legal-duty"
    case vitalInterest = "vital-interest"
    case publicTask = "public-task"
    case legitimateInterest = "legitimate-interest"
}

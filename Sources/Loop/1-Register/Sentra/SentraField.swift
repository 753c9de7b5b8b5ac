/// A field of a sentra's card. The raw value is its stable name in files, forms and events.
public enum SentraField: String, Sendable, CaseIterable, Codable {
    case name
    case village
    case latitude
    case longitude
    case industry
    case field
    case foundingNumber = "founding-number"
    case foundingDay = "founding-day"
    case managingBody = "managing-body"
    case technicalUnit = "technical-unit"
    // What the two rulers ask beside the members.
    case isInOnePlace = "in-one-place"
    case hasLikeProducts = "like-products"
    case hasLikeMaterials = "like-materials"
    case hasLikeProcess = "like-process"
    case likeBusinesses = "like-businesses"
    case households
    case isCoached = "coached"
    case isKnownToThePublic = "known-to-the-public"

    /// Whether it is answered by yes or no.
    public var isQuestion: Bool {
        switch self {
        case .isInOnePlace, .hasLikeProducts, .hasLikeMaterials, .hasLikeProcess, .isCoached, .isKnownToThePublic: true
        default: false
        }
    }

    /// Whether it is a whole number of things that were counted.
    public var isCount: Bool { self == .likeBusinesses || self == .households }
}

/// A card as texts, one for each field that is known: the form in which events, forms and files hold it. What is written so
/// is read back as it was.
extension SentraCard {
    /// - Returns: `nil` for what is not known.
    public func text(_ field: SentraField) -> String? {
        switch field {
        case .name: name
        case .village: area?.text
        case .latitude: position.map { "\($0.latitude)" }
        case .longitude: position.map { "\($0.longitude)" }
        case .industry: industry.map { "\($0.version.rawValue):\($0.code)" }
        case .field: self.field
        case .foundingNumber: foundingAct?.number
        case .foundingDay: foundingAct?.day?.description
        case .managingBody: managingBody
        case .technicalUnit: technicalUnit
        case .isInOnePlace: isInOnePlace.map(Self.text)
        case .hasLikeProducts: hasLikeProducts.map(Self.text)
        case .hasLikeMaterials: hasLikeMaterials.map(Self.text)
        case .hasLikeProcess: hasLikeProcess.map(Self.text)
        case .likeBusinesses: likeBusinesses.map(String.init)
        case .households: households.map(String.init)
        case .isCoached: isCoached.map(Self.text)
        case .isKnownToThePublic: isKnownToThePublic.map(Self.text)
        }
    }

    /// - Returns: `nil` without a name; a text that says nothing to its field is left out.
    public init?(texts: [SentraField: String]) {
        guard let name = texts[.name], !name.isEmpty else { return nil }
        self.init(name: name)
        area = texts[.village].flatMap { AreaCode($0) }
        if let latitude = texts[.latitude].flatMap(Double.init), let longitude = texts[.longitude].flatMap(Double.init)
        {
            position = Coordinates(latitude: latitude, longitude: longitude)
        }
        industry = texts[.industry].flatMap(Self.industry)
        field = texts[.field]
        if let number = texts[.foundingNumber] {
            foundingAct = FoundingAct(number: number, day: texts[.foundingDay].flatMap { CalendarDay($0) })
        }
        managingBody = texts[.managingBody]
        technicalUnit = texts[.technicalUnit]
        isInOnePlace = texts[.isInOnePlace].flatMap(Self.truth)
        hasLikeProducts = texts[.hasLikeProducts].flatMap(Self.truth)
        hasLikeMaterials = texts[.hasLikeMaterials].flatMap(Self.truth)
        hasLikeProcess = texts[.hasLikeProcess].flatMap(Self.truth)
        likeBusinesses = texts[.likeBusinesses].flatMap(Self.count)
        households = texts[.households].flatMap(Self.count)
        isCoached = texts[.isCoached].flatMap(Self.truth)
        isKnownToThePublic = texts[.isKnownToThePublic].flatMap(Self.truth)
    }

    private static func text(_ truth: Bool) -> String { truth ? "yes" : "no" }

    private static func truth(_ text: String) -> Bool? { text == "yes" ? true : text == "no" ? false : nil }

    private static func count(_ text: String) -> Int? { Int(text).flatMap { $0 < 0 ? nil : $0 } }

    private static func industry(_ text: String) -> IndustryCode? {
        let parts = text.split(separator: ":").map(String.init)
        guard parts.count == 2, let version = Int(parts[0]).flatMap(IndustryCode.Version.init) else { return nil }
        return IndustryCode(version, parts[1])
    }
}

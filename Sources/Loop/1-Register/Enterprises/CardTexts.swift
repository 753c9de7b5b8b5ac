/// A card as texts, one for each field that is known: the form in which events, row images and files hold it. What is
/// written so is read back as it was.
extension EnterpriseCard {
    /// The fields that a card holds, in the order in which an office reads them.
    public static let fields: [EnterpriseField] = [
        .name, .legalForm, .owner, .ownerSex, .nib, .licence, .licenceYear, .street, .village, .latitude, .longitude,
        .contactPerson, .phone, .email, .website, .industry, .branch, .product, .foundedYear, .isActive, .financing,
        .isExporting, .exportCountry,
    ]

    /// - Returns: `nil` for what is not known, and for a field that no card holds.
    public func text(_ field: EnterpriseField) -> String? {
        switch field {
        case .name: name
        case .legalForm: legalForm?.rawValue
        case .owner: owner
        case .ownerSex: ownerSex?.rawValue
        case .nib: nib?.digits
        case .licence: licence
        case .licenceYear: licenceYear.map(String.init)
        case .street: street
        case .village: area?.text
        case .latitude: position.map { "\($0.latitude)" }
        case .longitude: position.map { "\($0.longitude)" }
        case .contactPerson: contactPerson
        case .phone: phone
        case .email: email
        case .website: website
        case .industry: industry.map { "\($0.version.rawValue):\($0.code)" }
        case .branch: branch
        case .product: product
        case .foundedYear: foundedYear.map(String.init)
        case .isActive: isActive.map(Self.text)
        case .financing: financing
        case .isExporting: isExporting.map(Self.text)
        case .exportCountry: exportCountry
        default: nil
        }
    }

    /// Every field that is known.
    public var texts: [EnterpriseField: String] {
        Self.fields.reduce(into: [:]) { texts, field in texts[field] = text(field) }
    }

    /// - Returns: `nil` without a name; a text that says nothing to its field is left out.
    public init?(texts: [EnterpriseField: String]) {
        guard let name = texts[.name] else { return nil }
        self.init(name: name)
        legalForm = texts[.legalForm].flatMap(LegalForm.init)
        owner = texts[.owner]
        ownerSex = texts[.ownerSex].flatMap(Sex.init)
        nib = texts[.nib].flatMap { NIB($0) }
        licence = texts[.licence]
        licenceYear = texts[.licenceYear].flatMap { Int($0) }
        street = texts[.street]
        area = texts[.village].flatMap { AreaCode($0) }
        if let latitude = texts[.latitude].flatMap(Double.init), let longitude = texts[.longitude].flatMap(Double.init)
        {
            position = Coordinates(latitude: latitude, longitude: longitude)
        }
        contactPerson = texts[.contactPerson]
        phone = texts[.phone]
        email = texts[.email]
        website = texts[.website]
        industry = texts[.industry].flatMap(Self.industry)
        branch = texts[.branch]
        product = texts[.product]
        foundedYear = texts[.foundedYear].flatMap { Int($0) }
        isActive = texts[.isActive].flatMap(Self.truth)
        financing = texts[.financing]
        isExporting = texts[.isExporting].flatMap(Self.truth)
        exportCountry = texts[.exportCountry]
    }

    /// What another card knows is taken over; what it does not know stays as it is, because unknown is not none.
    public func taking(_ other: EnterpriseCard) -> EnterpriseCard {
        var card = self
        card.name = other.name
        card.legalForm = other.legalForm ?? legalForm
        card.owner = other.owner ?? owner
        card.ownerSex = other.ownerSex ?? ownerSex
        card.nib = other.nib ?? nib
        card.licence = other.licence ?? licence
        card.licenceYear = other.licenceYear ?? licenceYear
        card.street = other.street ?? street
        // A district says less than the village that lies in it.
        if let area = other.area, !(area.kind == .district && self.area?.district == area) { card.area = area }
        card.position = other.position ?? position
        card.contactPerson = other.contactPerson ?? contactPerson
        card.phone = other.phone ?? phone
        card.email = other.email ?? email
        card.website = other.website ?? website
        card.industry = other.industry ?? industry
        card.branch = other.branch ?? branch
        card.product = other.product ?? product
        card.foundedYear = other.foundedYear ?? foundedYear
        card.isActive = other.isActive ?? isActive
        card.financing = other.financing ?? financing
        card.isExporting = other.isExporting ?? isExporting
        card.exportCountry = other.exportCountry ?? exportCountry
        return card
    }

    private static func text(_ truth: Bool) -> String { truth ? "yes" : "no" }

    private static func truth(_ text: String) -> Bool? { text == "yes" ? true : text == "no" ? false : nil }

    private static func industry(_ text: String) -> IndustryCode? {
        let parts = text.split(separator: ":").map(String.init)
        guard parts.count == 2, let version = Int(parts[0]).flatMap(IndustryCode.Version.init) else { return nil }
        return IndustryCode(version, parts[1])
    }
}

extension EnterpriseYear {
    public static let fields: [EnterpriseField] = [
        .men, .women, .investment, .capacity, .unit, .output, .materials,
    ]

    /// - Returns: `nil` for what is not known, and for a field that no year holds.
    public func text(_ field: EnterpriseField) -> String? {
        switch field {
        case .year: "\(year)"
        case .men: men.map(String.init)
        case .women: women.map(String.init)
        case .investment: investment.map { "\($0.amount)" }
        case .capacity: capacity.map { "\($0)" }
        case .unit: unit
        case .output: output.map { "\($0.amount)" }
        case .materials: materials.map { "\($0.amount)" }
        default: nil
        }
    }

    /// Every field that is known, the year itself apart.
    public var texts: [EnterpriseField: String] {
        Self.fields.reduce(into: [:]) { texts, field in texts[field] = text(field) }
    }

    public init(year: Int, texts: [EnterpriseField: String]) {
        self.init(year: year)
        men = texts[.men].flatMap { Int($0) }
        women = texts[.women].flatMap { Int($0) }
        investment = texts[.investment].flatMap { Int64($0) }.map(Rupiah.init)
        capacity = texts[.capacity].flatMap(Double.init)
        unit = texts[.unit]
        output = texts[.output].flatMap { Int64($0) }.map(Rupiah.init)
        materials = texts[.materials].flatMap { Int64($0) }.map(Rupiah.init)
    }

    /// What another list knows of the same year is taken over; what it does not know stays.
    public func taking(_ other: EnterpriseYear) -> EnterpriseYear {
        var year = self
        year.men = other.men ?? men
        year.women = other.women ?? women
        year.investment = other.investment ?? investment
        year.capacity = other.capacity ?? capacity
        year.unit = other.unit ?? unit
        year.output = other.output ?? output
        year.materials = other.materials ?? materials
        return year
    }
}

/// A field of a facility that a sentra shares. The raw value is its stable name in files, forms and events.
public enum FacilityField: String, Sendable, CaseIterable, Codable {
    case kind = "facility-kind"
    case name
    case builtYear = "built-year"
    /// Of the use that follows.
    case year = "use-year"
    case hoursOpen = "hours-open"
    case hoursUsed = "hours-used"
    case membersServed = "members-served"
}

/// A facility as texts, one for each field that is known. What is written so is read back as it was.
extension SentraFacility {
    /// - Returns: `nil` for what is not known.
    public func text(_ field: FacilityField) -> String? {
        switch field {
        case .kind: kind.rawValue
        case .name: name
        case .builtYear: builtYear.map(String.init)
        case .year: year.map(String.init)
        case .hoursOpen: hoursOpen.map(Self.text)
        case .hoursUsed: hoursUsed.map(Self.text)
        case .membersServed: membersServed.map(String.init)
        }
    }

    /// - Returns: `nil` without kind or name; a text that says nothing to its field is left out.
    public init?(texts: [FacilityField: String]) {
        guard let kind = texts[.kind].flatMap(Kind.init), let name = texts[.name], !name.isEmpty else { return nil }
        self.init(kind, name: name)
        builtYear = texts[.builtYear].flatMap(Self.year)
        year = texts[.year].flatMap(Self.year)
        hoursOpen = texts[.hoursOpen].flatMap(Self.hours)
        hoursUsed = texts[.hoursUsed].flatMap(Self.hours)
        membersServed = texts[.membersServed].flatMap { Int($0) }.flatMap { $0 < 0 ? nil : $0 }
    }

    /// Whole hours without a needless `.0`.
    private static func text(_ hours: Double) -> String {
        hours == hours.rounded() && hours.magnitude < 1e6 ? "\(Int(hours))" : "\(hours)"
    }

    private static func year(_ text: String) -> Int? { Int(text).flatMap { (1900...2200).contains($0) ? $0 : nil } }

    /// A year has 8,784 hours at most.
    private static func hours(_ text: String) -> Double? {
        Double(text).flatMap { (0...8784).contains($0) ? $0 : nil }
    }
}

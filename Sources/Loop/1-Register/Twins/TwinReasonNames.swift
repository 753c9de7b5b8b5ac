/// Evidence by name, as it is kept and given out.
extension TwinReason.Kind {
    public var name: String {
        switch self {
        case .namesAlike: "names-alike"
        case .namesDiffer: "names-differ"
        case .ownersAlike: "owners-alike"
        default: Self.plain.first { $0.kind == self }?.name ?? ""
        }
    }

    /// 0…1; `nil` for evidence that has none.
    public var likeness: Double? {
        switch self {
        case .namesAlike(let likeness), .namesDiffer(let likeness), .ownersAlike(let likeness): likeness
        default: nil
        }
    }

    /// - Returns: `nil` for a name that is none, and for evidence that needs a likeness and has none.
    public init?(name: String, likeness: Double? = nil) {
        if let plain = Self.plain.first(where: { $0.name == name }) {
            self = plain.kind
            return
        }
        guard let likeness else { return nil }
        switch name {
        case "names-alike": self = .namesAlike(likeness)
        case "names-differ": self = .namesDiffer(likeness)
        case "owners-alike": self = .ownersAlike(likeness)
        default: return nil
        }
    }

    private static let plain: [(name: String, kind: TwinReason.Kind)] = [
        ("same-nib", .sameNIB), ("near-nib", .nearNIB), ("other-nib", .otherNIB), ("other-number", .otherNumber),
        ("same-owner", .sameOwner), ("other-owner", .otherOwner), ("same-phone", .samePhone),
        ("near-phone", .nearPhone), ("other-phone", .otherPhone), ("same-village", .sameVillage),
        ("same-district", .sameDistrict), ("other-district", .otherDistrict), ("other-regency", .otherRegency),
        ("same-industry", .sameIndustry), ("same-group", .sameGroup), ("other-industry", .otherIndustry),
        ("same-street", .sameStreet), ("other-street", .otherStreet),
    ]
}

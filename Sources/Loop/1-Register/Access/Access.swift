/// Who may see and do what. The default is no: what no row of `AccessTable` allows is refused.
public enum Access {
    /// Decides whether somebody may do a deed.
    ///
    /// - Parameters:
    ///   - hats: all hats of the person, in any order; none for a visitor who has not signed in.
    ///   - place: where the thing lies. A list is drawn through `extents`, not decided one by one.
    /// - Returns: when several hats allow it, the narrowest is named, so that the log shows the least that sufficed.
    public static func decide(
        hats: some Collection<Hat>, _ deed: Deed, on dataClass: DataClass, at place: Place
    ) -> Decision {
        if isOpen(deed, on: dataClass) { return .open }
        guard !hats.isEmpty else { return .refused(.noHat) }
        var sufficing: [Hat] = []
        var missed: Set<AccessRefusal> = []
        for (hat, extent) in reached(by: hats, deed, on: dataClass) {
            if let refusal = extent.miss(at: place) {
                missed.insert(refusal)
            } else {
                sufficing.append(hat)
            }
        }
        if let hat = sufficing.min() { return .allowed(by: hat) }
        return .refused(AccessRefusal.nearest.first(where: missed.contains) ?? .role)
    }

    /// Everything that `decide` would allow, as the conditions a list is drawn by.
    /// - Returns: empty when nothing is allowed.
    public static func extents(
        hats: some Collection<Hat>, _ deed: Deed, on dataClass: DataClass
    ) -> Set<Extent> {
        if isOpen(deed, on: dataClass) { return [.everything] }
        return Set(reached(by: hats, deed, on: dataClass).map(\.extent))
    }

    private static func isOpen(_ deed: Deed, on dataClass: DataClass) -> Bool {
        AccessTable.everybody.contains { $0.dataClass == dataClass && $0.deeds.contains(deed) }
    }

    private static func reached(
        by hats: some Collection<Hat>, _ deed: Deed, on dataClass: DataClass
    ) -> [(hat: Hat, extent: Extent)] {
        hats.flatMap { hat in
            AccessTable.grants(to: hat.role, deed, on: dataClass).compactMap { grant in
                Extent(hat, grant.reach).map { (hat, $0) }
            }
        }
    }
}

/// The answer of `Access`.
public enum Decision: Hashable, Sendable {
    /// It is for everybody.
    case open
    case allowed(by: Hat)
    case refused(AccessRefusal)

    public var isAllowed: Bool {
        if case .refused = self { false } else { true }
    }
}

/// Why a deed is refused. The raw value is the stable code; when several reasons hold, the nearest miss is named.
///
/// A page that must not tell whether a thing exists answers every one of them with "not found".
public enum AccessRefusal: String, Error, Sendable, CaseIterable {
    /// Nobody has signed in, or the account wears no hat. Remedy: sign in, or ask the administrator for a hat.
    case noHat = "access-no-hat"
    /// No hat of the person may do this anywhere.
    case role = "access-role"
    /// A hat may do this, but in another region.
    case region = "access-region"
    /// A hat may do this in the region, but for another enterprise or sentra.
    case subject = "access-subject"
    /// It was not shared with the guest's region. Remedy: ask its office.
    case notShared = "access-not-shared"

    static let nearest: [AccessRefusal] = [.subject, .notShared, .region]
}

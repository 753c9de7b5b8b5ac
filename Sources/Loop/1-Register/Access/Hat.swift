/// A role in a region. One person wears several: the regent's wife chairs both TP PKK and Dekranasda.
///
/// A hat counts inside its region only. A province's hat covers its regencies and cities, the nation's covers all.
public struct Hat: Hashable, Sendable {
    public let role: Role
    /// A regency or city, a province, or the nation.
    public let region: RegionCode
    /// The enterprise of an owner or the sentra of its manager; `nil` for every other role.
    public let subject: Identifier?
    /// Where a partner comes from; `nil` for every other role.
    public let body: PartnerBody?

    /// - Throws: `HatRefusal` when the role and what it is worn for do not fit each other.
    public init(
        _ role: Role, in region: RegionCode, of subject: Identifier? = nil, from body: PartnerBody? = nil
    ) throws(HatRefusal) {
        guard role.needsSubject == (subject != nil) else {
            throw role.needsSubject ? .subjectMissing : .subjectNotWanted
        }
        guard (role == .partner) == (body != nil) else {
            throw role == .partner ? .bodyMissing : .bodyNotWanted
        }
        self.role = role
        self.region = region
        self.subject = subject
        self.body = body
    }
}

/// Why a hat cannot be worn so. The raw value is the stable code of the refusal.
public enum HatRefusal: String, Error, Sendable, CaseIterable {
    /// An owner or a sentra's manager without enterprise or sentra.
    case subjectMissing = "hat-subject-missing"
    /// Another role with an enterprise or a sentra: it would look narrower than it is.
    case subjectNotWanted = "hat-subject-not-wanted"
    /// A partner without the body it comes from.
    case bodyMissing = "hat-body-missing"
    case bodyNotWanted = "hat-body-not-wanted"
}

extension Hat: Comparable {
    /// The narrowest first: by size of region, then by role, region, subject and body.
    public static func < (left: Hat, right: Hat) -> Bool {
        left.order.lexicographicallyPrecedes(right.order)
    }

    private var order: [String] {
        [
            region == .nation ? "2" : region.isProvince ? "1" : "0",
            String(Role.allCases.firstIndex(of: role) ?? 0), region.text, subject?.text ?? "", body?.rawValue ?? "",
        ]
    }
}

extension RegionCode {
    /// Whether what lies in the other region lies in this one: a region covers itself, a province its regencies
    /// and cities, the nation everything.
    public func covers(_ other: RegionCode) -> Bool {
        self == .nation || self == other || (isProvince && self == other.province)
    }
}

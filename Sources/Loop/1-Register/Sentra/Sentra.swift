/// A sentra: enterprises of one place that make like things, with what they share. An office's decree founds it; whether
/// it is one by law or for the statistical office is computed (`SentraByLaw`, `SentraByStatistics`).
/// - Source: PP 29/2018, article 1
public struct Sentra: Sendable, Equatable, Identifiable {
    public typealias ID = Key<Sentra>

    public let id: ID
    /// The regency or city whose office keeps it.
    public let office: RegionCode
    public var card: SentraCard
    public var facilities: [SentraFacility]
    /// Who belongs to it, and who has.
    public var members: [SentraMembership]
    /// Rises with every change; a change names the version it was made from.
    public let version: Int

    public init(
        id: ID, office: RegionCode, card: SentraCard, facilities: [SentraFacility] = [],
        members: [SentraMembership] = [], version: Int
    ) {
        self.id = id
        self.office = office
        self.card = card
        self.facilities = facilities
        self.members = members
        self.version = version
    }

    /// The enterprises that belong to it on a day, each once, in the order of their identifiers.
    public func members(on day: CalendarDay) -> [Enterprise.ID] {
        Set(members.filter { $0.holds(on: day) }.map(\.enterprise)).sorted()
    }
}

/// What is written on the card of a sentra. `nil` means not known.
public struct SentraCard: Sendable, Hashable {
    public var name: String
    /// The village, or the district where it lies in several.
    public var area: AreaCode?
    public var position: Coordinates?
    public var industry: IndustryCode?
    /// What it makes, in the office's own words.
    public var field: String?
    public var foundingAct: FoundingAct?
    /// Who manages it: an association, a cooperative, a joint group.
    public var managingBody: String?
    /// Unit pelaksana teknis: the technical service unit that serves it.
    public var technicalUnit: String?
    // What the two rulers ask beside the members.
    public var isInOnePlace: Bool?
    public var hasLikeProducts: Bool?
    public var hasLikeMaterials: Bool?
    public var hasLikeProcess: Bool?
    /// Businesses of its kind in the village, in the register or not.
    public var likeBusinesses: Int?
    /// Households of the village.
    public var households: Int?
    /// Organised or coached by an agency.
    public var isCoached: Bool?
    public var isKnownToThePublic: Bool?

    public init(name: String) { self.name = name }

    /// Surat keputusan by which it was founded.
    public struct FoundingAct: Sendable, Hashable {
        public let number: String
        public let day: CalendarDay?

        public init(number: String, day: CalendarDay?) {
            self.number = number
            self.day = day
        }
    }
}

/// An enterprise's time in a sentra.
public struct SentraMembership: Sendable, Hashable {
    public let enterprise: Enterprise.ID
    /// The first day; `nil` not known, which counts as from ever.
    public let from: CalendarDay?
    /// The last day; `nil` while it lasts.
    public let until: CalendarDay?

    /// - Returns: `nil` for a membership that ends before it begins.
    public init?(of enterprise: Enterprise.ID, from: CalendarDay?, until: CalendarDay? = nil) {
        if let from, let until, until < from { return nil }
        self.enterprise = enterprise
        self.from = from
        self.until = until
    }

    /// Both ends included.
    public func holds(on day: CalendarDay) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    /// Whether both hold on one day at least.
    public func overlaps(_ other: SentraMembership) -> Bool {
        func begins(_ one: SentraMembership, by last: CalendarDay?) -> Bool {
            guard let from = one.from, let last else { return true }
            return from <= last
        }
        return begins(self, by: other.until) && begins(other, by: until)
    }
}

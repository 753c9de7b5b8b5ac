/// Whether a group is a sentra by law: at least five units in one place with like products, like materials or the same
/// process. The facts it is computed from stay with it.
/// - Source: PP 29/2018, article 1
public struct SentraByLaw: Sendable, Hashable {
    public static let leastUnits = 5

    public let units: Int?
    public let isInOnePlace: Bool?
    public let hasLikeProducts: Bool?
    public let hasLikeMaterials: Bool?
    public let hasLikeProcess: Bool?

    /// - Parameters:
    ///   - units: enterprises; `nil` not known.
    ///   - likeness: one that is true is enough.
    public init(
        units: Int?, isInOnePlace: Bool?, likeness: (products: Bool?, materials: Bool?, process: Bool?)
    ) {
        self.units = units
        self.isInOnePlace = isInOnePlace
        hasLikeProducts = likeness.products
        hasLikeMaterials = likeness.materials
        hasLikeProcess = likeness.process
    }

    /// Of a sentra. What its card leaves open is taken from its members where all of them say the same: one village, one
    /// class of industry. Members that differ, or are not known, decide nothing.
    /// - Parameter members: of one day, each with its place and its industry; `nil` where nobody has written down members.
    public init(_ card: SentraCard, members known: [(area: AreaCode?, industry: IndustryCode?)]?) {
        let members = known ?? []
        let isOneVillage = Self.isOne(members.map { $0.area?.kind == .village ? $0.area?.text : nil })
        let isOneClass = Self.isOne(
            members.map { member in
                member.industry.flatMap { $0.code.count >= 4 ? "\($0.version.rawValue) \($0.code.prefix(4))" : nil }
            })
        self.init(
            units: known?.count, isInOnePlace: card.isInOnePlace ?? (isOneVillage ? true : nil),
            likeness: (
                card.hasLikeProducts ?? (isOneClass ? true : nil), card.hasLikeMaterials, card.hasLikeProcess
            ))
    }

    /// Whether all are known and the same.
    private static func isOne(_ texts: [String?]) -> Bool {
        guard let first = texts.first, first != nil else { return false }
        return texts.allSatisfy { $0 == first }
    }

    /// - Returns: `nil` where what is known does not decide.
    public var isSentra: Bool? {
        all([
            units.map { $0 >= Self.leastUnits }, isInOnePlace,
            any([hasLikeProducts, hasLikeMaterials, hasLikeProcess]),
        ])
    }
}

/// Whether a village is a sentra for the statistical office: like businesses of at least a fifth of its households,
/// organised or coached by an agency, known to the public. The facts it is computed from stay with it.
/// - Source: BPS, Direktori Sentra Industri Kecil dan Mikro
public struct SentraByStatistics: Sendable, Hashable {
    public static let leastShare = 0.2

    /// Businesses of one kind in the village.
    public let likeBusinesses: Int?
    /// Households of the village.
    public let households: Int?
    public let isCoached: Bool?
    public let isKnownToThePublic: Bool?

    public init(likeBusinesses: Int?, households: Int?, isCoached: Bool?, isKnownToThePublic: Bool?) {
        self.likeBusinesses = likeBusinesses
        self.households = households
        self.isCoached = isCoached
        self.isKnownToThePublic = isKnownToThePublic
    }

    /// Of a sentra's village, as its card has it: the register need not hold every business of a village.
    public init(_ card: SentraCard) {
        self.init(
            likeBusinesses: card.likeBusinesses, households: card.households, isCoached: card.isCoached,
            isKnownToThePublic: card.isKnownToThePublic)
    }

    /// Like businesses of households; `nil` where either is not known or there are no households.
    public var share: Double? {
        guard let likeBusinesses, let households, households > 0 else { return nil }
        return Double(likeBusinesses) / Double(households)
    }

    /// - Returns: `nil` where what is known does not decide.
    public var isSentra: Bool? {
        all([share.map { $0 >= Self.leastShare }, isCoached, isKnownToThePublic])
    }
}

/// One that is known to fail decides; otherwise one that is not known leaves it open.
private func all(_ conditions: [Bool?]) -> Bool? {
    if conditions.contains(false) { return false }
    return conditions.contains(nil) ? nil : true
}

/// One that is known to hold decides; otherwise one that is not known leaves it open.
private func any(_ conditions: [Bool?]) -> Bool? {
    if conditions.contains(true) { return true }
    return conditions.contains(nil) ? nil : false
}

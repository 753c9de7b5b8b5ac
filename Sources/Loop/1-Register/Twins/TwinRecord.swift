/// What of an enterprise is compared to find it a second time. `nil` means not known.
public struct TwinRecord: Sendable, Equatable, Identifiable {
    public let id: Enterprise.ID
    public var name: String
    public var owner: String?
    public var nib: NIB?
    /// Digits; a leading 0 and the country code 62 are the same.
    public var phone: String?
    /// Village or, where that is not known, district.
    public var area: AreaCode?
    public var industry: IndustryCode?
    /// Street, number, hamlet.
    public var street: String?

    public init(id: Enterprise.ID, name: String) {
        self.id = id
        self.name = name
    }

    public init(id: Enterprise.ID, card: EnterpriseCard) {
        self.init(id: id, name: card.name)
        owner = card.owner
        nib = card.nib
        phone = card.phone
        area = card.area
        industry = card.industry
        street = card.street
    }
}

/// An area as a number: a district is a village with the number zero.
struct PackedArea: Hashable, Sendable {
    /// 0 for not known.
    let number: UInt64

    init(_ area: AreaCode?) {
        let digits = area?.text.utf8.reduce(UInt64(0)) { $1 == UInt8(ascii: ".") ? $0 : $0 * 10 + UInt64($1 - 48) } ?? 0
        number = area?.kind == .district ? digits * 10_000 : digits
    }

    init(number: UInt64) { self.number = number }

    var isKnown: Bool { number > 0 }
    var isVillage: Bool { number % 10_000 > 0 }
    var district: UInt64 { number / 10_000 }
    var regency: UInt64 { number / 1_000_000 }
}

/// A row of digits as a number.
enum PackedDigits {
    static func nib(_ nib: NIB?) -> UInt64 { nib.map { number(of: $0.digits) } ?? 0 }

    /// Without a leading 0 or 62; 0 for fewer than seven digits.
    static func phone(_ phone: String?) -> UInt64 {
        guard let phone else { return 0 }
        var digits = phone.utf8.filter { (48...57).contains($0) }[...]
        if digits.starts(with: "62".utf8) { digits = digits.dropFirst(2) }
        digits = digits.drop { $0 == UInt8(ascii: "0") }
        guard (7...15).contains(digits.count) else { return 0 }
        return digits.reduce(0) { $0 * 10 + UInt64($1 - 48) }
    }

    /// - Returns: 0 where a code is not known; equal only in one version.
    static func industry(_ code: IndustryCode?) -> UInt32 {
        guard let code, code.code.utf8.count > 1 else { return 0 }
        return UInt32(code.version.rawValue) * 1_000_000 + UInt32(number(of: code.code))
            + UInt32(code.code.utf8.count) * 100_000
    }

    private static func number(of digits: String) -> UInt64 { digits.utf8.reduce(0) { $0 * 10 + UInt64($1 & 0x0F) } }

    enum Slip { case none, early, late }

    /// Whether one digit differs, or two neighbours have changed places, and where: numbers that were given out one
    /// after the other differ in their last three digits, so that a slip there tells nothing.
    static func slip(_ left: UInt64, _ right: UInt64) -> Slip {
        guard isOneSlip(left, right) else { return .none }
        return left / 1000 == right / 1000 ? .late : .early
    }

    private static func isOneSlip(_ left: UInt64, _ right: UInt64) -> Bool {
        var places: [(place: Int, left: UInt64, right: UInt64)] = []
        var (left, right, place) = (left, right, 0)
        while left > 0 || right > 0 {
            if left % 10 != right % 10 { places.append((place, left % 10, right % 10)) }
            guard places.count <= 2 else { return false }
            (left, right, place) = (left / 10, right / 10, place + 1)
        }
        guard places.count == 2 else { return places.count == 1 }
        return places[1].place == places[0].place + 1 && places[0].left == places[1].right
            && places[0].right == places[1].left
    }
}

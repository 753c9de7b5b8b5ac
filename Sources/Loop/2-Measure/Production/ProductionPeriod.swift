public import Register

/// The stretch of time that figures of production speak of. A part of a year is raised to the year by a factor that is
/// stated, never guessed: how many such parts the year has.
public struct ProductionPeriod: Sendable, Hashable {
    /// The raw value is the stable name.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        case year, month, season, batch
    }

    public let kind: Kind
    public let year: Int
    /// Such periods in the year, > 0; 1 for a year. Eight months of work a year make 8, sixty firings of the kiln 60.
    public let perYear: Double

    /// - Parameter perYear: at most 366; a year takes 1 only.
    /// - Returns: `nil` for a year outside 1900…2200, or a factor that cannot be.
    public init?(_ kind: Kind, of year: Int, perYear: Double = 1) {
        guard (1900...2200).contains(year), perYear.isFinite, perYear > 0, perYear <= 366 else { return nil }
        guard kind != .year || perYear == 1, kind != .month || perYear <= 12 else { return nil }
        self.kind = kind
        self.year = year
        self.perYear = perYear
    }

    /// A whole year; one outside 1900…2200 is brought to the end of that range.
    public init(yearly year: Int) {
        kind = .year
        self.year = min(max(year, 1900), 2200)
        perYear = 1
    }

    /// An amount of the period as one of the year, `amount · perYear`, rounded half away from zero to the rupiah.
    public func raised(_ amount: Rupiah) -> Rupiah {
        kind == .year ? amount : Rupiah(Int64((Double(amount.amount) * perYear).rounded(.toNearestOrAwayFromZero)))
    }
}

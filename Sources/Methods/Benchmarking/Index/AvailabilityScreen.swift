/// Which units are left out because too little is known of them.
///
/// - Source: OECD & JRC (2008), step 2.
public struct AvailabilityScreen: Sendable, Equatable, Codable {
    /// A unit stays when at least this share of its indicators is known, 0…1. 0 keeps all.
    public var minimumKnown = 0.0
    /// A unit stays when at least this share of its known figures is not zero, 0…1. 0 keeps all.
    public var minimumNonZero = 0.0

    /// Keeps all units.
    public init() {}

    /// Leaves out the units of which a smaller share is known.
    public init(minimumKnown: Double) { self.minimumKnown = minimumKnown }

    /// A unit and what is known of it.
    public struct Availability: Sendable, Equatable {
        /// Code of the unit.
        public let unit: String
        /// Share of the indicators that is known, 0…1.
        public let known: Double
        /// Share of the known figures that is not zero, 0…1; `nil` when none is known.
        public let nonZero: Double?
    }

    /// The units that stay, and those that are left out with the reason.
    ///
    /// - Returns: both in the order of the table.
    /// - Throws: `.badParameter` for a share outside 0…1; `.tooFewUnits` when fewer than two stay.
    public func apply(
        to table: IndicatorTable
    ) throws(IndexRefusal) -> (kept: IndicatorTable, leftOut: [Availability]) {
        guard (0...1).contains(minimumKnown) else { throw .badParameter("minimumKnown") }
        guard (0...1).contains(minimumNonZero) else { throw .badParameter("minimumNonZero") }
        let all = table.units.indices.map { availability(of: $0, in: table) }
        let kept = all.indices.filter { stays(all[$0]) }
        guard kept.count >= 2 else { throw .tooFewUnits(left: kept.count) }
        return (table.keeping(kept), all.filter { !stays($0) })
    }

    private func stays(_ unit: Availability) -> Bool {
        // A unit of which nothing is known has no zeros; only `minimumKnown` speaks of it.
        unit.known >= minimumKnown && (unit.nonZero ?? 1) >= minimumNonZero
    }

    private func availability(of unit: Int, in table: IndicatorTable) -> Availability {
        let figures = table.codes.indices.compactMap { table[unit, $0] }
        let share = Double(figures.count) / Double(table.codes.count)
        let nonZero = figures.isEmpty ? nil : Double(figures.count { $0 != 0 }) / Double(figures.count)
        return Availability(unit: table.units[unit], known: share, nonZero: nonZero)
    }
}

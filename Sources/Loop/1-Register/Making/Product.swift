/// Something an enterprise makes and sells. `nil` means not known.
public struct Product: Sendable, Hashable, Identifiable {
    public typealias ID = Key<Product>

    public let id: ID
    public let enterprise: Enterprise.ID
    public var name: String
    /// What it is made of, the main material first.
    public var materials: [String]
    /// How it is made: tenun ikat, batik tulis, filigri, anyam.
    public var technique: String?
    public var motif: String?
    public var line: ProcessLine?
    public var subsector: CreativeSubsector?
    public var price: UnitPrice?

    public init(id: ID, of enterprise: Enterprise.ID, name: String, materials: [String] = []) {
        self.id = id
        self.enterprise = enterprise
        self.name = name
        self.materials = materials
    }
}

/// What one unit of a product is sold for.
public struct UnitPrice: Sendable, Hashable {
    /// Rupiah a unit, > 0.
    public let rupiah: Double
    /// As the maker counts: helai, potong, kg, bungkus.
    public let unit: String
    /// When it was asked for or paid.
    public let day: CalendarDay?

    /// - Returns: `nil` for a price that is not above zero, and without a unit.
    public init?(_ rupiah: Double, per unit: String, on day: CalendarDay? = nil) {
        guard rupiah.isFinite, rupiah > 0, !unit.isEmpty else { return nil }
        self.rupiah = rupiah
        self.unit = unit
        self.day = day
    }
}

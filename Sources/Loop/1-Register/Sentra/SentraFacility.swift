/// Something a sentra shares, such as a production house, a packing house or a waste-water plant, and how much it was
/// used in a year. `nil` means not known, zero means not at all.
public struct SentraFacility: Sendable, Hashable {
    /// The raw value is the stable name.
    public enum Kind: String, Sendable, CaseIterable, Codable {
        /// Rumah produksi.
        case productionHouse = "production-house"
        /// Rumah kemasan.
        case packingHouse = "packing-house"
        /// Mesin dan peralatan bersama.
        case machines
        /// IPAL.
        case wasteWater = "waste-water"
        /// IPAB.
        case cleanWater = "clean-water"
        /// Gerai, ruang pamer.
        case showroom
        /// Ruang pelatihan.
        case trainingRoom = "training-room"
        /// Gudang bahan baku dan hasil.
        case store
        /// Tempat penitipan anak.
        case childCare = "child-care"
        case other
    }

    public let kind: Kind
    public var name: String
    public var builtYear: Int?
    /// The year that the use below speaks of.
    public var year: Int?
    /// Hours in which it could be used, in the year.
    public var hoursOpen: Double?
    /// Hours in which it was used.
    public var hoursUsed: Double?
    /// How many members used it.
    public var membersServed: Int?

    public init(_ kind: Kind, name: String) {
        self.kind = kind
        self.name = name
    }

    /// Hours used of hours open, 0…1; above 1 where the records say so, which is a doubt to be shown.
    /// - Returns: `nil` where either is not known or it was never open.
    public var useShare: Double? {
        guard let hoursOpen, let hoursUsed, hoursOpen > 0 else { return nil }
        return hoursUsed / hoursOpen
    }

    /// Members served of all members, 0…1; `nil` where not known or there are none.
    public func reach(of members: Int) -> Double? {
        guard let membersServed, members > 0 else { return nil }
        return Double(membersServed) / Double(members)
    }
}

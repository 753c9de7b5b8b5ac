/// A province, a regency (kabupaten) or a city (kota), with what is known of its place and people.
public struct Region: Sendable, Equatable, Identifiable {
    public enum Kind: String, Sendable, CaseIterable {
        case province, regency, city
    }

    public let id: RegionCode
    /// `nil` for the four provinces that were founded after the statistical code list of 2020.
    public let bpsCode: BPSCode?
    public let kind: Kind
    /// The official name, "Kabupaten Badung" or "Kota Denpasar".
    public let name: String
    /// The middle of the region; `nil` where it is not known.
    public let centroid: Coordinates?
    /// Square kilometres; `nil` where it is not known.
    public let area: Double?
    /// Persons in the civil registry; `nil` where it is not known.
    public let population: Population?

    public init(
        id: RegionCode, bpsCode: BPSCode?, kind: Kind, name: String,
        place: (centroid: Coordinates?, area: Double?) = (nil, nil), population: Population? = nil
    ) {
        self.id = id
        self.bpsCode = bpsCode
        self.kind = kind
        self.name = name
        self.centroid = place.centroid
        self.area = place.area
        self.population = population
    }

    /// The same region with its people.
    public func inhabited(by population: Population?) -> Region {
        Region(
            id: id, bpsCode: bpsCode, kind: kind, name: name, place: (centroid, area), population: population)
    }

    /// The name as people say it: "Badung" for a regency, "Kota Denpasar" for a city.
    public var shortName: String {
        name.hasPrefix("Kabupaten ") ? String(name.dropFirst("Kabupaten ".count)) : name
    }
}

/// Men and women of a region as the civil registry counts them.
public struct Population: Sendable, Equatable {
    public let men: Int
    public let women: Int

    public init(men: Int, women: Int) {
        self.men = men
        self.women = women
    }

    public var total: Int { men + women }

    /// The year the product's registry figures speak of.
    /// - Source: Kepmendagri 300.2.2-2430/2025
    public static let registryYear = 2025
}

import Foundation

/// A place on the globe in degrees: latitude −90…90 (south is negative), longitude −180…180.
public struct Coordinates: Sendable, Hashable {
    public let latitude: Double
    public let longitude: Double

    /// - Returns: `nil` for a place that is not on the globe.
    public init?(latitude: Double, longitude: Double) {
        guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }

    /// Mean radius of the Earth in kilometres.
    /// - Source: Moritz (2000), table of derived constants
    public static let earthRadius = 6371.0088

    /// Kilometres between two places along the great circle (haversine formula): as the crow flies, not by road.
    /// - Source: Sinnott (1984), p. 159
    public func kilometres(to other: Coordinates) -> Double {
        let latitudes = (Self.radians(latitude), Self.radians(other.latitude))
        let halfNorth = (latitudes.1 - latitudes.0) / 2
        let halfEast = Self.radians(other.longitude - longitude) / 2
        let haversine =
            sin(halfNorth) * sin(halfNorth)
            + cos(latitudes.0) * cos(latitudes.1) * sin(halfEast) * sin(halfEast)
        return 2 * Self.earthRadius * asin(min(1, haversine.squareRoot()))
    }

    private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}

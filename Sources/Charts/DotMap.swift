/// One place on a map.
public struct MapPlace: Sendable, Equatable {
    /// Degrees, east positive.
    public var longitude: Double
    /// Degrees, north positive.
    public var latitude: Double
    public var role: Role
    /// Written beside the dot where there is room; `nil` for the crowd.
    public var name: String?
    /// Appears when the pointer rests on the dot.
    public var label: String?

    public init(
        longitude: Double, latitude: Double, role: Role = .rest, name: String? = nil,
        label: String? = nil
    ) {
        self.longitude = longitude
        self.latitude = latitude
        self.role = role
        self.name = name
        self.label = label
    }
}

/// Thin lines of equal degrees, with their words.
public struct Graticule: Sendable {
    public var longitude: @Sendable (Double) -> String
    public var latitude: @Sendable (Double) -> String

    /// - Parameters:
    ///   - longitude: writes degrees east, such as "110° BT".
    ///   - latitude: writes degrees north, such as "5° LS" for −5.
    public init(
        longitude: @escaping @Sendable (Double) -> String,
        latitude: @escaping @Sendable (Double) -> String
    ) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

/// Dots at their longitude and latitude, one degree as long in both directions, which near the
/// equator is right to a few per cent. Without a coastline: 514 dots draw the islands themselves.
/// - Parameters:
///   - places: those with a coordinate that is not finite are left out. The map's extent is theirs.
///   - graticule: `nil` for none.
///   - leastDegrees: so much of the earth is shown at least, > 0; one place alone still needs some around it.
public func dotMap(
    _ places: [MapPlace], graticule: Graticule? = nil, caption: Caption, leastDegrees: Double = 1
) -> Drawing {
    let places = places.filter { $0.longitude.isFinite && $0.latitude.isFinite }
    guard let longitudes = Scale.domain(of: places.map(\.longitude)),
        let latitudes = Scale.domain(of: places.map(\.latitude))
    else { return Drawing(width: mapWidth, height: 1, caption: caption, shapes: []) }
    let words = graticule == nil ? MapWords() : MapWords(left: 60, bottom: lineHeight)
    let map = Extent(longitudes, latitudes, least: leastDegrees, words: words)
    let marks = places.map {
        PlacedMark(
            center: Point(x: map.x.position(of: $0.longitude), y: map.y.position(of: $0.latitude)),
            role: $0.role, name: $0.name, label: $0.label ?? $0.name)
    }
    let lines = graticule.map(map.lines) ?? []
    let sheet = Box(x: 0, y: 0, width: mapWidth, height: map.height)
    let shapes = drawn(marks, on: sheet, around: texts(in: lines).map(\.box))
    return Drawing(width: mapWidth, height: map.height, caption: caption, shapes: lines + shapes)
}

private let mapWidth = 480.0
private let mapMargin = 24.0

/// The room that the words of a graticule take from the map.
private struct MapWords {
    var left = mapMargin
    var bottom = 0.0
}

/// The part of the earth shown, in the middle of the sheet.
private struct Extent {
    let x: Scale
    let y: Scale
    let height: Double
    let footer: Double

    init(
        _ longitudes: ClosedRange<Double>, _ latitudes: ClosedRange<Double>, least: Double, words: MapWords
    ) {
        let wide = max(longitudes.upperBound - longitudes.lowerBound, least)
        let tall = max(latitudes.upperBound - latitudes.lowerBound, least)
        let room = mapWidth - words.left - mapMargin
        let degree = min(room / wide, room / tall)
        let center = words.left + room / 2
        let halfHeight = tall * degree / 2 + mapMargin
        let longitude = (longitudes.lowerBound + longitudes.upperBound) / 2
        let latitude = (latitudes.lowerBound + latitudes.upperBound) / 2
        // The scales end at the sheet's edges, so that the lines of the graticule reach them.
        let (west, east) = (longitude - center / degree, longitude + (mapWidth - center) / degree)
        let half = halfHeight / degree
        x = Scale(west...east, from: 0, to: mapWidth)
        y = Scale(latitude - half...latitude + half, from: 2 * halfHeight, to: 0)
        height = 2 * halfHeight + words.bottom
        footer = words.bottom
    }

    /// The graticule, with the degrees of longitude under the map and of latitude at its left.
    func lines(_ graticule: Graticule) -> [Shape] {
        var shapes: [Shape] = []
        for tick in x.ticks {
            shapes.append(line(x.position(of: tick), 0, x.position(of: tick), height - footer))
        }
        for tick in y.ticks {
            let level = y.position(of: tick)
            shapes.append(line(0, level, mapWidth, level))
            let text = Text(graticule.latitude(tick), at: Point(x: 0, y: level - 4))
            if text.box.y >= 0 { shapes.append(Shape(.text(text), .muted)) }
        }
        let axis = Axis(title: "", format: graticule.longitude)
        return shapes + tickWords(axis, x, baseline: height - 4, width: mapWidth)
    }

    private func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Shape {
        Shape(.line(from: Point(x: x1, y: y1), to: Point(x: x2, y: y2)), .grid)
    }
}

import Testing

@testable import Charts

/// Pairs of words that lie on each other.
func overlaps(_ drawing: Drawing) -> [String] {
    let texts = texts(in: drawing.shapes)
    return texts.indices.flatMap { first in
        texts[..<first].filter { $0.box.overlaps(texts[first].box) }
            .map { "\($0.words) | \(texts[first].words)" }
    }
}

/// Numbers in 0 ..< 1 that are the same in every run.
struct FixedNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / Double(1 << 53)
    }
}

struct ScatterTests {
    private let axis = Axis(title: "jarak") { "\(($0 * 10).rounded() / 10)" }

    private func points(_ count: Int, seed: UInt64) -> [ScatterPoint] {
        var numbers = FixedNumbers(seed: seed)
        return (0..<count).map { index in
            let role: Role = index == 0 ? .home : index < 20 ? .other : .rest
            return ScatterPoint(
                x: numbers.next(), y: numbers.next() - 0.5, role: role,
                name: role == .rest ? nil : "Kabupaten \(index)")
        }
    }

    @Test(arguments: 1...30)
    func `labels do not overlap, whatever the points`(seed: UInt64) {
        let drawing = scatter(points(60, seed: seed), x: axis, y: axis, caption: caption)
        #expect(overlaps(drawing) == [])
        #expect(isSound(drawing))
        #expect(texts(in: drawing.shapes).contains { $0.words == "Kabupaten 0" })
    }

    @Test func `a point that is not a number is left out`() {
        let broken = [
            ScatterPoint(x: .nan, y: 1), ScatterPoint(x: 1, y: .infinity), ScatterPoint(x: 1, y: 1, label: "here"),
        ]
        let drawing = scatter(broken, x: axis, y: axis, caption: caption)
        let dots = flat(drawing.shapes).filter {
            if case .circle = $0.form { true } else { false }
        }
        #expect(dots.count == 1)
        #expect(isSound(drawing))
    }

    @Test func `points that have nothing to say are one drawing of dots`() {
        let crowd = (0..<500).map { ScatterPoint(x: Double($0), y: 1) }
        let dots = scatter(crowd, x: axis, y: axis, caption: caption).shapes.compactMap { shape -> [Point]? in
            if case .dots(let points) = shape.form { points } else { nil }
        }
        #expect(dots.map(\.count) == [500])
    }

    @Test func `a name without room stays as the label of its point`() {
        let crowd = (0..<30).map {
            ScatterPoint(x: 1, y: 1, role: .other, name: "Kabupaten \($0)")
        }
        let drawing = scatter(crowd, x: axis, y: axis, caption: caption)
        #expect(Set(drawing.shapes.compactMap(\.label)).count == 30)
        #expect(overlaps(drawing) == [])
    }

    @Test func `home lies on top of the crowd and has another shape than the other`() {
        let marks = scatter(points(30, seed: 1), x: axis, y: axis, caption: caption).shapes
            .filter { $0.label != nil || [.rest, .crowd].contains($0.role) }
        #expect(marks.first?.role == .crowd)
        #expect(marks.last?.role == .home)
        guard case .circle? = marks.last?.form, case .polygon? = marks.dropLast().last?.form else {
            return #expect(Bool(false), "home is a circle and the other a diamond")
        }
    }

    @Test func `no points give a drawing that shows nothing and is valid`() {
        let drawing = scatter([], x: axis, y: axis, caption: caption)
        #expect(drawing.shapes.isEmpty)
        #expect(isSound(drawing))
    }
}

struct DotMapTests {
    private let graticule = Graticule(longitude: { "\($0)° BT" }, latitude: { "\($0)°" })

    private func center(_ drawing: Drawing, _ role: Role) -> Point? {
        let shape = drawing.shapes.first { shape in
            if case .text = shape.form { false } else { shape.role == role }
        }
        switch shape?.form {
        case .circle(let center, _): return center
        case .polygon(let corners): return Point(x: corners[0].x, y: corners[1].y)
        default: return nil
        }
    }

    @Test func `a degree is as long eastward as northward, and north is up`() throws {
        let places = [
            MapPlace(longitude: 115, latitude: -8, role: .home, name: "Badung"),
            MapPlace(longitude: 119, latitude: -5, role: .other, name: "Makassar"),
        ]
        let drawing = dotMap(places, graticule: graticule, caption: caption)
        let home = try #require(center(drawing, .home))
        let other = try #require(center(drawing, .other))
        #expect(abs((other.x - home.x) / 4 - (home.y - other.y) / 3) < 1e-9)
        #expect(other.x > home.x && other.y < home.y)
    }

    @Test func `a map of near places shows less of the earth, so that they stand apart`() throws {
        let places = [
            MapPlace(longitude: 115.1, latitude: -8.6, role: .home),
            MapPlace(longitude: 115.3, latitude: -8.6, role: .other),
        ]
        func apart(_ drawing: Drawing) throws -> Double {
            try #require(center(drawing, .other)).x - (try #require(center(drawing, .home)).x)
        }
        let (wide, near) = (
            dotMap(places, graticule: graticule, caption: caption),
            dotMap(places, graticule: graticule, caption: caption, leastDegrees: 0.1)
        )
        #expect(try apart(near) > 4 * apart(wide))
        #expect(isSound(near))
    }

    @Test(arguments: 1...20)
    func `names on the map do not overlap`(seed: UInt64) {
        var numbers = FixedNumbers(seed: seed)
        let places = (0..<40).map { index in
            MapPlace(
                longitude: 95 + 46 * numbers.next(), latitude: 6 - 17 * numbers.next(),
                role: index == 0 ? .home : .other, name: "Kota \(index)")
        }
        let drawing = dotMap(places, graticule: graticule, caption: caption)
        #expect(overlaps(drawing) == [])
        #expect(isSound(drawing))
    }

    @Test func `one place alone, a place that is not a number, and none at all are valid`() {
        let badung = MapPlace(longitude: 115.2, latitude: -8.6, role: .home, name: "Badung")
        let broken = MapPlace(longitude: .nan, latitude: 0)
        #expect(isSound(dotMap([badung, broken], graticule: graticule, caption: caption)))
        #expect(isSound(dotMap([broken], caption: caption)))
        #expect(dotMap([], caption: caption).shapes.isEmpty)
    }
}

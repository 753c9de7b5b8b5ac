// For rounded(), which on Linux links against libm.
import Foundation

/// One point of a scatter.
public struct ScatterPoint: Sendable, Equatable {
    public var x: Double
    public var y: Double
    public var role: Role
    /// Written beside the point where there is room; `nil` for the crowd.
    public var name: String?
    /// Appears when the pointer rests on the point.
    public var label: String?

    public init(x: Double, y: Double, role: Role = .rest, name: String? = nil, label: String? = nil) {
        self.x = x
        self.y = y
        self.role = role
        self.name = name
        self.label = label
    }
}

/// Points by two measures, both axes with zero; names at the interesting points.
/// - Parameters:
///   - points: those with a coordinate that is not finite are left out. Names of earlier points
///     find a place first.
///   - x: for instance the distance between two economies.
///   - y: for instance the lead in productivity; its zero line is drawn.
public func scatter(_ points: [ScatterPoint], x: Axis, y: Axis, caption: Caption) -> Drawing {
    let points = points.filter { $0.x.isFinite && $0.y.isFinite }
    guard let across = Scale.domain(of: points.map(\.x) + [0]),
        let up = Scale.domain(of: points.map(\.y) + [0]), !points.isEmpty
    else { return Drawing(width: plotWidth, height: 1, caption: caption, shapes: []) }
    let vertical = Scale(
        around: up, from: plotHeight - 2 * lineHeight - 8, to: lineHeight + 14)
    let left = (vertical.ticks.map { width(of: y.format($0)) }.max() ?? 0) + 8
    let plot = Plot(x: Scale(around: across, from: left + 8, to: plotWidth - 12), y: vertical)
    let marks = points.map {
        PlacedMark(
            center: Point(x: plot.x.position(of: $0.x), y: plot.y.position(of: $0.y)),
            role: $0.role, name: $0.name, label: $0.label ?? $0.name)
    }
    let axes = plot.frame(x: x, y: y)
    let taken = texts(in: axes).map(\.box)
    let sheet = Box(x: left, y: lineHeight + 2, width: plotWidth - left, height: plot.y.start)
    return Drawing(
        width: plotWidth, height: plotHeight, caption: caption,
        shapes: axes + drawn(marks, on: sheet, around: taken))
}

let plotWidth = 440.0
private let plotHeight = 380.0

/// The two scales of a scatter.
private struct Plot {
    let x: Scale
    let y: Scale

    /// Grid, zero line, numbers and titles of the axes.
    func frame(x xAxis: Axis, y yAxis: Axis) -> [Shape] {
        let left = x.start - 8
        var shapes: [Shape] = []
        for tick in y.ticks {
            let height = y.position(of: tick)
            let ends = (Point(x: left, y: height), Point(x: plotWidth, y: height))
            shapes.append(Shape(.line(from: ends.0, to: ends.1), tick == 0 ? .axis : .grid))
            let place = Point(x: left - 6, y: height + fontSize * 0.35)
            shapes.append(Shape(.text(Text(yAxis.format(tick), at: place, anchor: .end)), .muted))
        }
        let baseline = y.start + 8 + fontSize
        shapes += tickWords(xAxis, x, baseline: baseline, width: plotWidth)
        let below = Point(x: plotWidth, y: baseline + lineHeight)
        shapes.append(Shape(.text(Text(xAxis.title, at: below, anchor: .end)), .muted))
        shapes.append(Shape(.text(Text(yAxis.title, at: Point(x: 0, y: fontSize))), .muted))
        return shapes
    }
}

/// A mark that knows where on the sheet it stands.
struct PlacedMark {
    let center: Point
    let role: Role
    let name: String?
    let label: String?

    /// One of the crowd, with nothing to say of its own.
    var isNameless: Bool { role == .rest && name == nil && label == nil }
}

/// Marks with the crowd beneath and home on top, and over them the names that find room between
/// the words already there.
func drawn(_ marks: [PlacedMark], on sheet: Box, around words: [Box]) -> [Shape] {
    let nameless = marks.filter(\.isNameless)
    // Half a unit is finer than the dots themselves.
    let centers = nameless.map { Point(x: ($0.center.x * 2).rounded() / 2, y: ($0.center.y * 2).rounded() / 2) }
    let dots = Shape(.dots(centers), .crowd)
    let crowd = marks.filter { $0.role == .rest && !$0.isNameless }.map { mark in
        // The group has the role, which saves the page a class for each of some 500 dots.
        Shape(Charts.mark(.rest, at: mark.center, label: nil).form, nil, label: mark.label)
    }
    let others = marks.filter { $0.role != .rest && $0.role != .home }
    let home = marks.filter { $0.role == .home }
    let shapes = (others.reversed() + home).map {
        Charts.mark($0.role, at: $0.center, label: $0.label)
    }
    let named = home + others + marks.filter { $0.role == .rest && $0.name != nil }
    return (nameless.isEmpty ? [] : [dots]) + (crowd.isEmpty ? [] : [Shape(.group(crowd), .rest)]) + shapes
        + names(of: named, on: sheet, around: words)
}

private func names(of marks: [PlacedMark], on sheet: Box, around words: [Box]) -> [Shape] {
    let rooms = marks.map { room(for: $0.role, at: $0.center) }
    var places = NamePlaces(on: sheet, words: words, marks: rooms)
    return zip(marks, rooms).compactMap { mark, room in
        guard let name = mark.name else { return nil }
        var text = places.place(name, beside: room)
        // The reader looks for home first: its name may cover a diamond.
        if text == nil, mark.role == .home { text = places.placeOverMarks(name, beside: room) }
        return text.map { Shape(.text($0), mark.role) }
    }
}

/// The lines of words among shapes.
func texts(in shapes: [Shape]) -> [Text] {
    shapes.compactMap { shape in
        if case .text(let text) = shape.form { text } else { nil }
    }
}

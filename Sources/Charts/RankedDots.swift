/// One item of a ranking: its figure and where else it may lie.
public struct RankedRow: Sendable, Equatable {
    public var label: String
    public var figure: Figure
    public var interval: Interval?
    public var role: Role

    public init(
        _ label: String, _ figure: Figure, interval: Interval? = nil, role: Role = .rest
    ) {
        self.label = label
        self.figure = figure
        self.interval = interval
        self.role = role
    }
}

/// One row an item: label and value above, and below them the dot on a common scale with its
/// interval behind it.
/// - Parameters:
///   - rows: drawn in the order given. A number that is not known or not finite has words and no
///     dot.
///   - axis: the scale under the rows; it need not start at zero, because dots are read by place
///     and not by length.
///   - reference: a line through all rows with its words above, such as quotient 1.
public func rankedDots(
    _ rows: [RankedRow], axis: Axis, reference: Figure? = nil, caption: Caption
) -> Drawing {
    let intervals = rows.compactMap(\.interval).filter(\.isDrawable)
    let numbers =
        rows.compactMap(\.figure.drawable) + intervals.flatMap { [$0.low, $0.high] }
        + [reference?.drawable].compactMap(\.self)
    guard let domain = Scale.domain(of: numbers) else {
        return Drawing(width: sheetWidth, height: 1, caption: caption, shapes: [])
    }
    let scale = Scale(around: domain, from: 8, to: sheetWidth - 8)
    var sheet = RankedSheet(scale: scale, reference: reference?.drawable)
    if let reference { sheet.addWords(of: reference) }
    for row in rows { sheet.add(row) }
    sheet.add(axis)
    return Drawing(width: sheetWidth, height: sheet.bottom, caption: caption, shapes: sheet.shapes)
}

/// The rows drawn so far.
private struct RankedSheet {
    let scale: Scale
    let reference: Double?
    private(set) var shapes: [Shape] = []
    private(set) var bottom = 0.0

    init(scale: Scale, reference: Double?) {
        self.scale = scale
        self.reference = reference
    }

    mutating func addWords(of reference: Figure) {
        guard let number = reference.drawable else { return }
        let half = width(of: reference.words) / 2
        let center = min(max(scale.position(of: number), half), max(sheetWidth - half, half))
        let words = Text(reference.words, at: Point(x: center, y: fontSize), anchor: .middle)
        shapes.append(Shape(.text(words), .muted))
        drawReference(from: lineHeight, to: lineHeight + 6)
        bottom = lineHeight + 8
    }

    /// A piece of the reference line. It is broken where words stand, so that it strikes none out.
    private mutating func drawReference(from top: Double, to bottom: Double) {
        guard let reference else { return }
        shapes.append(baseline(at: scale.position(of: reference), from: top, to: bottom))
    }

    mutating func add(_ row: RankedRow) {
        let room = sheetWidth - width(of: row.figure.words) - fontSize
        shapes += paragraph(row.label, below: bottom, within: room)
        let isKnown = row.figure.drawable != nil
        let value = Text(
            row.figure.words, at: Point(x: sheetWidth, y: bottom + fontSize), anchor: .end)
        shapes.append(Shape(.text(value), isKnown ? .text : .muted))
        let y = bottom + height(of: row.label, within: room) + 9
        shapes.append(line(from: scale.start, to: scale.end, at: y, .grid))
        drawReference(from: y - 7, to: y + 9)
        if let interval = row.interval, interval.isDrawable {
            let (low, high) = (scale.position(of: interval.low), scale.position(of: interval.high))
            shapes.append(line(from: low, to: high, at: y, row.role))
        }
        if let number = row.figure.drawable {
            let center = Point(x: scale.position(of: number), y: y)
            shapes.append(mark(row.role, at: center, label: "\(row.label): \(row.figure.words)"))
        }
        bottom = y + 16
    }

    private func line(from start: Double, to end: Double, at y: Double, _ role: Role) -> Shape {
        Shape(.line(from: Point(x: start, y: y), to: Point(x: end, y: y)), role)
    }

    mutating func add(_ axis: Axis) {
        shapes += tickWords(axis, scale, baseline: bottom + fontSize, width: sheetWidth)
        let title = Text(
            axis.title, at: Point(x: sheetWidth, y: bottom + lineHeight + fontSize), anchor: .end)
        shapes.append(Shape(.text(title), .muted))
        bottom += 2 * lineHeight + 4
    }
}

/// The numbers of a horizontal axis, each moved inside the sheet; those that would touch the one
/// before are left out.
func tickWords(_ axis: Axis, _ scale: Scale, baseline: Double, width sheetWidth: Double) -> [Shape] {
    let sheet = Box(x: 0, y: 0, width: sheetWidth, height: .greatestFiniteMagnitude)
    var places = NamePlaces(on: sheet)
    return scale.ticks.compactMap { tick in
        let words = axis.format(tick)
        let half = width(of: words) / 2
        let x = min(max(scale.position(of: tick), half), sheetWidth - half)
        let text = Text(words, at: Point(x: x, y: baseline), anchor: .middle)
        return places.take(text) ? Shape(.text(text), .muted) : nil
    }
}

/// One industry, with the share it has at home and at the other's.
public struct StructureRow: Sendable, Equatable {
    public var label: String
    public var home: Figure
    public var other: Figure

    public init(_ label: String, home: Figure, other: Figure) {
        self.label = label
        self.home = home
        self.other = other
    }
}

/// Two economies side by side: for each industry the bar of home (solid) above the bar of the
/// other (outlined), both from zero on one scale, each with its value.
///
/// The names of the two stand on the bars of the first industry instead of in a legend.
/// - Parameters:
///   - rows: up to about 17 industries, drawn in the order given; numbers ≥ 0. A number that is
///     not known, negative or not finite has words and no bar.
///   - home: the name of the reader's region.
///   - other: the name of the region compared with.
public func structureBars(
    _ rows: [StructureRow], home: String, other: String, caption: Caption
) -> Drawing {
    let scale = scale(for: rows.flatMap { [$0.home, $0.other] })
    var shapes: [Shape] = []
    var top = 0.0
    for (index, row) in rows.enumerated() {
        shapes += paragraph(row.label, below: top, within: sheetWidth)
        top += height(of: row.label, within: sheetWidth) + 3
        let start = top
        for (role, name, figure) in [(Role.home, home, row.home), (.other, other, row.other)] {
            if index == 0 {
                shapes.append(Shape(.text(Text(name, at: Point(x: 6, y: top + fontSize))), role))
                top += lineHeight
            }
            let label = "\(row.label), \(name): \(figure.words)"
            shapes += bar(figure, role, at: Point(x: scale.start, y: top), scale, label: label)
            top += barPitch
        }
        shapes.append(baseline(at: scale.start, from: start, to: top))
        top += 12
    }
    return Drawing(width: sheetWidth, height: max(top, 1), caption: caption, shapes: shapes)
}

/// Narrow, so that the words stay legible on a telephone.
let sheetWidth = 400.0
/// From the top of a bar to the top of the next.
let barPitch = 17.0
private let barHeight = 14.0
/// Between a bar and its value.
let barGap = 6.0

/// From zero to the longest bar, which leaves room for every value at the end of its bar.
private func scale(for figures: [Figure]) -> Scale {
    let left = 1.0
    let drawn = figures.filter { ($0.drawable ?? 0) > 0 }
    let unit = drawn.map { figure in
        (sheetWidth - left - barGap - width(of: figure.words)) / (figure.drawable ?? 1)
    }
    let longest = drawn.compactMap(\.drawable).max() ?? 1
    let end = left + longest * max(unit.min() ?? 0, 0)
    return Scale(0...longest, from: left, to: end)
}

private func bar(
    _ figure: Figure, _ role: Role, at corner: Point, _ scale: Scale, label: String
) -> [Shape] {
    let number = figure.drawable.flatMap { $0 >= 0 ? $0 : nil }
    let end = scale.position(of: number ?? 0)
    let box = Box(x: corner.x, y: corner.y, width: end - corner.x, height: barHeight)
    let baseline = corner.y + barHeight / 2 + fontSize * 0.35
    let words = Text(figure.words, at: Point(x: end + barGap, y: baseline))
    let bar = number.map { _ in Shape(.rectangle(box), role, label: label) }
    return [bar, Shape(.text(words), number == nil ? .muted : .text)].compactMap(\.self)
}

func baseline(at x: Double, from top: Double, to bottom: Double) -> Shape {
    Shape(.line(from: Point(x: x, y: top), to: Point(x: x, y: bottom)), .axis)
}

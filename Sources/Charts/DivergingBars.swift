/// One part of a sum, above or below zero.
public struct DivergingRow: Sendable, Equatable {
    public var label: String
    public var figure: Figure
    public var role: Role

    public init(_ label: String, _ figure: Figure, role: Role = .home) {
        self.label = label
        self.figure = figure
        self.role = role
    }
}

/// Bars to the left and right of zero, such as the parts of a shift-share: each with its label
/// above it and its value at its end.
/// - Parameter rows: drawn in the order given. A number that is not known or not finite has words
///   and no bar.
public func divergingBars(_ rows: [DivergingRow], caption: Caption) -> Drawing {
    let scale = divergingScale(for: rows.map(\.figure))
    var shapes: [Shape] = []
    var top = 0.0
    for row in rows {
        shapes += paragraph(row.label, below: top, within: sheetWidth)
        top += height(of: row.label, within: sheetWidth) + 3
        shapes += bar(row, below: top, scale)
        shapes.append(
            baseline(at: scale.position(of: 0), from: top - 2, to: top + divergingHeight + 2))
        top += divergingHeight + 14
    }
    return Drawing(width: sheetWidth, height: max(top, 1), caption: caption, shapes: shapes)
}

private let divergingHeight = 16.0

/// Around zero, with room for the widest value on either side that has a bar.
private func divergingScale(for figures: [Figure]) -> Scale {
    let negative = figures.filter { ($0.drawable ?? 0) < 0 }
    let others = figures.filter { ($0.drawable ?? 0) >= 0 }
    let left = negative.map { width(of: $0.words) + barGap }.max() ?? 1
    let right = others.map { width(of: $0.words) + barGap }.max() ?? 1
    let low = negative.compactMap(\.drawable).min() ?? 0
    let high = others.compactMap(\.drawable).max() ?? 0
    // All zero: the bars have no width, and zero lies at the left.
    guard low < high else { return Scale(0...1, from: left, to: left + 1) }
    return Scale(low...high, from: left, to: max(sheetWidth - right, left + 1))
}

private func bar(_ row: DivergingRow, below top: Double, _ scale: Scale) -> [Shape] {
    let zero = scale.position(of: 0)
    let end = scale.position(of: row.figure.drawable ?? 0)
    let box = Box(x: min(zero, end), y: top, width: abs(end - zero), height: divergingHeight)
    let baseline = top + divergingHeight / 2 + fontSize * 0.35
    let words = Text(
        row.figure.words, at: Point(x: end < zero ? end - barGap : end + barGap, y: baseline),
        anchor: end < zero ? .end : .start)
    let value = Shape(.text(words), row.figure.drawable == nil ? .muted : .text)
    guard row.figure.drawable != nil else { return [value] }
    let label = "\(row.label): \(row.figure.words)"
    return [Shape(.rectangle(box), row.role, label: label), value]
}

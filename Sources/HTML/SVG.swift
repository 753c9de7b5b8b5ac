public import Charts

/// A drawing as inline SVG, named and described for those who do not see it.
///
/// Shapes carry the classes of their roles (`c-home`, `c-other`, …) and no colours, so that one
/// stylesheet draws them in light, in dark and on paper.
/// - Parameter id: unique in the page, without spaces; the title gets `id-title`, the description
///   `id-desc`.
public func svg(_ drawing: Drawing, id: String) -> Node {
    let attributes: [Attribute] = [
        .class("chart"), .role("img"), .ariaLabelledby("\(id)-title \(id)-desc"),
        viewBox(drawing),
        Attribute("width", drawing.width), Attribute("height", drawing.height),
        Attribute("font-size", Drawing.fontSize),
    ]
    let names = [
        block("title", [.id("\(id)-title")], .text(drawing.title)),
        block("desc", [.id("\(id)-desc")], .text(drawing.description)),
    ]
    return block("svg", attributes, .sequence(names + drawing.shapes.map(node)))
}

private func viewBox(_ drawing: Drawing) -> Attribute {
    Attribute("viewBox", "0 0 \(number(drawing.width)) \(number(drawing.height))")
}

private func node(_ shape: Shape) -> Node {
    let role = Attribute.class(shape.role.map { "c-\($0.rawValue)" })
    let label = shape.label.map { inline("title", [], .text($0)) } ?? .nothing
    switch shape.form {
    case .line(let start, let end):
        return block("line", [role] + ends(start, end), label)
    case .rectangle(let box):
        return block("rect", [role] + sides(box), label)
    case .circle(let center, let radius):
        let place = [Attribute("cx", center.x), Attribute("cy", center.y), Attribute("r", radius)]
        return block("circle", [role] + place, label)
    case .dots(let points):
        return block("path", [role, Attribute("d", value: .dots(points))], label)
    case .polyline(let points):
        return block("polyline", [role, Attribute("points", value: .points(points))], label)
    case .polygon(let points):
        return block("polygon", [role, Attribute("points", value: .points(points))], label)
    case .text(let text):
        return block("text", [role] + place(text), .text(text.words))
    case .group(let shapes):
        return block("g", [role], .sequence([label] + shapes.map(node)))
    }
}

private func ends(_ start: Point, _ end: Point) -> [Attribute] {
    [
        Attribute("x1", start.x), Attribute("y1", start.y),
        Attribute("x2", end.x), Attribute("y2", end.y),
    ]
}

private func sides(_ box: Box) -> [Attribute] {
    [
        Attribute("x", box.x), Attribute("y", box.y),
        Attribute("width", box.width), Attribute("height", box.height),
    ]
}

private func place(_ text: Text) -> [Attribute] {
    [
        Attribute("x", text.at.x), Attribute("y", text.at.y),
        Attribute("text-anchor", text.anchor == .start ? nil : text.anchor.rawValue),
    ]
}

extension Attribute {
    fileprivate init(_ name: StaticString, _ value: Double) {
        self.init(name, value: .number(value))
    }
}

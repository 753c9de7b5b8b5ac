/// The mark of one item: home a filled circle, the other a diamond, the rest a small hollow
/// circle, what warns or is done a square. The form says what the colour says.
func mark(_ role: Role, at center: Point, label: String?) -> Shape {
    let reach = reach(of: role)
    switch role {
    case .other:
        let corners = [
            Point(x: center.x, y: center.y - reach), Point(x: center.x + reach, y: center.y),
            Point(x: center.x, y: center.y + reach), Point(x: center.x - reach, y: center.y),
        ]
        return Shape(.polygon(corners), role, label: label)
    case .warn, .done:
        return Shape(.rectangle(room(for: role, at: center)), role, label: label)
    default:
        return Shape(.circle(center: center, radius: reach), role, label: label)
    }
}

/// The room that a mark takes.
func room(for role: Role, at center: Point) -> Box {
    let reach = reach(of: role)
    return Box(x: center.x - reach, y: center.y - reach, width: 2 * reach, height: 2 * reach)
}

/// From the centre of a mark to its edge.
private func reach(of role: Role) -> Double {
    switch role {
    case .home: 6
    case .other: 7
    case .warn, .done: 5
    default: 3
    }
}

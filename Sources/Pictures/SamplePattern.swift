import CGD

/// Simple patterns like those of cloth and plaiting, drawn by the program, so that the sample register shows pictures and
/// nobody's photo is needed for it.
public enum SamplePattern: String, Sendable, CaseIterable {
    /// Rows of lozenges, as on tied and dyed cloth.
    case lozenges
    /// Broad and narrow bands that cross.
    case checks
    /// Four leaves around a point, as the kawung of batik.
    case leaves
    /// Strips over and under each other.
    case plaiting

    private static let size = (width: 800, height: 600)
    private static let cell = 80

    /// - Parameter number: by which pictures of one pattern differ, in their colours.
    /// - Returns: `nil` where there is no memory for it.
    public func picture(number: Int) -> Picture? {
        let inks = Self.inks[abs(number) % Self.inks.count]
        guard let canvas = Canvas.white(Self.size.width, Self.size.height) else { return nil }
        canvas.fill(x: 0, y: 0, Self.size.width, Self.size.height, inks.ground)
        for row in 0...Self.size.height / Self.cell {
            for column in 0...Self.size.width / Self.cell {
                draw(canvas, column, row, inks)
            }
        }
        return Picture(of: canvas)
    }

    private struct Inks {
        let ground: Int32
        let first: Int32
        let second: Int32
    }

    /// Colours of cloth: indigo, terracotta, turmeric, leaf.
    private static let inks = [
        Inks(ground: 0x27396B, first: 0xE9E2D0, second: 0xA8452C),
        Inks(ground: 0xA8452C, first: 0xF3D9A0, second: 0x4A1F14),
        Inks(ground: 0xE3C46A, first: 0x6B4A1B, second: 0xA8452C),
        Inks(ground: 0x2F6B3C, first: 0xE9E2D0, second: 0xE3C46A),
        Inks(ground: 0xEFE6D2, first: 0x27396B, second: 0x8A6100),
    ]

    private func draw(_ canvas: Canvas, _ column: Int, _ row: Int, _ inks: Inks) {
        let (x, y, cell) = (column * Self.cell, row * Self.cell, Self.cell)
        let isEven = (column + row).isMultiple(of: 2)
        switch self {
        case .lozenges:
            canvas.lozenge(x + cell / 2, y + cell / 2, cell / 2, isEven ? inks.first : inks.second)
            canvas.lozenge(x + cell / 2, y + cell / 2, cell / 4, inks.ground)
            canvas.lozenge(x + cell / 2, y + cell / 2, cell / 8, inks.first)
        case .checks:
            canvas.fill(x: x, y: y, cell / 2, cell, inks.first)
            canvas.fill(x: x, y: y, cell, cell / 4, inks.second)
            canvas.fill(x: x, y: y, cell / 2, cell / 4, inks.ground)
            canvas.fill(x: x + 3 * cell / 4, y: y, cell / 16, cell, inks.second)
        case .leaves:
            for (dx, dy) in [(1, 1), (3, 1), (1, 3), (3, 3)] {
                canvas.oval(x + dx * cell / 4, y + dy * cell / 4, 2 * cell / 5, 2 * cell / 5, inks.first)
                canvas.oval(x + dx * cell / 4, y + dy * cell / 4, cell / 8, cell / 8, inks.second)
            }
            canvas.lozenge(x + cell / 2, y + cell / 2, cell / 8, inks.second)
        case .plaiting:
            let (ink, edge) = (isEven ? inks.first : inks.second, cell / 12)
            canvas.fill(x: x + (isEven ? 0 : edge), y: y + (isEven ? edge : 0), cell, cell, inks.ground)
            canvas.fill(
                x: x + (isEven ? 0 : edge), y: y + (isEven ? edge : 0), cell - (isEven ? 0 : 2 * edge),
                cell - (isEven ? 2 * edge : 0), ink)
        }
    }
}

extension Canvas {
    fileprivate func fill(x: Int, y: Int, _ width: Int, _ height: Int, _ ink: Int32) {
        gdImageFilledRectangle(image, Int32(x), Int32(y), Int32(x + width - 1), Int32(y + height - 1), ink)
    }

    fileprivate func oval(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ ink: Int32) {
        gdImageFilledEllipse(image, Int32(x), Int32(y), Int32(width), Int32(height), ink)
    }

    fileprivate func lozenge(_ x: Int, _ y: Int, _ radius: Int, _ ink: Int32) {
        let (x, y, radius) = (Int32(x), Int32(y), Int32(radius))
        var corners = [
            gdPoint(x: x, y: y - radius), gdPoint(x: x + radius, y: y), gdPoint(x: x, y: y + radius),
            gdPoint(x: x - radius, y: y),
        ]
        gdImageFilledPolygon(image, &corners, Int32(corners.count), ink)
    }
}

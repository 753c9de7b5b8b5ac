/// A picture as values: shapes with roles and words, on a sheet whose origin is at the top left.
/// It knows no colour and no file format; `HTML` writes it as SVG.
public struct Drawing: Sendable, Equatable {
    /// The size of all lettering, in the drawing's units. Layouts count on it.
    public static let fontSize = 15.0

    public var width: Double
    public var height: Double
    /// What the picture shows, for those who do not see it.
    public var title: String
    /// What can be read from it, in a sentence.
    public var description: String
    /// In the order they are drawn: later ones lie on top.
    public var shapes: [Shape]

    public init(width: Double, height: Double, caption: Caption, shapes: [Shape]) {
        self.width = width
        self.height = height
        self.title = caption.title
        self.description = caption.description
        self.shapes = shapes
    }
}

/// What a drawing says of itself in words.
public struct Caption: Sendable, Equatable {
    public var title: String
    public var description: String

    public init(title: String, description: String) {
        self.title = title
        self.description = description
    }
}

/// What a shape stands for; the stylesheet gives it colour.
public enum Role: String, Sendable, CaseIterable {
    /// The reader's own place or enterprise.
    case home
    /// The one compared with: host, candidate.
    case other
    /// Everybody else.
    case rest
    /// Everybody else as dots that are not told apart.
    case crowd
    case warn, done
    case axis, grid
    case text, muted
}

/// One thing drawn.
public struct Shape: Sendable, Equatable {
    public enum Form: Sendable, Equatable {
        case line(from: Point, to: Point)
        case rectangle(Box)
        case circle(center: Point, radius: Double)
        case polyline([Point])
        case polygon([Point])
        /// Small round dots that are one thing, such as everybody else: no words, no single one to point at.
        case dots([Point])
        case text(Text)
        case group([Shape])
    }

    public var form: Form
    /// `nil` inside a group that has the role.
    public var role: Role?
    /// Words that appear when the pointer rests on the shape.
    public var label: String?

    public init(_ form: Form, _ role: Role?, label: String? = nil) {
        self.form = form
        self.role = role
        self.label = label
    }
}

/// A place on the drawing; `y` grows downwards.
public struct Point: Sendable, Equatable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// An upright rectangle, from its top left corner.
public struct Box: Sendable, Equatable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    func overlaps(_ other: Box) -> Bool {
        x < other.x + other.width && other.x < x + width
            && y < other.y + other.height && other.y < y + height
    }

    func contains(_ other: Box) -> Bool {
        x <= other.x && other.x + other.width <= x + width
            && y <= other.y && other.y + other.height <= y + height
    }
}

/// One line of words.
public struct Text: Sendable, Equatable {
    /// Which part of the words stands at the point.
    public enum Anchor: String, Sendable { case start, middle, end }

    public var words: String
    /// On the baseline.
    public var at: Point
    public var anchor: Anchor

    public init(_ words: String, at point: Point, anchor: Anchor = .start) {
        self.words = words
        self.at = point
        self.anchor = anchor
    }
}

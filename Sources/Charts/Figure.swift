/// A number with the words that show it. The charts know no language and no unit: `0.123` comes
/// with its "12,3 %".
public struct Figure: Sendable, Equatable {
    /// `nil` where it is not known; then only the words are shown.
    public var number: Double?
    public var words: String

    public init(_ number: Double?, _ words: String) {
        self.number = number
        self.words = words
    }

    /// The number if it can be drawn.
    var drawable: Double? {
        number.flatMap { $0.isFinite ? $0 : nil }
    }
}

/// From where to where a figure may lie; drawn as a line behind it.
public struct Interval: Sendable, Equatable {
    public var low: Double
    public var high: Double

    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    var isDrawable: Bool { low.isFinite && high.isFinite && low <= high }
}

/// What an axis measures, and how its numbers are written.
public struct Axis: Sendable {
    /// With the unit.
    public var title: String
    public var format: @Sendable (Double) -> String

    public init(title: String, format: @escaping @Sendable (Double) -> String) {
        self.title = title
        self.format = format
    }
}

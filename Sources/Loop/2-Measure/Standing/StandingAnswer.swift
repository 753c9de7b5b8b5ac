/// Which group of an office's enterprises is asked for: all, or those of a field, of a group of another dimension, or of
/// both. District and sentra stand by themselves: the more ways there are to cut the office, the less may be shown of each.
public struct StandingGroup: Sendable, Hashable {
    /// Place among the fields; `nil` for all.
    public var field: Int?
    /// A dimension other than field with a place among its groups.
    public var other: Other?

    public struct Other: Sendable, Hashable {
        public let dimension: StandingDimension
        public let place: Int

        public init(_ dimension: StandingDimension, _ place: Int) {
            self.dimension = dimension
            self.place = place
        }
    }

    public init(field: Int? = nil, other: Other? = nil) {
        self.field = field
        self.other = other
    }

    /// By what the group may be broken down.
    public var dimensions: [StandingDimension] {
        switch (field, other?.dimension) {
        case (nil, nil): StandingDimension.allCases
        case (_?, nil): StandingPattern.crossed
        case (nil, .size), (nil, .sex): [.field]
        default: []
        }
    }

    /// Whether it is answered: a field goes together with size or sex and with nothing else.
    public var isAnswered: Bool {
        field == nil || other.map { StandingPattern.crossed.contains($0.dimension) } ?? true
    }
}

/// A figure of a group in a year.
public enum StandingCell: Sendable, Equatable {
    case known(StandingNumber)
    /// Too few, or one of them is too large a part, or it would tell of such a group.
    case secret
    /// Nobody told it.
    case nobody

    public var number: StandingNumber? { if case .known(let number) = self { number } else { nil } }
}

/// What is shown of a figure of a group in a year.
public struct StandingNumber: Sendable, Equatable {
    /// Of those who told it; in the unit of the figure.
    public let value: Double
    /// How many told it.
    public let count: Int
    /// The middle of the enterprises' own figures, to three significant figures; `nil` of fewer than ten.
    public let median: Double?
    /// A quarter is below the first, a quarter above the second, to three significant figures; `nil` of fewer than twenty.
    public let low: Double?
    public let high: Double?
    /// Of those who told it, by how far it has come; groups that are too small are left out.
    public let states: [StandingState: Int]
}

/// A line of an answer.
public struct StandingLine: Sendable {
    public let figure: StandingFigure
    public let year: Int
    public let cell: StandingCell
    /// How many enterprises the group has in that year; `nil` where that is hidden.
    public let size: Int?
}

extension StandingFacts {
    /// Decides what may be shown of every figure in every year. Has to be asked for once all is added.
    /// - Complexity: some milliseconds for each figure and year; enterprises that are alike in all traits count once.
    public mutating func protect() {
        patterns = [:]
        let widths = Dictionary(uniqueKeysWithValues: StandingDimension.allCases.map { ($0, categories($0).count) })
        for figure in StandingFigure.allCases {
            var atoms: [Int: StandingAtoms] = [:]
            for row in rows {
                guard let part = part(row, figure) else { continue }
                atoms[Int(row.year), default: StandingAtoms()].add(part, at: row.places)
            }
            for (year, atoms) in atoms {
                patterns[PatternKey(figure: figure, year: year)] = StandingPattern(atoms, widths: widths)
            }
        }
    }

    /// Every figure of a group in every year, years rising within figures.
    public func lines(of group: StandingGroup) -> [StandingLine] {
        let members = rows.filter { $0.places.belongs(to: group) }
        let byYear = Dictionary(grouping: members, by: \.year)
        var sizes: [Int: Int] = [:]
        return StandingFigure.allCases.flatMap { figure in
            years.map { year in
                let cell = cell(of: group, figure, year, byYear[Int16(clamping: year), default: []])
                if figure == .enterprises { sizes[year] = cell.number?.count }
                return StandingLine(figure: figure, year: year, cell: cell, size: sizes[year])
            }
        }
    }

    /// One figure of a group in one year, by a dimension: a cell for each of its categories, in their order.
    /// - Parameter dimension: one of `group.dimensions`.
    public func breakdown(
        of group: StandingGroup, by dimension: StandingDimension, _ figure: StandingFigure, in year: Int
    ) -> [(place: Int, cell: StandingCell)] {
        guard group.dimensions.contains(dimension) else { return [] }
        let members = rows.filter { $0.year == Int16(clamping: year) && $0.places.belongs(to: group) }
        let byPlace = Dictionary(grouping: members) { $0.places.place(dimension) }
        return categories(dimension).indices.map { place in
            var part = group
            if dimension == .field { part.field = place } else { part.other = .init(dimension, place) }
            return (place, cell(of: part, figure, year, byPlace[place, default: []]))
        }
    }
}

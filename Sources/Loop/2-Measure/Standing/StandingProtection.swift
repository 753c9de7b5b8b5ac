import Benchmarking

/// Complementary suppression within one table: which groups are hidden besides the sensitive ones, so that these cannot be
/// worked out by subtracting what is shown.
///
/// - Source: Hundepool et al. (2012), ch. 4
enum StandingProtection {
    /// Groups of a dimension that are hidden, besides those nobody is in.
    ///
    /// What is hidden is known together, as what is left of the whole: it must be fit to be shown itself.
    /// - Parameter besides: what has to be hidden for another reason.
    static func hidden(_ groups: [StandingTally], besides: Set<Int> = []) -> Set<Int> {
        var hidden = Set(groups.indices.filter { groups[$0].isSensitive }).union(besides)
        while !hidden.isEmpty, StandingTally.sum(hidden.sorted().map { groups[$0] }).isSensitive {
            guard let next = smallest(groups.indices.filter { !hidden.contains($0) }, { groups[$0] }) else { break }
            hidden.insert(next)
        }
        return hidden
    }

    /// Of those somebody is in, the one with the fewest; of equals the first.
    private static func smallest<Place>(_ places: [Place], _ tally: (Place) -> StandingTally) -> Place? {
        places.filter { !tally($0).isEmpty }.enumerated()
            .min { (tally($0.element).count, $0.offset) < (tally($1.element).count, $1.offset) }?.element
    }

    struct Place: Hashable, Comparable {
        let row: Int
        let column: Int

        static func < (left: Place, right: Place) -> Bool { (left.row, left.column) < (right.row, right.column) }
    }

    /// What of a table is hidden beforehand: whole rows and columns, because their sums are, and single cells.
    struct Veils {
        var rows: Set<Int> = []
        var columns: Set<Int> = []
        var places: Set<Place> = []
    }

    /// Cells of a table of two dimensions that are hidden.
    /// - Parameter table: rows × columns, few rows.
    /// - Returns: `nil` where no pattern protects: then no cell of it is shown.
    static func hidden(_ table: [[StandingTally]], _ veils: Veils) -> Set<Place>? {
        var search = StandingTableSearch(table, veils)
        return search.run() ? search.hiddenPlaces : nil
    }
}

/// Searches a table for cells to hide. Hidden rows are one row to a reader, who knows their sum only; so are columns.
private struct StandingTableSearch {
    private typealias Place = StandingProtection.Place

    private let table: [[StandingTally]]
    /// Which rows and columns of the whole table each one here stands for.
    private let rows: [[Int]]
    private let columns: [[Int]]
    private let veiled: (rows: Set<Int>, columns: Set<Int>)
    private var hidden: Set<StandingProtection.Place>

    init(_ whole: [[StandingTally]], _ veils: StandingProtection.Veils) {
        rows = Self.merged(whole.indices, veils.rows)
        columns = Self.merged((whole.first ?? []).indices, veils.columns)
        let (rows, columns) = (rows, columns)
        table = rows.map { members in
            columns.map { others in
                StandingTally.sum(members.flatMap { row in others.map { whole[row][$0] } })
            }
        }
        veiled = (
            rows: veils.rows.isEmpty ? [] : [rows.count - 1],
            columns: veils.columns.isEmpty ? [] : [columns.count - 1]
        )
        hidden = []
        for place in places where !cell(place).isEmpty {
            let isVeiled = veiled.rows.contains(place.row) || veiled.columns.contains(place.column)
            let members = rows[place.row].flatMap { row in columns[place.column].map { Place(row: row, column: $0) } }
            if isVeiled || cell(place).isSensitive || !veils.places.isDisjoint(with: members) { hidden.insert(place) }
        }
    }

    /// Those that are shown one by one, the others together behind them.
    private static func merged(_ all: Range<Int>, _ veiled: Set<Int>) -> [[Int]] {
        all.filter { !veiled.contains($0) }.map { [$0] } + (veiled.isEmpty ? [] : [veiled.sorted()])
    }

    private var places: [StandingProtection.Place] {
        table.indices.flatMap { row in columns.indices.map { Place(row: row, column: $0) } }
    }

    private func cell(_ place: StandingProtection.Place) -> StandingTally { table[place.row][place.column] }

    /// What is hidden, in rows and columns of the whole table.
    var hiddenPlaces: Set<StandingProtection.Place> {
        Set(
            hidden.flatMap { place in
                rows[place.row].flatMap { row in columns[place.column].map { Place(row: row, column: $0) } }
            })
    }

    /// - Returns: whether what is hidden then is protected.
    mutating func run() -> Bool {
        while true {
            guard coverUnions() else { return false }
            guard !hidden.isEmpty else { return true }
            let before = hidden
            for amounts in isWeighted ? [\StandingTally.numerator, \.denominator] : [\.numerator] {
                guard let more = furtherCells(amounts) else { return false }
                hidden.formUnion(more)
            }
            if hidden == before { return true }
        }
    }

    /// Whether there is more to protect in the denominators than that each is one.
    private var isWeighted: Bool {
        table.joined().contains { $0.denominator.first > 1 || $0.denominator.sizes != Double($0.count) }
    }

    // MARK: - What can be worked out exactly

    /// Hides more until every group of hidden cells whose sum follows from the margins is fit to be shown.
    private mutating func coverUnions() -> Bool {
        while let union = unions.first(where: { StandingTally.sum($0.cells.sorted().map(cell)).isSensitive }) {
            let choices = union.room.filter { !hidden.contains($0) && !cell($0).isEmpty }
            let next = choices.min { (cell($0).count, $0) < (cell($1).count, $1) }
            guard let next else { return false }
            hidden.insert(next)
        }
        return true
    }

    /// Groups of hidden cells with a known sum, and where another one may be hidden to widen it: any rows less the columns
    /// that are hidden in these rows only; and single columns. All others are made of these.
    private var unions: [(cells: Set<StandingProtection.Place>, room: [StandingProtection.Place])] {
        var unions: [(Set<Place>, [Place])] = columns.indices.map { column in
            (hidden.filter { $0.column == column }, places.filter { $0.column == column })
        }
        for set in 1..<(1 << table.count) {
            func isIn(_ place: Place) -> Bool { set >> place.row & 1 == 1 }
            let mixed = Set(hidden.filter { !isIn($0) }.map(\.column))
            let cells = hidden.filter { isIn($0) && (mixed.contains($0.column) || set == (1 << table.count) - 1) }
            // Nothing is left of rows that share no hidden column with others.
            unions.append((cells, places.filter { isIn($0) && !hidden.contains($0) }))
        }
        return unions.map { (cells: $0.0, room: $0.1) }
    }

    // MARK: - What can be bounded

    /// Cells that must be hidden, too, so that every sensitive one can be thought at least the share of the p % rule larger
    /// and smaller.
    /// - Returns: `nil` where there is no such pattern.
    private func furtherCells(
        _ amounts: KeyPath<StandingTally, StandingTally.Amounts>
    ) -> Set<StandingProtection.Place>? {
        let tallies = places.map { cell($0)[keyPath: amounts] }
        // Of what may lie below zero nothing is bounded but by what is exact.
        guard !tallies.contains(where: \.isNegative) else { return [] }
        let width = columns.count + 1
        var values = table.map { row in row.map { $0[keyPath: amounts].total } }
        values = values.map { $0 + [$0.reduce(0, +)] }
        values.append((0..<width).map { column in values.reduce(0) { $0 + $1[column] } })
        var options = SuppressionOptions()
        options.search = .greedy
        options.published = Set(
            (0...table.count).flatMap { row in
                (0..<width).filter { row == table.count || $0 == columns.count }.map { row * width + $0 }
            })
        var sensitive: [SensitiveCell] = []
        for place in places {
            let number = place.row * width + place.column
            if cell(place).isEmpty { options.known[number] = 0...0 }
            guard hidden.contains(place) else { continue }
            let level = cell(place).isSensitive ? cell(place)[keyPath: amounts].protection : 0
            sensitive.append(SensitiveCell(cell: number, protection: level))
        }
        // What cannot be solved is not shown.
        guard let table = try? AdditiveTable(withMargins: values),
            let problem = try? SuppressionProblem(table, protecting: sensitive, options: options),
            case .protected(let found) = try? problem.solve()
        else { return nil }
        return Set(found.withheld.map { Place(row: $0 / width, column: $0 % width) })
    }
}

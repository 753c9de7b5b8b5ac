/// Which groups of a figure in a year are shown: primary suppression by the rules of small groups, and complementary
/// suppression over all linked tables. It is decided over all that may be asked for, so that what is hidden from one
/// question does not follow from others, not even for a reader who knows which enterprise belongs where.
///
/// - Source: Hundepool et al. (2012), ch. 4
struct StandingPattern: Sendable {
    /// Dimensions whose groups are told apart within a field as well.
    static let crossed: [StandingDimension] = [.size, .sex]

    /// Whether even the whole is a small group.
    let isSecret: Bool
    private let widths: [StandingDimension: Int]
    private let atoms: StandingAtoms
    private var hidden: Set<StandingGroup> = []
    /// Whether nothing but the whole is shown.
    private var isClosed = false

    init(_ atoms: StandingAtoms, widths: [StandingDimension: Int]) {
        self.atoms = atoms
        self.widths = widths
        isSecret = StandingTally.sum(atoms.tallies).isSensitive
        guard !isSecret, !atoms.tallies.isEmpty else { return }
        var forced: Set<StandingGroup> = []
        while !isClosed {
            close(forced)
            guard let leak = firstLeak() ?? firstBound() else { return }
            // The smallest of those by which it follows; where none of them is shown, the smallest that is.
            let named = leak.filter { $0.group != nil }
            let choice = (named.isEmpty ? shownBlocks : named).min { $0.order.lexicographicallyPrecedes($1.order) }
            guard let group = choice?.group else {
                isClosed = true
                return
            }
            forced.insert(group)
        }
    }

    func shows(_ group: StandingGroup) -> Bool {
        guard group.isAnswered, !isSecret else { return false }
        return group == StandingGroup() || (!isClosed && !hidden.contains(group))
    }

    // MARK: - Within each dimension

    private mutating func close(_ forced: Set<StandingGroup>) {
        hidden = []
        for dimension in StandingDimension.allCases {
            let groups = groups(dimension)
            let tallies = groups.map(tally)
            let besides = Set(groups.indices.filter { forced.contains(groups[$0]) })
            for place in StandingProtection.hidden(tallies, besides: besides) { hidden.insert(groups[place]) }
        }
        let rows = hiddenPlaces(.field)
        for dimension in Self.crossed {
            let table = crossing(dimension)
            let besides = Set(
                table.enumerated().flatMap { row, groups in
                    groups.enumerated().filter { forced.contains($0.element) }
                        .map { StandingProtection.Place(row: row, column: $0.offset) }
                })
            let veils = StandingProtection.Veils(rows: rows, columns: hiddenPlaces(dimension), places: besides)
            let places = StandingProtection.hidden(table.map { $0.map(tally) }, veils)
            for (row, groups) in table.enumerated() {
                for (column, group) in groups.enumerated()
                where places?.contains(StandingProtection.Place(row: row, column: column)) ?? true {
                    hidden.insert(group)
                }
            }
        }
    }

    private func hiddenPlaces(_ dimension: StandingDimension) -> Set<Int> {
        let groups = groups(dimension)
        return Set(groups.indices.filter { hidden.contains(groups[$0]) })
    }

    private func groups(_ dimension: StandingDimension) -> [StandingGroup] {
        (0..<widths[dimension, default: 0]).map { place in
            dimension == .field ? StandingGroup(field: place) : StandingGroup(other: .init(dimension, place))
        }
    }

    /// Fields × groups.
    private func crossing(_ dimension: StandingDimension) -> [[StandingGroup]] {
        (0..<widths[.field, default: 0]).map { field in
            (0..<widths[dimension, default: 0]).map { StandingGroup(field: field, other: .init(dimension, $0)) }
        }
    }

    private func set(_ group: StandingGroup) -> AtomSet { atoms.set { $0.belongs(to: group) } }

    private func tally(_ group: StandingGroup) -> StandingTally { atoms.tally(set(group)) }

    // MARK: - Between dimensions

    private func firstLeak() -> [StandingCut.Block]? {
        let cuts = cuts
        for (number, cut) in cuts.enumerated() {
            for (other, beside) in cuts.enumerated() where other != number {
                if let leak = cut.leak(beside: beside, atoms) { return leak }
            }
        }
        return nil
    }

    // MARK: - All at once

    /// The shown groups that a hidden one shares enterprises with, where it is bounded too closely.
    private func firstBound() -> [StandingCut.Block]? {
        let all = StandingDimension.allCases.flatMap(groups) + Self.crossed.flatMap { crossing($0).joined() }
        let shown = ([StandingGroup()] + all.filter { !hidden.contains($0) }).map { (group: $0, atoms: set($0)) }
            .filter { !$0.atoms.isEmpty }
        let secret = all.filter { hidden.contains($0) }.map(set)
        for amounts in isWeighted ? [\StandingTally.numerator, \.denominator] : [\.numerator] {
            let sensitive = secret.filter { set in
                let tally = atoms.tally(set)
                return tally[keyPath: amounts].sizes > 0
                    && (tally.count < StandingRules.fewest || tally[keyPath: amounts].isSensitive)
            }
            let audit = StandingAudit(atoms, amounts, shown: shown.map(\.atoms))
            guard let place = audit.firstBounded(sensitive) else { continue }
            return shown.filter { $0.group != StandingGroup() && $0.atoms.meets(sensitive[place]) }.map {
                StandingCut.Block(atoms: $0.atoms, group: $0.group, count: atoms.tally($0.atoms).count)
            }
        }
        return nil
    }

    /// Whether denominators hold more than that each is one.
    private var isWeighted: Bool {
        atoms.tallies.contains { $0.denominator.first > 1 || $0.denominator.sizes != Double($0.count) }
    }

    private var shownBlocks: [StandingCut.Block] { cuts.flatMap(\.blocks).filter { $0.group != nil } }

    /// The whole in every way in which a reader knows it cut.
    private var cuts: [StandingCut] {
        let margins = StandingDimension.allCases.map { StandingCut(known(groups($0), of: nil), atoms) }
        let tables = Self.crossed.flatMap { dimension -> [StandingCut] in
            let table = crossing(dimension)
            let fields = groups(.field)
            let others = groups(dimension)
            let byRow = table.enumerated().flatMap { row, groups in
                hidden.contains(fields[row]) ? [] : known(groups, of: set(fields[row]))
            }
            let byColumn = others.enumerated().flatMap { column, other in
                hidden.contains(other) ? [] : known(table.map { $0[column] }, of: set(other))
            }
            return [
                StandingCut(byRow + rest(of: byRow), atoms), StandingCut(byColumn + rest(of: byColumn), atoms),
            ]
        }
        return margins + tables
    }

    /// Groups that are shown, and what is left of the whole, or of a part that is shown.
    private func known(
        _ groups: [StandingGroup], of part: AtomSet?
    ) -> [(atoms: AtomSet, group: StandingGroup?)] {
        var left = part ?? atoms.set { _ in true }
        var known: [(atoms: AtomSet, group: StandingGroup?)] = []
        for group in groups where !hidden.contains(group) {
            let set = set(group)
            left.subtract(set)
            known.append((set, group))
        }
        return known + [(left, nil)]
    }

    private func rest(
        of known: [(atoms: AtomSet, group: StandingGroup?)]
    ) -> [(atoms: AtomSet, group: StandingGroup?)] {
        var left = atoms.set { _ in true }
        for block in known { left.subtract(block.atoms) }
        return [(left, nil)]
    }
}

extension StandingCut.Block {
    /// The smallest first; of the same size, always in the same order.
    fileprivate var order: [Int] {
        guard let group else { return [count] }
        let dimension = group.other.flatMap { StandingDimension.allCases.firstIndex(of: $0.dimension) }
        return [count, group.field ?? -1, dimension ?? -1, group.other?.place ?? -1]
    }
}

extension StandingFacts.Places {
    func belongs(to group: StandingGroup) -> Bool {
        (group.field.map { $0 == Int(field) } ?? true) && (group.other.map { $0.place == place($0.dimension) } ?? true)
    }
}

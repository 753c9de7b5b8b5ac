import Foundation
import Register

/// The rules that find official figures which cannot be right. Each compares a region with itself, so that a
/// small or an odd region is not flagged for being small or odd.
public enum Plausibility {
    /// A figure this many times above or below the region's own median is flagged.
    public static let medianFactor = 3.5
    /// A figure this many times above or below both neighbouring years is flagged.
    public static let spikeFactor = 1.3
    /// A published total may differ from the sum of its industries by this share (rounding of the source).
    public static let totalTolerance = 0.01
    /// A structure this far (Bray–Curtis, 0…1) from both neighbouring years is flagged.
    public static let structureTolerance = 0.1
    /// Below this many billion rupiah a ratio says more about rounding than about the economy.
    public static let floor = 1.0

    /// All flags of the nation, the regencies and the cities, by region, year and cell.
    public static func flags(in accounts: RegionalAccounts) -> [AccountFlag] {
        ([RegionCode.nation] + accounts.regenciesAndCities).flatMap { flags(in: accounts.series(of: $0)) }
    }

    /// The flags of one region's rows, which are given in the order of the years. A cell is flagged once, by
    /// the first rule that catches it.
    public static func flags(in series: [RegionalProduct]) -> [AccountFlag] {
        let recorded = series.filter { !$0.isEmpty }
        var flags = series.filter(\.isEmpty).flatMap(emptyRow) + recorded.compactMap(totalFlag)
        for cell in cells {
            flags += seriesFlags(recorded, cell: cell)
        }
        // A single wild figure shifts every share of its year: the structure speaks only where no figure is named yet.
        let named = Set(flags.filter { $0.cell != .total }.map(\.year))
        flags += structureFlags(recorded).filter { !named.contains($0.year) }
        return firstPerCell(flags)
    }

    private static let cells: [AccountFlag.Cell] =
        IndustrySection.allCases.map { .industry($0) } + [.total]

    private static func emptyRow(_ product: RegionalProduct) -> [AccountFlag] {
        cells.map { AccountFlag(product, cell: $0, rule: .emptyRow, yardstick: 0) }
    }

    private static func totalFlag(_ product: RegionalProduct) -> AccountFlag? {
        let sum = product.sumOfIndustries
        guard abs(product.publishedTotal - sum) > totalTolerance * abs(sum) else { return nil }
        return AccountFlag(product, cell: .total, rule: .totalIsNotSum, yardstick: sum)
    }

    /// Rules over the years of one cell: sign, own median, break, spike.
    private static func seriesFlags(_ series: [RegionalProduct], cell: AccountFlag.Cell) -> [AccountFlag] {
        let values = series.map { value(of: cell, in: $0) }
        let reference = Reference(values)
        return series.indices.compactMap { index in
            let isBetween = hasNeighbours(index, in: series)
            guard let (rule, yardstick) = verdict(on: index, of: values, (reference, isBetween)) else {
                return nil
            }
            return AccountFlag(series[index], cell: cell, rule: rule, yardstick: yardstick)
        }
    }

    private struct Reference {
        /// Median over all years.
        let median: Double
        /// Median over the years in which the cell is at least `floor`; 0 where there is none.
        let medianWherePresent: Double

        init(_ values: [Double]) {
            median = Plausibility.median(values) ?? 0
            medianWherePresent = Plausibility.median(values.filter { $0 >= Plausibility.floor }) ?? 0
        }
    }

    private static func verdict(
        on index: Int, of values: [Double], _ setting: (reference: Reference, isBetweenNeighbours: Bool)
    ) -> (PlausibilityRule, Double)? {
        let reference = setting.reference
        let value = values[index]
        if value < 0 { return (.negative, reference.median) }
        if reference.median >= floor, isFar(value, from: reference.median) {
            return (.farFromOwnMedian, reference.median)
        }
        if value < floor, reference.medianWherePresent >= medianFactor * floor {
            return (.seriesBreaks, reference.medianWherePresent)
        }
        if setting.isBetweenNeighbours, let yardstick = spike(at: index, of: values) { return (.spike, yardstick) }
        return nil
    }

    /// Whether the year before and the year after are there. Over a longer gap, growth looks like a spike.
    private static func hasNeighbours(_ index: Int, in series: [RegionalProduct]) -> Bool {
        guard index > 0, index < series.count - 1 else { return false }
        let year = series[index].year
        return series[index - 1].year == year - 1 && series[index + 1].year == year + 1
    }

    private static func isFar(_ value: Double, from median: Double) -> Bool {
        value > medianFactor * median || value < median / medianFactor
    }

    /// - Returns: the geometric mean of the neighbouring years where the value stands out from both; else `nil`.
    private static func spike(at index: Int, of values: [Double]) -> Double? {
        let (before, after) = (values[index - 1], values[index + 1])
        guard min(before, after) >= floor else { return nil }
        let isAbove = values[index] > spikeFactor * max(before, after)
        let isBelow = values[index] * spikeFactor < min(before, after)
        return isAbove || isBelow ? (before * after).squareRoot() : nil
    }

    /// Whole rows whose structure is far from both neighbouring years, as when a row was typed into the wrong
    /// line: the industries that make up most of the difference are flagged.
    private static func structureFlags(_ series: [RegionalProduct]) -> [AccountFlag] {
        series.indices.filter { hasNeighbours($0, in: series) }.flatMap { index -> [AccountFlag] in
            let around = [series[index - 1], series[index + 1]]
            let distances = around.map { structureDistance(series[index], $0) }
            guard distances.allSatisfy({ $0 > structureTolerance }) else { return [] }
            return standingOut(series[index], from: around)
        }
    }

    /// The industries whose share left its usual place; at least the one that moved furthest.
    private static func standingOut(
        _ product: RegionalProduct, from around: [RegionalProduct]
    ) -> [AccountFlag] {
        let moves = IndustrySection.allCases.map { industry in
            let usual = around.reduce(0) { $0 + ($1.share(of: industry) ?? 0) } / Double(around.count)
            return (industry: industry, distance: abs((product.share(of: industry) ?? 0) - usual))
        }
        let far = moves.filter { $0.distance > structureTolerance / 4 }
        let furthest = moves.max { $0.distance < $1.distance }
        return (far.isEmpty ? [furthest].compactMap(\.self) : far).map { move in
            let yardstick = around.reduce(0) { $0 + $1[move.industry] } / Double(around.count)
            return AccountFlag(
                product, cell: .industry(move.industry), rule: .structureBreaks, yardstick: yardstick)
        }
    }

    /// Bray–Curtis distance of two structures, 0…1; 0 where one of them is not known.
    private static func structureDistance(_ left: RegionalProduct, _ right: RegionalProduct) -> Double {
        let sums = (left.sumOfIndustries, right.sumOfIndustries)
        guard sums.0 > 0, sums.1 > 0 else { return 0 }
        return zip(left.byIndustry, right.byIndustry)
            .reduce(0) { $0 + abs($1.0 / sums.0 - $1.1 / sums.1) } / 2
    }

    private static func firstPerCell(_ flags: [AccountFlag]) -> [AccountFlag] {
        struct Place: Hashable {
            let year: Int
            let cell: AccountFlag.Cell
        }
        var seen: Set<Place> = []
        return flags.sorted { rank($0) < rank($1) }
            .filter { seen.insert(Place(year: $0.year, cell: $0.cell)).inserted }
            .sorted { ($0.year, order($0.cell)) < ($1.year, order($1.cell)) }
    }

    /// The plain rules speak before the rules that look at a whole structure.
    private static func rank(_ flag: AccountFlag) -> Int {
        let order: [PlausibilityRule] = [
            .emptyRow, .negative, .totalIsNotSum, .farFromOwnMedian, .seriesBreaks, .spike,
            .structureBreaks,
        ]
        return order.firstIndex(of: flag.rule) ?? order.count
    }

    private static func order(_ cell: AccountFlag.Cell) -> Int {
        switch cell {
        case .industry(let industry): industry.position
        case .total: IndustrySection.allCases.count
        }
    }

    private static func value(of cell: AccountFlag.Cell, in product: RegionalProduct) -> Double {
        switch cell {
        case .industry(let industry): product[industry]
        case .total: product.publishedTotal
        }
    }

    /// The middle value, or the mean of the two middle ones; `nil` of nothing.
    static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}

import Benchmarking
import Foundation

extension StandingFacts {
    /// What is shown of a figure of a group in a year.
    /// - Parameter members: the group's rows of that year.
    func cell(of group: StandingGroup, _ figure: StandingFigure, _ year: Int, _ members: [Row]) -> StandingCell {
        // Nobody in the whole office told it.
        guard let pattern = patterns[PatternKey(figure: figure, year: year)] else { return .nobody }
        guard !pattern.isSecret, group.isAnswered else { return .secret }
        let parts = members.compactMap { row in part(row, figure).map { (row: row, part: $0) } }
        guard !parts.isEmpty else { return .nobody }
        guard pattern.shows(group) else { return .secret }
        let tally = parts.reduce(into: StandingTally()) { $0.add($1.part) }
        guard let value = tally.value(figure.summary) else { return .nobody }
        let values = figure == .enterprises ? [] : parts.map(\.part.value).sorted()
        func quantile(_ share: Double, from fewest: Int) -> Double? {
            values.count >= fewest ? Self.rounded(Quantile.at(share, of: values)) : nil
        }
        return .known(
            StandingNumber(
                value: value, count: tally.count, median: quantile(0.5, from: StandingRules.fewestForMedian),
                low: quantile(0.25, from: StandingRules.fewestForQuartiles),
                high: quantile(0.75, from: StandingRules.fewestForQuartiles), states: Self.states(parts.map(\.row))))
    }

    private static func states(_ rows: [Row]) -> [StandingState: Int] {
        var tallies = StandingState.allCases.map { _ in StandingTally() }
        for row in rows {
            guard let place = StandingState.allCases.firstIndex(of: row.state) else { continue }
            tallies[place].add(StandingPart(numerator: 1, denominator: 1))
        }
        let hidden = StandingProtection.hidden(tallies)
        return Dictionary(
            uniqueKeysWithValues: StandingState.allCases.enumerated().filter { !hidden.contains($0.offset) }
                .map { ($0.element, tallies[$0.offset].count) })
    }

    /// To three significant figures: the middle of an odd number is one enterprise's own figure.
    private static func rounded(_ value: Double) -> Double { Double(String(format: "%.2e", value)) ?? value }
}

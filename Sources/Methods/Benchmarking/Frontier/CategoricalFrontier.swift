/// Scores against units in the same or worse circumstances only: whoever has no electricity is not set against whoever
/// has, but the other way round is fair.
///
/// - Source: Banker & Morey (1986b).
public enum CategoricalFrontier {
    /// - Parameters:
    ///   - categories: one for each unit, larger is better placed.
    /// - Returns: θ, φ or β of each unit against the units whose category is not above its own; `nil` without a score.
    /// - Throws: `Stopped`.
    public static func scores(
        of production: Production, categories: [Int], returns: ReturnsToScale, _ direction: Direction,
        _ computation: Computation = .whole
    ) throws(Stopped) -> [Double?] {
        precondition(categories.count == production.units, "every unit has a category")
        let levels = Set(categories).sorted()
        var values = [Double?](repeating: nil, count: production.units)
        for (number, level) in levels.enumerated() {
            let part = computation.part(of: number, among: levels.count)
            let reference = categories.indices.filter { categories[$0] <= level }
            let own = categories.indices.filter { categories[$0] == level }
            let frontier = try Frontier(of: production.choosing(reference), returns: returns, part.part(0...0.5))
            let scores = try frontier.scores(of: production.choosing(own), direction, part.part(0.5...1))
            for (place, unit) in own.enumerated() { values[unit] = scores.values[place] }
        }
        return values
    }
}

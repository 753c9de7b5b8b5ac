/// The frontiers of groups and of all of them together: what could be learnt at home, and what only elsewhere.
///
/// `technology-gap ratio = φ_group / φ_pooled` (output), `θ_pooled / θ_group` (input), 0 < TGR ≤ 1: how much of what the
/// best anywhere make from the same inputs the best of the unit's own group make. A unit's distance from everyone's best
/// is its distance within the group times this ratio.
///
/// - Source: Battese, Rao & O'Donnell (2004); O'Donnell, Rao & Battese (2008).
public struct Metafrontier: Sendable {
    /// Everyone's table.
    public let production: Production
    /// Numbers of the units of each group, ascending.
    public let members: [[Int]]
    /// The frontier of each group alone.
    public let groups: [Frontier]
    /// The frontier of all, with mixtures across groups.
    public let pooled: Frontier

    /// - Parameter groups: the group of each unit, counted from 0; no group without a unit.
    /// - Throws: `Stopped`.
    public init(
        of production: Production, groups: [Int], returns: ReturnsToScale, _ computation: Computation = .whole
    ) throws(Stopped) {
        precondition(groups.count == production.units && groups.allSatisfy { $0 >= 0 }, "every unit belongs to a group")
        self.production = production
        let members = Metafrontier.members(groups)
        precondition(members.allSatisfy { !$0.isEmpty }, "every group has a unit")
        self.members = members
        var frontiers: [Frontier] = []
        for (number, units) in members.enumerated() {
            let part = computation.part(of: number, among: members.count + 1)
            frontiers.append(try Frontier(of: production.choosing(units), returns: returns, part))
        }
        self.groups = frontiers
        // What carries everyone's frontier carries its group's, so the others need not be looked at again.
        let carriers = zip(members, frontiers).flatMap { units, frontier in frontier.frame.map { units[$0] } }
        pooled = try Frontier(
            of: production, returns: returns, carriedBy: carriers,
            computation.part(of: members.count, among: members.count + 1))
    }

    static func members(_ groups: [Int]) -> [[Int]] {
        var members = [[Int]](repeating: [], count: (groups.max() ?? -1) + 1)
        for (unit, group) in groups.enumerated() { members[group].append(unit) }
        return members
    }

    /// Every unit's scores within its group and against everyone.
    ///
    /// - Throws: `Stopped`.
    public func scores(
        _ orientation: RadialOrientation, _ computation: Computation = .whole
    ) throws(Stopped) -> MetafrontierScores {
        let direction = Direction(orientation)
        let everyone = try pooled.scores(direction, computation.part(0...0.5))
        var own = [Double?](repeating: nil, count: production.units)
        for (number, frontier) in groups.enumerated() {
            let part = computation.part(0.5...1).part(of: number, among: groups.count)
            let values = try frontier.scores(direction, part).values
            for (place, unit) in members[number].enumerated() { own[unit] = values[place] }
        }
        return MetafrontierScores(orientation: orientation, members: members, group: own, pooled: everyone)
    }

    /// Every unit's score against the union of the groups' technologies, without mixtures across groups: the furthest of
    /// its scores against each group. A unit of a group never scores less than within it, nor more than against everyone.
    ///
    /// - Throws: `Stopped`.
    /// - Complexity: units × groups scores.
    public func unionValues(
        _ orientation: RadialOrientation, _ computation: Computation = .whole
    ) throws(Stopped) -> [Double?] {
        var furthest = [Double?](repeating: nil, count: production.units)
        for (number, frontier) in groups.enumerated() {
            let part = computation.part(of: number, among: groups.count)
            let values = try frontier.scores(of: production, Direction(orientation), part).values
            for (unit, value) in values.enumerated() {
                furthest[unit] = Metafrontier.further(furthest[unit], value, orientation)
            }
        }
        return furthest
    }

    /// The score that asks more: a larger φ, a smaller θ. A group whose technology does not reach the unit asks nothing.
    private static func further(_ one: Double?, _ other: Double?, _ orientation: RadialOrientation) -> Double? {
        guard let one, let other else { return one ?? other }
        return orientation == .output ? max(one, other) : min(one, other)
    }
}

/// The scores of a metafrontier, unit by unit.
public struct MetafrontierScores: Sendable {
    public let orientation: RadialOrientation
    /// Numbers of the units of each group.
    public let members: [[Int]]
    /// The score within the own group; `nil` where there is none.
    public let group: [Double?]
    /// The score against the frontier of all, with mixtures across groups; its peers are whom to visit.
    public let pooled: FrontierScores
    /// The technology-gap ratio of every unit against the frontier of all; `nil` without scores.
    public var gapRatios: [Double?] { gapRatios(to: pooled.values) }

    /// The ratio to other scores of the same units: to those against the union of technologies it is never below the one
    /// with mixtures across groups.
    public func gapRatios(to all: [Double?]) -> [Double?] {
        zip(group, all).map { own, all in
            guard let own, let all else { return nil }
            return min(1, orientation == .output ? own / all : all / own)
        }
    }

    /// The mean of a figure over each group's units that have it; `nil` where none has.
    public func means(_ figures: [Double?]) -> [Double?] {
        members.map { units in
            let known = units.compactMap { figures[$0] }
            return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
        }
    }
}

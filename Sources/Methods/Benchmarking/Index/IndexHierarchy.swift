/// How indicators make groups and groups make the index: a tree with one top.
///
/// Step 1 of the handbook: the framework. Checked once; whatever holds a hierarchy can rely on it.
///
/// - Source: OECD & JRC (2008), step 1.
public struct IndexHierarchy: Sendable, Equatable, Codable {
    /// At least one, in the order of the columns of all later tables.
    public let indicators: [Indicator]
    /// Children before their parents; the index is the last.
    public let groups: [IndicatorGroup]
    /// For each group, the numbers of its children: indicators from 0, groups following them.
    let children: [[Int]]

    /// - Parameters:
    ///   - indicators: each with the code of its group.
    ///   - groups: in any order; exactly one has no parent.
    /// - Throws: `.empty`, `.repeated`, `.badWeight`, `.goalpostsUpsideDown`, `.notFinite` (target), `.unknownParent`,
    ///   `.tops`, `.cycle`, `.noChildren`; the first defect found.
    public init(indicators: [Indicator], groups: [IndicatorGroup]) throws(IndexRefusal) {
        guard !indicators.isEmpty, !groups.isEmpty else { throw .empty }
        try refuseRepeated(indicators.map(\.code) + groups.map(\.code))
        try Self.check(indicators)
        try Self.check(groups, indicators)
        let ordered = try Self.ordered(groups)
        self.indicators = indicators
        self.groups = ordered
        let parents = indicators.map { Optional($0.parent) } + ordered.map(\.parent)
        children = ordered.map { group in parents.indices.filter { parents[$0] == group.code } }
        if let empty = children.firstIndex(of: []) { throw .noChildren(group: ordered[empty].code) }
    }

    private static func check(_ indicators: [Indicator]) throws(IndexRefusal) {
        for indicator in indicators {
            guard indicator.weight >= 0, indicator.weight.isFinite else { throw .badWeight(code: indicator.code) }
            if let posts = indicator.goalposts,
                !(posts.low < posts.high && posts.low.isFinite && posts.high.isFinite)
            {
                throw .goalpostsUpsideDown(indicator: indicator.code)
            }
            if let target = indicator.target, !target.isFinite {
                throw .notFinite(unit: "target", indicator: indicator.code)
            }
        }
    }

    private static func check(_ groups: [IndicatorGroup], _ indicators: [Indicator]) throws(IndexRefusal) {
        let codes = Set(groups.map(\.code))
        for group in groups {
            guard group.weight >= 0, group.weight.isFinite else { throw .badWeight(code: group.code) }
            if let parent = group.parent, !codes.contains(parent) {
                throw .unknownParent(of: group.code, parent: parent)
            }
        }
        for indicator in indicators where !codes.contains(indicator.parent) {
            throw .unknownParent(of: indicator.code, parent: indicator.parent)
        }
    }

    /// Children before their parents, otherwise as given.
    private static func ordered(_ groups: [IndicatorGroup]) throws(IndexRefusal) -> [IndicatorGroup] {
        var left = groups
        var ordered: [IndicatorGroup] = []
        while !left.isEmpty {
            let awaited = Set(left.compactMap(\.parent))
            let ready = left.filter { !awaited.contains($0.code) }
            guard !ready.isEmpty else { throw .cycle(code: left[0].code) }
            ordered += ready
            left.removeAll { awaited.contains($0.code) == false }
        }
        let tops = ordered.filter { $0.parent == nil }.map(\.code)
        guard tops.count == 1 else { throw .tops(tops) }
        // The top waits for everything below it, so it is the last.
        return ordered
    }

    /// Code of the index itself.
    public var top: String { groups[groups.count - 1].code }

    /// Codes of the indicators, then of the groups: the order of `weights`.
    public var codes: [String] { indicators.map(\.code) + groups.map(\.code) }

    /// The level of a code: 1 for an indicator, one more than its highest child for a group; `nil` if unknown.
    public func level(of code: String) -> Int? {
        codes.firstIndex(of: code).map(level)
    }

    private func level(of node: Int) -> Int {
        guard node >= indicators.count else { return 1 }
        return 1 + (children[node - indicators.count].map(level).max() ?? 0)
    }

    /// The codes that belong to a group directly, indicators first; empty for what is no group.
    public func children(of group: String) -> [String] {
        guard let place = groups.firstIndex(where: { $0.code == group }) else { return [] }
        return children[place].map { codes[$0] }
    }

    /// The stated weight of every code: indicators, then groups.
    var statedWeights: [Double] { indicators.map(\.weight) + groups.map(\.weight) }

    // A hierarchy that is read is checked like one that is made.
    private enum CodingKeys: String, CodingKey { case indicators, groups }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            indicators: container.decode([Indicator].self, forKey: .indicators),
            groups: container.decode([IndicatorGroup].self, forKey: .groups))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(indicators, forKey: .indicators)
        try container.encode(groups, forKey: .groups)
    }
}

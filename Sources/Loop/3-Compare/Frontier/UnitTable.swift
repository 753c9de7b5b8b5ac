public import Benchmarking

/// Units to be compared, with the names of what they use and make, and where they belong.
public struct UnitTable: Sendable, Equatable {
    /// One for each unit; the line of the file where it has no name of its own.
    public let names: [String]
    /// Names of the inputs and outputs, in the order of the columns.
    public let inputs: [String]
    public let outputs: [String]
    public let production: Production
    /// Names of the groups in the order they first appear; empty when the units are not grouped.
    public let groups: [String]
    /// Which group each unit belongs to; empty when the units are not grouped.
    public let membership: [Int]

    /// - Parameter groups: the name of each unit's group, as many as units; `nil` for none.
    public init(
        names: [String], inputs: [String], outputs: [String], production: Production, groups labels: [String]?
    ) {
        self.names = names
        self.inputs = inputs
        self.outputs = outputs
        self.production = production
        var groups: [String] = []
        var places: [String: Int] = [:]
        for label in labels ?? [] where places[label] == nil {
            places[label] = groups.count
            groups.append(label)
        }
        self.groups = groups
        membership = (labels ?? []).compactMap { places[$0] }
    }

    /// Numbers of the units of each group.
    public var members: [[Int]] {
        var members = [[Int]](repeating: [], count: groups.count)
        for (unit, group) in membership.enumerated() { members[group].append(unit) }
        return members
    }
}

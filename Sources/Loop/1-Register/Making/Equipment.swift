/// How work is done at a stage: a ladder that an artisan recognises. The higher, the less the hand decides.
public enum TechnologyLevel: Int, Sendable, CaseIterable, Comparable, Codable {
    /// Tangan.
    case hand = 1
    /// Alat: a tool or device moved by people, such as a hand loom.
    case tool
    /// Mesin: power moves it, a person steers it.
    case machine
    /// Otomatis: it steers itself.
    case automatic
    /// Terhubung: it reports and is steered from afar.
    case connected

    public static func < (left: TechnologyLevel, right: TechnologyLevel) -> Bool { left.rawValue < right.rawValue }
}

/// Tools and machines of one kind at one stage of the process. `nil` means not known.
public struct Equipment: Sendable, Hashable {
    public var name: String
    public let stage: ProcessStage
    public let level: TechnologyLevel
    /// Pieces that work.
    public var working: Int?
    /// Pieces that do not.
    public var broken: Int?
    public var boughtYear: Int?
    /// What all of them cost.
    public var value: Rupiah?
    /// Of one piece, in watts; 0 for what needs none.
    public var watts: Double?
    /// Who owns them, where it is not the enterprise: a trader, the sentra, the office.
    public var lender: String?

    public init(_ name: String, at stage: ProcessStage, _ level: TechnologyLevel, working: Int? = nil) {
        self.name = name
        self.stage = stage
        self.level = level
        self.working = working
    }
}

/// How far up the ladder an enterprise is, stage by stage.
public struct TechnologyLadder: Sendable, Equatable {
    /// The highest level at which something works; a stage without any known equipment is left out: not known.
    public let levels: [ProcessStage: TechnologyLevel]

    public init(_ equipment: [Equipment]) {
        levels = equipment.filter { $0.working != 0 }.reduce(into: [:]) { levels, item in
            levels[item.stage] = max(levels[item.stage] ?? item.level, item.level)
        }
    }

    /// Level at every stage of a line of work, in its order; `nil` where it is not known.
    public func levels(along line: ProcessLine) -> [(stage: ProcessStage, level: TechnologyLevel?)] {
        line.stages.map { ($0, levels[$0]) }
    }

    /// The first stage of a line with the lowest level known: where a machine would change most.
    /// - Returns: `nil` where nothing is known.
    public func lowest(along line: ProcessLine) -> ProcessStage? {
        let known = line.stages.filter { levels[$0] != nil }
        return known.min { (levels[$0]?.rawValue ?? 0) < (levels[$1]?.rawValue ?? 0) }
    }
}

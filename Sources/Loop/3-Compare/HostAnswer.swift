public import Measure
public import Register

/// The regions whose economy is built most like home's, what they do better, and whom to ask first.
public struct HostAnswer: Sendable {
    public let question: HostQuestion
    public let home: Region
    public let homeFigures: ManufacturingFigures
    public let homeFlags: [AccountFlag]
    /// How many other regions home was compared with.
    public let compared: Int
    /// The nearest regions among those asked for, nearest first.
    public let nearest: [Host]
    /// The candidate at its true place; `nil` when none was named.
    public let candidate: Host?
    /// The best by likeness, lead and closeness; empty when nobody near does better.
    public let shortlist: [ShortlistEntry]
    /// Share of each industry at home, 0…1, in the order of `IndustrySection.allCases`.
    public let homeStructure: [Double]
}

/// A region that could be learned from.
public struct Host: Sendable {
    public let region: Region
    /// Distance of structure from home, in the unit of the method.
    public let distance: Double
    /// Share of the distance each industry accounts for, in the order of `IndustrySection.allCases`.
    public let parts: [Double]
    /// Share of each industry, 0…1, in the order of `IndustrySection.allCases`.
    public let structure: [Double]
    public let rank: RankBand
    public let figures: ManufacturingFigures
    public let lead: Lead
    /// Kilometres as the crow flies; `nil` where a centroid is not known.
    public let kilometres: Double?
    /// Doubtful figures this comparison rests on.
    public let flags: [AccountFlag]

    /// The industries that make up most of the distance, largest first.
    public func largestParts(_ count: Int) -> [(industry: IndustrySection, part: Double)] {
        let ordered = zip(IndustrySection.allCases, parts).sorted { $0.1 > $1.1 }
        return ordered.prefix(count).map { (industry: $0.0, part: $0.1) }
    }
}

/// A rank over all regions, with how far it moves when the method or the year changes.
public struct RankBand: Sendable, Equatable {
    /// 1 is the nearest; by the method and year asked for.
    public let rank: Int
    /// Least and greatest rank over the five methods in the year asked for.
    public let acrossMethods: ClosedRange<Int>
    /// Least and greatest rank over the five methods and all years.
    public let acrossMethodsAndYears: ClosedRange<Int>
}

/// How much better than home a region's manufacturing does.
public struct Lead: Sendable, Equatable {
    /// Value added per resident over home's; above 1 is a lead. `nil` when not known, or when home has none.
    public let perResidentRatio: Double?
    /// Home has no manufacturing and the other has: a lead without a ratio.
    public let isFromNothing: Bool
    /// Growth less home's, as a share (0.05 is five percentage points); above 0 is a lead. `nil` when not known.
    public let growthDifference: Double?
    /// One of the figures compared is flagged: the lead is shown, and does not count.
    public let isLevelDoubtful: Bool
    /// One of the figures growth is measured between is flagged: the difference is shown, and does not count.
    public let isGrowthDoubtful: Bool

    public init(
        of other: ManufacturingFigures, over home: ManufacturingFigures,
        doubtful: (level: Bool, growth: Bool) = (false, false)
    ) {
        let known = (other.perResident, home.perResident)
        if case (let theirs?, let own?) = known, own > 0 {
            perResidentRatio = theirs / own
        } else {
            perResidentRatio = nil
        }
        isFromNothing = home.perResident == 0 && (other.perResident ?? 0) > 0
        if let own = home.growth, let theirs = other.growth {
            growthDifference = theirs - own
        } else {
            growthDifference = nil
        }
        isLevelDoubtful = doubtful.level
        isGrowthDoubtful = doubtful.growth
    }
}

/// A region of the shortlist with the three reasons that put it there.
public struct ShortlistEntry: Sendable {
    public let host: Host
    /// 0…1, the weighted geometric mean of the reasons.
    public let score: Double
    public let reasons: ShortlistReasons
}

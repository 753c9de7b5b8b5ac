import Benchmarking
public import Measure
public import Register

/// One region by itself: what it lives from, what it is stronger in than the nation, why it grew.
public struct RegionProfile: Sendable {
    public let region: Region
    public let province: Region?
    public let year: Int
    public let product: RegionalProduct
    public let manufacturing: ManufacturingFigures
    /// One line an industry, in the order of `IndustrySection.allCases`.
    public let industries: [IndustryLine]
    public let specialisation: Specialisation
    /// Why it grew from 2013 to 2019; `nil` where one of the two years is not known.
    public let growth: GrowthAccount?
    /// Doubtful figures of all years.
    public let flags: [AccountFlag]
    /// The nearest regencies and cities on the map.
    public let neighbours: [Neighbour]
    /// The nearest by structure, by Euclidean distance of shares.
    public let likest: [Neighbour]

    public struct IndustryLine: Sendable, Equatable {
        public let industry: IndustrySection
        /// Billion rupiah at constant 2010 prices.
        public let valueAdded: Double
        /// Part of the published total, 0…1; `nil` where there is no total. The location quotient is this over the nation's.
        public let share: Double?
        /// The nation's share, 0…1, over its published total, which includes taxes on products.
        public let nationalShare: Double?
        /// Over the published totals; `nil` where the nation has none of the industry.
        public let locationQuotient: Double?
    }

    /// How one-sided the economy is. Each is `nil` where it is not defined.
    public struct Specialisation: Sendable, Equatable {
        /// 0 built like the nation … 2 nothing in common.
        public let krugman: Double?
        /// 1/17 evenly spread … 1 a single industry.
        public let herfindahl: Double?
        /// How many industries of equal size would be as concentrated.
        public let equivalentNumber: Double?
        /// 0 built like the nation … 1.
        public let gini: Double?
        /// Theil's divergence of the region's shares from the nation's; 0 built like the nation.
        public let theil: Double?
    }

    public struct GrowthAccount: Sendable {
        public let start: Int
        public let end: Int
        public let shiftShare: ShiftShareOfIndustries
    }

    public struct Neighbour: Sendable {
        public let region: Region
        public let kilometres: Double?
        public let distance: Double
    }
}

/// Why a region grew, by industry and in sum, in billion rupiah.
public struct ShiftShareOfIndustries: Sendable, Equatable {
    public struct Parts: Sendable, Equatable {
        public let change: Double
        public let national: Double
        public let industryMix: Double
        public let regional: Double
        /// Esteban-Marquillas; `nil` where the region started from nothing.
        public let competitive: Double?
        /// Esteban-Marquillas; `nil` where the region started from nothing.
        public let allocation: Double?

        init(_ parts: ShiftShare.Parts) {
            change = parts.change
            national = parts.national
            industryMix = parts.industryMix
            regional = parts.regional
            competitive = parts.competitive
            allocation = parts.allocation
        }
    }

    /// Growth of the nation's published total, a rate.
    public let nationalGrowth: Double
    /// In the order of `IndustrySection.allCases`.
    public let industries: [Parts]
    public let sum: Parts

    init(_ shiftShare: ShiftShare) {
        nationalGrowth = shiftShare.nationalGrowth
        industries = shiftShare.industries.map(Parts.init)
        sum = Parts(shiftShare.sum)
    }
}

/// Why a region cannot be described.
public enum ProfileRefusal: Error, Equatable, Sendable {
    case yearWithoutFigures(year: Int, available: [Int])
    case regionWithoutFigures(RegionCode, year: Int)
}

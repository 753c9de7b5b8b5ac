public import Benchmarking
public import Register

/// Whom should this region learn from? What was asked, in full, so that an answer can be asked for again.
public struct HostQuestion: Sendable, Equatable {
    public let home: RegionCode
    public let year: Int
    public let method: StructuralDistance
    /// How many of the nearest regions are listed.
    public let limit: Int
    public let among: Among
    /// A region that is shown at its true place however far it is.
    public let candidate: RegionCode?
    public let weights: ShortlistWeights

    public static let limits = 1...50
    public static let defaultLimit = 10

    /// Which regions are listed. Ranks are always taken over all regions.
    public struct Among: Sendable, Equatable {
        public enum Provinces: String, Sendable, CaseIterable {
            case all
            case others
        }

        public enum Kinds: String, Sendable, CaseIterable {
            case all
            case regencies
            case cities
        }

        public let provinces: Provinces
        public let kinds: Kinds

        public init(provinces: Provinces = .all, kinds: Kinds = .all) {
            self.provinces = provinces
            self.kinds = kinds
        }

        func includes(_ region: Region, seenFrom home: RegionCode) -> Bool {
            if provinces == .others, region.id.province == home.province { return false }
            return switch kinds {
            case .all: true
            case .regencies: region.kind == .regency
            case .cities: region.kind == .city
            }
        }
    }

    public init(
        home: RegionCode, year: Int, method: StructuralDistance = .euclidean,
        options: HostOptions = HostOptions()
    ) {
        self.home = home
        self.year = year
        self.method = method
        limit = options.limit
        among = options.among
        candidate = options.candidate
        weights = options.weights
    }
}

/// What may be changed about the answer to a `HostQuestion`.
public struct HostOptions: Sendable, Equatable {
    public var limit = HostQuestion.defaultLimit
    public var among = HostQuestion.Among()
    public var candidate: RegionCode?
    public var weights = ShortlistWeights()

    public init() {}
}

/// How much each reason counts in the shortlist; each ≥ 0, only their proportions matter.
public struct ShortlistWeights: Sendable, Equatable {
    /// Likeness of structure.
    public var near: Double
    /// Lead in value added of manufacturing per resident.
    public var perResident: Double
    /// Lead in growth.
    public var growth: Double
    /// Distance on the map.
    public var close: Double

    public static let range = 0.0...10.0

    public init(near: Double = 1, perResident: Double = 1, growth: Double = 1, close: Double = 1) {
        self.near = near
        self.perResident = perResident
        self.growth = growth
        self.close = close
    }

    var sum: Double { near + perResident + growth + close }
}

/// Why a question cannot be answered; the person who asked can mend it.
public enum HostRefusal: Error, Equatable, Sendable {
    case yearWithoutFigures(year: Int, available: [Int])
    case homeWithoutFigures(RegionCode, year: Int)
    case candidateWithoutFigures(RegionCode, year: Int)
    case candidateIsHome(RegionCode)
    case limit(Int)
    case weight(Double)
    /// All weights are zero: nothing is asked for.
    case noWeight
}

import Benchmarking
public import Measure
public import Register

/// Everything that comparing regions needs, prepared once and asked often: who they are, what they produce,
/// which figures are doubtful, and the structure of every year.
public struct RegionalEconomies: Sendable {
    public let directory: RegionDirectory
    public let accounts: RegionalAccounts
    private let flagsByRegion: [RegionCode: [AccountFlag]]
    private let manufacturingDoubts: [RegionCode: Set<Int>]
    private let economies: [Int: YearOfEconomies]

    /// - Throws: `EconomiesError` when a year cannot be compared at all.
    public init(directory: RegionDirectory, accounts: RegionalAccounts) throws(EconomiesError) {
        self.directory = directory
        self.accounts = accounts
        let flags = Plausibility.flags(in: accounts)
        flagsByRegion = Dictionary(grouping: flags, by: \.region)
        manufacturingDoubts = Dictionary(grouping: flags.filter { $0.cell == .industry(.manufacturing) }, by: \.region)
            .mapValues { Set($0.map(\.year)) }
        var economies: [Int: YearOfEconomies] = [:]
        for year in accounts.years {
            economies[year] = try YearOfEconomies(year: year, directory: directory, accounts: accounts)
        }
        self.economies = economies
    }

    public var years: [Int] { accounts.years }

    /// The last year before the pandemic where it is there, else the last year.
    public var defaultYear: Int {
        years.contains(Growth.beforePandemic) ? Growth.beforePandemic : years.last ?? Growth.beforePandemic
    }

    /// The doubtful figures of a region over all years, in the order of years and industries.
    public func flags(of region: RegionCode) -> [AccountFlag] {
        flagsByRegion[region, default: []]
    }

    /// The doubtful figures that a comparison of this year rests on: the structure of the year, and
    /// manufacturing in the years that growth is measured between.
    public func flags(of region: RegionCode, behindComparisonOf year: Int) -> [AccountFlag] {
        flags(of: region).filter { flag in
            if flag.year == year { return true }
            let isGrowthYear = [Growth.start, Growth.beforePandemic, Growth.pandemic].contains(flag.year)
            return isGrowthYear && flag.cell == .industry(.manufacturing)
        }
    }

    /// The years in which a region's manufacturing is flagged.
    func manufacturingDoubts(of region: RegionCode) -> Set<Int> { manufacturingDoubts[region, default: []] }

    /// The years in which a region has figures that can be compared.
    public func comparableYears(of region: RegionCode) -> [Int] {
        years.filter { economies[$0]?.row(of: region) != nil }
    }

    func economies(of year: Int) -> YearOfEconomies? { economies[year] }

    /// The years that growth is measured between.
    public enum Growth {
        public static let start = 2013
        public static let beforePandemic = 2019
        public static let pandemic = 2020
    }
}

public enum EconomiesError: Error, Equatable, Sendable {
    /// No region of this year has figures that can be compared.
    case nothingToCompare(year: Int)
}

/// One year of the regencies and cities that can be compared: structures and figures side by side, row by row.
struct YearOfEconomies: Sendable {
    let structure: StructureTable
    let regions: [Region]
    let figures: [ManufacturingFigures]
    private let rows: [RegionCode: Int]

    init(year: Int, directory: RegionDirectory, accounts: RegionalAccounts) throws(EconomiesError) {
        var regions: [Region] = []
        var structures: [[Double]] = []
        for code in accounts.regenciesAndCities {
            // A row with a negative industry has no structure that could be compared.
            guard let region = directory[code], let product = accounts.product(of: code, in: year),
                product.byIndustry.allSatisfy({ $0 >= 0 })
            else { continue }
            regions.append(region)
            structures.append(product.byIndustry)
        }
        // Refused only for want of rows: emptiness and signs were seen to above.
        guard let matrix = try? Matrix(structures), let table = try? StructureTable(matrix) else {
            throw .nothingToCompare(year: year)
        }
        structure = table
        self.regions = regions
        figures = regions.map { accounts.manufacturing(of: $0, in: year) }
        rows = Dictionary(uniqueKeysWithValues: regions.enumerated().map { ($1.id, $0) })
    }

    func row(of region: RegionCode) -> Int? { rows[region] }
}

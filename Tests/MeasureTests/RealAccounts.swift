import Exchange
import Measure
import Register
import World

/// The official figures that come with the product, read once for all tests.
enum RealAccounts {
    struct Loaded {
        let directory: RegionDirectory
        let accounts: RegionalAccounts
        let flags: [AccountFlag]
    }

    static let loaded = Result {
        let facts = try FactFiles(in: Folders.data).read()
        let accounts = try RegionalAccounts(facts.products)
        return Loaded(
            directory: try RegionDirectory(facts.regions), accounts: accounts,
            flags: Plausibility.flags(in: accounts))
    }
}

/// One cell of the official tables.
struct Cell: Hashable, CustomStringConvertible {
    let region: RegionCode
    let year: Int
    let cell: AccountFlag.Cell

    init(_ region: RegionCode, _ year: Int, _ cell: AccountFlag.Cell) {
        self.region = region
        self.year = year
        self.cell = cell
    }

    init(_ flag: AccountFlag) { self.init(flag.region, flag.year, flag.cell) }

    var description: String {
        switch cell {
        case .industry(let industry): "\(region) \(year) \(industry.rawValue)"
        case .total: "\(region) \(year) total"
        }
    }
}

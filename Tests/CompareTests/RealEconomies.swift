import Benchmarking
import Compare
import Exchange
import Measure
import Register
import Testing
import World

/// The official figures of all regions, read and prepared once for all tests.
enum RealEconomies {
    static let all = Result {
        let facts = try FactFiles(in: Folders.data).read()
        return try RegionalEconomies(
            directory: RegionDirectory(facts.regions), accounts: RegionalAccounts(facts.products))
    }
}

extension World {
    static func economies(
        regions: [Region] = World.regions
    ) throws -> RegionalEconomies {
        try RegionalEconomies(directory: RegionDirectory(regions), accounts: accounts())
    }
}

extension RegionalEconomies {
    /// The answer to the plain question, with what a test changes about it.
    func hosts(
        of home: RegionCode, in year: Int = 2019, by method: StructuralDistance = .euclidean,
        changing change: (inout HostOptions) -> Void = { _ in }
    ) throws -> HostAnswer {
        var options = HostOptions()
        change(&options)
        return try hosts(for: HostQuestion(home: home, year: year, method: method, options: options))
    }

    /// All other regions, ranked.
    func everyone(
        from home: RegionCode, in year: Int = 2019, by method: StructuralDistance = .euclidean
    ) throws -> [Host] {
        try hosts(of: home, in: year, by: method) { $0.limit = HostQuestion.limits.upperBound }.nearest
    }
}

extension Host {
    var name: String { region.shortName }
}

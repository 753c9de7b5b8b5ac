import Benchmarking
import Compare
import Measure
import Register
import Testing
import World

/// Whom Badung should learn from, on the official figures.
struct RealHostsTests {
    private let economies: RegionalEconomies

    init() throws { economies = try RealEconomies.all.get() }

    @Test func `the five nearest to Badung in 2019 are its neighbours and Sleman`() throws {
        let answer = try economies.hosts(of: World.badung) { $0.limit = 5 }
        #expect(answer.nearest.map(\.name) == ["Kota Denpasar", "Jembrana", "Gianyar", "Tabanan", "Sleman"])
        #expect(answer.nearest.map(\.rank.rank) == [1, 2, 3, 4, 5])
        #expect(answer.compared == 513)
    }

    @Test func `Makassar is far down the list, by any method`() throws {
        let answer = try economies.hosts(of: World.badung) { $0.candidate = World.makassar }
        let makassar = try #require(answer.candidate)
        #expect(makassar.rank.rank == 116)
        #expect(makassar.rank.acrossMethods == 116...215)
        #expect(!answer.nearest.contains { $0.region.id == World.makassar })
    }

    @Test(arguments: StructuralDistance.allCases)
    func `ranks of 514 regions equal those of the slow and plain way`(method: StructuralDistance) throws {
        let naive = NaiveRanks(accounts: economies.accounts).ranks(from: World.badung, in: 2019, by: method)
        let hosts = try economies.everyone(from: World.badung, by: method)
        #expect(hosts.count == 50)
        #expect(hosts.allSatisfy { naive[$0.region.id] == $0.rank.rank })
    }

    @Test func `a band holds its rank, and that of all years holds that of one`() throws {
        for home in [World.badung, World.makassar, World.code("91.71"), World.code("74.13")] {
            for host in try economies.everyone(from: home) {
                let band = host.rank
                #expect(band.acrossMethods.contains(band.rank))
                #expect(band.acrossMethodsAndYears.lowerBound <= band.acrossMethods.lowerBound)
                #expect(band.acrossMethodsAndYears.upperBound >= band.acrossMethods.upperBound)
                #expect((1...513).contains(band.rank))
            }
        }
    }

    @Test func `doubtful figures travel with the comparison that rests on them`() throws {
        let bekasi = World.code("32.16")
        let flags = economies.flags(of: bekasi, behindComparisonOf: 2014)
        #expect(flags.contains { $0.cell == .industry(.mining) && $0.year == 2014 })
        #expect(!economies.flags(of: bekasi, behindComparisonOf: 2019).contains { $0.year == 2014 })
        #expect(try economies.hosts(of: bekasi, in: 2014).homeFlags == flags)
        // Manufacturing of 2020 is doubtful in Konawe, and growth is measured to 2020: it counts in 2019 too.
        let konawe = economies.flags(of: World.code("74.02"), behindComparisonOf: 2019)
        #expect(konawe.contains { $0.year == 2020 && $0.cell == .industry(.manufacturing) })
    }

    @Test func `the year asked for by default is the last before the pandemic`() throws {
        #expect(economies.defaultYear == 2019)
        #expect(economies.years == Array(2013...2020))
    }
}

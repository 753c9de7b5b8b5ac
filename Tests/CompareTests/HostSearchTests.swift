import Benchmarking
import Compare
import Measure
import Register
import Testing
import World

/// Who is near, in the small world.
struct HostSearchTests {
    private let world: RegionalEconomies

    init() throws { world = try World.economies() }

    @Test func `Badung is compared with the other six, Denpasar is the most like it`() throws {
        let answer = try world.hosts(of: World.badung)
        #expect(answer.home.id == World.badung)
        #expect(answer.compared == 6)
        #expect(answer.nearest.count == 6)
        #expect(answer.nearest.first?.region.id == World.denpasar)
        #expect(answer.candidate == nil)
        #expect(!answer.nearest.contains { $0.region.id == World.badung })
        #expect(abs(answer.homeStructure.reduce(0, +) - 1) < 1e-12)
    }

    @Test(arguments: StructuralDistance.allCases, World.years)
    func `ranks equal those of the slow and plain way`(method: StructuralDistance, year: Int) throws {
        let naive = NaiveRanks(accounts: world.accounts)
        for home in World.regenciesAndCities {
            let ranks = naive.ranks(from: home, in: year, by: method)
            for host in try world.everyone(from: home, in: year, by: method) {
                #expect(host.rank.rank == ranks[host.region.id])
                #expect(host.rank.acrossMethods == naive.band(of: host.region.id, from: home, over: [year]))
                let all = naive.band(of: host.region.id, from: home, over: World.years)
                #expect(host.rank.acrossMethodsAndYears == all)
            }
        }
    }

    @Test(arguments: StructuralDistance.allCases)
    func `it is as far from here to there as from there to here`(method: StructuralDistance) throws {
        var distances: [[RegionCode]: Double] = [:]
        for home in World.regenciesAndCities {
            for host in try world.everyone(from: home, by: method) {
                distances[[home, host.region.id]] = host.distance
            }
        }
        #expect(distances.count == 42)
        for (pair, distance) in distances {
            #expect(distance > 0)
            #expect(abs(distance - (distances[[pair[1], pair[0]]] ?? .nan)) < 1e-12)
        }
    }

    @Test(arguments: StructuralDistance.allCases)
    func `the nearest come first, and the parts of a distance add up to one`(method: StructuralDistance) throws {
        for home in World.regenciesAndCities {
            let hosts = try world.everyone(from: home, by: method)
            #expect(hosts.map(\.distance) == hosts.map(\.distance).sorted())
            #expect(hosts.map(\.rank.rank) == Array(1...6))
            for host in hosts {
                #expect(host.parts.count == 17)
                #expect(host.parts.allSatisfy { (0...1).contains($0) })
                #expect(abs(host.parts.reduce(0, +) - 1) < 1e-12)
                #expect(abs(host.structure.reduce(0, +) - 1) < 1e-12)
            }
        }
    }

    @Test func `the largest parts are the largest, and come in order`() throws {
        let host = try #require(world.hosts(of: World.badung).nearest.first)
        let three = host.largestParts(3)
        #expect(three.map(\.part) == Array(host.parts.sorted(by: >).prefix(3)))
        #expect(three.allSatisfy { host.parts[$0.industry.position] == $0.part })
        #expect(host.largestParts(0).isEmpty)
        #expect(host.largestParts(99).count == 17)
    }

    @Test func `performance plays no part in who is near`() throws {
        let crowded = try World.economies(
            regions: World.regions.map { region in
                Region(
                    id: region.id, bpsCode: region.bpsCode, kind: region.kind, name: region.name,
                    place: (nil, nil), population: Population(men: 1, women: 0))
            })
        for home in World.regenciesAndCities {
            let (before, after) = (try world.everyone(from: home), try crowded.everyone(from: home))
            #expect(before.map(\.region.id) == after.map(\.region.id))
            #expect(before.map(\.rank) == after.map(\.rank))
            #expect(before.map(\.figures.perResident) != after.map(\.figures.perResident))
            #expect(after.allSatisfy { $0.kilometres == nil })
        }
    }

    @Test func `a rank is over all regions, whichever are listed`() throws {
        let all = try world.hosts(of: World.badung).nearest
        let ranks = Dictionary(uniqueKeysWithValues: all.map { ($0.region.id, $0.rank) })
        for provinces in HostQuestion.Among.Provinces.allCases {
            for kinds in HostQuestion.Among.Kinds.allCases {
                let answer = try world.hosts(of: World.badung) {
                    $0.among = HostQuestion.Among(provinces: provinces, kinds: kinds)
                }
                #expect(answer.compared == 6)
                #expect(answer.nearest.allSatisfy { $0.rank == ranks[$0.region.id] })
            }
        }
    }

    @Test func `one's own province may be left out`() throws {
        let answer = try world.hosts(of: World.badung) { $0.among = HostQuestion.Among(provinces: .others) }
        #expect(
            Set(answer.nearest.map(\.region.id)) == [World.kabupatenBandung, World.kotaBandung, World.makassar])
        #expect(answer.shortlist.allSatisfy { $0.host.region.id.province != World.bali })
    }

    @Test func `only cities, or only regencies, may be listed`() throws {
        let cities = try world.hosts(of: World.badung) { $0.among = HostQuestion.Among(kinds: .cities) }
        #expect(Set(cities.nearest.map(\.region.id)) == [World.kotaBandung, World.denpasar, World.makassar])
        let regencies = try world.hosts(of: World.badung) { $0.among = HostQuestion.Among(kinds: .regencies) }
        #expect(
            Set(regencies.nearest.map(\.region.id)) == [World.kabupatenBandung, World.jembrana, World.gianyar])
    }

    @Test func `a candidate is shown at its true place, listed or not`() throws {
        let everyone = try world.everyone(from: World.badung)
        let last = try #require(everyone.last)
        let answer = try world.hosts(of: World.badung) {
            $0.limit = 1
            $0.candidate = last.region.id
            $0.among = HostQuestion.Among(provinces: .others, kinds: .cities)
        }
        #expect(answer.nearest.count == 1)
        #expect(answer.candidate?.region == last.region)
        #expect(answer.candidate?.rank == last.rank)
        #expect(answer.candidate?.distance == last.distance)
    }

    @Test func `a lead is over home: the ratio a resident, the difference of growth`() throws {
        let answer = try world.hosts(of: World.badung)
        let makassar = try #require(answer.nearest.first { $0.region.id == World.makassar })
        let ratio = (22728.08 / 1_482_354) / (1616.24 / 537_739)
        #expect(abs(try #require(makassar.lead.perResidentRatio) - ratio) < 1e-12)
        let growth = (22728.08 / 15759.79) - (1616.24 / 1163.28)
        #expect(abs(try #require(makassar.lead.growthDifference) - growth) < 1e-12)
        let kilometres = try #require(makassar.kilometres)
        #expect((550...650).contains(kilometres))
    }

    @Test func `the same question has the same answer`() throws {
        let (one, two) = (try world.hosts(of: World.gianyar), try world.hosts(of: World.gianyar))
        #expect(one.question == two.question)
        #expect(one.nearest.map(\.distance) == two.nearest.map(\.distance))
        #expect(one.shortlist.map(\.score) == two.shortlist.map(\.score))
    }
}

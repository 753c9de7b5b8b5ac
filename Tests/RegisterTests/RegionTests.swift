import Register
import Testing
import World

struct RegionTests {
    private func region(_ code: RegionCode) throws -> Region { try #require(World.directory()[code]) }

    @Test func `a regency is called by its name, a city says that it is one`() throws {
        #expect(try region(World.badung).shortName == "Badung")
        #expect(try region(World.denpasar).shortName == "Kota Denpasar")
        #expect(try region(World.bali).shortName == "Bali")
    }

    @Test func `only the leading word is dropped from a name`() throws {
        let name = "Kabupaten Lima Puluh Kota"
        let region = Region(id: World.code("13.07"), bpsCode: nil, kind: .regency, name: name)
        #expect(region.shortName == "Lima Puluh Kota")
    }

    @Test func `the population is men and women together`() throws {
        let population = try #require(region(World.badung).population)
        #expect(population.total == 267_478 + 270_261)
        #expect(Population(men: 0, women: 0).total == 0)
    }

    @Test func `what is not known of a region is nil, not zero`() {
        let region = Region(id: World.code("97"), bpsCode: nil, kind: .province, name: "Papua Pegunungan")
        #expect(region.centroid == nil)
        #expect(region.area == nil)
        #expect(region.population == nil)
        #expect(region.bpsCode == nil)
    }
}

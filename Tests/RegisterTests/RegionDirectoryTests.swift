import Register
import Testing
import World

struct RegionDirectoryTests {
    private let directory: RegionDirectory

    init() throws { directory = try World.directory() }

    private func region(_ code: RegionCode) throws -> Region { try #require(directory[code]) }

    private func nearest(_ text: String) throws -> [RegionCode] {
        guard case .none(let nearest) = directory.find(text) else {
            Issue.record("\(text) was found")
            return []
        }
        return nearest.map(\.id)
    }

    @Test(arguments: [
        "51.03", "5103", " 51.03\n", "Badung", "badung", "BADUNG", "  badung ", "Kabupaten Badung",
        "kabupaten  badung", "Kab. Badung", "kab badung", "Bádung",
    ])
    func `Badung is found by either code and by its names`(text: String) throws {
        #expect(directory.find(text) == .one(try region(World.badung)))
    }

    @Test(arguments: ["Makassar", "Kota Makassar", "kota makassar", "73.71", "7371"])
    func `a city is found with and without its first word`(text: String) throws {
        #expect(directory.find(text) == .one(try region(World.makassar)))
    }

    @Test func `Bandung is a regency and a city, and nothing is guessed`() throws {
        let both = try [region(World.kabupatenBandung), region(World.kotaBandung)]
        #expect(directory.find("Bandung") == .several(both))
        #expect(directory.find("bandung ") == .several(both))
    }

    @Test func `a full official name wins over a shared short one`() throws {
        #expect(directory.find("kota bandung") == .one(try region(World.kotaBandung)))
        #expect(directory.find("Kabupaten Bandung") == .one(try region(World.kabupatenBandung)))
    }

    @Test func `the official short form of regency is a full name too`() throws {
        let regency = try region(World.kabupatenBandung)
        #expect(directory.find("Kab. Bandung") == .one(regency))
    }

    @Test func `a city that is a regency is not found, but suggested`() throws {
        #expect(try nearest("Kota Badung") == [World.badung])
        #expect(try nearest("Kabupaten Makassar") == [World.makassar])
    }

    @Test(arguments: [
        ("Badnug", "51.03"), ("Badoeng", "51.03"), ("Denpassar", "51.71"), ("Makasar", "73.71"), ("Gianjar", "51.04"),
        ("Jembarana", "51.01"),
    ])
    func `a slip of the pen has a remedy`(text: String, meant: String) throws {
        #expect(try nearest(text).first == World.code(meant))
    }

    @Test(arguments: ["", " ", "x", "Atlantis", "99.99", "9999", "00", "51.99"])
    func `what nobody has heard of is nobody's`(text: String) throws {
        #expect(try nearest(text).isEmpty)
    }

    @Test(arguments: ["51", "Bali", "bali", "Jawa Barat", "32", "Sulawesi Selatan"])
    func `a province is not found as a region`(text: String) throws {
        guard case .province(let province) = directory.find(text) else {
            Issue.record("\(text) was not taken for a province")
            return
        }
        #expect(province.kind == .province)
        #expect(directory.search(text).allSatisfy { $0.kind != .province })
    }

    @Test func `a region knows its province`() throws {
        #expect(directory.province(of: try region(World.badung))?.id == World.bali)
        #expect(directory.province(of: try region(World.bali))?.id == World.bali)
    }

    @Test func `the two code worlds differ, and only the directory converts`() throws {
        // Real: Kabupaten Kupang is 53.01 in one world and 5303 in the other, where 53.03 is Timor Tengah Utara.
        let kupang = Region(
            id: World.code("53.01"), bpsCode: BPSCode("5303"), kind: .regency, name: "Kabupaten Kupang")
        let timor = Region(
            id: World.code("53.03"), bpsCode: BPSCode("5305"), kind: .regency, name: "Kabupaten Timor Tengah Utara")
        let directory = try RegionDirectory([timor, kupang])
        #expect(directory.find("5303") == .one(kupang))
        #expect(directory.find("53.03") == .one(timor))
        #expect(directory.find("5301") == .none(nearest: []))
    }

    @Test func `regions come in the order of their codes, provinces apart`() throws {
        let shuffled = try RegionDirectory(World.regions.reversed())
        #expect(shuffled.regions == World.regions)
        #expect(shuffled.regenciesAndCities.map(\.id) == World.regenciesAndCities)
    }

    @Test func `a code may be given only once, in either world`() throws {
        let badung = try region(World.badung)
        #expect(throws: DirectoryError.duplicate(code: "51.03")) {
            try RegionDirectory(World.regions + [badung])
        }
        let other = Region(id: World.code("51.09"), bpsCode: badung.bpsCode, kind: .regency, name: "Kabupaten Lain")
        #expect(throws: DirectoryError.duplicate(code: "5103")) {
            try RegionDirectory(World.regions + [other])
        }
    }

    @Test func `regions without a statistical code do not clash`() throws {
        let founded = ["91", "92"].map {
            Region(id: World.code($0), bpsCode: nil, kind: .province, name: "Papua \($0)")
        }
        #expect(try RegionDirectory(founded).regions.count == 2)
    }

    @Test func `search finds what holds the text, what begins with it first`() {
        #expect(
            directory.search("an").map(\.id) == [
                World.kabupatenBandung, World.kotaBandung, World.jembrana, World.gianyar,
            ])
        #expect(directory.search("g").map(\.id).first == World.gianyar)
        #expect(directory.search("bandung", limit: 1).map(\.id) == [World.kabupatenBandung])
        #expect(directory.search("", limit: 3).map(\.id) == Array(World.regenciesAndCities.prefix(3)))
        #expect(directory.search("zzz").isEmpty)
    }
}

import Register
import Testing
import World

struct CodeTests {
    @Test(arguments: ["51", "51.03", "00", "91.71"])
    func `a region code is two digits, or two digits, a point and two digits`(text: String) throws {
        let code = try #require(RegionCode(text))
        #expect(code.text == text)
        #expect("\(code)" == text)
    }

    @Test(arguments: [
        "", "5", "510", "5103", "51.", "51.3", "51.033", "51-03", "51,03", "5.103", "ab", "51.0x", " 51", "51 ",
        "٥١", "-1", "+1", "5١",
    ])
    func `anything else is no region code`(text: String) {
        #expect(RegionCode(text) == nil)
    }

    @Test(arguments: ["51", "5103"])
    func `a statistical code is two or four digits`(text: String) throws {
        #expect(try #require(BPSCode(text)).text == text)
    }

    @Test(arguments: ["", "5", "510", "51.03", "51033", "51a3", "٥١", "-103"])
    func `anything else is no statistical code`(text: String) {
        #expect(BPSCode(text) == nil)
    }

    @Test func `a region lies in its province, and a province in itself`() {
        #expect(World.badung.province == World.bali)
        #expect(World.bali.province == World.bali)
        #expect(World.bali.isProvince)
        #expect(!World.badung.isProvince)
    }

    @Test func `codes sort as they are read`() {
        let codes = [World.makassar, World.badung, World.bali, World.denpasar]
        #expect(codes.sorted() == [World.bali, World.badung, World.denpasar, World.makassar])
    }

    @Test func `the nation has a code that no region has`() throws {
        #expect(RegionCode.nation == RegionCode("00"))
        #expect(try World.directory()[.nation] == nil)
    }

    @Test func `batik of 2020 is not whatever carries the same digits in 2025`() throws {
        let old = try #require(IndustryCode(.kbli2020, "13134"))
        let new = try #require(IndustryCode(.kbli2025, "13134"))
        #expect(old != new)
        #expect(Set([old, new]).count == 2)
        #expect("\(old)" == "KBLI 2020 13134")
        #expect("\(new)" == "KBLI 2025 13134")
    }

    @Test(arguments: ["A", "C", "V", "13", "131", "1313", "13134", "01"])
    func `an industry code is a capital letter or two to five digits`(text: String) throws {
        #expect(try #require(IndustryCode(.kbli2025, text)).code == text)
    }

    @Test(arguments: ["", "W", "c", "1", "131345", "13.1", "C13", "AA", "１３", " 13"])
    func `anything else is no industry code`(text: String) {
        #expect(IndustryCode(.kbli2020, text) == nil)
    }
}

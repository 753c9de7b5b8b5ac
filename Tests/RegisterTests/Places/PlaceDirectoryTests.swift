import Foundation
import Register
import Testing
import World

struct PlaceDirectoryTests {
    private static func area(_ code: String, _ name: String) throws -> Area {
        Area(id: try #require(AreaCode(code)), name: name)
    }

    /// Real names of Badung, and some that are made to be alike.
    private let directory: PlaceDirectory

    init() throws {
        let named = [
            ("51.03.01", "Kuta"), ("51.03.02", "Mengwi"), ("51.03.03", "Abiansemal"), ("51.03.06", "Kuta Utara"),
            ("51.03.01.1001", "Kuta"), ("51.03.01.1002", "Legian"), ("51.03.01.1003", "Seminyak"),
            ("51.03.01.1005", "Tuban"), ("51.03.02.2001", "Mengwi"), ("51.03.02.2002", "Gulingan"),
            ("51.03.02.2003", "Mengwitani"), ("51.03.02.2004", "Baha"), ("51.03.03.2001", "Sibang Gede"),
            ("51.03.03.2002", "Sibang Kaja"), ("51.03.03.2003", "Taman"), ("51.03.06.2001", "Taman"),
            ("51.03.06.2002", "Tibubeneng"), ("51.03.06.2003", "Canggu"), ("51.03.06.2004", "Sukajadi"),
            ("51.03.06.2005", "Sukajadi I"), ("51.03.06.2006", "Sukajadi II"), ("51.03.06.2007", "Banjar Baha"),
            ("51.03.06.2008", "Blok 1"), ("51.03.06.2009", "Blok 11"),
            ("73.71.01", "Mariso"), ("73.71.01.1001", "Bontorannu"),
        ]
        directory = PlaceDirectory(of: World.badung, try named.map { try Self.area($0.0, $0.1) })
    }

    private func village(_ text: String, in district: String? = nil) -> String? {
        guard case .one(let area) = directory.village(text, in: district.flatMap { AreaCode($0) }) else { return nil }
        return area.id.text
    }

    private func district(_ text: String) -> String? {
        guard case .one(let area) = directory.district(text) else { return nil }
        return area.id.text
    }

    @Test(arguments: [
        "51.03.02", "510302", "'510302", "Mengwi", "MENGWI", " mengwi ", "Kec. Mengwi", "Kecamatan Mengwi", "Mengwii",
        "Mengwy",
    ])
    func `a district is found by code and by name`(text: String) { #expect(district(text) == "51.03.02") }

    @Test(arguments: [
        "51.03.06.2002", "5103062002", "51 03 06 2002", "Tibubeneng", "Ds. Tibubeneng", "DESA TIBUBENENG",
        "Kel Tibubeneng",
        "Tibu Beneng", "Tiboebeneng", "Tibbubeneng", "Tibubenneng", "Tibubeneg", "Tibuebneng", "Tibúbeneng",
        "Br. Krisnantara, Ds. Tibubeneng", "Br. Krisnantara Ds. Tibubeneng", "Tibubeneng, Br. Krisnantara",
        "Dusun Aseman / Tibubeneng", "Tibubeneng (Br. Aseman)",
    ])
    func `a village is found however it is written`(text: String) {
        #expect(village(text, in: "51.03.06") == "51.03.06.2002")
        #expect(village(text) == "51.03.06.2002")
    }

    @Test func `old spelling is the new one`() {
        #expect(village("Tjanggoe") == "51.03.06.2003")
        #expect(village("Seminjak", in: "51.03.01") == "51.03.01.1003")
        #expect(district("Koeta") == "51.03.01")
    }

    @Test func `a village is looked for inside its district only`() {
        #expect(village("Taman", in: "51.03.03") == "51.03.03.2003")
        #expect(village("Taman", in: "51.03.06") == "51.03.06.2001")
        #expect(village("Legian", in: "51.03.02") == nil)
    }

    @Test func `without its district a village is found where its name is the only one`() {
        #expect(village("Legian") == "51.03.01.1002")
        guard case .several(let areas) = directory.village("Taman", in: nil) else {
            Issue.record("Taman is two villages")
            return
        }
        #expect(areas.map(\.id.text) == ["51.03.03.2003", "51.03.06.2001"])
    }

    @Test func `of names that are alike the one written to the letter is meant`() {
        #expect(village("Sukajadi", in: "51.03.06") == "51.03.06.2004")
        #expect(village("Sukajadi I", in: "51.03.06") == "51.03.06.2005")
        #expect(village("Ds. Sukajadi II", in: "51.03.06") == "51.03.06.2006")
        #expect(village("Blok 1", in: "51.03.06") == "51.03.06.2008")
        #expect(village("Blok 11", in: "51.03.06") == "51.03.06.2009")
        #expect(village("Banjar Baha") == "51.03.06.2007")
        #expect(village("Baha") == "51.03.02.2004")
        #expect(village("Kuta") == "51.03.01.1001")
    }

    @Test func `nothing is guessed between names that are equally near`() {
        guard case .several(let areas) = directory.village("Sukajadi III", in: nil) else {
            Issue.record("one of three was guessed")
            return
        }
        #expect(areas.map(\.name) == ["Sukajadi", "Sukajadi I", "Sukajadi II"])
    }

    @Test func `an unknown name has its nearest, best first`() {
        guard case .none(let nearest) = directory.village("Legong", in: AreaCode("51.03.01")) else {
            Issue.record("Legong was found")
            return
        }
        #expect(nearest.first?.name == "Legian")
        #expect(directory.village("", in: nil) == .none(nearest: []))
        #expect(directory.village("???", in: AreaCode("51.03.01")) == .none(nearest: []))
    }

    @Test func `a short name bears no slip`() {
        #expect(village("Bahe", in: "51.03.02") == nil)
    }

    @Test func `another regency's areas are not there`() {
        #expect(district("Mariso") == nil)
        #expect(village("7371011001") == nil)
        #expect(village("Bontorannu") == nil)
    }

    @Test func `a code of the wrong kind is none`() {
        #expect(district("5103062002") == nil)
        #expect(village("510306") == nil)
        #expect(AreaCode(written: "51.03.06.2002")?.text == "51.03.06.2002")
        for text in ["", "5103", "51030620021", "51O306", "Rp 510306"] {
            #expect(AreaCode(written: text) == nil, "\(text)")
        }
    }

    @Test func `an empty directory knows nothing and says so`() {
        let empty = PlaceDirectory(of: World.makassar, [])
        #expect(empty.district("Mariso") == .none(nearest: []))
        #expect(empty.village("Bontorannu", in: nil) == .none(nearest: []))
    }
}

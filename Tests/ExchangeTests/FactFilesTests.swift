import Exchange
import Foundation
import Measure
import Register
import Testing

/// The official facts that come with the product.
struct FactFilesTests {
    private static let facts = Result { try FactFiles(in: DataFolder.url).read() }

    private let facts: ReferenceFacts

    init() throws { facts = try Self.facts.get() }

    @Test func `every region, code and account of the manifest is there`() {
        #expect(FactCounts(facts) == FactCounts(regions: 552, areas: 91_047, industries: 5130, products: 4392))
    }

    @Test func `every product of the national table is there, with the published ratios`() throws {
        let products = facts.nationalProducts
        #expect(products.count == 185 && products.map(\.id) == products.map(\.id).sorted())
        let soy = try #require(products.first { $0.id == "070" })
        #expect(soy.name == "Kedele Olahan" && soy.section == .manufacturing)
        #expect(abs(try #require(soy.valueAddedRatio) - 0.337) < 5e-5)
        #expect(abs(try #require(soy.labourShare) - 0.3449) < 5e-5)
        let all = products.reduce(0) { $0 + $1.costs.valueAdded }
        #expect(all == 12_171_367_785)
        #expect(products.allSatisfy { product in product.valueAddedRatio.map { $0 > 0 && $0 < 1 } == true })
    }

    @Test func `there are thirty-eight provinces, and 514 regencies and cities lie in them`() throws {
        let directory = try RegionDirectory(facts.regions)
        let provinces = facts.regions.filter { $0.kind == .province }
        #expect(provinces.count == 38)
        #expect(directory.regenciesAndCities.count == 514)
        #expect(provinces.allSatisfy { $0.id.isProvince })
        #expect(directory.regenciesAndCities.allSatisfy { directory.province(of: $0)?.kind == .province })
        #expect(facts.regions.allSatisfy { $0.population != nil })
    }

    @Test func `the two code worlds differ for 199 of the 514, and the directory converts every one`() throws {
        let directory = try RegionDirectory(facts.regions)
        let regions = directory.regenciesAndCities
        #expect(regions.count { $0.id.text.replacing(".", with: "") != $0.bpsCode?.text } == 199)
        for region in regions {
            let bps = try #require(region.bpsCode)
            #expect(directory.find(bps.text) == .one(region))
            #expect(directory.find(region.id.text) == .one(region))
            #expect(directory.find(region.name) == .one(region))
        }
    }

    @Test func `only provinces founded after 2020 have no statistical code, one region has no place`() {
        let without = facts.regions.filter { $0.bpsCode == nil }
        #expect(without.count == 4)
        #expect(without.allSatisfy { $0.kind == .province })
        #expect(facts.regions.filter { $0.centroid == nil }.map(\.kind) == [.province])
    }

    @Test func `a code of the classification is one code a version`() {
        #expect(Set(facts.industries.map(\.code)).count == 5130)
        #expect(facts.industries.count { $0.code.version == .kbli2020 } == 2686)
        let batik = facts.industries.filter { $0.title.uppercased().contains("BATIK") && $0.code.code.count == 5 }
        #expect(batik.map { "\($0.code)" } == ["KBLI 2020 13134", "KBLI 2025 13133"])
    }

    @Test func `all eight years have the nation and can be compared`() throws {
        let accounts = try RegionalAccounts(facts.products)
        #expect(accounts.years == Array(2013...2020))
        #expect(accounts.regenciesAndCities.count == 514)
        #expect(accounts.nation(in: 2019)?.publishedTotal == 10_949_155.4)
    }

    @Test func `the same bytes have the same fingerprint, and a changed byte another`() throws {
        #expect(facts.fingerprint == (try FactFiles(in: DataFolder.url).fingerprint()))
        let copy = try FolderCopy()
        defer { copy.remove() }
        #expect(facts.fingerprint == (try FactFiles(in: copy.folder).fingerprint()))
        try copy.change("regions.csv") { $0.replacing("Kabupaten Badung", with: "Kabupaten badung") }
        #expect(facts.fingerprint != (try FactFiles(in: copy.folder).fingerprint()))
    }

    @Test func `facts typed on another computer, with other line ends, are the same facts`() throws {
        let copy = try FolderCopy()
        defer { copy.remove() }
        try copy.change("regions.csv") { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
        #expect(try FactFiles(in: copy.folder).read().regions == facts.regions)
    }
}

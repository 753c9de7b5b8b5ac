import Benchmarking
import Testing

/// The product of 514 regencies by industry (BPS, constant prices of 2010): quotient and
/// shift-share of manufacturing against figures computed by another program.
@Suite(.enabled(if: SharedFolder.exists))
struct RegionalProductTests {
    private static let industries = [
        "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "MN", "O", "P", "Q", "RSTU",
    ]
    private static let manufacturing = 2

    private let products: [[String: String]]

    init() throws {
        products = try SharedFolder.rows(of: "economy/gdp_by_industry_2013_2020.csv")
    }

    /// One territory in one year, with its given total.
    private func product(of code: String, in year: String) throws -> IndustryTotals {
        let row = try #require(products.first { $0["bps_code"] == code && $0["year"] == year })
        let figures = try Self.industries.map { try number($0, in: row) }
        return IndustryTotals(figures, total: try number("total", in: row))
    }

    private func number(_ column: String, in row: [String: String]) throws -> Double {
        try #require(row[column].flatMap(Double.init))
    }

    @Test func `manufacturing in eight regencies grew by the parts another program finds`() throws {
        let nation = (
            start: try product(of: "9999", in: "2013"), end: try product(of: "9999", in: "2019")
        )
        let oracle = try SharedFolder.rows(of: "cases/lq_shiftshare_oracle_2013_2019.csv")
        #expect(oracle.count == 8)
        for row in oracle {
            let code = try #require(row["kode_bps"])
            let end = try product(of: code, in: "2019")
            let result = try ShiftShare(
                regionStart: product(of: code, in: "2013").industries, regionEnd: end.industries,
                nationStart: nation.start, nationEnd: nation.end)
            let parts = result.industries[Self.manufacturing]
            #expect(
                parts.national.isClose(to: try number("national_share_C", in: row), within: 1e-2))
            #expect(
                parts.industryMix.isClose(to: try number("industry_mix_C", in: row), within: 1e-2))
            #expect(
                parts.regional.isClose(to: try number("regional_shift_C", in: row), within: 1e-2))
            let quotient = locationQuotient(
                end.industries[Self.manufacturing], of: end.total,
                reference: nation.end.industries[Self.manufacturing], of: nation.end.total)
            #expect(quotient.isClose(to: try number("LQ_C", in: row), within: 1e-4))
        }
    }

    @Test func `the nation's total is more than its industries: it holds product taxes`() throws {
        let nation = try product(of: "9999", in: "2019")
        #expect(nation.total > nation.industries.reduce(0, +) * 1.01)
    }

    @Test func `every regency has a structure, and its nearest is not itself`() throws {
        let regencies = products.filter { $0["level"] == "regency" && $0["year"] == "2019" }
        #expect(regencies.count == 514)
        let table = try StructureTable(
            Matrix(regencies.map { row in try Self.industries.map { try number($0, in: row) } }))
        let badung = try #require(regencies.firstIndex { $0["bps_code"] == "5103" })
        let nearest = table.nearest(3, from: badung, by: .brayCurtis)
        #expect(table.ranks(of: nearest, from: badung, by: .brayCurtis) == [1, 2, 3])
        #expect(nearest.contains { regencies[$0]["name"] == "Kota Denpasar" })
    }
}

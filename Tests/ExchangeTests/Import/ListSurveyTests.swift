import Benchmarking
import Foundation
import Register
import Testing

@testable import Exchange

struct ListSurveyTests {
    private let world: ReadingWorld

    init() throws { world = try ReadingWorld() }

    private func styles(_ rows: [[EnterpriseField: SheetCell]]) -> ListStyles {
        var survey = ListSurvey(world.mapping, industries: world.knowledge.industries)
        for (place, row) in rows.enumerated() {
            survey.add(
                SheetRow(number: place + 2, cells: world.mapping.columns.map { $0.field.flatMap { row[$0] } ?? .empty })
            )
        }
        return survey.styles
    }

    @Test func `one clear number decides its column and, where they say nothing, the others`() {
        let styles = styles([[.output: .text("1.200"), .capacity: .text("1.200")], [.output: .text("1.200,50")]])
        #expect(styles.numbers[.output] == .indonesian)
        #expect(styles.numbers[.capacity] == .indonesian)
        #expect(styles.question == nil)
        #expect(self.styles([[.output: .text("1,200.50")]]).numbers[.materials] == .english)
    }

    @Test func `each column is judged by itself before the others are asked`() {
        let styles = styles([[.output: .text("1.250.000"), .capacity: .text("1,200.5")]])
        #expect(styles.numbers[.output] == .indonesian)
        #expect(styles.numbers[.capacity] == .english)
    }

    @Test func `of money and people a sign before three digits is one of thousands, of a capacity somebody is asked`() {
        #expect(styles([[.output: .text("1.200"), .men: .text("1,200")]]).question == nil)
        let question = styles([[.capacity: .text("1.250")]]).question
        #expect(question?.field == .capacity)
        #expect(question?.example == "1.250")
    }

    @Test func `numbers of a spreadsheet need no style`() {
        let styles = styles([[.output: .number(1200.5), .capacity: .number(1250)]])
        #expect(styles.numbers.isEmpty)
        #expect(styles.question == nil)
    }

    @Test func `the version of the codes is that of those which only one has`() {
        func version(_ codes: [SheetCell]) -> IndustryCode.Version { styles(codes.map { [.industry: $0] }).industries }
        #expect(version([.text("13121"), .text("13134")]) == .kbli2020)
        #expect(version([.text("13121"), .number(13_133)]) == .kbli2025)
        #expect(version([.text("13133"), .text("13134 - Batik"), .text("13134")]) == .kbli2020)
        #expect(version([.text("13121")]) == .kbli2020)
    }

    @Test func `a heading that names the version is believed`() throws {
        var headings = PublishedHeaders.province
        headings[12] = "Kode KBLI 2025"
        let named = try ReadingWorld(headings)
        let survey = ListSurvey(named.mapping, industries: named.knowledge.industries)
        #expect(survey.styles.industries == .kbli2025)
    }

    // MARK: - A point in the wrong place

    private func entry(_ row: Int, output: Double, materials: Double, investment: Double, men: Int) throws -> ListEntry
    {
        var card = EnterpriseCard(name: "a\(row)")
        card.industry = IndustryCode(.kbli2020, "13134")
        var year = EnterpriseYear(year: 2024)
        year.men = men
        year.output = Rupiah(Int64(output))
        year.materials = Rupiah(Int64(materials))
        year.investment = Rupiah(Int64(investment))
        return ListEntry(row: row, card: card, year: year)
    }

    /// Enterprises of one industry, as unlike as they are: output per worker differs by a factor of three both ways.
    private func enterprises(_ count: Int) throws -> [ListEntry] {
        var random = RandomStream(seed: 2024)
        func spread(_ width: Double) -> Double {
            pow(10, width * (0..<6).reduce(-3) { sum, _ in sum + Double.random(in: 0...1, using: &random) } / 0.707)
        }
        return try (0..<count).map { row in
            let men = Int.random(in: 1...12, using: &random)
            let output = 40e6 * Double(men) * spread(0.3)
            return try entry(
                row, output: output, materials: output * 0.55 * spread(0.08), investment: output * 0.6 * spread(0.3),
                men: men)
        }
    }

    @Test func `a point in the wrong place shows against the others, and which way`() throws {
        let all = try enterprises(400)
        var groups = FigureGroups()
        for entry in all { groups.add(entry) }
        let norms = groups.summed()
        #expect(all.filter { !FigureGroups.shifts(of: $0, norms).isEmpty }.count <= 2)
        var found: [Int: Int] = [:]
        var tried: [Int: Int] = [:]
        for (place, whole) in all.enumerated() {
            guard let year = whole.year else { continue }
            let power = [-3, -2, -1, 1, 2, 3][place % 6]
            var slipped = whole
            var off = year
            off.output = Rupiah(Int64(Double(year.output?.amount ?? 0) * pow(10, Double(power))))
            slipped.year = off
            tried[power, default: 0] += 1
            if FigureGroups.shifts(of: slipped, norms).contains(where: { $0.field == .output && $0.powers == power }) {
                found[power, default: 0] += 1
            }
        }
        for (power, count) in tried {
            let share = Double(found[power, default: 0]) / Double(count)
            #expect(share >= (abs(power) == 1 ? 0.6 : 0.9), "10^\(power): \(share)")
        }
    }

    @Test func `too few of an industry tell nothing`() throws {
        let all = try enterprises(9)
        var groups = FigureGroups()
        for entry in all { groups.add(entry) }
        let slipped = try entry(0, output: 40e9, materials: 20e6, investment: 20e6, men: 1)
        #expect(FigureGroups.shifts(of: slipped, groups.summed()).isEmpty)
        #expect(FigureGroups.shifts(of: slipped, .none).isEmpty)
    }

    @Test func `nearly all of one kind leave a spread, however alike they are`() throws {
        var groups = FigureGroups()
        for row in 0..<50 { groups.add(try entry(row, output: 100e6, materials: 50e6, investment: 60e6, men: 2)) }
        let norms = groups.summed()
        #expect(
            FigureGroups.shifts(of: try entry(1, output: 130e6, materials: 50e6, investment: 60e6, men: 2), norms)
                .isEmpty)
        let slipped = try entry(2, output: 1e9, materials: 50e6, investment: 60e6, men: 2)
        #expect(FigureGroups.shifts(of: slipped, norms).map(\.powers) == [1])
        #expect(FigureGroups.shifts(of: slipped, norms).map(\.field) == [.output])
    }
}

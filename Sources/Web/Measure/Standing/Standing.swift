import Compare
import Exchange
import HTTPTypes
import Measure
import Register
import Storage

/// "Where do we stand?": the figures of an office's enterprises, for whoever may see the figures of single ones. Small
/// groups are protected from them as well: what is on the page may be printed and passed on.
struct Standing: Sendable {
    let house: House
    let answers = StandingAnswers()

    var routes: [Route] {
        [
            Route(.get, Paths.measure, .hat(.view, .figures, .own)) { visit in
                let page = try await page(visit, .view)
                return .own(page.html(visit), status: page.status)
            },
            Route(.get, Paths.measure, .hat(.export, .figures, .own), forms: Paths.Form.data) { visit in
                let page = try await page(visit, .export)
                return visit.reply(page.lines, page.json(), named: "measure", { [] })
            },
        ]
    }

    /// - Throws: what is wrong with the question, unless a page is asked for that can say it.
    private func page(_ visit: Visit, _ deed: Deed) async throws -> StandingPage {
        try visit.fields.allow(StandingQuestion.fields + ["lang"])
        let directory = try await house.store.regionalEconomies().directory
        let offices = visit.regions(deed, .figures)
        let office = try Self.office(visit, offices, directory)
        let snapshot = try await house.store.standing(of: office.id)
        var model = StandingPage(
            office: office, choices: Self.choices(offices, directory), facts: snapshot.facts, visit: visit)
        guard !snapshot.facts.years.isEmpty else { return model }
        do {
            let question = try StandingQuestion(visit.fields, office, snapshot.facts)
            let answer = await answers.answer(question, snapshot, on: visit.today)
            model.yardsticks = try await yardsticks(of: office.id)
            model.tell(question, answer)
        } catch let refusal as RequestRefusal where deed == .view {
            model.problem = refusal
        }
        return model
    }

    private func yardsticks(of office: RegionCode) async throws -> StandingYardsticks {
        let industry = try await house.store.nationalProducts().filter { $0.section == .manufacturing }
        let output = industry.reduce(0) { $0 + $1.costs.output }
        let wages = try await house.store.minimumWages(of: office)
        return StandingYardsticks(
            valueAddedRatio: output > 0 ? industry.reduce(0) { $0 + $1.costs.valueAdded } / output : nil,
            minimumWages: Dictionary(wages.map { ($0.year, $0.rupiahPerMonth) }, uniquingKeysWith: { $1 }))
    }

    /// The office that is asked for: the own one, where nothing is said.
    private static func office(
        _ visit: Visit, _ offices: [RegionCode], _ directory: RegionDirectory
    ) throws(RequestRefusal) -> Region {
        func isCovered(_ region: Region) -> Bool { offices.contains { $0.covers(region.id) } }
        if let text = visit.fields["office"] {
            let region = try directory.named(text, in: "office")
            guard isCovered(region) else { throw RequestRefusal.forbidden(.region) }
            return region
        }
        let own = try visit.signedIn().record.account.office
        let covered = directory.regenciesAndCities.filter(isCovered)
        guard let first = covered.first(where: { $0.id == own }) ?? covered.first else {
            throw RequestRefusal.forbidden(.region)
        }
        return first
    }

    /// Offices to choose from; none for whoever sees one only.
    private static func choices(_ offices: [RegionCode], _ directory: RegionDirectory) -> [Region] {
        let covered = directory.regenciesAndCities.filter { region in offices.contains { $0.covers(region.id) } }
        return covered.count > 1 ? covered : []
    }
}

/// What the figures of an office are held against.
struct StandingYardsticks: Sendable {
    /// Of manufacturing in the whole nation, 2016.
    var valueAddedRatio: Double?
    /// Rupiah a month by year.
    var minimumWages: [Int: Double] = [:]
}

import Exchange
import Measure
import Register

/// "Where do we stand?", as values and finished words. All its tables are made of the same cells as its data twins.
struct StandingPage: Sendable {
    let office: Region
    /// Offices to choose from; empty where there is one only.
    let choices: [Region]
    let facts: StandingFacts
    let visit: Visit
    var yardsticks = StandingYardsticks()
    /// What is wrong with the question; the page says it in its place.
    var problem: RequestRefusal?
    private(set) var told: Told?

    /// What is told once a question was answered.
    struct Told: Sendable {
        let question: StandingQuestion
        let figure: StandingFigure
        let dimension: StandingDimension?
        let sentences: [String]
        let figures: PageTable
        let trend: PageTable
        let trendChart: PageChart?
        let history: PageTable
        let breakdown: PageTable?
        let papers: PageTable?
        let definitions: PageTable
        /// Everything, a line a number, for programs.
        let all: PageTable
    }

    init(office: Region, choices: [Region], facts: StandingFacts, visit: Visit) {
        self.office = office
        self.choices = choices
        self.facts = facts
        self.visit = visit
    }

    mutating func tell(_ question: StandingQuestion, _ answer: StandingAnswer) {
        let writer = StandingWriter(
            question: question, answer: answer, facts: facts, office: office, yardsticks: yardsticks, visit: visit)
        told = Told(
            question: question, figure: answer.figure, dimension: answer.dimension, sentences: writer.sentences(),
            figures: writer.figureTable(), trend: writer.trendTable(), trendChart: writer.trendChart(),
            history: writer.historyTable(), breakdown: writer.breakdownTable(), papers: writer.paperTable(),
            definitions: writer.definitionTable(), all: writer.wholeTable())
    }

    var status: Int { problem?.status ?? 200 }

    /// The address of this question, or of another one that differs in some fields.
    func address(_ path: String = Paths.measure, _ changes: [String: String?] = [:]) -> String {
        let fields = StandingQuestion.fields.map { name -> (String, String?) in
            let value = changes[name] ?? visit.fields[name]
            return (name, value.map(Paths.encoded))
        }
        return visit.address(Paths.address(path, fields))
    }

    // MARK: - Data twins

    /// Everything, a line a number.
    var lines: PageTable { told?.all ?? StandingWriter.emptyTable }

    func json() -> JSON {
        .object([
            JSON.Member("office", .string(office.id.text)),
            JSON.Member("title", .string(visit.words.standingTitle(office.name))),
            JSON.Member("year", JSON(told?.question.year)),
            JSON.Member("answer", .array((told?.sentences ?? []).map(JSON.string))),
            JSON.Member("cautions", .array(visit.words.standingCautions.map(JSON.string))),
            JSON.Member("lines", told?.all.json() ?? .array([])),
            JSON.Member("definitions", told?.definitions.json() ?? .array([])),
            JSON.Member(
                "rules",
                .object([
                    JSON.Member("fewest", .integer(StandingRules.fewest)),
                    JSON.Member("remainder_share", .number(StandingRules.remainder)),
                    JSON.Member("fewest_for_median", .integer(StandingRules.fewestForMedian)),
                    JSON.Member("fewest_for_quartiles", .integer(StandingRules.fewestForQuartiles)),
                ])),
        ])
    }
}

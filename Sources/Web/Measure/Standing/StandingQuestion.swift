import Measure
import Register
import Storage

/// What "Where do we stand?" is asked, as an address says it.
struct StandingQuestion: Sendable, Hashable {
    static let fields = ["office", "year", "field", "size", "sex", "district", "sentra", "figure", "by"]

    let office: RegionCode
    let year: Int
    let group: StandingGroup
    /// The one that is shown year by year and broken down.
    let figure: StandingFigure?
    /// `nil` for what the group is broken down by first.
    let dimension: StandingDimension?

    /// - Parameters:
    ///   - office: whose figures they are, and how it is called.
    ///   - facts: with a year at least.
    /// - Throws: a field that says something nobody knows, or two that cannot be asked together.
    init(_ fields: Fields, _ office: Region, _ facts: StandingFacts) throws(RequestRefusal) {
        self.office = office.id
        let last = facts.years.last ?? 0
        year = try fields.integer("year", in: 1900...2200) ?? last
        guard facts.years.contains(year) else {
            throw .noFigures(field: "year", region: office, year: year, available: facts.years)
        }
        var group = StandingGroup(field: try Self.place(.field, fields, facts))
        for dimension in [StandingDimension.size, .sex, .district, .sentra] {
            guard let place = try Self.place(dimension, fields, facts) else { continue }
            if let first = group.other?.dimension {
                throw .notTogether(field: dimension.rawValue, with: first.rawValue)
            }
            group.other = .init(dimension, place)
        }
        guard group.isAnswered else {
            throw .notTogether(field: group.other?.dimension.rawValue ?? "", with: "field")
        }
        self.group = group
        figure = try fields.choice("figure", of: StandingFigure.self)
        dimension = try fields.choice("by", of: StandingDimension.self)
        if let dimension, !group.dimensions.contains(dimension) {
            throw .notAllowed(field: "by", value: dimension.rawValue, allowed: group.dimensions.map(\.rawValue))
        }
    }

    private static func place(
        _ dimension: StandingDimension, _ fields: Fields, _ facts: StandingFacts
    ) throws(RequestRefusal) -> Int? {
        guard let key = fields[dimension.rawValue] else { return nil }
        guard let place = facts.place(key, in: dimension) else {
            // A list of all sentra would help nobody.
            let keys = facts.categories(dimension).map(\.key)
            throw .notAllowed(field: dimension.rawValue, value: key, allowed: Array(keys.prefix(20)))
        }
        return place
    }
}

/// What was found out for a question.
struct StandingAnswer: Sendable {
    let lines: [StandingLine]
    let figure: StandingFigure
    let dimension: StandingDimension?
    let breakdown: [(place: Int, cell: StandingCell)]
    let papers: [(standing: PaperStanding, cell: StandingCell)]

    /// - Parameter today: by which certificates hold.
    init(_ question: StandingQuestion, _ facts: StandingFacts, on today: CalendarDay) {
        let lines = facts.lines(of: question.group)
        let known = Set(lines.filter { $0.year == question.year && $0.cell.number != nil }.map(\.figure))
        let usual = [StandingFigure.valueAddedPerWorker, .output, .workers].first { known.contains($0) }
        let figure = question.figure ?? usual ?? .enterprises
        let dimension = question.dimension ?? question.group.dimensions.first
        breakdown =
            dimension.map { facts.breakdown(of: question.group, by: $0, figure, in: question.year) } ?? []
        self.figure = figure
        self.dimension = dimension
        papers = question.group.other == nil ? facts.papers(of: question.group.field, on: today) : []
        self.lines = lines
    }

    func line(_ figure: StandingFigure, _ year: Int) -> StandingLine? {
        lines.first { $0.figure == figure && $0.year == year }
    }
}

/// Answers that were found out before, of the state of the office that they hold for.
actor StandingAnswers {
    private struct Asked: Hashable {
        let question: StandingQuestion
        let today: CalendarDay
    }

    /// Each is some kilobytes.
    private static let most = 512
    private var kept: [Asked: (revision: StandingSnapshot.Revision, answer: StandingAnswer)] = [:]

    func answer(
        _ question: StandingQuestion, _ snapshot: StandingSnapshot, on today: CalendarDay
    ) async -> StandingAnswer {
        let asked = Asked(question: question, today: today)
        if let known = kept[asked], known.revision == snapshot.revision { return known.answer }
        let answer = await Self.find(question, snapshot.facts, today)
        if kept.count >= Self.most { kept.removeAll() }
        kept[asked] = (snapshot.revision, answer)
        return answer
    }

    @concurrent private static func find(
        _ question: StandingQuestion, _ facts: StandingFacts, _ today: CalendarDay
    ) async -> StandingAnswer {
        StandingAnswer(question, facts, on: today)
    }
}

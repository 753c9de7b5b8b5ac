import Charts
import Measure
import Register

/// Puts figures of an office into words of one language.
struct StandingWriter {
    let question: StandingQuestion
    let answer: StandingAnswer
    let facts: StandingFacts
    let office: Region
    let yardsticks: StandingYardsticks
    let visit: Visit

    var words: any Words { visit.words }
    var numbers: NumberFormat { visit.language.numbers }

    // MARK: - Sentences

    func sentences() -> [String] {
        var figures = [StandingFigure.valueAddedPerWorker, .wage].filter { figure in
            answer.line(figure, question.year)?.cell != .nobody
        }
        // What lists hold is told where nobody filled in production.
        if figures.isEmpty { figures = [.valueAddedPerWorker, .output] }
        var sentences = figures.compactMap { answer.line($0, question.year) }.map(sentence)
        if let line = answer.line(.womenShare, question.year), let number = line.cell.number {
            sentences.append(words.standingWomen(write(number.value, .share), told: told(number, line.size)))
        }
        return sentences
    }

    private func sentence(_ line: StandingLine) -> String {
        let (name, place, year) = (words.standingFigure(line.figure), groupName, "\(line.year)")
        switch line.cell {
        case .known(let number):
            let value = "\(write(number.value, line.figure.unit)) \(unit(line.figure))"
            return words.standingAnswer(
                name, value.replacing(" %", with: ""), told: told(number, line.size), place, year)
        case .secret: return words.standingSecretAnswer(name, place, year)
        case .nobody: return words.standingNotTold(name, place, year)
        }
    }

    /// The office, and what is filtered by: `Kabupaten Badung (pangan, kecil)`.
    var groupName: String {
        let names = [
            question.group.field.map { name(of: $0, in: .field) },
            question.group.other.map {
                "\(words.standingDimension($0.dimension).lowercasedFirst): \(name(of: $0.place, in: $0.dimension))"
            },
        ].compactMap(\.self)
        return names.isEmpty ? office.name : "\(office.name) (\(names.joined(separator: ", ")))"
    }

    func name(of place: Int, in dimension: StandingDimension) -> String {
        let category = facts.categories(dimension)[place]
        return category.name ?? words.standingCategory(dimension, category.key)
    }

    // MARK: - Cells

    /// Without its unit, which stands under the name of the figure; shares as per cent.
    func write(_ value: Double, _ unit: StandingFigure.Unit) -> String {
        unit == .share ? numbers.percent(value) : numbers.number(value)
    }

    private func unit(_ figure: StandingFigure) -> String {
        words.standingUnit(figure.unit).replacing("Rp ", with: "rupiah ")
    }

    private func told(_ number: StandingNumber, _ size: Int?) -> String {
        let count = numbers.integer(number.count)
        return size.map { words.standingTold(count, of: numbers.integer($0)) } ?? count
    }

    func value(_ cell: StandingCell?, _ unit: StandingFigure.Unit) -> PageTable.Cell {
        switch cell {
        case .known(let number): PageTable.Cell(.number(number.value), write(number.value, unit))
        case .secret: PageTable.Cell(.unknown, words.standingSecret)
        case .nobody, nil: PageTable.Cell(.unknown, words.standingNobody)
        }
    }

    func toldCell(_ cell: StandingCell, _ size: Int?) -> PageTable.Cell {
        guard let number = cell.number else { return PageTable.Cell(.unknown, "–") }
        return PageTable.Cell(.integer(number.count), told(number, size))
    }

    func spread(_ cell: StandingCell, _ unit: StandingFigure.Unit) -> [PageTable.Cell] {
        // An enterprise is one enterprise.
        guard let number = cell.number, unit != .enterprises else {
            return [0, 1, 2].map { _ in PageTable.Cell(.unknown, "–") }
        }
        return [number.low, number.median, number.high].map { quantile in
            quantile.map { PageTable.Cell(.number($0), write($0, unit)) }
                ?? PageTable.Cell(.unknown, words.standingTooFew)
        }
    }

    private func states(_ cell: StandingCell) -> [PageTable.Cell] {
        StandingState.allCases.map { state in
            guard let number = cell.number else { return PageTable.Cell(.unknown, "–") }
            return number.states[state].map { PageTable.Cell(.integer($0), numbers.integer($0)) }
                ?? PageTable.Cell(.unknown, words.standingTooFew)
        }
    }

    private var spreadColumns: [PageTable.Column] {
        [
            PageTable.Column("p25", words.standingLowHeading),
            PageTable.Column("median", words.standingMedianHeading),
            PageTable.Column("p75", words.standingHighHeading),
        ]
    }

    private var stateColumns: [PageTable.Column] {
        StandingState.allCases.map { PageTable.Column($0.rawValue, words.standingState($0)) }
    }

    // MARK: - Tables

    /// All figures of the year.
    func figureTable() -> PageTable {
        let rows = StandingFigure.allCases.compactMap { figure -> PageTable.Row? in
            guard let line = answer.line(figure, question.year) else { return nil }
            let before = answer.line(figure, question.year - 1)
            return PageTable.Row(
                cells: [nameCell(figure), value(line.cell, figure.unit)]
                    + [toldCell(line.cell, line.size)] + spread(line.cell, figure.unit)
                    + [before.map { value($0.cell, figure.unit) } ?? PageTable.Cell(.unknown, "–"), yardstick(figure)],
                emphasis: figure == answer.figure ? .home : nil)
        }
        return PageTable(
            caption: words.standingCaption(groupName, "\(question.year)"),
            columns: [
                PageTable.Column("figure", words.figureHeading, isNumber: false),
                PageTable.Column("value", words.standingValueHeading),
                PageTable.Column("told", words.standingToldHeading),
            ] + spreadColumns + [
                PageTable.Column("year_before", words.standingBeforeHeading),
                PageTable.Column("beside", words.standingYardstickHeading, isNumber: false),
            ], rows: rows)
    }

    private func nameCell(_ figure: StandingFigure) -> PageTable.Cell {
        PageTable.Cell(.text(figure.rawValue), words.standingFigure(figure)).with(
            note: words.standingUnit(figure.unit))
    }

    private func yardstick(_ figure: StandingFigure) -> PageTable.Cell {
        switch figure {
        case .valueAddedRatio:
            guard let ratio = yardsticks.valueAddedRatio else { return PageTable.Cell(.unknown, "–") }
            return PageTable.Cell(.number(ratio), words.standingNational(numbers.percent(ratio)))
        case .wage:
            guard let wage = yardsticks.minimumWages[question.year] else {
                return PageTable.Cell(.unknown, words.standingMinimumWageUnknown)
            }
            return PageTable.Cell(.number(wage), words.standingMinimumWage(numbers.number(wage)))
        default: return PageTable.Cell(.unknown, "–")
        }
    }

    /// The chosen figure, year by year, with how far its data have come.
    func trendTable() -> PageTable {
        let rows = answer.lines.filter { $0.figure == answer.figure }.map { line in
            PageTable.Row(
                cells: [
                    PageTable.Cell(.text("\(line.year)"), "\(line.year)"), value(line.cell, line.figure.unit),
                    toldCell(line.cell, line.size),
                ] + spread(line.cell, line.figure.unit) + states(line.cell),
                emphasis: line.year == question.year ? .home : nil)
        }
        return PageTable(
            caption: words.standingTrendCaption(words.standingFigure(answer.figure), groupName),
            columns: [
                PageTable.Column("year", words.yearField, isNumber: false),
                PageTable.Column("value", words.standingValueHeading, unit: words.standingUnit(answer.figure.unit)),
                PageTable.Column("told", words.standingToldHeading),
            ] + spreadColumns + stateColumns, rows: rows)
    }

    /// The middle of every year with the quarters around it; `nil` where none may be drawn.
    func trendChart() -> PageChart? {
        let lines = answer.lines.filter { $0.figure == answer.figure }
        guard lines.contains(where: { $0.cell.number?.median != nil }) else { return nil }
        let unit = answer.figure.unit
        let rows = lines.map { line in
            let number = line.cell.number
            let words = number?.median.map { write($0, unit) } ?? spread(line.cell, unit)[1].words
            let interval = number.flatMap { number in
                number.low.flatMap { low in number.high.map { Interval(low: low, high: $0) } }
            }
            return RankedRow("\(line.year)", Figure(number?.median, words), interval: interval, role: .home)
        }
        let caption = words.standingChart(words.standingFigure(answer.figure), groupName)
        let drawing = rankedDots(
            rows,
            axis: Axis(title: words.standingUnit(unit)) { unit == .share ? numbers.tick($0 * 100) : numbers.tick($0) },
            reference: reference,
            caption: Caption(
                title: words.standingTrendHeading(words.standingFigure(answer.figure)), description: caption))
        return PageChart(drawing: drawing, notes: [caption, words.standingChartNote])
    }

    private var reference: Figure? {
        guard answer.figure == .valueAddedRatio, let ratio = yardsticks.valueAddedRatio else { return nil }
        return Figure(ratio, words.standingNational(numbers.percent(ratio)))
    }

    /// Every figure in every year.
    func historyTable() -> PageTable {
        let rows = StandingFigure.allCases.map { figure in
            PageTable.Row(
                cells: [nameCell(figure)] + facts.years.map { value(answer.line(figure, $0)?.cell, figure.unit) },
                emphasis: nil)
        }
        return PageTable(
            caption: words.standingHistoryCaption(groupName),
            columns: [PageTable.Column("figure", words.figureHeading, isNumber: false)]
                + facts.years.map { PageTable.Column("\($0)", "\($0)") }, rows: rows)
    }

    /// The chosen figure by the chosen dimension; `nil` where the group is not broken down. Groups nobody is in are left out.
    func breakdownTable() -> PageTable? {
        guard let dimension = answer.dimension else { return nil }
        let unit = answer.figure.unit
        let rows = answer.breakdown.filter { $0.cell != .nobody }.map { place, cell in
            PageTable.Row(
                cells: [
                    PageTable.Cell(
                        .text(facts.categories(dimension)[place].key), name(of: place, in: dimension)),
                    value(cell, unit),
                    cell.number.map { PageTable.Cell(.integer($0.count), numbers.integer($0.count)) }
                        ?? PageTable.Cell(.unknown, "–"),
                ] + spread(cell, unit), emphasis: nil)
        }
        return PageTable(
            caption: words.standingBreakdownCaption(
                words.standingFigure(answer.figure), groupName, "\(question.year)"),
            columns: [
                PageTable.Column(dimension.rawValue, words.standingDimension(dimension), isNumber: false),
                PageTable.Column("value", words.standingValueHeading, unit: words.standingUnit(unit)),
                PageTable.Column("told", words.standingToldHeading),
            ] + spreadColumns, rows: rows)
    }

    func paperTable() -> PageTable? {
        guard !answer.papers.isEmpty, !facts.papers.isEmpty else { return nil }
        let rows = answer.papers.map { standing, cell in
            PageTable.Row(
                cells: [
                    PageTable.Cell(.text(standing.rawValue), words.paperStanding(standing)),
                    value(cell, .enterprises),
                    cell.number.map { PageTable.Cell(.integer($0.count), numbers.integer($0.count)) }
                        ?? PageTable.Cell(.unknown, "–"),
                ], emphasis: nil)
        }
        return PageTable(
            caption: words.standingPapersCaption(groupName, visit.calendar.day(visit.today)),
            columns: [
                PageTable.Column("standing", words.standingPapersHeading, isNumber: false),
                PageTable.Column("certificates", words.standingPapersColumn),
                PageTable.Column("enterprises", words.standingHoldersColumn),
            ], rows: rows)
    }
}

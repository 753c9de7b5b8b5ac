import Measure
import Register

// What programs read: all numbers of the page in one table, a line each, and the definitions.

extension StandingWriter {
    private static let parts = (figure: "figure", breakdown: "breakdown", papers: "certificates")

    /// Of an office without a year.
    static let emptyTable = PageTable(caption: "", columns: lineColumns(nil), rows: [])

    private static func lineColumns(_ words: (any Words)?) -> [PageTable.Column] {
        let heads: [(String, String?, Bool)] = [
            ("part", words?.standingSourceHeading, false), ("figure", words?.figureHeading, false),
            ("version", words?.standingVersionHeading, true), ("unit", words?.standingUnitHeading, false),
            ("year", words?.yearField, true), ("by", words?.standingByField, false), ("group", nil, false),
            ("name", words?.groupHeading, false), ("status", nil, false), ("value", words?.standingValueHeading, true),
            ("told", words?.standingToldHeading, true), ("of", words?.standingHoldersColumn, true),
            ("p25", words?.standingLowHeading, true), ("median", words?.standingMedianHeading, true),
            ("p75", words?.standingHighHeading, true),
        ]
        return heads.map { PageTable.Column($0.0, $0.1, isNumber: $0.2) }
            + StandingState.allCases.map { PageTable.Column($0.rawValue, words?.standingState($0)) }
    }

    func wholeTable() -> PageTable {
        var rows = answer.lines.map { line in
            row(Self.parts.figure, line.figure, line.year, group: nil, line.cell, of: line.size)
        }
        if let dimension = answer.dimension {
            rows += answer.breakdown.map { place, cell in
                row(
                    Self.parts.breakdown, answer.figure, question.year,
                    group: (
                        dimension.rawValue, facts.categories(dimension)[place].key, name(of: place, in: dimension)
                    ), cell, of: nil)
            }
        }
        rows += answer.papers.map { standing, cell in
            row(
                Self.parts.papers, nil, nil, group: ("standing", standing.rawValue, words.paperStanding(standing)),
                cell, of: nil)
        }
        return PageTable(
            caption: words.standingCaption(groupName, "\(question.year)"), columns: Self.lineColumns(words), rows: rows)
    }

    private func row(
        _ part: String, _ figure: StandingFigure?, _ year: Int?,
        group: (by: String, key: String, name: String)?, _ cell: StandingCell, of size: Int?
    ) -> PageTable.Row {
        func text(_ text: String?) -> PageTable.Cell { text.map { PageTable.Cell($0) } ?? none }
        func whole(_ number: Int?) -> PageTable.Cell { number.map { PageTable.Cell(.integer($0), "\($0)") } ?? none }
        func real(_ number: Double?) -> PageTable.Cell { number.map { PageTable.Cell(.number($0), "\($0)") } ?? none }
        let number = cell.number
        let status =
            switch cell {
            case .known: "known"
            case .secret: "withheld"
            case .nobody: "not-told"
            }
        let head: [PageTable.Cell] = [
            text(part), text(figure?.rawValue), whole(figure?.version), text(figure?.unit.rawValue ?? "certificates"),
            whole(year), text(group?.by), text(group?.key), text(group?.name ?? groupName), text(status),
        ]
        let figures = [
            real(number?.value), whole(number?.count), whole(size), real(number?.low), real(number?.median),
            real(number?.high),
        ]
        let states = StandingState.allCases.map { whole(figure == nil ? nil : number?.states[$0]) }
        return PageTable.Row(cells: head + figures + states, emphasis: nil)
    }

    private var none: PageTable.Cell { PageTable.Cell(.unknown, "") }

    func definitionTable() -> PageTable {
        let rows = StandingFigure.allCases.map { figure in
            PageTable.Row(
                cells: [
                    PageTable.Cell(.text(figure.rawValue), words.standingFigure(figure)),
                    PageTable.Cell(words.standingDefinition(figure)), PageTable.Cell(figure.formula),
                    PageTable.Cell(words.standingUnit(figure.unit)), PageTable.Cell(words.standingSource(figure)),
                    PageTable.Cell(.integer(figure.version), "\(figure.version)"),
                ], emphasis: nil)
        }
        return PageTable(
            caption: words.standingDefinitionsCaption,
            columns: [
                PageTable.Column("figure", words.figureHeading, isNumber: false),
                PageTable.Column("definition", words.standingDefinitionHeading, isNumber: false),
                PageTable.Column("formula", words.standingFormulaHeading, isNumber: false),
                PageTable.Column("unit", words.standingUnitHeading, isNumber: false),
                PageTable.Column("source", words.standingSourceHeading, isNumber: false),
                PageTable.Column("version", words.standingVersionHeading),
            ], rows: rows)
    }
}

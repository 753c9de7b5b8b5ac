import HTML
import Measure
import Register
import Storage

/// The years of production of an enterprise, on its page.
struct ProductionsView: Sendable {
    let enterprise: Enterprise
    let isMerged: Bool
    let all: [KeptProduction]

    private var place: Place { Place(enterprise.office, about: enterprise.id.identifier) }

    func view(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2(.id("production")) { words.productionHeading }
            if all.isEmpty {
                p { words.productionNone }
            } else {
                tableView(table(visit), id: "production-table", words)
            }
            if !isMerged, visit.may(.enter, .figures, at: place) { newView(visit) }
        }
    }

    /// The last three years that are not there.
    private func newView(_ visit: Visit) -> Node {
        let years = (visit.today.year - 2...visit.today.year).reversed().filter { year in
            !all.contains { $0.production.period.year == year }
        }
        return p {
            for (place, year) in years.enumerated() {
                if place > 0 { " · " }
                a(.href(address(year, visit))) { visit.words.productionOfYear("\(year)") }
            }
        }
    }

    private func address(_ year: Int, _ visit: Visit) -> String {
        visit.address("\(Paths.enterprises)/\(enterprise.id)/production/\(year)")
    }

    private func table(_ visit: Visit) -> PageTable {
        let (words, numbers) = (visit.words, visit.language.numbers)
        let shown: [ProductionFigure] = [.valueAdded, .valueAddedPerWorker, .valueAddedRatio]
        let columns =
            [
                PageTable.Column("year", words.field(.year), isNumber: false),
                PageTable.Column("state", words.productionStateHeading, isNumber: false),
            ]
            + shown.map {
                PageTable.Column(
                    $0.rawValue, words.productionFigure($0), unit: $0.unit == .share ? nil : words.figureUnit($0.unit))
            }
        return PageTable(
            caption: words.productionHeading, columns: columns,
            rows: all.map { kept in
                let year = kept.production.period.year
                let figures = shown.map { figure -> PageTable.Cell in
                    guard let value = kept.production.outcome(of: figure).value else {
                        return PageTable.Cell(.unknown, words.notKnown)
                    }
                    let text = figure.unit == .share ? numbers.percent(value) : numbers.number(value)
                    return PageTable.Cell(.number(value), text).with(doubt: value < 0 ? words.figureBelowZero : nil)
                }
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(.integer(year), "\(year)").with(address: address(year, visit)),
                        PageTable.Cell(.text(kept.state.rawValue), words.productionState(kept.state)),
                    ] + figures, emphasis: nil)
            })
    }
}

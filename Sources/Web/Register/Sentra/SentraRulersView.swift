import HTML
import Register
import Storage

/// Both rulers of a sentra with their rule and the facts that were used.
struct SentraRulersView {
    let page: SentraPage
    let visit: Visit

    private var words: any Words { visit.words }
    private var numbers: NumberFormat { visit.language.numbers }

    func view() -> Node {
        fragment {
            h2 { words.sentraRulersHeading(visit.calendar.day(page.day)) }
            for ruler in SentraRuler.allCases {
                p { strong { "\(ruler.name): \(words.sentraVerdict(verdict(ruler)))" } }
                tableView(table(ruler), id: "ruler-\(ruler.rawValue)", words)
            }
        }
    }

    private func verdict(_ ruler: SentraRuler) -> Bool? {
        switch ruler {
        case .law: page.byLaw.isSentra
        case .statistics: page.byStatistics.isSentra
        }
    }

    private func table(_ ruler: SentraRuler) -> PageTable {
        PageTable(
            caption: words.sentraRule(ruler),
            columns: [
                PageTable.Column("condition", words.factHeading, isNumber: false),
                PageTable.Column("answer", words.answerHeading, isNumber: false),
                PageTable.Column("origin", words.originHeading, isNumber: false),
            ], rows: ruler == .law ? lawRows() : statisticsRows())
    }

    private func lawRows() -> [PageTable.Row] {
        let (ruler, card) = (page.byLaw, page.card)
        return [
            row(words.unitsFact, ruler.units.map { numbers.integer($0) }, from: words.fromMembers),
            row(.isInOnePlace, ruler.isInOnePlace, isOnCard: card.isInOnePlace != nil),
            row(.hasLikeProducts, ruler.hasLikeProducts, isOnCard: card.hasLikeProducts != nil),
            row(.hasLikeMaterials, ruler.hasLikeMaterials, isOnCard: true),
            row(.hasLikeProcess, ruler.hasLikeProcess, isOnCard: true),
        ]
    }

    private func statisticsRows() -> [PageTable.Row] {
        let ruler = page.byStatistics
        return [
            row(
                words.sentraField(.likeBusinesses), ruler.likeBusinesses.map { numbers.integer($0) },
                from: words.fromCard),
            row(words.sentraField(.households), ruler.households.map { numbers.integer($0) }, from: words.fromCard),
            row(words.shareFact, ruler.share.map { numbers.percent($0) }, from: words.computed),
            row(.isCoached, ruler.isCoached, isOnCard: true),
            row(.isKnownToThePublic, ruler.isKnownToThePublic, isOnCard: true),
        ]
    }

    private func row(_ field: SentraField, _ answer: Bool?, isOnCard: Bool) -> PageTable.Row {
        row(
            words.sentraField(field), answer.map { $0 ? words.yes : words.no },
            from: isOnCard ? words.fromCard : words.fromMembers)
    }

    /// Where nothing is known, nothing is said of where it is from.
    private func row(_ condition: String, _ answer: String?, from origin: String) -> PageTable.Row {
        PageTable.Row(
            cells: [
                PageTable.Cell(condition),
                answer.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, words.notKnown),
                PageTable.Cell(answer == nil ? "" : origin),
            ], emphasis: nil)
    }
}

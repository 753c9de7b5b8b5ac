import Exchange
import Register
import Storage

/// Details of one kind as a table.
struct DetailTable<Detail: EnterpriseDetail> {
    /// What is computed of each, behind its fields.
    struct Extra {
        let column: PageTable.Column
        let cell: (Detail) -> PageTable.Cell
    }

    let kept: [KeptDetail<Detail>]
    /// The first one names the row.
    let fields: [DetailField]
    var extra: [Extra] = []
    /// Where each is changed; `nil` for who may not.
    let address: (Key<Detail>) -> String?

    func table(_ visit: Visit) -> PageTable {
        let words = visit.words
        let columns = fields.map { field in
            PageTable.Column(
                field.rawValue, words.detailField(field), unit: words.detailUnit(field), isNumber: Self.isNumber(field))
        }
        return PageTable(
            caption: words.detailsCaption(Detail.detailKind, visit.language.numbers.integer(kept.count)),
            columns: columns + extra.map(\.column),
            rows: kept.map { one in
                var cells = fields.map { Self.cell(one.detail.text($0), $0, visit) }
                cells[0] = cells[0].with(address: address(one.id))
                return PageTable.Row(cells: cells + extra.map { $0.cell(one.detail) }, emphasis: nil)
            })
    }

    private static func isNumber(_ field: DetailField) -> Bool {
        switch field.form {
        case .whole, .number: true
        case .line, .lines, .day, .choice: false
        }
    }

    static func cell(_ text: String?, _ field: DetailField, _ visit: Visit) -> PageTable.Cell {
        guard let text else { return PageTable.Cell(.unknown, visit.words.notKnown) }
        let told = visit.words.told(text, field)
        switch field.form {
        case .whole: return PageTable.Cell(Int(text).map(PageTable.Value.integer) ?? .text(text), told)
        case .number: return PageTable.Cell(Double(text).map(PageTable.Value.number) ?? .text(text), told)
        case .line, .lines, .day, .choice: return PageTable.Cell(.text(text), told)
        }
    }
}

extension PageTable.Cell {
    /// A day; words for none.
    init(_ day: CalendarDay?, _ visit: Visit, none: String? = nil) {
        if let day {
            self.init(.text(day.description), visit.day(day))
        } else {
            self.init(.unknown, none ?? visit.words.notKnown)
        }
    }
}

extension Certificate {
    /// How it stands today, in words.
    func standing(_ visit: Visit) -> String {
        let state = renewal(on: visit.today)
        let days =
            switch state {
            case .valid(let days), .renewNow(let days), .expired(let days): visit.language.numbers.integer(days)
            case .noEnd, .notKnown: ""
            }
        return visit.words.renewal(state, days: days)
    }

    /// The day of issue, with the day of the application where the rule counts from that.
    func issuedCell(_ visit: Visit) -> PageTable.Cell {
        let note = filed.map { "\(visit.words.detailField(.filed)): \(visit.day($0))" }
        return PageTable.Cell(issued, visit).with(note: note)
    }

    func expiresCell(_ visit: Visit) -> PageTable.Cell {
        PageTable.Cell(expires, visit, none: kind.rule?.term == .withoutEnd ? visit.words.withoutEnd : nil)
    }

    func renewFromCell(_ visit: Visit) -> PageTable.Cell {
        guard kind.rule?.isRenewable != false else { return PageTable.Cell(.unknown, visit.words.noRenewal) }
        return PageTable.Cell(renewFrom, visit, none: kind.rule?.term == .withoutEnd ? "–" : nil)
    }

    /// The act whose rule it follows; of some kinds only what is printed counts.
    func actCell(_ visit: Visit) -> PageTable.Cell {
        kind.rule.map { PageTable.Cell($0.act) } ?? PageTable.Cell(.unknown, visit.words.asPrinted)
    }
}

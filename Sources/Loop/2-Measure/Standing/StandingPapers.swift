public import Register

/// How a certificate stands on a day. The raw value is the stable name.
public enum PaperStanding: String, Sendable, CaseIterable {
    /// It holds, and goes on for more than half a year, or has no end.
    case inForce = "in-force"
    /// It holds, and ends within half a year.
    case ending
    case expired
    /// It has an end, and nobody knows it.
    case notKnown = "not-known"

    /// Months ahead of the day.
    public static let monthsAhead = 6
}

extension StandingFacts {
    /// Certificates by how they stand: how many, and of how many enterprises.
    /// - Parameter field: place among the fields; `nil` for all. Other groups are not told apart.
    public func papers(of field: Int?, on day: CalendarDay) -> [(standing: PaperStanding, cell: StandingCell)] {
        let table = paperTable(on: day)
        let columns = PaperStanding.allCases.indices.map { column in StandingTally.sum(table.map { $0[column] }) }
        let veils = StandingProtection.Veils(
            rows: StandingProtection.hidden(table.map { StandingTally.sum($0) }),
            columns: StandingProtection.hidden(columns))
        let hidden = StandingProtection.hidden(table, veils)
        let rows = table.indices.filter { field == nil || field == $0 }
        let whole = StandingTally.sum(table.joined())
        return PaperStanding.allCases.enumerated().map { column, standing in
            let tally = StandingTally.sum(rows.map { table[$0][column] })
            let isHidden =
                whole.isSensitive
                || (field.map { hidden?.contains(.init(row: $0, column: column)) ?? true }
                    ?? veils.columns.contains(column))
            if isHidden { return (standing, tally.isEmpty && hidden != nil ? .nobody : .secret) }
            guard let count = tally.value(.count) else { return (standing, .nobody) }
            return (
                standing,
                .known(
                    StandingNumber(value: count, count: tally.count, median: nil, low: nil, high: nil, states: [:]))
            )
        }
    }

    /// Fields × standings; each enterprise of a cell gives as many as it has there.
    private func paperTable(on day: CalendarDay) -> [[StandingTally]] {
        var counts: [[[Int: Int]]] = categories(.field).map { _ in PaperStanding.allCases.map { _ in [:] } }
        for paper in papers {
            guard let column = PaperStanding.allCases.firstIndex(of: paper.standing(on: day)) else { continue }
            counts[Int(paper.field)][column][paper.enterprise, default: 0] += 1
        }
        return counts.map { row in
            row.map { cell in
                cell.sorted { $0.key < $1.key }.reduce(into: StandingTally()) {
                    $0.add(StandingPart(numerator: Double($1.value), denominator: 1))
                }
            }
        }
    }
}

extension StandingFacts.Paper {
    func standing(on day: CalendarDay) -> PaperStanding {
        guard let due else { return isWithoutEnd ? .inForce : .notKnown }
        if due < day { return .expired }
        return due <= day.adding(months: PaperStanding.monthsAhead) ? .ending : .inForce
    }
}

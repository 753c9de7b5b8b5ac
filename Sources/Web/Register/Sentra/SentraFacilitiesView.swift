import HTML
import Register
import Storage

/// What a sentra shares, how much it is used, and how that is changed.
struct SentraFacilitiesView {
    let page: SentraPage
    let visit: Visit

    private var words: any Words { visit.words }
    private var numbers: NumberFormat { visit.language.numbers }
    private var facilities: [KeptFacility] { page.record.facilities }

    func view() -> Node {
        fragment {
            h2 { words.facilitiesHeading }
            if facilities.isEmpty {
                p { words.facilitiesNone }
            } else {
                tableView(table(), id: "facilities", words)
                p { small { words.facilitiesExplanation } }
            }
            if page.mayEnter(visit) {
                for kept in facilities { changeView(kept) }
                formOf(nil, action: page.path + "/facilities", summary: words.facilityNew)
            }
        }
    }

    private func table() -> PageTable {
        PageTable(
            caption: words.facilitiesHeading,
            columns: [
                PageTable.Column("name", words.facilityField(.name), isNumber: false),
                PageTable.Column("use_year", words.facilityField(.year)),
                PageTable.Column("hours_open", words.facilityField(.hoursOpen), unit: words.hoursUnit),
                PageTable.Column("hours_used", words.facilityField(.hoursUsed), unit: words.hoursUnit),
                PageTable.Column("use_share", words.useShareHeading, unit: "%"),
                PageTable.Column("members_served", words.facilityField(.membersServed)),
                PageTable.Column("reach", words.reachHeading, unit: "%"),
            ], rows: facilities.map { row($0.facility) })
    }

    private func row(_ facility: SentraFacility) -> PageTable.Row {
        let use = facility.useShare
        let reach = page.reach(of: facility)
        let note = [words.facilityKind(facility.kind), facility.builtYear.map { "\($0)" }]
            .compactMap(\.self).joined(separator: ", ")
        return PageTable.Row(
            cells: [
                PageTable.Cell(facility.name).with(note: note),
                facility.year.map { PageTable.Cell(.integer($0), "\($0)") } ?? unknown,
                facility.hoursOpen.map { PageTable.Cell(.number($0), numbers.rough($0)) } ?? unknown,
                facility.hoursUsed.map { PageTable.Cell(.number($0), numbers.rough($0)) } ?? unknown,
                share(use, doubt: words.useDoubt),
                facility.membersServed.map { PageTable.Cell(.integer($0), numbers.integer($0)) } ?? unknown,
                share(reach, doubt: words.reachDoubt),
            ], emphasis: nil)
    }

    private var unknown: PageTable.Cell { PageTable.Cell(.unknown, words.notKnown) }

    /// More than all is a doubt about the records.
    private func share(_ share: Double?, doubt: String) -> PageTable.Cell {
        guard let share else { return unknown }
        return PageTable.Cell(.number(share), numbers.number(share * 100)).with(doubt: share > 1 ? doubt : nil)
    }

    // MARK: - Changing one

    private func changeView(_ kept: KeptFacility) -> Node {
        formOf(
            kept, action: "\(page.path)/facilities/\(kept.id)", summary: words.facilityChange(kept.facility.name))
    }

    private func formOf(_ kept: KeptFacility?, action: String, summary words: String) -> Node {
        details(.open(page.problem != nil && visit.path == action)) {
            summary { words }
            formView(
                FormPage(
                    title: "", fields: FacilityFields.all(visit, of: kept?.facility, action: action),
                    hidden: kept.map { [("version", "\($0.version)")] } ?? [], action: action,
                    button: visit.words.enterpriseSave), visit)
            if kept != nil { buttonView(visit.words.facilityRemove, action: action + "/remove", visit) }
        }
    }
}

extension SentraPage {
    /// Members who used a facility of the members at the end of the year its use speaks of, or on the day of the page where
    /// that year is not known or not over.
    func reach(of facility: SentraFacility) -> Double? {
        let end = facility.year.flatMap { CalendarDay(year: $0, month: 12, day: 31) }
        return facility.reach(of: record.members(on: min(end ?? day, day)).count)
    }
}

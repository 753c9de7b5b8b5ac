import HTML
import Register
import Storage

/// The sentra of an office as a list, with their map.
struct SentraListPage: Sendable {
    let regions: [RegionCode]
    let regionName: @Sendable (RegionCode) -> String
    /// On which members are counted.
    var day: CalendarDay
    /// The regions that are shown; of them all, or one that was chosen.
    var shown: [RegionCode] = []
    var lines: [SentraLine] = []
    /// The last one shown, where the list goes on after it.
    var next: Sentra.ID?
    /// Whether the page holds the whole list.
    var isWhole = false
    /// How many there are in all; `nil` where words are looked for.
    var count: Int?
    var columns = SentraColumn.usual
    /// In which it is shown.
    var order = SentraOrder.usual
    /// Those that the visitor may choose.
    var orders: Set<SentraOrder.Key> = [.name]
    /// Whether another order was asked for.
    var isOrderRefused = false
    var problem: String?

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.sentraQuestion, verb: 0)
        let mayExport = !visit.regions(.export, .register).isEmpty
        if mayExport {
            frame.twins = visit.twins(of: Paths.sentra, query: query(visit))
            frame.twins.append(
                PageLink(words: "GeoJSON", address: visit.address(Paths.sentra + ".geojson" + query(visit))))
        }
        return document(frame) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            div(.class("answer")) { p { answer(visit) } }
            searchView(visit)
            if let map = SentraMap(lines: lines, visit: visit).chart() {
                h2 { words.sentraMapHeading }
                chartView(map, id: "sentra-map")
            }
            ColumnsView(
                path: Paths.sentra, carried: SentraList.filterFields + [SentraOrder.addressField], chosen: columns,
                visit: visit
            ).view
            if isOrderRefused { p(.role("status")) { words.sortedByNameOnly } }
            if !lines.isEmpty { tableView(SentraTable(page: self, visit: visit).table, id: "sentra", words) }
            if let next {
                p(.class("pages")) { a(.href(visit.sentraAddress(replacing: ["after": "\(next)"]))) { words.pageNext } }
            }
            nextView(visit)
            if mayExport, !lines.isEmpty { p { small { words.locationsOfEnterprises } } }
        }
    }

    private func answer(_ visit: Visit) -> String {
        let words = visit.words
        let numbers = visit.language.numbers
        guard let count else {
            return lines.isEmpty
                ? words.sentraNoMatch : words.sentraFound(numbers.integer(lines.count), isMore: next != nil)
        }
        guard count > 0 else { return words.sentraNone }
        let places = shown.map(regionName).joined(separator: ", ")
        guard isWhole else { return words.sentraCounted(numbers.integer(count), places: places) }
        let members = lines.compactMap(\.members).reduce(0, +)
        return words.sentraAnswer(
            numbers.integer(count), members: numbers.integer(members), places: places,
            day: visit.calendar.day(day))
    }

    private func query(_ visit: Visit) -> String {
        let fields = SentraList.filterFields.compactMap { name in
            visit.fields[name].map { "\(name)=\(Paths.encoded(StrayNumbers.hidden(in: $0)))" }
        }
        return fields.isEmpty ? "" : "?" + fields.joined(separator: "&")
    }

    private func searchView(_ visit: Visit) -> Node {
        let words = visit.words
        var fields = [
            FormField(
                name: "q", label: words.searchSentra, value: StrayNumbers.hidden(in: visit.fields["q"] ?? ""),
                hint: words.searchSentraHint, isRequired: false)
        ]
        // Whoever sees one office only has nothing to choose.
        if regions.count > 1 || regions.first.map({ $0.isProvince || $0 == .nation }) == true {
            fields.append(
                FormField(
                    name: "office", label: words.officeToKeep, value: visit.fields["office"] ?? "",
                    hint: words.homeHint, isRequired: false))
        }
        fields.append(
            FormField(
                name: "day", label: words.dayField, kind: .date, value: day.description, isRequired: false))
        return form(.action(visit.address(Paths.sentra)), .method(.get), .class("entry"), .role("search")) {
            hiddenFields(visit, [SentraColumn.addressField, SentraOrder.addressField])
            for field in fields { entryView(field, of: Paths.sentra) }
            p { button(.type(.submit)) { words.filterButton } }
        }
    }

    private func nextView(_ visit: Visit) -> Node {
        p(.class("next")) {
            if !visit.regions(.enter, .register).isEmpty {
                a(.class("button"), .href(visit.address(Paths.sentra + "/new"))) { visit.words.newSentraTitle }
                " "
            }
            a(.href(visit.address(Paths.enterprises))) { visit.words.enterprisesTitle }
        }
    }
}

extension SentraLine {
    /// Village and district by name, as far as they are known.
    var place: String? {
        guard let areaName else { return card.area?.text }
        guard let districtName, card.area?.kind == .village else { return areaName }
        return "\(areaName), \(districtName)"
    }
}

/// The language of the page, carried along by a form that asks by its address.
func languageField(_ visit: Visit) -> Node {
    guard visit.language != .indonesian else { return fragment {} }
    return input(.type(.hidden), .name("lang"), .value(visit.language.rawValue))
}

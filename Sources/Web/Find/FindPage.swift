import Exchange
import HTML
import Register
import Storage

/// What a search from the head of a page found.
struct FindPage: Sendable {
    /// `nil` where nothing was asked yet.
    var found: Found?
    var problem: String?

    /// One thing that was found, as a line and for the script that shows lines while somebody types.
    private struct Line {
        let name: String
        var detail: String?
        let address: String
    }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let isSignedIn = visit.visitor?.isComplete == true
        return document(Frame(visit, title: words.findTitle)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if problem == nil { div(.class("answer")) { p { answer(visit) } } }
            if let found {
                for group in groups(found, visit) where !group.lines.isEmpty {
                    h2 { group.heading }
                    ul(.class("found")) { for line in group.lines { view(line) } }
                }
                if found.hasMoreEnterprises { moreView(found, visit) }
            }
            if !isSignedIn {
                p { a(.href(Paths.signIn(returningTo: visit.address, in: visit.language))) { words.findSignIn } }
            }
        }
    }

    private func answer(_ visit: Visit) -> String {
        guard let found else { return visit.words.findHint }
        guard found.count > 0 else { return visit.words.findNothing(found.text) }
        return visit.words.findAnswer(visit.language.numbers.integer(found.count), text: found.text)
    }

    private func view(_ line: Line) -> Node {
        li {
            a(.href(line.address)) { line.name }
            if let detail = line.detail {
                " "
                small { detail }
            }
        }
    }

    private func moreView(_ found: Found, _ visit: Visit) -> Node {
        p {
            a(.href(visit.address(Paths.enterprises + "?q=" + Paths.encoded(found.text)))) {
                visit.words.findMoreEnterprises
            }
        }
    }

    // MARK: - Lines

    private func groups(_ found: Found, _ visit: Visit) -> [(heading: String, kind: String, lines: [Line])] {
        let words = visit.words
        return [
            (words.enterprisesTitle, "enterprise", found.enterprises.map { enterprise($0, visit) }),
            (words.sentraTitle, "sentra", found.sentra.map { sentra($0, visit) }),
            (words.findPlaces, "place", found.places.map { place($0, visit) }),
            (words.region, "region", found.regions.map { region($0, visit) }),
        ]
    }

    /// The owner where the visitor may see persons at that office, the product otherwise.
    private func enterprise(_ line: EnterpriseLine, _ visit: Visit) -> Line {
        let card = line.enterprise.card
        let place = Place(line.enterprise.office, about: line.id.identifier)
        let owner = visit.may(.view, .personal, at: place) ? card.owner : nil
        let details = [owner, card.product, card.nib.map { "NIB \($0.digits)" }].compactMap { $0 }
        return Line(
            name: card.name, detail: details.isEmpty ? nil : details.joined(separator: " · "),
            address: visit.address("\(Paths.enterprises)/\(line.id)"))
    }

    private func sentra(_ line: SentraLine, _ visit: Visit) -> Line {
        Line(name: line.card.name, detail: line.areaName, address: visit.address("\(Paths.sentra)/\(line.id)"))
    }

    private func place(_ place: Found.Place, _ visit: Visit) -> Line {
        Line(
            name: place.area.name,
            detail: [place.district, visit.words.findPlaceLeads].compactMap { $0 }.joined(separator: " · "),
            address: visit.address("\(Paths.enterprises)?area=\(place.area.id.text)"))
    }

    private func region(_ region: Region, _ visit: Visit) -> Line {
        // A province has no page of its own: its regencies are looked for by name.
        let address = region.kind == .province ? "\(Paths.regions)?q=\(region.id.text)" : Paths.region(region.id)
        return Line(name: region.name, detail: region.id.text, address: visit.address(address))
    }

    // MARK: - As data

    func json(_ visit: Visit) -> JSON {
        let lines = found.map { groups($0, visit) } ?? []
        return .object([
            JSON.Member(
                "found",
                .array(
                    lines.flatMap { group in
                        group.lines.map { line in
                            .object([
                                JSON.Member("kind", .string(group.kind)),
                                JSON.Member("heading", .string(group.heading)),
                                JSON.Member("name", .string(line.name)), JSON.Member("detail", JSON(line.detail)),
                                JSON.Member("address", .string(line.address)),
                            ])
                        }
                    }))
        ])
    }
}

/// The box at the head of every page.
func findBox(_ language: Language) -> Node {
    let words = language.words
    return form(.action(Paths.find), .method(.get), .class("find"), .role("search"), .ariaLabel(words.findLabel)) {
        if language != .indonesian { input(.type(.hidden), .name("lang"), .value(language.rawValue)) }
        input(
            .type(.search), .id("find"), .name("q"), .ariaLabel(words.findLabel), .placeholder(words.findPlaceholder),
            .autocomplete("off"))
        button(.type(.submit)) { words.searchAction }
        ul(.id("finds"), .hidden(true)) {}
    }
}

import Foundation
import Register

/// Where the enterprises of a list are: lists name few places and name them often, so what was found is remembered.
struct PlaceReading: Sendable {
    private let knowledge: ListKnowledge
    private var known: [Names: Found] = [:]
    private var claims: [Claim: Problem?] = [:]

    private struct Names: Hashable {
        let village: String?
        let district: String?
    }

    private struct Claim: Hashable {
        let field: EnterpriseField
        let text: String
    }

    private enum Found {
        case area(AreaCode)
        case problem(EnterpriseField, Problem)
    }

    private struct Problem {
        let reason: ListFault.Reason
        var names: [String] = []
    }

    init(_ knowledge: ListKnowledge) { self.knowledge = knowledge }

    /// More places than a regency has are not remembered.
    private static let most = 20_000

    /// Village or district of a row; what is wrong goes to its faults.
    mutating func area(_ cells: inout RowCells) -> AreaCode? {
        check(.province, &cells)
        check(.regency, &cells)
        let district = cells.raw(reporting: .district)
        let village = cells.raw(reporting: .village)
        guard district != nil || village != nil else { return nil }
        guard !cells.isFaulty(.regency), !cells.isFaulty(.province), !cells.isFaulty(.district) else { return nil }
        let names = Names(village: village, district: district)
        let found: Found
        if let before = known[names] {
            found = before
        } else {
            found = find(names)
            if known.count < Self.most { known[names] = found }
        }
        switch found {
        case .area(let area): return area
        case .problem(let field, let problem):
            cells.fault(field, (field == .village ? village : district) ?? "", problem.reason, problem.names)
            return nil
        }
    }

    private mutating func check(_ field: EnterpriseField, _ cells: inout RowCells) {
        guard let text = cells.raw(reporting: field) else { return }
        let key = Claim(field: field, text: text)
        let problem: Problem?
        if let before = claims[key] {
            problem = before
        } else {
            problem = field == .province ? provinceProblem(text) : regencyProblem(text)
            if claims.count < Self.most { claims[key] = .some(problem) }
        }
        if let problem { cells.fault(field, text, problem.reason, problem.names) }
    }

    // MARK: - Regency and province

    private func regencyProblem(_ text: String) -> Problem? {
        // Where the two code worlds disagree, four digits that are the office's own code mean the office.
        if text == knowledge.home.text.replacing(".", with: "") { return nil }
        switch knowledge.regions.find(text) {
        case .one(let region):
            return region.id == knowledge.home ? nil : Problem(reason: .elsewhere, names: [region.name])
        case .several(let regions):
            // "Bandung" is a regency and a city; the office's own is meant where it is one of them.
            if regions.contains(where: { $0.id == knowledge.home }) { return nil }
            return Problem(reason: .ambiguousPlace, names: regions.map(\.name))
        case .province(let region): return Problem(reason: .unknownRegency, names: [region.name])
        case .none(let nearest): return Problem(reason: .unknownRegency, names: nearest.map(\.name))
        }
    }

    private func provinceProblem(_ text: String) -> Problem? {
        let wanted = Self.province(text)
        let all = knowledge.regions.regions.filter { $0.kind == .province }
        let region = all.first { region in
            [region.id.text, region.bpsCode?.text, Self.province(region.name), Self.shortNames[region.id.text]]
                .contains(wanted)
        }
        if let region {
            return region.id == knowledge.home.province ? nil : Problem(reason: .elsewhere, names: [region.name])
        }
        let near = all.map { (name: $0.name, slips: NameLikeness.slips(Self.province($0.name), wanted)) }
            .filter { $0.slips <= max(2, wanted.utf8.count / 3) }
            .sorted { ($0.slips, $0.name) < ($1.slips, $1.name) }
        return Problem(reason: .unknownProvince, names: near.prefix(5).map(\.name))
    }

    private static func province(_ text: String) -> String {
        var words = HeadingText.words(text.lowercased())
        if words.count > 1, ["provinsi", "prov", "propinsi", "prop"].contains(words[0]) { words.removeFirst() }
        let name = words.joined()
        for special in ["daerahistimewa", "di", "daerahkhususibukota", "daerahkhusus", "dki", "nanggroe"]
        where name.hasPrefix(special) && name.count > special.count + 3 { return String(name.dropFirst(special.count)) }
        return name
    }

    /// What offices call provinces for short.
    private static let shortNames = [
        "12": "sumut", "13": "sumbar", "16": "sumsel", "19": "babel", "21": "kepri", "31": "jakarta", "32": "jabar",
        "33": "jateng", "34": "diy", "35": "jatim", "52": "ntb", "53": "ntt", "61": "kalbar", "62": "kalteng",
        "63": "kalsel", "64": "kaltim", "65": "kaltara", "71": "sulut", "72": "sulteng", "73": "sulsel", "74": "sultra",
        "76": "sulbar", "82": "malut",
    ]

    // MARK: - District and village

    private func find(_ names: Names) -> Found {
        for (field, text) in [(EnterpriseField.village, names.village), (.district, names.district)] {
            // A code of another office's area is no slip of the pen.
            guard let text, let code = AreaCode(written: text), code.regency != knowledge.home,
                let region = knowledge.regions[code.regency]
            else { continue }
            return .problem(field, Problem(reason: .elsewhere, names: [region.name]))
        }
        var within: AreaCode?
        if let district = names.district {
            switch knowledge.places.district(district) {
            case .one(let area): within = area.id
            case .several(let areas):
                return .problem(.district, Problem(reason: .ambiguousPlace, names: areas.map(\.name)))
            case .none(let nearest):
                return .problem(.district, Problem(reason: .unknownDistrict, names: nearest.map(\.name)))
            }
        }
        guard let village = names.village else {
            return within.map { .area($0) } ?? .problem(.village, Problem(reason: .unknownVillage))
        }
        switch knowledge.places.village(village, in: within) {
        case .one(let area):
            guard let within, area.id.district != within else { return .area(area.id) }
            return .problem(.village, Problem(reason: .unknownVillage, names: [named(area)]))
        case .several(let areas):
            return .problem(.village, Problem(reason: .ambiguousPlace, names: areas.map(named)))
        case .none(let nearest):
            // It may lie in another district than the list says.
            if within != nil, case .one(let area) = knowledge.places.village(village, in: nil) {
                return .problem(.village, Problem(reason: .unknownVillage, names: [named(area)]))
            }
            return .problem(.village, Problem(reason: .unknownVillage, names: nearest.map(\.name)))
        }
    }

    /// With its district: names of villages come more than once.
    private func named(_ area: Area) -> String {
        "\(area.name) (\(knowledge.places[area.id.district]?.name ?? area.id.district.text))"
    }
}

import Compare
import Exchange
import Foundation
import HTTPTypes
import Register
import Storage

/// Searching from every page: regions for everybody; enterprises, sentra and places in the offices of one's own hats.
struct Find: Sendable {
    let house: House

    var routes: [Route] {
        [Route(.get, Paths.find, .everybody, forms: [.page, .json]) { try await find($0) }]
    }

    private func find(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["q", "lang"])
        var page = FindPage()
        do {
            if let text = visit.fields["q"] {
                // A citizen number does not belong into an address.
                guard StrayNumbers.hidden(in: text) == text else {
                    throw RequestRefusal.badEntry(field: "q", .numberMisplaced)
                }
                page.found = try await found(text, visit)
            }
        } catch let refusal as RequestRefusal where visit.rendering == .page {
            page.problem = visit.words.message(refusal)
            return reply(.html(page.html(visit)), refusal.status)
        }
        guard visit.rendering == .json else { return reply(.html(page.html(visit))) }
        return reply(Reply(contentType: "application/json", bytes: page.json(visit).bytes()))
    }

    /// What somebody looks for, and what they may see, is theirs alone.
    private func reply(_ reply: Reply, _ status: Int = 200) -> Reply {
        var reply = reply
        reply.status = status
        reply.isPrivate = true
        return reply
    }

    private func found(_ text: String, _ visit: Visit) async throws -> Found {
        let words = EnterpriseWords.words(of: text)
        var found = Found(text: text)
        guard !words.isEmpty else { return found }
        let directory = try await house.store.regionalEconomies().directory
        found.regions = Array(directory.regions.filter { Self.fits($0.name, words) }.prefix(Found.most))
        guard visit.visitor?.isComplete == true, visit.visitor?.covers(.view) == true else { return found }
        let regions = visit.regions(.view, .register)
        guard !regions.isEmpty else { return found }
        let lines = try await house.store.search(
            text, in: regions, personalIn: visit.regions(.view, .personal), limit: Found.most + 1)
        found.enterprises = Array(lines.prefix(Found.most))
        found.hasMoreEnterprises = lines.count > Found.most
        found.sentra = try await house.store.sentra(
            SentraFilter(in: regions, text: text), on: visit.today, limit: Found.most)
        found.places = try await places(words, in: regions)
        return found
    }

    /// Districts and villages of single regencies and cities; a province has thousands, which its regencies look through.
    private func places(_ words: [String], in regions: [RegionCode]) async throws -> [Found.Place] {
        var places: [Found.Place] = []
        for region in regions where !region.isProvince && region != .nation {
            var district = ""
            for area in try await house.store.areas(in: region) {
                if area.id.kind == .district { district = area.name }
                guard Self.fits(area.name, words) else { continue }
                places.append(Found.Place(area: area, district: area.id.kind == .village ? district : nil))
            }
        }
        return Array(places.prefix(Found.most))
    }

    /// Whether each of the words begins one of the name's.
    private static func fits(_ name: String, _ words: [String]) -> Bool {
        let own = EnterpriseWords.join([name]).split(separator: " ")
        return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
}

/// What was found, of each kind as many as a page shows.
struct Found: Sendable {
    struct Place: Sendable {
        let area: Area
        /// Of a village, by name.
        let district: String?
    }

    static let most = 8

    let text: String
    var enterprises: [EnterpriseLine] = []
    var hasMoreEnterprises = false
    var sentra: [SentraLine] = []
    var places: [Place] = []
    var regions: [Region] = []

    init(text: String) { self.text = text }

    var count: Int { enterprises.count + sentra.count + places.count + regions.count }
}

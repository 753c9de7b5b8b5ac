import Foundation

/// The districts and villages of one regency or city, found by code or by name, tolerant of how offices write them.
public struct PlaceDirectory: Sendable {
    public let regency: RegionCode
    private let areas: [AreaCode: Area]
    private let districts: [(key: String, area: Area)]
    /// By district.
    private let villages: [AreaCode: [(key: String, area: Area)]]
    private let byName: [String: [Area]]

    /// - Parameter areas: districts and villages of the regency; others are left out.
    public init(of regency: RegionCode, _ areas: [Area]) {
        self.regency = regency
        let own = areas.filter { $0.id.regency == regency }.sorted { $0.id < $1.id }
        self.areas = Dictionary(own.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        districts = own.filter { $0.id.kind == .district }.map { (PlaceName.folded($0.name), $0) }
        var villages: [AreaCode: [(key: String, area: Area)]] = [:]
        var byName: [String: [Area]] = [:]
        for area in own where area.id.kind == .village {
            let key = PlaceName.folded(area.name)
            villages[area.id.district, default: []].append((key, area))
            byName[key, default: []].append(area)
        }
        self.villages = villages
        self.byName = byName
    }

    public subscript(code: AreaCode) -> Area? { areas[code] }

    /// What somebody meant.
    public enum Match: Sendable, Equatable {
        case one(Area)
        /// Several carry the name; nothing is guessed.
        case several([Area])
        /// Up to five whose names are most like it.
        case none(nearest: [Area])
    }

    /// - Parameter text: a code, with or without points, or a name.
    public func district(_ text: String) -> Match {
        if let area = area(coded: text), area.id.kind == .district { return .one(area) }
        return match(text, among: districts)
    }

    /// A village inside a district or, where that is not known, inside the regency.
    public func village(_ text: String, in district: AreaCode?) -> Match {
        if let area = area(coded: text), area.id.kind == .village { return .one(area) }
        if let district { return match(text, among: villages[district] ?? []) }
        if let named = byName[PlaceName.folded(text)] { return chosen(text, among: named) }
        return match(text, among: villages.values.flatMap(\.self))
    }

    private func area(coded text: String) -> Area? { AreaCode(written: text).flatMap { areas[$0] } }

    private func match(_ text: String, among named: [(key: String, area: Area)]) -> Match {
        let key = PlaceName.folded(text)
        let exact = named.filter { $0.key == key }.map(\.area)
        if !exact.isEmpty { return chosen(text, among: exact) }
        guard !key.isEmpty else { return .none(nearest: []) }
        let near = named.map { (area: $0.area, distance: NameLikeness.slips($0.key, key)) }
            .sorted { ($0.distance, $0.area.id) < ($1.distance, $1.area.id) }
        // One slip of the pen in a name of some length, and nobody else as near.
        if let first = near.first, first.distance <= PlaceName.tolerance(key),
            near.dropFirst().first.map({ $0.distance > first.distance }) ?? true
        {
            return .one(first.area)
        }
        let alike = near.filter { $0.distance <= max(3, key.utf8.count / 2) }
        return .none(nearest: alike.prefix(5).map(\.area))
    }

    /// Of several whose names are alike, the one whose name was written to the letter.
    private func chosen(_ text: String, among areas: [Area]) -> Match {
        if areas.count == 1 { return .one(areas[0]) }
        let letters = PlaceName.letters(text)
        let same = areas.filter { PlaceName.letters($0.name) == letters }
        if same.count == 1 { return .one(same[0]) }
        let bare = PlaceName.bare(text)
        let called = areas.filter { PlaceName.letters($0.name) == bare }
        return called.count == 1 ? .one(called[0]) : .several(areas)
    }
}

/// Names of places as they are compared.
enum PlaceName {
    /// Small letters without blanks, kinds of places, old spelling and doubled letters.
    static func folded(_ text: String) -> String {
        var name = bare(text)
        for (old, new) in spelling { name = name.replacing(old, with: new) }
        var folded = ""
        // Numbers stay: "Blok 11" is not "Blok 1".
        for letter in name where folded.last != letter || letter.isNumber { folded.append(letter) }
        return folded
    }

    /// Letters and digits, as they are.
    static func letters(_ text: String) -> String { words(text).joined() }

    /// The same without what kind of place it is and what lies inside it.
    static func bare(_ text: String) -> String {
        // "Br. Tegal, Ds. Mas" is Mas, and so is "Mas, Br. Tegal".
        var parts = text.split { $0 == "," || $0 == ";" || $0 == "/" || $0 == "(" }.map { words(String($0)) }
        parts.removeAll(where: \.isEmpty)
        let whole = parts.first { villages.contains($0[0]) && $0.count > 1 } ?? parts.first { !inside.contains($0[0]) }
        var name = whole ?? parts.flatMap(\.self)
        // "Br. Tegal Ds. Mas".
        if let place = name.lastIndex(where: villages.contains), place > 0, name.count > place + 1,
            inside.contains(name[0])
        {
            name.removeFirst(place)
        }
        while name.count > 1, kinds.contains(name[0]) { name.removeFirst() }
        return name.joined()
    }

    private static func words(_ text: String) -> [String] {
        let plain =
            text.utf8.allSatisfy { $0 < 0x80 } ? text : text.folding(options: .diacriticInsensitive, locale: nil)
        return plain.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    private static let spelling = [("oe", "u"), ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy")]
    private static let villages: Set = ["desa", "ds", "kelurahan", "kel", "nagari", "gampong", "kampung"]
    private static let inside: Set = [
        "br", "banjar", "dusun", "dsn", "dukuh", "lingkungan", "lingk", "lk", "rt", "rw", "kampung", "kp", "jl",
        "jalan",
    ]
    private static let kinds: Set = [
        "desa", "ds", "kelurahan", "kel", "kecamatan", "kec", "kabupaten", "kab", "kota", "lurah", "br", "banjar",
        "dusun", "dsn", "provinsi", "prov", "distrik", "desakel", "kecamatam",
    ]

    /// So many slips are passed over.
    static func tolerance(_ key: String) -> Int { key.utf8.count >= 9 ? 2 : key.utf8.count >= 5 ? 1 : 0 }
}

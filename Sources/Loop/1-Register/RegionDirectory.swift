import Foundation

/// All regions, found by either code or by name.
public struct RegionDirectory: Sendable {
    /// In the order of their codes.
    public let regions: [Region]
    /// The regencies and cities among them, in the same order.
    public let regenciesAndCities: [Region]
    private let byCode: [RegionCode: Int]
    private let byBPSCode: [BPSCode: Int]
    private let byName: [String: [Int]]
    /// The regencies and cities with their plain names, folded once.
    private let plainNames: [(region: Region, name: String)]

    /// - Throws: `DirectoryError` when two regions carry the same code.
    public init(_ regions: [Region]) throws(DirectoryError) {
        self.regions = regions.sorted { $0.id < $1.id }
        var byCode: [RegionCode: Int] = [:]
        var byBPSCode: [BPSCode: Int] = [:]
        var byName: [String: [Int]] = [:]
        for (index, region) in self.regions.enumerated() {
            guard byCode.updateValue(index, forKey: region.id) == nil else {
                throw .duplicate(code: region.id.text)
            }
            if let bps = region.bpsCode, byBPSCode.updateValue(index, forKey: bps) != nil {
                throw .duplicate(code: bps.text)
            }
            byName[Self.plainName(region.name), default: []].append(index)
        }
        regenciesAndCities = self.regions.filter { $0.kind != .province }
        plainNames = regenciesAndCities.map { (region: $0, name: Self.plainName($0.name)) }
        self.byCode = byCode
        self.byBPSCode = byBPSCode
        self.byName = byName
    }

    public subscript(code: RegionCode) -> Region? { byCode[code].map { regions[$0] } }

    public func province(of region: Region) -> Region? { self[region.id.province] }

    /// What a person meant by a code or a name.
    public enum Match: Sendable, Equatable {
        case one(Region)
        /// Several regions fit, nothing is guessed: "Bandung" is a regency and a city.
        case several([Region])
        /// A province was named where one of its regencies or cities is wanted.
        case province(Region)
        case none(nearest: [Region])
    }

    /// Finds a regency or city by Kemendagri code (`51.03`), BPS code (`5103`) or name ("Badung", "kota denpasar").
    ///
    /// A full official name wins over a shared short one: "Kota Bandung" is one region, "Bandung" is two.
    /// - Returns: `.none` carries up to five regions with a like name, so that a slip of the pen has a remedy.
    public func find(_ text: String) -> Match {
        let wanted = text.trimmingCharacters(in: .whitespacesAndNewlines)
        if let code = RegionCode(wanted), let region = self[code] { return match(region) }
        if let bps = BPSCode(wanted), let index = byBPSCode[bps] { return match(regions[index]) }
        return findByName(wanted)
    }

    /// The regions whose name holds the text, best first: those that begin with it, then the others.
    /// - Parameter limit: how many at most, ≥ 0.
    public func search(_ text: String, limit: Int = 20) -> [Region] {
        let wanted = Self.plainName(text)
        guard !wanted.isEmpty else { return Array(regenciesAndCities.prefix(max(0, limit))) }
        let hits = plainNames.filter { $0.name.contains(wanted) }
        let first = hits.filter { $0.name.hasPrefix(wanted) }
        let rest = hits.filter { !$0.name.hasPrefix(wanted) }
        return Array((first + rest).map(\.region).prefix(max(0, limit)))
    }

    private func match(_ region: Region) -> Match {
        region.kind == .province ? .province(region) : .one(region)
    }

    private func findByName(_ text: String) -> Match {
        let folded = Self.folded(text)
        let named = byName[Self.plainName(text), default: []].map { regions[$0] }
        let hits = named.filter { $0.kind != .province }
        if hits.isEmpty, let province = named.first { return .province(province) }
        let exact = hits.filter { Self.folded($0.name) == folded }
        if exact.count == 1 { return .one(exact[0]) }
        let isTyped = folded.hasPrefix("kota ") || folded.hasPrefix("kabupaten ")
        if hits.count == 1, !isTyped { return .one(hits[0]) }
        if hits.count > 1 { return .several(hits) }
        return .none(nearest: hits.isEmpty ? likeNames(Self.plainName(text)) : hits)
    }

    /// Below this share of common letter pairs a suggestion is noise.
    private static let likeEnough = 0.4

    private func likeNames(_ plain: String) -> [Region] {
        // Nobody's name is that long, and likeness takes time that grows with the text.
        guard (3...60).contains(plain.utf8.count) else { return [] }
        let scored = plainNames.map { ($0.region, NameLikeness.similarity(plain, $0.name)) }
        return scored.filter { $0.1 >= Self.likeEnough }
            .sorted { ($1.1, $0.0.id) < ($0.1, $1.0.id) }
            .prefix(5).map(\.0)
    }

    /// Lower case, one space between words, without accents and punctuation.
    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }
            .enumerated().map { $0 == 0 && $1 == "kab" ? "kabupaten" : $1 }
            .joined(separator: " ")
    }

    /// The folded name without "kabupaten", "kab." or "kota" in front.
    static func plainName(_ text: String) -> String {
        let words = folded(text).split(separator: " ")
        guard let first = words.first, words.count > 1, ["kabupaten", "kota"].contains(first)
        else { return words.joined(separator: " ") }
        return words.dropFirst().joined(separator: " ")
    }
}

public enum DirectoryError: Error, Equatable, Sendable {
    /// Two regions carry this code.
    case duplicate(code: String)
}

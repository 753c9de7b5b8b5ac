import Foundation

/// How often words, places and industries occur in a register: what is rare tells more.
///
/// A small register is taken as part of one of a thousand enterprises, where usual words are usual.
public struct TwinCensus: Sendable {
    private(set) var count = 0
    private(set) var words: [WordLetters: UInt32] = [:]
    private(set) var letters: [WordLetters] = []
    private var inNames: [UInt32] = []
    private var inOwners: [UInt32] = []
    /// The industry that a word of a name mostly goes with, and how much more often than with all others together.
    private var trades: [(industry: UInt32, lead: UInt32)] = []
    private var places: [UInt64: UInt32] = [:]
    private var industries: [UInt32: UInt32] = [:]

    public init() {}

    public init(_ records: some Sequence<TwinRecord>) {
        var folding = NameFolding()
        for record in records { _ = add(TwinFolded(record, using: &folding)) }
    }

    /// - Returns: numbers of the words of the name, of the owner and of the street.
    mutating func add(_ folded: TwinFolded) -> (name: [UInt32], owner: [UInt32], street: [UInt32]) {
        count += 1
        let name = folded.name.map { number(of: $0) }
        let owner = folded.owner.map { number(of: $0) }
        for word in name {
            inNames[Int(word)] += 1
            if folded.industry > 0 { vote(for: folded.industry, word: Int(word)) }
        }
        for word in owner { inOwners[Int(word)] += 1 }
        if folded.area.isVillage { places[folded.area.number, default: 0] += 1 }
        if folded.industry > 0 { industries[folded.industry, default: 0] += 1 }
        return (name, owner, folded.street.map { number(of: $0) })
    }

    /// - Source: Boyer & Moore (1991), the majority vote
    private mutating func vote(for industry: UInt32, word: Int) {
        if trades[word].industry == industry {
            trades[word].lead += 1
        } else if trades[word].lead == 0 {
            trades[word] = (industry, 1)
        } else {
            trades[word].lead -= 1
        }
    }

    private mutating func number(of word: WordLetters) -> UInt32 {
        if let number = words[word] { return number }
        let number = UInt32(letters.count)
        words[word] = number
        letters.append(word)
        inNames.append(0)
        inOwners.append(0)
        trades.append((0, 0))
        return number
    }

    enum Part { case name, owner, street }

    /// The word's share of the register.
    func share(of word: WordLetters, _ part: Part) -> Double {
        guard let number = words[word] else { return share(0, of: word, part) }
        return share(ofWord: number, part)
    }

    func share(ofWord number: UInt32, _ part: Part) -> Double {
        let seen: UInt32 =
            switch part {
            case .name: inNames[Int(number)]
            case .owner: inOwners[Int(number)]
            case .street: 0
            }
        return share(seen, of: letters[Int(number)], part)
    }

    private func share(_ seen: UInt32, of word: WordLetters, _ part: Part) -> Double {
        var usual = 0.1
        if part != .street, NameWords.light.contains(word) { usual = 60 }
        if part == .name, NameWords.common.contains(word) { usual = 25 }
        if part == .street { usual = 20 }
        return (Double(seen) + usual) / (Double(count) + Self.assumed)
    }

    /// The word's share of the names of one industry, where it is a word of that trade; 0 elsewhere.
    func share(of word: WordLetters, inIndustry industry: UInt32) -> Double {
        guard let number = words[word], trades[Int(number)].industry == industry, trades[Int(number)].lead > 2
        else { return 0 }
        return Double(trades[Int(number)].lead) / (Double(industries[industry] ?? 0) + 20)
    }

    func count(of area: PackedArea) -> Double { Double(places[area.number] ?? 0) }

    func share(of area: PackedArea) -> Double {
        (Double(places[area.number] ?? 0) + 2) / (Double(count) + Self.assumed)
    }

    func share(ofIndustry industry: UInt32) -> Double {
        (Double(industries[industry] ?? 0) + 20) / (Double(count) + Self.assumed)
    }

    /// Bits before any evidence: one twin in the register.
    var prior: Double { -log2(max(Double(count), Self.assumed)) }

    private static let assumed = 1000.0
}

/// A record with its words folded.
struct TwinFolded {
    let name: [WordLetters]
    let owner: [WordLetters]
    let street: [WordLetters]
    let nib: UInt64
    let phone: UInt64
    let area: PackedArea
    let industry: UInt32

    /// Names with more words are compared by their first ones.
    static let mostWords = 8

    init(_ record: TwinRecord, using folding: inout NameFolding) {
        name = Self.words(record.name, &folding)
        owner = record.owner.map { Self.words($0, &folding) } ?? []
        street = record.street.map { Self.words($0, &folding) } ?? []
        nib = PackedDigits.nib(record.nib)
        phone = PackedDigits.phone(record.phone)
        area = PackedArea(record.area)
        industry = PackedDigits.industry(record.industry)
    }

    private static func words(_ text: String, _ folding: inout NameFolding) -> [WordLetters] {
        folding.fold(text)
        return folding.words.prefix(mostWords).map { WordLetters(folding.letters[$0]) }
    }
}

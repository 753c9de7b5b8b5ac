import Foundation
public import Register

/// An invented register and newcomers of whom it is known which enterprise of the register each of them is.
///
/// Made by its own words and its own slips: it shares nothing with what finds the twins but the type of a record.
public struct LabelledTwins: Sendable {
    public struct Newcomer: Sendable {
        public let record: TwinRecord
        /// `nil` for an enterprise that the register does not hold.
        public let twin: Enterprise.ID?
        public let kind: Kind
    }

    public enum Kind: String, Sendable, CaseIterable {
        case twin
        case stranger
        /// Same family name, village and product as somebody of the register.
        case relative
        /// A second firm of an owner of the register: same owner, telephone and village.
        case secondFirm = "second firm"
        /// "Sari Rasa 2" beside "Sari Rasa 1", same owner and village.
        case branch
    }

    public let register: [TwinRecord]
    public let newcomers: [Newcomer]

    /// - Parameters:
    ///   - size: enterprises of the register.
    ///   - newcomers: every second is a twin of one of the register.
    public init(seed: UInt64, size: Int, newcomers: Int) {
        var maker = TwinMaker(seed: seed, villages: max(20, size / 22))
        var firms = (0..<size).map { _ in maker.firm() }
        maker.addHardCases(to: &firms)
        register = firms.map(\.record)
        var used: Set<Int> = []
        self.newcomers = (0..<newcomers).map { number in
            let kind = number % 2 == 0 ? Kind.twin : maker.kindOfStranger()
            var place = maker.dice.below(size)
            while kind == .twin, !used.insert(place).inserted { place = maker.dice.below(size) }
            let record =
                switch kind {
                case .twin: maker.twin(of: firms[place])
                case .stranger: maker.firm().record
                case .relative: maker.relative(of: firms[place]).record
                case .secondFirm: maker.secondFirm(of: firms[place]).record
                case .branch: maker.branch(of: firms[place], further: 2).record
                }
            return Newcomer(record: record, twin: kind == .twin ? firms[place].record.id : nil, kind: kind)
        }
    }
}

/// SplitMix64.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
    mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[below(things.count)] }

    /// The first things often, the last ones seldom, as words are in life.
    mutating func pickUneven<Thing>(_ things: [Thing]) -> Thing {
        let uniform = Double.random(in: 0..<1, using: &self)
        return things[min(things.count - 1, Int(pow(Double(things.count + 1), uniform)) - 1)]
    }
}

/// A firm before somebody writes it down.
struct Firm {
    var form: String?
    var product: String
    var brand: [String]
    var number: Int?
    var owner: Owner
    var village: Int
    var record: TwinRecord

    struct Owner {
        var titles: [String]
        var names: [String]
        var culture: TwinWords.Culture
    }

    var bareName: String {
        let words = [product] + brand + (number.map { ["\($0)"] } ?? [])
        return words.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

/// Makes firms.
struct TwinMaker {
    var dice: Dice
    private let villages: [AreaCode]
    private let families: [[String]]

    init(seed: UInt64, villages count: Int) {
        var dice = Dice(state: seed)
        villages = (0..<count).compactMap { number in
            let (district, village) = (number / 12, number % 12 + 2001)
            let (regency, place) = (district / 12, district % 12 + 1)
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return AreaCode("\(11 + regency / 20).\(two(regency % 20 + 1)).\(two(place)).\(village)")
        }
        families = villages.map { _ in (0..<4).map { _ in TwinWords.rareName(&dice) } }
        self.dice = dice
    }

    mutating func firm() -> Firm {
        let village = dice.below(villages.count)
        return firm(in: village, owner: owner(in: village))
    }

    mutating func firm(in village: Int, owner: Firm.Owner) -> Firm {
        let (product, industry) = dice.pickUneven(TwinWords.products)
        var brand = [dice.pickUneven(TwinWords.brands)]
        if dice.chance(0.7) { brand.append(dice.pickUneven(TwinWords.brands)) }
        if dice.chance(0.25) {
            brand = [owner.names.last ?? "", dice.pick(["", "Jaya", "Sari"])].filter { !$0.isEmpty }
        }
        if dice.chance(0.12) { brand = [TwinWords.rareName(&dice)] }
        var record = TwinRecord(id: newID(), name: "")
        record.area = villages[village]
        record.industry = IndustryCode(.kbli2020, industry)
        record.owner = (owner.titles + owner.names).joined(separator: " ")
        if dice.chance(0.5) { record.nib = NIB(digits(13)) }
        if dice.chance(0.75) { record.phone = "628" + digits(10) }
        if dice.chance(0.7) { record.street = "Jl. " + dice.pick(TwinWords.streets) + " No. \(dice.below(200) + 1)" }
        var firm = Firm(
            form: dice.chance(0.55)
                ? dice.pickUneven(["UD", "CV", "UD.", "IKM", "CV.", "KUB", "PT", "Koperasi"]) : nil,
            product: dice.chance(0.6) ? product : "", brand: brand, number: dice.chance(0.02) ? 1 + dice.below(3) : nil,
            owner: owner, village: village, record: record)
        firm.record.name = [firm.form, firm.bareName].compactMap(\.self).joined(separator: " ")
        return firm
    }

    mutating func owner(in village: Int) -> Firm.Owner {
        let culture: TwinWords.Culture = village % 3 == 0 ? .balinese : village % 3 == 1 ? .bugis : .javanese
        var owner = Firm.Owner(titles: [], names: [], culture: culture)
        let family = dice.chance(0.35) ? dice.pick(families[village]) : dice.pickUneven(TwinWords.lastNames(culture))
        switch culture {
        case .balinese:
            let isWoman = dice.chance(0.5)
            owner.titles = isWoman ? dice.pick([["Ni"], ["Ni", "Luh"]]) : ["I"]
            owner.names = [dice.pick(["Wayan", "Made", "Nyoman", "Ketut", "Putu", "Kadek", "Komang", "Gede"]), family]
        case .bugis:
            if dice.chance(0.3) { owner.titles = [dice.pick(["H.", "Hj.", "Andi", "Dg."])] }
            owner.names = [dice.pickUneven(TwinWords.firstNames), family]
        case .javanese:
            if dice.chance(0.15) { owner.titles = [dice.pick(["H.", "Hj.", "Ir.", "Drs.", "Bapak", "Ibu"])] }
            owner.names = [dice.pickUneven(TwinWords.firstNames), family]
        }
        return owner
    }

    /// One in twenty owners has a second firm, one in fifty firms a branch.
    mutating func addHardCases(to firms: inout [Firm]) {
        for place in firms.indices.dropFirst() where dice.chance(0.05) {
            let other = firms[dice.below(place)]
            firms[place] = dice.chance(0.7) ? secondFirm(of: other) : branch(of: other)
        }
    }

    mutating func kindOfStranger() -> LabelledTwins.Kind {
        dice.pick([.stranger, .stranger, .stranger, .relative, .relative, .relative, .secondFirm, .secondFirm, .branch])
    }

    mutating func relative(of other: Firm) -> Firm {
        var person = owner(in: other.village)
        person.names[person.names.count - 1] = other.owner.names.last ?? ""
        while person.names == other.owner.names { person.names[0] = dice.pickUneven(TwinWords.firstNames) }
        var firm = firm(in: other.village, owner: person)
        firm.product = other.product
        if dice.chance(0.5) { firm.brand = Array(person.names.suffix(2)) }
        firm.number = nil
        if firm.bareName.lowercased() == other.bareName.lowercased() { firm.brand.append(TwinWords.rareName(&dice)) }
        firm.record.industry = other.record.industry
        firm.record.name = [firm.form, firm.bareName].compactMap(\.self).joined(separator: " ")
        return firm
    }

    mutating func secondFirm(of other: Firm) -> Firm {
        var firm = firm(in: other.village, owner: other.owner)
        while firm.brand == other.brand || Set(firm.brand) == Set(other.brand) {
            firm = self.firm(in: other.village, owner: other.owner)
        }
        firm.record.phone = other.record.phone
        return firm
    }

    mutating func branch(of other: Firm, further: Int = 1) -> Firm {
        var firm = other
        firm.number = (other.number ?? 1) + further
        firm.record = firm.record.renamed(
            [firm.form, firm.bareName].compactMap(\.self).joined(separator: " "), newID())
        if firm.record.nib != nil { firm.record.nib = NIB(digits(13)) }
        return firm
    }

    mutating func newID() -> Enterprise.ID {
        Key(Identifier(at: Date(timeIntervalSince1970: 1_700_000_000), using: &dice))
    }

    mutating func digits(_ count: Int) -> String { (0..<count).map { _ in "\(dice.below(9) + 1)" }.joined() }
}

extension TwinRecord {
    func renamed(_ name: String, _ id: Enterprise.ID) -> TwinRecord {
        var renamed = TwinRecord(id: id, name: name)
        renamed.owner = owner
        renamed.nib = nib
        renamed.phone = phone
        renamed.area = area
        renamed.industry = industry
        renamed.street = street
        return renamed
    }
}

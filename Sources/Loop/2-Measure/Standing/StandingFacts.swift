public import Register

/// By what enterprises of an office are grouped. The raw value is the stable name.
public enum StandingDimension: String, Sendable, CaseIterable {
    case field, size, sex, district, sentra
}

/// Field of small industry as the page asks for it: three by name, the others together. The raw value is the stable name.
public enum StandingField: String, Sendable, CaseIterable {
    case clothing, food, craft, other

    /// - Parameter branch: of the industry code; `nil` not known.
    public init?(_ branch: IndustryBranch?) {
        switch branch {
        case .clothing: self = .clothing
        case .food: self = .food
        case .craft: self = .craft
        case .furniture, .chemicalsAndCosmetics, .metal: self = .other
        case nil: return nil
        }
    }
}

/// From where figures of a year come, and how far they have come. The raw value is the stable name.
public enum StandingState: String, Sendable, CaseIterable {
    /// A list brought it.
    case list
    /// By the form, and not decided on: draft, submitted, returned.
    case open
    /// By the form, approved or locked.
    case approved

    public init(_ state: ProductionState?) {
        switch state {
        case nil: self = .list
        case .draft, .submitted, .returned: self = .open
        case .approved, .locked: self = .approved
        }
    }
}

/// What "Where do we stand?" rests on: every enterprise of one office in every year, without who it is.
public struct StandingFacts: Sendable {
    /// An enterprise in a year.
    public struct Row: Sendable {
        public let year: Int16
        public let state: StandingState
        /// Places in `categories`, by dimension; 0 is not known, or none.
        let places: Places
        public var workers: Int32?
        public var women: Int32?
        /// Rupiah.
        public var output: Int64?
        /// Rupiah.
        public var investment: Int64?
        /// Place in `sums`; below zero where nothing but a list speaks of it.
        fileprivate(set) var sums: Int32 = -1
    }

    struct Places: Sendable, Hashable {
        var field: UInt8 = 0
        var size: UInt8 = 0
        var sex: UInt8 = 0
        var district: UInt16 = 0
        var sentra: UInt16 = 0

        func place(_ dimension: StandingDimension) -> Int {
            switch dimension {
            case .field: Int(field)
            case .size: Int(size)
            case .sex: Int(sex)
            case .district: Int(district)
            case .sentra: Int(sentra)
            }
        }
    }

    /// A certificate of one enterprise.
    public struct Paper: Sendable {
        let enterprise: Int
        let field: UInt8
        /// The last day; `nil` where it is not known.
        let due: CalendarDay?
        let isWithoutEnd: Bool
    }

    struct PatternKey: Hashable {
        let figure: StandingFigure
        let year: Int
    }

    /// A group of a dimension.
    public struct Category: Sendable, Hashable {
        /// Stable: a raw value, the code of a district, the identifier of a sentra.
        public let key: String
        /// What districts and sentra are called; `nil` for what the catalogue of words names.
        public let name: String?

        public init(key: String, name: String?) {
            self.key = key
            self.name = name
        }
    }

    public private(set) var rows: [Row] = []
    public private(set) var papers: [Paper] = []
    private(set) var sums: [ProductionSums] = []
    /// Rising.
    public private(set) var years: [Int] = []
    /// What may be shown; of figures that nobody told in a year there is none.
    var patterns: [PatternKey: StandingPattern] = [:]
    private var names: [StandingDimension: [Category]] = [:]
    private var known: [StandingDimension: [String: Int]] = [:]

    /// - Parameters:
    ///   - districts: in the order in which they are shown.
    ///   - sentra: as well.
    public init(districts: [Category], sentra: [Category]) {
        names[.field] = StandingField.allCases.map { Category(key: $0.rawValue, name: nil) }
        names[.size] = StatisticalSize.allCases.map { Category(key: $0.rawValue, name: nil) }
        names[.sex] = Sex.allCases.map { Category(key: $0.rawValue, name: nil) }
        names[.district] = districts
        names[.sentra] = sentra
        for (dimension, categories) in names {
            known[dimension] = Dictionary(
                categories.enumerated().map { ($1.key, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// The groups of a dimension; the one at 0 holds those of whom it is not known, or who belong to none.
    public func categories(_ dimension: StandingDimension) -> [Category] {
        [Category(key: Self.unknown, name: nil)] + names[dimension, default: []]
    }

    /// The place of a group among `categories`; `nil` for a key nobody knows.
    public func place(_ key: String, in dimension: StandingDimension) -> Int? {
        key == Self.unknown ? 0 : known[dimension]?[key]
    }

    /// The key of the group of whom it is not known.
    public static let unknown = "unknown"
}

extension StandingFacts {
    /// What stays the same of an enterprise over the years.
    public struct Traits: Sendable {
        public var branch: IndustryBranch?
        public var ownerSex: Sex?
        public var district: String?

        public init(branch: IndustryBranch?, ownerSex: Sex?, district: String?) {
            self.branch = branch
            self.ownerSex = ownerSex
            self.district = district
        }
    }

    /// Adds a year of an enterprise. Years of one enterprise are told once each.
    /// - Parameters:
    ///   - sentra: the identifier of the one it belonged to in that year; `nil` for none.
    ///   - production: with how far it has come; `nil` where a list alone speaks of the year.
    public mutating func add(
        _ year: EnterpriseYear, of traits: Traits, sentra: String?,
        production: (facts: Production, state: ProductionState)?
    ) {
        var places = Places()
        places.field = UInt8(place(StandingField(traits.branch)?.rawValue, .field))
        places.size = UInt8(place(year.workers.flatMap { StatisticalSize(workers: $0) }?.rawValue, .size))
        places.sex = UInt8(place(traits.ownerSex?.rawValue, .sex))
        places.district = UInt16(clamping: place(traits.district, .district))
        places.sentra = UInt16(clamping: place(sentra, .sentra))
        var row = Row(
            year: Int16(clamping: year.year), state: StandingState(production?.state), places: places,
            workers: year.workers.map { Int32(clamping: $0) },
            women: year.workers == nil ? nil : year.women.map { Int32(clamping: $0) },
            output: year.output?.amount, investment: year.investment?.amount)
        if let production {
            row.sums = Int32(sums.count)
            sums.append(ProductionSums(production.facts))
        }
        rows.append(row)
        if let index = years.firstIndex(where: { $0 >= year.year }) {
            if years[index] != year.year { years.insert(year.year, at: index) }
        } else {
            years.append(year.year)
        }
    }

    /// Adds a certificate.
    /// - Parameters:
    ///   - enterprise: a number by which enterprises differ.
    ///   - due: the last day; `nil` where it has an end that nobody knows.
    public mutating func addPaper(of enterprise: Int, branch: IndustryBranch?, due: CalendarDay?, isWithoutEnd: Bool) {
        let field = UInt8(place(StandingField(branch)?.rawValue, .field))
        papers.append(Paper(enterprise: enterprise, field: field, due: due, isWithoutEnd: isWithoutEnd))
    }

    private func place(_ key: String?, _ dimension: StandingDimension) -> Int {
        key.flatMap { known[dimension]?[$0] } ?? 0
    }
}

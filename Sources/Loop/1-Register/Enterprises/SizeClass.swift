/// Size of an industrial enterprise by the ruler of the Ministry of Industry.
/// - Source: Permenperin 64/2016
public enum IndustrySize: String, Sendable, CaseIterable {
    case small, medium, large

    /// - Parameters:
    ///   - workers: ≥ 0; `nil` not known.
    ///   - investment: rupiah without land and buildings; `nil` not known.
    /// - Returns: `nil` when what is known does not decide.
    public init?(workers: Int?, investment: Rupiah?) {
        guard let workers, let investment else { return nil }
        if workers <= 19 {
            self = investment.amount < 1_000_000_000 ? .small : .medium
        } else {
            self = investment.amount <= 15_000_000_000 ? .medium : .large
        }
    }
}

/// Size of an enterprise by law: yearly sales where it works already, capital where it is new.
/// - Source: PP 7/2021
public enum LegalSize: String, Sendable, CaseIterable {
    case micro, small, medium, large

    /// - Parameter sales: of a year.
    public init(sales: Rupiah) {
        self.init(sales.amount, limits: [2_000_000_000, 15_000_000_000, 50_000_000_000])
    }

    /// - Parameter capital: without land and buildings.
    public init(capital: Rupiah) {
        self.init(capital.amount, limits: [1_000_000_000, 5_000_000_000, 10_000_000_000])
    }

    private init(_ amount: Int64, limits: [Int64]) {
        let passed = limits.prefix { amount > $0 }.count
        self = Self.allCases[passed]
    }
}

/// Size of an enterprise as the statistical office counts it: workers, the owner and unpaid family among them.
/// - Source: BPS, Survei Industri Mikro dan Kecil
public enum StatisticalSize: String, Sendable, CaseIterable {
    case micro, small, medium, large

    /// - Returns: `nil` for nobody: an enterprise has at least its owner, so zero is a mistake.
    public init?(workers: Int) {
        switch workers {
        case 1...4: self = .micro
        case 5...19: self = .small
        case 20...99: self = .medium
        case 100...: self = .large
        default: return nil
        }
    }
}

import Foundation
import Register

/// How figures of enterprises of one industry stand to each other in a list: by that a point in the wrong place shows.
struct FigureGroups: Sendable {
    /// Powers of ten, by industry and by the place of the pair among `pairs`.
    private var ratios: [String: [[Float]]] = [:]

    struct Pair: Sendable {
        let over: Figure
        let under: Figure
    }

    enum Figure: Sendable {
        case output, materials, investment, workers

        var field: EnterpriseField {
            switch self {
            case .output: .output
            case .materials: .materials
            case .investment: .investment
            case .workers: .men
            }
        }
    }

    /// Each figure with every other and with the workers.
    static let pairs: [Pair] = [
        Pair(over: .output, under: .workers), Pair(over: .materials, under: .workers),
        Pair(over: .investment, under: .workers), Pair(over: .materials, under: .output),
        Pair(over: .output, under: .investment), Pair(over: .materials, under: .investment),
    ]

    mutating func add(_ entry: ListEntry) {
        guard let group = Self.group(entry), let year = entry.year else { return }
        for (place, ratio) in Self.ratios(year).enumerated() {
            guard let ratio else { continue }
            ratios[group, default: Array(repeating: [], count: Self.pairs.count)][place].append(Float(ratio))
        }
    }

    private static func group(_ entry: ListEntry) -> String? {
        entry.card.industry.map { String($0.code.prefix(4)) } ?? entry.card.branch?.lowercased()
    }

    private static func ratios(_ year: EnterpriseYear) -> [Double?] {
        func power(_ amount: Int64?) -> Double? { amount.flatMap { $0 > 0 ? log10(Double($0)) : nil } }
        let output = power(year.output?.amount)
        let materials = power(year.materials?.amount)
        let investment = power(year.investment?.amount)
        let workers = power(year.workers.map(Int64.init))
        return pairs.map { pair in
            func power(_ figure: Figure) -> Double? {
                switch figure {
                case .output: output
                case .materials: materials
                case .investment: investment
                case .workers: workers
                }
            }
            guard let over = power(pair.over), let under = power(pair.under) else { return nil }
            return over - under
        }
    }

    /// The middle and the spread of each ratio, the spread being the median deviation made comparable to a standard one.
    /// - Returns: for each industry, a norm for each of `pairs`; `nil` for too few to tell.
    /// - Source: Rousseeuw & Croux (1993), p. 1273
    func summed() -> FigureNorms {
        FigureNorms(
            ratios.mapValues { pairs in
                pairs.map { values in
                    guard values.count >= FigureNorms.least else { return nil }
                    let middle = Self.median(values)
                    let spread = Self.median(values.map { abs($0 - middle) })
                    return FigureNorms.Norm(middle: Double(middle), spread: max(Double(spread) * 1.4826, 0.05))
                }
            })
    }

    private static func median(_ values: [Float]) -> Float {
        let sorted = values.sorted()
        return sorted[sorted.count / 2]
    }

    /// How many powers of ten each figure of an entry is off what is usual, where it alone is off: in every pair it
    /// belongs to, in one direction, and in one of them by far more than enterprises differ.
    static func shifts(of entry: ListEntry, _ norms: FigureNorms) -> [PastFigures.Shift] {
        guard !norms.norms.isEmpty, let group = group(entry), let year = entry.year, let usual = norms.norms[group]
        else { return [] }
        let ratios = ratios(year)
        let figures: [Figure] = [.output, .materials, .investment]
        return figures.compactMap { figure in
            var off: [Double] = []
            var isFar = false
            for (place, pair) in pairs.enumerated() where pair.over == figure || pair.under == figure {
                guard let norm = usual[place], let ratio = ratios[place] else { continue }
                let deviation = (ratio - norm.middle) * (pair.over == figure ? 1 : -1)
                guard abs(deviation) >= least else { return nil }
                if abs(deviation) >= far * norm.spread { isFar = true }
                off.append(deviation)
            }
            guard isFar, off.count >= 2, let low = off.min(), let high = off.max(), low * high > 0 else { return nil }
            let powers = Int((off.reduce(0, +) / Double(off.count)).rounded())
            return (1...3).contains(abs(powers)) && high - low < 1.2
                ? PastFigures.Shift(field: figure.field, powers: powers) : nil
        }
    }

    /// Powers of ten below which a figure may simply be large or small.
    private static let least = 0.6
    /// Spreads beyond which hardly an enterprise is.
    private static let far = 4.0
}

/// What is usual among the enterprises of one industry in a list.
public struct FigureNorms: Sendable {
    struct Norm: Sendable {
        let middle: Double
        let spread: Double
    }

    /// Fewer tell nothing.
    static let least = 10

    /// By industry, one for each of `FigureGroups.pairs`.
    let norms: [String: [Norm?]]

    init(_ norms: [String: [Norm?]]) { self.norms = norms }

    public static let none = FigureNorms([:])
}

import Foundation

/// What an enterprise's figures say beside its own of another year.
public enum PastFigures {
    public struct Shift: Sendable, Equatable {
        /// `.men` stands for the men and the women together.
        public let field: EnterpriseField
        /// Powers of ten: 3 for a thousand times as much, -1 for a tenth.
        public let powers: Int

        public init(field: EnterpriseField, powers: Int) {
            self.field = field
            self.powers = powers
        }

        /// "× 1000", "÷ 10".
        public var factor: String { (powers > 0 ? "× 1" : "÷ 1") + String(repeating: "0", count: abs(powers)) }
    }

    /// A figure that is shifted against the same one of another year.
    public struct Slip: Sendable, Equatable {
        public let shift: Shift
        /// The year whose figure it is held against.
        public let since: Int
        /// The figure of that year: whole rupiah, workers, or the unit of the capacity.
        public let before: String
        /// The figure that is doubted, in the same unit.
        public let now: String
    }

    /// What of a year is shifted against the years that are known: each figure is held against the nearest other year
    /// that has it, of two as near the earlier. What the same year is known to be is no slip: somebody has decided that.
    /// - Parameter known: years of the same enterprise, in any order; the year itself may be among them.
    /// - Returns: at most one for each figure, in the order in which they stand in the register.
    public static func slips(of now: EnterpriseYear, among known: some Sequence<EnterpriseYear>) -> [Slip] {
        let recorded = known.first { $0.year == now.year }
        let others = known.filter { $0.year != now.year }.sorted {
            (abs($0.year - now.year), $0.year) < (abs($1.year - now.year), $1.year)
        }
        guard !others.isEmpty else { return [] }
        return fields.compactMap { field in
            guard let told = text(field, of: now), recorded.flatMap({ text(field, of: $0) }) != told,
                let nearest = others.first(where: { text(field, of: $0) != nil }),
                let before = text(field, of: nearest),
                let shift = shifts(of: now, since: nearest).first(where: { $0.field == field })
            else { return nil }
            return Slip(shift: shift, since: nearest.year, before: before, now: told)
        }
    }

    private static let fields: [EnterpriseField] = [.men, .investment, .capacity, .output, .materials]

    private static func text(_ field: EnterpriseField, of year: EnterpriseYear) -> String? {
        field == .men ? year.workers.map(String.init) : year.text(field)
    }

    /// Figures that are ten, a hundred or a thousand times as much, or as little, as they were, near a whole power, where
    /// the other figures did not go the same way: an enterprise that grew is none. Workers alone tell nothing: a workshop
    /// of two may be one of twenty a year later.
    public static func shifts(of now: EnterpriseYear, since before: EnterpriseYear) -> [Shift] {
        func change(_ new: Double?, _ old: Double?) -> Double? {
            guard let new, let old, new > 0, old > 0 else { return nil }
            return log10(new / old)
        }
        func money(_ rupiah: Rupiah?) -> Double? { rupiah.map { Double($0.amount) } }
        let isSameUnit = now.unit == before.unit
        let changes: [(field: EnterpriseField, change: Double?)] = [
            (.output, change(money(now.output), money(before.output))),
            (.materials, change(money(now.materials), money(before.materials))),
            (.investment, change(money(now.investment), money(before.investment))),
            (.capacity, isSameUnit ? change(now.capacity, before.capacity) : nil),
            (.men, change(now.workers.map(Double.init), before.workers.map(Double.init))),
        ]
        return changes.compactMap { field, change in
            guard let change else { return nil }
            let powers = Int(change.rounded())
            guard (1...3).contains(abs(powers)), abs(change - Double(powers)) <= tolerance else { return nil }
            let others = changes.filter { $0.field != field }.compactMap(\.change)
            if field == .men, others.isEmpty { return nil }
            let along = others.filter { $0 * change > 0 && abs($0) >= abs(change) / 2 }
            return along.isEmpty ? Shift(field: field, powers: powers) : nil
        }
    }

    /// Half as much again, or a third less: what a year may change beside a slip.
    private static let tolerance = 0.18
}

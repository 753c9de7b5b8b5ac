import Foundation
public import Register

/// What an enterprise's figures say beside its own of another year.
public enum PastFigures {
    public struct Shift: Sendable, Equatable {
        public let field: EnterpriseField
        /// Powers of ten: 3 for a thousand times as much, -1 for a tenth.
        public let powers: Int

        /// "× 1000", "÷ 10".
        public var factor: String { (powers > 0 ? "× 1" : "÷ 1") + String(repeating: "0", count: abs(powers)) }
    }

    /// Figures that are ten, a hundred or a thousand times as much, or as little, as they were, near a whole power, where
    /// the people and the other figures did not go the same way: an enterprise that grew is none.
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
            guard field != .men, let change else { return nil }
            let powers = Int(change.rounded())
            guard (1...3).contains(abs(powers)), abs(change - Double(powers)) <= tolerance else { return nil }
            let others = changes.filter { $0.field != field }.compactMap(\.change)
            let along = others.filter { $0 * change > 0 && abs($0) >= abs(change) / 2 }
            return along.isEmpty ? Shift(field: field, powers: powers) : nil
        }
    }

    /// Half as much again, or a third less: what a year may change beside a slip.
    private static let tolerance = 0.18
}

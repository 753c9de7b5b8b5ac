/// A recorded amount of money in whole rupiah. Rates, prices per unit and computed figures are `Double`.
public struct Rupiah: Hashable, Comparable, Sendable {
    public let amount: Int64

    public init(_ amount: Int64) { self.amount = amount }

    public static func < (left: Rupiah, right: Rupiah) -> Bool { left.amount < right.amount }
}

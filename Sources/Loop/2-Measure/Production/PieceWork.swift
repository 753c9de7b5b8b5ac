/// Borongan: work paid by the piece or metre, turned into person-days by how many a worker makes in a day.
public struct PieceWork: Sendable, Hashable {
    /// Made in the period, ≥ 0.
    public let count: Double
    /// That one worker makes in a day of eight hours, > 0.
    public let perDay: Double
    /// Rupiah a piece, ≥ 0.
    public let pay: Double

    public init(_ count: Double, perDay: Double, pay: Double) {
        self.count = count
        self.perDay = perDay
        self.pay = pay
    }

    /// `count / perDay`, person-days (HOK).
    public var personDays: Double { count / perDay }

    /// `pay · perDay`: rupiah that a day's pieces bring, comparable with a daily wage.
    public var payPerDay: Double { pay * perDay }

    /// `count · pay`, rupiah.
    public var amount: Double { count * pay }

    var isPossible: Bool {
        let numbers = [count, perDay, pay, personDays, amount]
        return numbers.allSatisfy { $0.isFinite && $0 >= 0 && $0 <= HayamiWorksheet.largest } && perDay > 0
    }
}

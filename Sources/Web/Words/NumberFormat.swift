/// Writes numbers as people of a language do: 1.234.567,5 or 1,234,567.5.
public struct NumberFormat: Sendable {
    /// The marks as ASCII.
    let group: UInt8
    let decimal: UInt8

    /// A number with a fixed count of decimals, rounded half away from zero.
    ///
    /// - Parameter decimals: 0…6.
    /// - Returns: a minus is written `−`; a number beyond ± 10¹⁵ is written as it is, without groups.
    public func number(_ value: Double, decimals: Int = 0) -> String {
        let places = min(max(decimals, 0), Self.powers.count - 1)
        let scaled = (value * Self.powers[places]).rounded(.toNearestOrAwayFromZero)
        guard scaled.magnitude < 1e15 else { return "\(value)" }
        return text(Int(scaled), decimals: places)
    }

    public func integer(_ value: Int) -> String { text(value, decimals: 0) }

    /// A number with a sign: `+5,2`, `−5,2`; zero has none.
    public func signed(_ value: Double, decimals: Int) -> String {
        let text = number(value, decimals: decimals)
        let isZero = !text.contains { ("1"..."9").contains($0) }
        return value > 0 && !isZero ? "+" + text : text
    }

    /// A share as percent: 0.0433 is `4,3 %`.
    public func percent(_ share: Double, decimals: Int = 1) -> String {
        number(share * 100, decimals: decimals) + "\u{a0}%"
    }

    public func signedPercent(_ share: Double, decimals: Int = 1) -> String {
        signed(share * 100, decimals: decimals) + "\u{a0}%"
    }

    /// A number with three significant figures, for sentences.
    public func rough(_ value: Double) -> String {
        switch value.magnitude {
        case 100...: number(value)
        case 10..<100: number(value, decimals: 1)
        case 0.1..<10: number(value, decimals: 2)
        default: number(value, decimals: 3)
        }
    }

    /// A number on an axis, with as few decimals as it needs, three at most.
    func tick(_ value: Double) -> String {
        let decimals = (0...3).first { places in
            let scaled = value * Self.powers[places]
            return abs(scaled - scaled.rounded()) < 1e-6
        }
        return number(value, decimals: decimals ?? 3)
    }

    func range(_ range: ClosedRange<Int>) -> String {
        range.count == 1
            ? integer(range.lowerBound) : "\(integer(range.lowerBound))–\(integer(range.upperBound))"
    }

    private static let powers: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// Written from the last digit to the first, because a page has hundreds of numbers.
    private func text(_ value: Int, decimals: Int) -> String {
        var reversed: [UInt8] = []
        reversed.reserveCapacity(32)
        var rest = value.magnitude
        var place = 0
        repeat {
            if place == decimals, decimals > 0 { reversed.append(decimal) }
            if place > decimals, (place - decimals).isMultiple(of: 3) { reversed.append(group) }
            reversed.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
            place += 1
        } while rest > 0 || place <= decimals
        let digits = String(decoding: reversed.reversed(), as: UTF8.self)
        return value < 0 ? "−" + digits : digits
    }
}

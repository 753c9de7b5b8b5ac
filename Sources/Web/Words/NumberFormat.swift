/// Writes numbers as people of a language do: 1.234.567,5 or 1,234,567.5.
public struct NumberFormat: Sendable {
    let group: Character
    let decimal: Character

    /// A number with a fixed count of decimals, rounded half away from zero.
    ///
    /// - Parameter decimals: 0…6.
    /// - Returns: a minus is written `−`; a number beyond ± 10¹⁵ is written as it is, without groups.
    public func number(_ value: Double, decimals: Int = 0) -> String {
        let factor = Self.powers[min(max(decimals, 0), Self.powers.count - 1)]
        let scaled = (value * factor).rounded(.toNearestOrAwayFromZero)
        guard scaled.magnitude < 1e15 else { return "\(value)" }
        let (whole, rest) = Int(scaled.magnitude).quotientAndRemainder(dividingBy: Int(factor))
        var text = grouped(whole)
        if decimals > 0 {
            let digits = String(rest)
            text.append(decimal)
            text += String(repeating: "0", count: decimals - digits.count) + digits
        }
        return scaled < 0 ? "−" + text : text
    }

    public func integer(_ value: Int) -> String {
        (value < 0 ? "−" : "") + grouped(abs(value))
    }

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

    private func grouped(_ value: Int) -> String {
        let digits = String(value)
        guard digits.count > 3 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(group) }
            text.append(digit)
        }
        return text
    }
}

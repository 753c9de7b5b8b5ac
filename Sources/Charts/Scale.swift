// For the system's mathematics, which `rounded` needs when linked.
import Foundation

/// Where a number lies on a drawing: a straight line from a domain (the field's unit) to a range
/// (the drawing's unit), with the round numbers to write beside it.
public struct Scale: Sendable, Equatable {
    public let domain: ClosedRange<Double>
    /// Where the lower end of the domain lies.
    public let start: Double
    /// Where the upper end lies; less than `start` for an axis that grows upwards.
    public let end: Double
    /// Round numbers inside the domain, ascending.
    public let ticks: [Double]

    /// A scale of exactly this domain.
    public init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
        self.ticks = Scale.ticks(in: domain)
    }

    /// A scale whose domain is widened to the ticks around it, so that it ends in ticks.
    public init(around domain: ClosedRange<Double>, from start: Double, to end: Double) {
        let ticks = Scale.ticks(around: domain)
        let low = ticks.first ?? domain.lowerBound
        let high = ticks.last ?? domain.upperBound
        self.domain = min(low, domain.lowerBound)...max(high, domain.upperBound)
        self.start = start
        self.end = end
        self.ticks = ticks
    }

    /// `start + (value − low) / (high − low) · (end − start)`; the middle where low = high.
    public func position(of value: Double) -> Double {
        let width = domain.upperBound - domain.lowerBound
        guard width > 0 else { return (start + end) / 2 }
        return start + (value - domain.lowerBound) / width * (end - start)
    }
}

extension Scale {
    /// Round numbers inside a domain: multiples of 1, 2 or 5 times a power of ten.
    ///
    /// - Parameters:
    ///   - domain: finite.
    ///   - count: about how many are wanted, at least 1. There are never more than `count + 1`.
    /// - Returns: ascending, inside the domain; a single number for a domain without width; none
    ///   where the domain is too wide or too narrow for Double to tell its ticks apart.
    public static func ticks(in domain: ClosedRange<Double>, about count: Int = 5) -> [Double] {
        if domain.lowerBound == domain.upperBound { return [domain.lowerBound] }
        guard let step = Step(across: domain, about: count) else { return [] }
        let first = (domain.lowerBound / step.size - slack).rounded(.up)
        let last = (domain.upperBound / step.size + slack).rounded(.down)
        return stride(from: first, through: last, by: 1).map(step.multiple)
    }

    /// As `ticks(in:about:)`, with the tick before the domain and the tick after it where its ends
    /// are not ticks themselves.
    public static func ticks(
        around domain: ClosedRange<Double>, about count: Int = 5
    ) -> [Double] {
        if domain.lowerBound == domain.upperBound { return [domain.lowerBound] }
        guard let step = Step(across: domain, about: count) else { return [] }
        let first = (domain.lowerBound / step.size + slack).rounded(.down)
        let last = (domain.upperBound / step.size - slack).rounded(.up)
        return stride(from: first, through: last, by: 1).map(step.multiple)
    }

    /// The smallest domain that holds all the numbers that can be drawn; `nil` where there is none.
    static func domain(of numbers: [Double]) -> ClosedRange<Double>? {
        let numbers = numbers.filter(\.isFinite)
        guard let low = numbers.min(), let high = numbers.max() else { return nil }
        return low...high
    }

    /// A part of a step that counts as none: 0.3 / 0.1 falls just short of 3.
    private static var slack: Double { 1e-9 }
}

/// The distance between two ticks: 1, 2 or 5 times a power of ten.
private struct Step {
    let mantissa: Double
    let exponent: Int

    /// The smallest step that cuts the domain into at most `count` parts.
    init?(across domain: ClosedRange<Double>, about count: Int) {
        let width = domain.upperBound - domain.lowerBound
        let largest = max(abs(domain.lowerBound), abs(domain.upperBound))
        guard width.isFinite, width > largest * 1e-9, width > 1e-200, width < 1e200 else {
            return nil
        }
        // The power of two of the width bounds its power of ten from below; climb from there.
        // (A logarithm would be shorter, and may differ by a hair between systems.)
        let wanted = width / Double(max(count, 1))
        let lowest = Int((Double(wanted.exponent) * 0.30103).rounded(.down)) - 1
        for exponent in lowest... {
            for mantissa in [1.0, 2, 5] where scaled(mantissa, exponent) >= wanted {
                self.mantissa = mantissa
                self.exponent = exponent
                return
            }
        }
        return nil
    }

    var size: Double { scaled(mantissa, exponent) }

    func multiple(_ index: Double) -> Double {
        // `+ 0` turns −0 into 0, which a formatter would show with its sign.
        scaled(mantissa * index, exponent) + 0
    }
}

/// `value · 10^exponent`. Divides by a power of ten instead of multiplying by a tenth, so that
/// three tenths are 0.3 and not 0.30000000000000004.
private func scaled(_ value: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? value / power : value * power
}

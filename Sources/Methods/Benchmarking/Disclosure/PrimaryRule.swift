/// When a cell tells too much about one of those who contribute to it.
///
/// With `n` contributors, `x₁ ≥ x₂ ≥ …` what each gives and `X` their sum. A cell without contributors is never
/// sensitive: it says nothing about anybody's figure. That nobody is there may itself be a secret; then it is no
/// matter for these rules.
///
/// - Source: Hundepool et al. (2012), ch. 4.
public enum PrimaryRule: Sendable, Equatable {
    /// `n < units`. Usually 3: of two contributors, each knows the other.
    case threshold(units: Int)
    /// (n, k): the `largest` contributors together have more than `share` (0…1) of `X`. Usually 2 and 0.85.
    case dominance(largest: Int, share: Double)
    /// p %: `X − x₁ − x₂ < share · x₁`. The second contributor, who subtracts its own, would know the first within
    /// that share (0…1). Usually 0.15.
    case remainder(share: Double)
}

/// A rule that caught a cell, and by how much.
public struct Sensitivity: Sendable, Equatable {
    public let rule: PrimaryRule
    /// What the cell has: contributors; share of the largest; what is left after the two largest.
    public let found: Double
    /// Where the rule draws the line, in the same unit: `found` is below it, for dominance above it.
    public let limit: Double
}

/// The rules that catch a cell, in the order given; none when the cell is safe.
///
/// - Parameters:
///   - contributions: what each contributor gives, ≥ 0, in any order. Who gives zero is a contributor too.
///   - rules: each looks at the cell by itself.
/// - Throws: `.negative(cell:)` and `.notFinite(cell:)` with the number of the contributor, `.badRule`.
/// - Source: Hundepool et al. (2012), ch. 4.
public func sensitivities(
    of contributions: [Double], under rules: [PrimaryRule]
) throws(DisclosureError) -> [Sensitivity] {
    try checkAmounts(contributions)
    for rule in rules { try rule.check() }
    let ordered = contributions.sorted(by: >)
    return rules.compactMap { $0.sensitivity(ordered) }
}

/// By how much the sum of a cell must remain uncertain so that no contributor is known within a share:
/// `max(0, share · x₁ − (X − x₁ − x₂))`.
///
/// - Parameter share: that of the p % rule, 0…1.
/// - Returns: level of protection, in the unit of the contributions; 0 when the cell is safe by itself.
/// - Throws: as `sensitivities`.
/// - Source: Hundepool et al. (2012), ch. 4.
public func protectionLevel(
    of contributions: [Double], share: Double
) throws(DisclosureError) -> Double {
    try checkAmounts(contributions)
    try PrimaryRule.remainder(share: share).check()
    let ordered = contributions.sorted(by: >)
    return max(0, share * (ordered.first ?? 0) - rest(of: ordered))
}

extension PrimaryRule {
    fileprivate func check() throws(DisclosureError) {
        let makesSense =
            switch self {
            case .threshold(let units): units >= 1
            case .dominance(let largest, let share): largest >= 1 && (0...1).contains(share)
            case .remainder(let share): (0...1).contains(share)
            }
        if !makesSense { throw .badRule }
    }

    /// - Parameter ordered: contributions from the greatest to the least.
    fileprivate func sensitivity(_ ordered: [Double]) -> Sensitivity? {
        guard let greatest = ordered.first else { return nil }
        switch self {
        case .threshold(let units):
            let limit = Double(units)
            return ordered.count < units ? Sensitivity(rule: self, found: Double(ordered.count), limit: limit) : nil
        case .dominance(let largest, let share):
            let total = ordered.reduce(0, +)
            guard total > 0 else { return nil }
            let found = ordered.prefix(largest).reduce(0, +) / total
            return found > share ? Sensitivity(rule: self, found: found, limit: share) : nil
        case .remainder(let share):
            let (found, limit) = (rest(of: ordered), share * greatest)
            return found < limit ? Sensitivity(rule: self, found: found, limit: limit) : nil
        }
    }
}

/// What the third and all further contributors give: added, not subtracted, so that nothing is left of two alone.
private func rest(of ordered: [Double]) -> Double { ordered.dropFirst(2).reduce(0, +) }

/// Refuses the first amount that is none.
func checkAmounts(_ amounts: [Double]) throws(DisclosureError) {
    for (cell, amount) in amounts.enumerated() {
        guard amount.isFinite else { throw .notFinite(cell: cell) }
        guard amount >= 0 else { throw .negative(cell: cell) }
    }
}

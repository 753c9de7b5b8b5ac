/// Why figures cannot be examined for disclosure, and where. Everything counts from 0.
public enum DisclosureError: Error, Equatable, Sendable {
    /// No cells, or no rows.
    case empty
    /// The row is not as long as the first row.
    case ragged(row: Int)
    /// A figure below zero where only amounts make sense.
    case negative(cell: Int)
    /// A figure that is infinite or not a number.
    case notFinite(cell: Int)
    /// A relation without parts.
    case noParts(relation: Int)
    /// A relation, a list of sensitive cells or a bound names a cell that the table does not have.
    case unknownCell(Int)
    /// A cell is named twice in one relation, or is sensitive twice.
    case repeatedCell(Int)
    /// A published total is not the sum of its parts.
    case doesNotAddUp(relation: Int, total: Double, sum: Double)
    /// A level of protection that is negative or not a number.
    case badProtection(cell: Int)
    /// A rule or a requirement whose parameter makes no sense: fewer than one unit, a share outside 0…1.
    case badRule
    /// A sensitive cell is among those that must be published.
    case mustBeWithheld(cell: Int)
    /// What an attacker is said to know excludes the cell's own figure, or all amounts.
    case wrongKnowledge(cell: Int)
}

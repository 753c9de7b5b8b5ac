/// Rows that cannot be told apart by their quasi-identifiers.
public struct EquivalenceClass: Sendable, Equatable {
    /// The labels they share, one per quasi-identifier.
    public let labels: [String]
    /// Numbers of the rows, ascending.
    public let rows: [Int]
    /// How many different sensitive labels they have; `nil` where none were given.
    public let diversity: Int?
}

/// The classes of fewer than `k` rows: whoever knows these labels of a person has few candidates left.
///
/// - Parameters:
///   - rows: one list of labels per row (village, product, sex of the owner, size class …), all equally long.
///     A label that is not known is a label like any other.
///   - k: least size of a class, ≥ 1; usually 5.
/// - Returns: the classes that fail, in the order of their labels; none when the rows are k-anonymous.
/// - Throws: `.ragged(row:)`, `.badRule`.
/// - Source: Sweeney (2002).
public func classesWithoutAnonymity(
    _ rows: [[String]], k: Int = 5
) throws(DisclosureError) -> [EquivalenceClass] {
    guard k >= 1 else { throw .badRule }
    return try classes(rows).map { EquivalenceClass(labels: $0.labels, rows: $0.rows, diversity: nil) }
        .filter { $0.rows.count < k }
}

/// The classes with fewer than `l` different sensitive labels: whoever finds a person's class knows too much, however
/// large it is.
///
/// - Parameters:
///   - rows: as for `classesWithoutAnonymity`.
///   - sensitive: one label per row, such as a class of income.
///   - l: least number of different labels, ≥ 1.
/// - Returns: the classes that fail, in the order of their labels.
/// - Throws: `.ragged(row:)`, also when there are not as many sensitive labels as rows; `.badRule`.
/// - Source: Machanavajjhala et al. (2007), distinct l-diversity.
public func classesWithoutDiversity(
    _ rows: [[String]], sensitive: [String], l: Int
) throws(DisclosureError) -> [EquivalenceClass] {
    guard l >= 1 else { throw .badRule }
    guard sensitive.count == rows.count else { throw .ragged(row: min(sensitive.count, rows.count)) }
    return try classes(rows).map { labels, members in
        EquivalenceClass(labels: labels, rows: members, diversity: Set(members.map { sensitive[$0] }).count)
    }.filter { ($0.diversity ?? 0) < l }
}

private func classes(_ rows: [[String]]) throws(DisclosureError) -> [(labels: [String], rows: [Int])] {
    if let row = rows.firstIndex(where: { $0.count != rows[0].count }) { throw .ragged(row: row) }
    let grouped = Dictionary(grouping: rows.indices) { rows[$0] }
    return grouped.map { (labels: $0, rows: $1) }.sorted { $0.labels.lexicographicallyPrecedes($1.labels) }
}

import Register

/// The list of enterprises as somebody arranges it.
protocol ColumnWords: Sendable {
    func column(_ column: EnterpriseColumn) -> String
    var columnsHeading: String { get }
    var columnsLead: String { get }
    var columnsLegend: String { get }
    var columnsButton: String { get }
    /// In a cell of names where there is none.
    var noneOfThese: String { get }
    var sortedByNameOnly: String { get }
}

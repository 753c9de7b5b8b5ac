/// Cells that are shown as one; what they say stands in the first of them.
public struct SheetRange: Sendable, Equatable {
    /// From 1 on, the last one included.
    public let rows: ClosedRange<Int>
    public let columns: ClosedRange<Int>

    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}

import Exchange
import Register

/// The rows of a list that were not taken, as a workbook that can be mended and brought again.
struct ReturnedRows {
    let plan: ListPlan
    /// By row.
    let faults: [Int: [ListFault]]
    let words: any Words

    func workbook(of file: SheetFile) throws -> [UInt8] {
        let columns = plan.mapping.columns
        let headings = columns.map(\.heading) + [words.reasonColumn]
        var writer = try XLSXWriter(words.listsTitle, columns: headings.map { XLSXWriter.Column($0) })
        var bytes: [UInt8] = []
        try plan.forEachRow(of: file) { row in
            guard let own = faults[row.number] else { return }
            let cells = columns.map { column -> SheetCell in
                // A citizen number is given out by no file of ours.
                column.field == .ownerNIK || !row.cells.indices.contains(column.number - 1)
                    ? .empty : row.cells[column.number - 1]
            }
            let reasons = String(own.map { told($0) }.joined(separator: " ").prefix(8000))
            bytes += try writer.row(cells + [.text(reasons)])
        }
        return bytes + (try writer.finish())
    }

    private func told(_ fault: ListFault) -> String {
        let field = fault.field.map { words.field($0) + ": " } ?? ""
        return field + words.fault(fault)
    }
}

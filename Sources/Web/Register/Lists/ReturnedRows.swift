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
        var writer = XLSXWriter(
            sheet: words.listsTitle, header: columns.map(\.heading) + [words.reasonColumn])
        var bytes = writer.begin()
        try plan.forEachRow(of: file) { row in
            guard let own = faults[row.number] else { return }
            var cells = columns.map { column in
                // A citizen number is given out by no file of ours.
                column.field == .ownerNIK || !row.cells.indices.contains(column.number - 1)
                    ? .unknown : Self.cell(row.cells[column.number - 1])
            }
            cells.append(.text(own.map { told($0) }.joined(separator: " ")))
            bytes += writer.add(cells)
        }
        return bytes + writer.finish()
    }

    private func told(_ fault: ListFault) -> String {
        let field = fault.field.map { words.field($0) + ": " } ?? ""
        return field + words.fault(fault)
    }

    private static func cell(_ cell: SheetCell) -> XLSXWriter.Cell {
        switch cell {
        case .empty: .unknown
        case .text(let text), .fault(let text): .text(text)
        case .number(let number):
            number == number.rounded() && abs(number) < 1e15 ? .integer(Int(number)) : .number(number)
        case .date: .text(cell.shown)
        case .truth(let truth): .text(truth ? "ya" : "tidak")
        }
    }
}

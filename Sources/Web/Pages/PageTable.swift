public import Exchange
import HTML

/// A table of a page as values and finished words. The page, its CSV, its JSON and the command line show the same.
public struct PageTable: Sendable {
    public let caption: String
    public let columns: [Column]
    public let rows: [Row]

    public struct Column: Sendable {
        /// The name in CSV and JSON: English, with the unit, never translated.
        public let key: String
        /// `nil` for a column that only the data twins have.
        public let heading: String?
        public let unit: String?
        public let isNumber: Bool
        /// Where the heading leads: the same table in the order of this column.
        var address: String?
        /// `nil` where the table stands in another order.
        var sorting: Attribute.SortOrder?

        init(_ key: String, _ heading: String?, unit: String? = nil, isNumber: Bool = true) {
            self.key = key
            self.heading = heading
            self.unit = unit
            self.isNumber = isNumber
        }
    }

    public struct Row: Sendable {
        public let cells: [Cell]
        public let emphasis: Emphasis?
        /// A tick for a form below the table; `nil` where the row is not picked.
        var pick: Pick?
    }

    /// A tick before a row.
    struct Pick: Sendable {
        let name: String
        let value: String
        let label: String
        /// The id of the form to which it belongs.
        let form: String
    }

    /// Whose row it is.
    public enum Emphasis: String, Sendable {
        case home, other
    }

    public struct Cell: Sendable {
        public let value: Value
        /// The value as people read it.
        public let words: String
        /// A second, smaller line.
        public var note: String?
        public var address: String?
        /// Why the figure is doubtful, shown as a mark; `nil` where it is not.
        public var doubt: String?

        init(_ value: Value, _ words: String) {
            self.value = value
            self.words = words
        }

        /// A text.
        init(_ words: String) { self.init(.text(words), words) }

        func with(note: String? = nil, address: String? = nil, doubt: String? = nil) -> Cell {
            var cell = self
            cell.note = note ?? self.note
            cell.address = address ?? self.address
            cell.doubt = doubt ?? self.doubt
            return cell
        }
    }

    public enum Value: Sendable, Equatable {
        case text(String)
        case number(Double)
        case integer(Int)
        case unknown
    }

    /// The columns that a page shows, with their positions in the rows.
    var shown: [(index: Int, column: Column)] {
        columns.enumerated().filter { $0.element.heading != nil }
            .map { (index: $0.offset, column: $0.element) }
    }
}

extension PageTable {
    /// The table as comma-separated values with a decimal point.
    public func csv() -> [UInt8] {
        var writer = CSVWriter()
        writer.row(columns.map { .text($0.key) })
        for row in rows {
            writer.row(
                row.cells.map { cell in
                    switch cell.value {
                    case .text(let text): .text(text)
                    case .number(let number): .number(number)
                    case .integer(let integer): .integer(integer)
                    case .unknown: .unknown
                    }
                })
        }
        return writer.bytes
    }

    /// The table as a workbook, made while it is sent: the headings that people read, numbers as numbers.
    func writeWorkbook(to sink: inout ReplySink) async throws {
        let headings = columns.map { column in
            XLSXWriter.Column(
                [column.heading ?? column.key, column.unit.map { "(\($0))" }].compactMap(\.self)
                    .joined(separator: " "))
        }
        var writer = try XLSXWriter(caption, columns: headings)
        for row in rows {
            let bytes = try writer.row(row.cells.map { Self.sheetCell($0.value) })
            if !bytes.isEmpty { try await sink.send(bytes) }
        }
        try await sink.send(try writer.finish())
    }

    static func sheetCell(_ value: Value) -> SheetCell {
        switch value {
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .integer(let number): .number(Double(number))
        case .unknown: .empty
        }
    }

    /// The rows as a list of objects.
    public func json() -> JSON {
        .array(
            rows.map { row in
                .object(
                    zip(columns, row.cells).map { column, cell in
                        JSON.Member(column.key, Self.json(cell.value))
                    })
            })
    }

    private static func json(_ value: Value) -> JSON {
        switch value {
        case .text(let text): .string(text)
        case .number(let number): .number(number)
        case .integer(let integer): .integer(integer)
        case .unknown: .null
        }
    }

    /// The table as lines of text for a terminal: numbers to the right, words to the left.
    public func text() -> String {
        let shown = shown
        let heads = shown.map { $0.column.heading ?? "" }
        let lines = rows.map { row in shown.map { Self.plain(row.cells[$0.index]) } }
        let widths = shown.indices.map { index in
            ([heads] + lines).map { $0[index].count }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            cells.indices.map { index in
                let pad = String(repeating: " ", count: widths[index] - cells[index].count)
                return shown[index].column.isNumber ? pad + cells[index] : cells[index] + pad
            }.joined(separator: "  ").trimmingTrailingBlanks()
        }
        let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
        return ([line(heads), rule] + lines.map(line)).joined(separator: "\n")
    }

    private static func plain(_ cell: Cell) -> String {
        [cell.words + (cell.doubt == nil ? "" : "\u{a0}*"), cell.note.map { "(\($0))" }]
            .compactMap(\.self).joined(separator: " ")
    }
}

extension String {
    fileprivate func trimmingTrailingBlanks() -> String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}

import Foundation

/// Makes rows of the pieces of a sheet's part.
struct SheetReader {
    private let texts: SharedTexts
    private let styles: CellStyles
    /// Days between the workbook's first day and 30 December 1899.
    private let shift: Double
    private let limits: SheetLimits
    private var row = 0
    private var cells: [SheetCell] = []
    private var isInRow = false
    private var hasData = false
    private var hasEnded = false
    private var cell = Cell()
    private var text: [UInt8] = []
    private var isInValue = false

    /// A cell while it is read.
    private struct Cell {
        enum Kind { case number, shared, text, truth, fault, date }
        var kind = Kind.number
        var column = 0
        var style = 0
        var hasFormula = false
        var hasValue = false
        var isOpen = false
    }

    init(texts: SharedTexts, styles: CellStyles, shift: Double, _ limits: SheetLimits) {
        self.texts = texts
        self.styles = styles
        self.shift = shift
        self.limits = limits
    }

    mutating func take(_ piece: XMLPieces.Piece, _ body: (SheetRow) throws -> Void) throws {
        switch piece {
        case .text(let bytes):
            guard isInValue else { return }
            XMLText.append(bytes, to: &text)
        case .verbatim(let bytes):
            guard isInValue else { return }
            text.append(contentsOf: bytes)
        case .tag(let tag): return try take(tag, body)
        }
        guard text.count <= limits.cell else {
            throw SheetRefusal.cellTooLong(row: row, column: cell.column, limit: limits.cell)
        }
    }

    /// - Throws: `SheetRefusal.damaged` for a part that breaks off.
    func finish(_ part: String) throws {
        guard !isInRow, hasData, hasEnded else { throw SheetRefusal.damaged(part: part) }
    }

    private mutating func take(_ tag: XMLPieces.Tag, _ body: (SheetRow) throws -> Void) throws {
        if tag.isNamed("c") {
            if tag.isClosing { return try close() }
            try open(tag)
            if tag.isEmpty { try close() }
        } else if tag.isNamed("v") || tag.isNamed("t") {
            isInValue = cell.isOpen && !tag.isClosing && !tag.isEmpty
            if !tag.isClosing { cell.hasValue = true }
        } else if tag.isNamed("f") {
            cell.hasFormula = true
        } else if tag.isNamed("rPh") {
            // Only ever inside a text; its own `t` would be taken for the text's.
            cell.isOpen = tag.isClosing || tag.isEmpty
        } else if tag.isNamed("row") {
            if tag.isClosing { return try closeRow(body) }
            try openRow(tag)
        } else if tag.isNamed("sheetData") {
            hasData = true
        } else if tag.isNamed("worksheet") {
            hasEnded = tag.isClosing || tag.isEmpty
        }
    }

    private mutating func openRow(_ tag: XMLPieces.Tag) throws {
        // Rows are counted from 1; a zero says nothing.
        let said = tag.attribute("r").flatMap(Self.whole) ?? 0
        row = said > 0 ? said : row + 1
        guard row <= limits.rows else { throw SheetRefusal.damaged(part: "row \(row)") }
        let usual = cells.count
        cells = []
        cells.reserveCapacity(usual)
        cell = Cell()
        isInRow = !tag.isEmpty
    }

    private mutating func open(_ tag: XMLPieces.Tag) throws {
        let column = tag.attribute("r").flatMap(CellReference.column) ?? cell.column + 1
        guard column <= limits.columns else {
            throw SheetRefusal.tooManyColumns(row: row, limit: limits.columns)
        }
        cell = Cell()
        cell.isOpen = true
        cell.column = column
        cell.style = tag.attribute("s").flatMap(Self.whole) ?? 0
        text.removeAll(keepingCapacity: true)
        guard let kind = tag.attribute("t"), let first = kind.first else { return }
        switch (first, kind.count) {
        case (UInt8(ascii: "s"), 1): cell.kind = .shared
        case (UInt8(ascii: "b"), _): cell.kind = .truth
        case (UInt8(ascii: "e"), _): cell.kind = .fault
        case (UInt8(ascii: "d"), _): cell.kind = .date
        case (UInt8(ascii: "n"), _): cell.kind = .number
        default: cell.kind = .text
        }
    }

    private mutating func close() throws {
        isInValue = false
        guard cell.column > 0, isInRow else { return }
        let value = try value()
        cell.isOpen = false
        guard value != .empty else { return }
        while cells.count < cell.column { cells.append(.empty) }
        cells[cell.column - 1] = value
    }

    private mutating func value() throws -> SheetCell {
        // A formula that no program has computed yet says nothing of its value.
        if cell.hasFormula, !cell.hasValue || (text.isEmpty && cell.kind == .number) { return .fault("=") }
        guard !text.isEmpty else { return .empty }
        switch cell.kind {
        case .text, .date:
            WorkbookText.resolve(&text)
            return words()
        case .shared:
            let index = text.withUnsafeBufferPointer { Self.whole(CellText.trimmed($0)) }
            guard let content = index.flatMap({ texts[$0] }) else {
                throw SheetRefusal.damaged(part: "xl/sharedStrings.xml")
            }
            return content
        case .truth: return .truth(text == [UInt8(ascii: "1")] || text == Array("true".utf8))
        case .fault: return .fault(String(decoding: text, as: UTF8.self))
        case .number:
            guard let number = Self.number(text) else { return words() }
            return styles.isDate(cell.style) ? .date(number + shift) : .number(number)
        }
    }

    private func words() -> SheetCell {
        text.withUnsafeBufferPointer { bytes in
            let own = CellText.trimmed(bytes)
            return own.isEmpty ? .empty : .text(String(decoding: own, as: UTF8.self))
        }
    }

    private mutating func closeRow(_ body: (SheetRow) throws -> Void) throws {
        guard isInRow else { return }
        isInRow = false
        while case .empty? = cells.last { cells.removeLast() }
        guard !cells.isEmpty else { return }
        try body(SheetRow(number: row, cells: cells))
    }

    /// Digits without a sign; `nil` for anything else, and for what no sheet counts to.
    private static func whole(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard (1...15).contains(bytes.count) else { return nil }
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    /// `nil` for what is no finite number.
    private static func number(_ bytes: [UInt8]) -> Double? {
        if let whole = bytes.withUnsafeBufferPointer({ whole($0) }) { return Double(whole) }
        guard bytes.allSatisfy({ "0123456789.+-eE \n\r\t".utf8.contains($0) }) else { return nil }
        let text = bytes.withUnsafeBufferPointer { String(decoding: CellText.trimmed($0), as: UTF8.self) }
        return Double(text).flatMap { $0.isFinite ? $0 : nil }
    }
}

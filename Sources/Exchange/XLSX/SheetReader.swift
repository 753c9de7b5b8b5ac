import Foundation

/// Makes rows of the pieces of a sheet's part.
struct SheetReader {
    private let texts: [String]
    private let styles: CellStyles
    /// Days between the workbook's first day and 30 December 1899.
    private let shift: Double
    private let limits: SheetLimits
    private var row = 0
    private var cells: [SheetCell] = []
    private var isInRow = false
    private var hasData = false
    private var cell = Cell()
    private var isInValue = false

    /// A cell while it is read.
    private struct Cell {
        enum Kind { case number, shared, text, truth, fault, date }
        var kind = Kind.number
        var column = 0
        var style = 0
        var hasFormula = false
        var text = ""
        var isOpen = false
    }

    init(texts: [String], styles: CellStyles, shift: Double, _ limits: SheetLimits) {
        self.texts = texts
        self.styles = styles
        self.shift = shift
        self.limits = limits
    }

    mutating func take(_ piece: XMLPieces.Piece, _ body: (SheetRow) throws -> Void) throws {
        switch piece {
        case .text(let bytes):
            guard isInValue else { return }
            cell.text += XMLText.resolved(bytes)
            guard cell.text.utf8.count <= limits.cell else {
                throw SheetRefusal.cellTooLong(row: row, column: cell.column, limit: limits.cell)
            }
        case .tag(let tag): try take(tag, body)
        }
    }

    /// - Throws: `SheetRefusal.damaged` for a part that breaks off.
    func finish(_ part: String) throws {
        guard !isInRow, hasData else { throw SheetRefusal.damaged(part: part) }
    }

    private mutating func take(_ tag: XMLPieces.Tag, _ body: (SheetRow) throws -> Void) throws {
        if tag.isNamed("c") {
            if tag.isClosing { return try close() }
            try open(tag)
            if tag.isEmpty { try close() }
        } else if tag.isNamed("v") || tag.isNamed("t") {
            isInValue = cell.isOpen && !tag.isClosing && !tag.isEmpty
        } else if tag.isNamed("f") {
            cell.hasFormula = true
        } else if tag.isNamed("rPh") {
            // Only ever inside a text; its own `t` would be taken for the text's.
            cell.isOpen = tag.isClosing
        } else if tag.isNamed("row") {
            if tag.isClosing { return try closeRow(body) }
            row = tag.text("r").flatMap { Int($0) } ?? row + 1
            cells.removeAll(keepingCapacity: true)
            isInRow = !tag.isEmpty
        } else if tag.isNamed("sheetData") {
            hasData = true
        }
    }

    private mutating func open(_ tag: XMLPieces.Tag) throws {
        cell = Cell()
        cell.isOpen = true
        cell.column = tag.attribute("r").flatMap(Self.column) ?? cells.count + 1
        guard cell.column <= limits.columns else {
            throw SheetRefusal.tooManyColumns(row: row, limit: limits.columns)
        }
        cell.style = tag.text("s").flatMap { Int($0) } ?? 0
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

    /// `AB12` is in column 28.
    private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
        var column = 0
        for byte in reference {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte), column < 1 << 20 else { break }
            column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
        }
        return column > 0 ? column : nil
    }

    private mutating func close() throws {
        guard cell.column > 0 else { return }
        let value = try value()
        cell.isOpen = false
        isInValue = false
        guard value != .empty else { return }
        while cells.count < cell.column { cells.append(.empty) }
        cells[cell.column - 1] = value
    }

    private func value() throws -> SheetCell {
        switch cell.kind {
        case .text: return Self.words(cell.text)
        case .shared:
            guard !cell.text.isEmpty else { return .empty }
            guard let index = Int(cell.text), texts.indices.contains(index) else {
                throw SheetRefusal.damaged(part: "xl/sharedStrings.xml")
            }
            return Self.words(texts[index])
        case .truth: return cell.text.isEmpty ? .empty : .truth(cell.text == "1" || cell.text == "true")
        case .fault: return .fault(cell.text)
        case .date: return Self.words(cell.text)
        case .number:
            // A formula that no program has computed yet says nothing.
            guard !cell.text.isEmpty else { return cell.hasFormula ? .fault("=") : .empty }
            guard let number = Double(cell.text) else { return Self.words(cell.text) }
            return styles.isDate(cell.style) ? .date(number + shift) : .number(number)
        }
    }

    private static func words(_ text: String) -> SheetCell {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return .empty }
        guard first <= 0x20 || last <= 0x20 || first >= 0x80 || last >= 0x80 else { return .text(text) }
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return trimmed.isEmpty ? .empty : .text(trimmed)
    }

    private mutating func closeRow(_ body: (SheetRow) throws -> Void) throws {
        isInRow = false
        while cells.last == .empty { cells.removeLast() }
        guard !cells.isEmpty else { return }
        try body(SheetRow(number: row, cells: cells))
    }
}

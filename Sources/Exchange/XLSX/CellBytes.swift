/// The cells of a sheet's rows as XML. Made once for a sheet: what every cell repeats is kept as bytes.
struct CellBytes {
    private let letters: [[UInt8]]
    private let cell = Array("<".utf8) + Array("c r=\"".utf8)
    private let inline = Array("\" t=\"inlineStr\">".utf8)
    private let truth = Array("\" t=\"b\">".utf8)
    private let fault = Array("\" t=\"e\">".utf8)
    private let number = Array("\">".utf8)
    private let day = Array("\" s=\"\(WorkbookStyle.date.rawValue)\">".utf8)
    private let moment = Array("\" s=\"\(WorkbookStyle.moment.rawValue)\">".utf8)
    private let heading = Array("\" s=\"\(WorkbookStyle.heading.rawValue)\" t=\"inlineStr\">".utf8)
    private let textStart = Self.xml {
        $0.open("is")
        $0.open("t")
    }
    private let keptStart = Self.xml {
        $0.open("is")
        $0.open("t", ["xml:space": "preserve"])
    }
    private let textEnd = Self.xml {
        $0.close("t")
        $0.close("is")
        $0.close("c")
    }
    private let valueStart = Self.xml { $0.open("v") }
    private let valueEnd = Self.xml {
        $0.close("v")
        $0.close("c")
    }
    private let rowStart = Array("<".utf8) + Array("row r=\"".utf8)
    private let rowEnd = Self.xml { $0.close("row") }

    /// What Excel holds in a cell, in units of UTF-16.
    static let longestText = 32_767

    private static func xml(_ build: (inout XMLBytes) -> Void) -> [UInt8] {
        var xml = XMLBytes()
        build(&xml)
        return xml.bytes
    }

    init(columns: Int) { letters = (1...max(1, columns)).map { Array(Self.letters(of: $0).utf8) } }

    /// 28 is `AB`.
    static func letters(of column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    /// - Throws: `SheetRefusal.cellTooLong` for a text that no spreadsheet program would open.
    func append(_ cells: [SheetCell], row: Int, isHeading: Bool = false, to bytes: inout [UInt8]) throws(SheetRefusal) {
        bytes += rowStart
        Self.append(row, to: &bytes)
        bytes += number
        for (place, content) in cells.enumerated() where content != .empty {
            let before = bytes.count
            bytes += cell
            if place < letters.count { bytes += letters[place] } else { bytes += Self.letters(of: place + 1).utf8 }
            Self.append(row, to: &bytes)
            guard try append(content, isHeading, row: row, column: place + 1, to: &bytes) else {
                bytes.removeLast(bytes.count - before)
                continue
            }
        }
        bytes += rowEnd
    }

    /// - Returns: whether there was anything to write.
    private func append(
        _ content: SheetCell, _ isHeading: Bool, row: Int, column: Int, to bytes: inout [UInt8]
    ) throws(SheetRefusal) -> Bool {
        switch content {
        case .empty: return false
        case .text(let text):
            guard text.utf8.count <= Self.longestText || text.utf16.count <= Self.longestText else {
                throw .cellTooLong(row: row, column: column, limit: Self.longestText)
            }
            bytes += isHeading ? heading : inline
            append(text, to: &bytes)
        case .number(let value): return append(value, number, to: &bytes)
        case .date(let days) where !(0..<2_958_466).contains(days): return append(days, number, to: &bytes)
        case .date(let days): return append(days, days == days.rounded() ? day : moment, to: &bytes)
        case .truth(let value):
            bytes += truth
            bytes += valueStart
            bytes.append(value ? UInt8(ascii: "1") : UInt8(ascii: "0"))
            bytes += valueEnd
        // Only what a spreadsheet program calls a fault is one to it.
        case .fault(let name) where Self.faults.contains(name):
            bytes += fault
            bytes += valueStart
            XMLBytes.append(name, to: &bytes)
            bytes += valueEnd
        case .fault: return false
        }
        return true
    }

    private static let faults: Set = [
        "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!",
    ]

    private func append(_ text: String, to bytes: inout [UInt8]) {
        let utf8 = text.utf8
        let isKept = utf8.first.map { $0 <= 0x20 } ?? false || utf8.last.map { $0 <= 0x20 } ?? false
        bytes += isKept ? keptStart : textStart
        XMLBytes.append(text, to: &bytes)
        bytes += textEnd
    }

    /// What is no number is not known.
    private func append(_ value: Double, _ style: [UInt8], to bytes: inout [UInt8]) -> Bool {
        guard value.isFinite else { return false }
        bytes += style
        bytes += valueStart
        if let whole = Int(exactly: value), abs(whole) < 1 << 53, value != 0 || value.sign == .plus {
            if whole < 0 { bytes.append(UInt8(ascii: "-")) }
            Self.append(abs(whole), to: &bytes)
        } else {
            bytes += "\(value)".utf8
        }
        bytes += valueEnd
        return true
    }

    private static func append(_ number: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }
}

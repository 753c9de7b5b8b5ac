import Foundation
import Register

/// Where the columns of a mapping stand, by what they were taken for.
struct ColumnPlaces: Sendable {
    /// By the field's place in `EnterpriseField.allCases`; from 0 on, -1 for none.
    private var places: [Int]
    /// Those that are read.
    let all: [Int]
    private var scales: [Double]

    init(_ mapping: ColumnMapping) {
        places = Array(repeating: -1, count: EnterpriseField.allCases.count)
        scales = Array(repeating: 1, count: EnterpriseField.allCases.count)
        for column in mapping.columns {
            guard let field = column.field, places[field.place] < 0 else { continue }
            places[field.place] = column.number - 1
            scales[field.place] = column.scale
        }
        all = places.filter { $0 >= 0 }.sorted()
    }

    subscript(field: EnterpriseField) -> Int { places[field.place] }

    func scale(_ field: EnterpriseField) -> Double { scales[field.place] }
}

extension EnterpriseField {
    /// Its place in `allCases`: a case without values is kept as the byte that counts it. A dictionary would hash its
    /// name, thirty times a row.
    var place: Int { withUnsafeBytes(of: self) { Int($0[0]) } }
}

/// The cells of one row, read by what their columns were taken for; what is wrong is gathered on the way.
struct RowCells {
    let row: SheetRow
    let columns: ColumnPlaces
    let styles: ListStyles
    private(set) var faults: [ListFault] = []
    private(set) var doubts: [ListFault] = []

    init(_ row: SheetRow, _ columns: ColumnPlaces, _ styles: ListStyles) {
        self.row = row
        self.columns = columns
        self.styles = styles
    }

    func cell(_ field: EnterpriseField) -> SheetCell {
        let place = columns[field]
        return place >= 0 && place < row.cells.count ? row.cells[place] : .empty
    }

    /// Whether none of the columns that are read has anything.
    var isEmpty: Bool {
        columns.all.allSatisfy { place in
            guard place < row.cells.count else { return true }
            switch row.cells[place] {
            case .empty: return true
            case .text(let text): return text.utf8.allSatisfy { $0 == UInt8(ascii: " ") || (9...13).contains($0) }
            default: return false
            }
        }
    }

    /// A row of sums between or under the others: "Jumlah", "Total Kecamatan Kuta". An enterprise that is called so has
    /// an owner, a product or a number.
    var isSum: Bool {
        let text = row.cells.lazy.compactMap { if case .text(let text) = $0 { text } else { nil } }.first { $0 != "" }
        guard let text, let letter = text.utf8.first(where: { $0 != UInt8(ascii: " ") }),
            "jtsgJTSG".utf8.contains(letter)
        else { return false }
        let words = HeadingText.words(text.lowercased())
        let isSum =
            ["jumlah", "total", "subtotal"].contains(words.first)
            || [["sub", "total"], ["sub", "jumlah"], ["grand", "total"]].contains(Array(words.prefix(2)))
        return isSum && Self.ownWords.allSatisfy { raw($0) == nil }
    }

    /// What a row of sums does not say.
    private static let ownWords: [EnterpriseField] = [
        .owner, .ownerNIK, .nib, .licence, .street, .phone, .industry, .product,
    ]

    mutating func fault(
        _ field: EnterpriseField?, _ value: String, _ reason: ListFault.Reason, _ details: [String] = []
    ) {
        let column = field.map { columns[$0] }.flatMap { $0 >= 0 ? $0 + 1 : nil }
        let fault = ListFault(
            row: row.number, column: column, field: field,
            // A citizen number is not said back, wherever it stands.
            value: field == .ownerNIK ? "" : StrayNumbers.hidden(in: String(value.prefix(200))), reason: reason,
            details: details)
        if reason.isDoubt { doubts.append(fault) } else { faults.append(fault) }
    }

    func isFaulty(_ field: EnterpriseField) -> Bool { !faults.isEmpty && faults.contains { $0.field == field } }

    /// What stands in the cell, for saying it back.
    func shown(_ field: EnterpriseField) -> String { cell(field).shown }

    /// The text of a cell as it is; numbers as whole digits. `nil` for nothing, for signs that stand for nothing, and for
    /// what a formula failed at, which is a fault.
    mutating func raw(reporting field: EnterpriseField) -> String? {
        if case .fault(let text) = cell(field) {
            if !isFaulty(field) { fault(field, text, .formulaFault) }
            return nil
        }
        return raw(field)
    }

    func raw(_ field: EnterpriseField) -> String? {
        switch cell(field) {
        case .empty, .fault: return nil
        case .text(let text):
            let own = Self.withoutApostrophe(text)
            return Self.isNothing(own) ? nil : own
        case .number, .date, .truth: return shown(field)
        }
    }

    private static func isNothing(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        // Nearly every cell begins with a letter or a figure that no such sign begins with.
        let isLetter = (0x61...0x7A).contains(first | 0x20) && first | 0x20 != UInt8(ascii: "n")
        guard !isLetter, !(0x30...0x39).contains(first), text.utf8.count <= longestNothing else { return false }
        return nothing.contains(text.filter { !$0.isWhitespace }.lowercased())
    }

    private static let nothing: Set = ["", "-", "--", "---", "–", "—", "n/a", "na", "nihil", "?", "…", "..."]
    private static let longestNothing = 8

    /// An apostrophe before a figure keeps a spreadsheet from rounding it; it is no part of the text. The one before what a
    /// spreadsheet would compute was taken away where the file was read (`SheetText`).
    private static func withoutApostrophe(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: "'"), let second = text.utf8.dropFirst().first,
            (0x30...0x39).contains(second)
        else { return text }
        return String(text.dropFirst())
    }

    // MARK: - Texts

    mutating func text(_ field: EnterpriseField, limit: Int) -> String? {
        guard let text = raw(reporting: field) else { return nil }
        if Self.holdsCitizenNumber(text) {
            fault(field, "", .misplacedNIK)
            return nil
        }
        if text.utf8.count <= limit, Self.isTidy(text) { return text }
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard words.count <= limit else {
            fault(field, words, .tooLong, ["\(limit)"])
            return nil
        }
        return words
    }

    /// Sixteen digits that may be one, together or in groups with a blank between: kept here they would be kept in clear.
    private static func holdsCitizenNumber(_ text: String) -> Bool {
        guard text.utf8.count >= 16, text.utf8.count(where: { (0x30...0x39).contains($0) }) >= 16 else { return false }
        var digits: [UInt8] = []
        var last = UInt8(ascii: " ")
        for byte in text.utf8 + [UInt8(ascii: "\n")] {
            if (0x30...0x39).contains(byte) {
                digits.append(byte)
            } else if byte != UInt8(ascii: " ") || last == UInt8(ascii: " ") {
                // What is no citizen number is left in peace.
                if digits.count == 16, (try? NIK(String(decoding: digits, as: UTF8.self))) != nil { return true }
                digits.removeAll(keepingCapacity: true)
            }
            last = byte
        }
        return false
    }

    /// One blank between two words, nothing else that is white.
    private static func isTidy(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard (0x20..<0x80).contains(byte), byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != UInt8(ascii: " ")
    }

    mutating func name() -> String? {
        let name = text(.name, limit: 200)
        if name == nil || name?.contains(where: { $0.isLetter || $0.isNumber }) == false, !isFaulty(.name) {
            fault(.name, shown(.name), .nameMissing)
        }
        return name
    }

    /// - Parameter choices: by words in small letters without blanks and signs.
    mutating func choice<Value>(_ field: EnterpriseField, _ choices: [String: Value]) -> Value? {
        guard let text = raw(reporting: field) else { return nil }
        guard let value = choices[text] ?? choices[text.lowercased().filter { $0.isLetter || $0.isNumber }] else {
            fault(field, text, .notAChoice)
            return nil
        }
        return value
    }

    mutating func legalForm() -> LegalForm? {
        guard let text = raw(reporting: .legalForm) else { return nil }
        guard let form = LegalFormText.form(text) else {
            fault(.legalForm, text, .notAChoice)
            return nil
        }
        return form
    }

    mutating func papers() -> [EnterpriseField: String] {
        var papers: [EnterpriseField: String] = [:]
        for kind in Self.papers where columns[kind] >= 0 { papers[kind] = text(kind, limit: 200) }
        return papers
    }

    private static let papers: [EnterpriseField] = [.halal, .trademark, .testReport, .sni, .pirt]
}

import Foundation
public import Register

/// How a list is read: the sheet, its header, what the columns are, how they are written, and what is taken.
public struct ListPlan: Sendable, Equatable, Codable {
    /// 0 is the first sheet.
    public var sheet: Int
    public var sheetName: String
    public var header: ListHeader
    public var mapping: ColumnMapping
    public var styles: ListStyles
    /// Whether rows about which there is a doubt are taken too.
    public var takesDoubts: Bool

    /// Why a list cannot be planned; the raw value is the stable code.
    public enum Refusal: String, Error, Sendable {
        /// No row names columns that we know.
        case noHeader = "list-no-header"
        /// No column holds the name of the enterprise.
        case noName = "list-no-name"
        case noRows = "list-no-rows"
    }

    /// Looks through the sheets for a list, visible ones first.
    /// - Parameter remembered: how a list with this header was read the last time.
    /// - Throws: `Refusal`, `SheetRefusal`.
    public static func proposed(
        for file: SheetFile, remembered: (_ header: String) -> ListPlan?
    ) throws -> ListPlan {
        let order = file.sheets.indices.sorted {
            (file.sheets[$0].isHidden ? 1 : 0, $0) < (file.sheets[$1].isHidden ? 1 : 0, $1)
        }
        for sheet in order {
            let rows = try file.rows(of: sheet, first: 60)
            guard let header = ListHeader.find(in: rows) else { continue }
            if var known = remembered(header.fingerprint), known.header.headings == header.headings {
                known.sheet = sheet
                known.sheetName = file.sheets[sheet].name
                known.header = header
                for place in known.mapping.columns.indices where known.mapping.columns[place].reason != .none {
                    known.mapping.columns[place].reason = .remembered
                }
                return known
            }
            let samples = rows.filter { $0.number > header.lastRow }
            return ListPlan(
                sheet: sheet, sheetName: file.sheets[sheet].name, header: header,
                mapping: ColumnMapping.proposed(for: header, samples: samples), styles: ListStyles(), takesDoubts: false
            )
        }
        throw Refusal.noHeader
    }

    /// The rows under the header.
    public func forEachRow(of file: SheetFile, _ body: (SheetRow) throws -> Void) throws {
        try file.forEachRow(of: sheet) { row in
            // Millions of rows go by here before anybody could ask again whether they are still wanted.
            if row.number.isMultiple(of: 512) { try Task.checkCancellation() }
            if row.number > header.lastRow { try body(row) }
        }
    }

    /// Whether the list has figures and does not say of which year; without `styles.year` every row of them is faulty.
    public var wantsYear: Bool {
        mapping.column(.year) == nil
            && mapping.columns.contains { $0.field.map { $0.isYearly && $0 != .unit } ?? false }
    }

    /// Looks through all rows for how they are written. What somebody has answered stays.
    /// - Returns: how many rows there are.
    /// - Throws: `Refusal.noName`, `.noRows`.
    public mutating func survey(
        _ file: SheetFile, industries: Set<IndustryCode>, answers: [EnterpriseField: NumberStyle] = [:]
    ) throws -> Int {
        guard mapping.column(.name) != nil else { throw Refusal.noName }
        var survey = ListSurvey(mapping, industries: industries)
        try forEachRow(of: file) { survey.add($0) }
        guard survey.rows > 0 else { throw Refusal.noRows }
        let year = styles.year
        styles = survey.styles
        styles.year = year
        for (field, style) in answers { styles.numbers[field] = style }
        if let question = styles.question, answers[question.field] != nil { styles.question = nil }
        return survey.rows
    }

    /// What is told of figures that are shifted against the enterprise's own of another year.
    public func doubts(about slips: [PastFigures.Slip], in entry: ListEntry) -> [ListFault] {
        slips.map { slip in
            ListFault(
                row: entry.row, column: mapping.column(slip.shift.field)?.number, field: slip.shift.field,
                value: slip.now, reason: .farFromPast,
                details: [slip.shift.factor, "\(slip.since)", slip.before])
        }
    }

    /// What is usual among the enterprises of the list, from as many of its rows as tell enough.
    public func norms(of file: SheetFile, _ knowledge: ListKnowledge) throws -> FigureNorms {
        struct Enough: Error {}
        var reading = ListReading(mapping, styles, knowledge)
        var groups = FigureGroups()
        var count = 0
        do {
            try forEachRow(of: file) { row in
                if case .entry(let entry, _) = reading.read(row) { groups.add(entry) }
                count += 1
                if count == 50_000 { throw Enough() }
            }
        } catch is Enough {}
        return groups.summed()
    }
}

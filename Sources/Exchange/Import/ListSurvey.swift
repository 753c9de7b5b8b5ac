import Foundation
public import Register

/// What a whole list tells about how it is written: fed with every row once, before any is read. Its memory does not
/// grow with the list.
public struct ListSurvey: Sendable {
    private let mapping: ColumnMapping
    /// The columns that tell how numbers are written, from 0 on, with what they tell.
    private var figures: [(place: Int, field: EnterpriseField, evidence: StyleEvidence)]
    private let industry: Int?
    /// How many codes are known in one version of the classification only.
    private var onlyIn: [IndustryCode.Version: Int] = [:]
    private let industries: Set<IndustryCode>
    /// Codes as written, with the one version that knows them: lists name few and name them often.
    private var versions: [SheetCell: IndustryCode.Version?] = [:]
    public private(set) var rows = 0

    public init(_ mapping: ColumnMapping, industries: Set<IndustryCode>) {
        self.mapping = mapping
        self.industries = industries
        figures = Self.numeric.compactMap { field in
            mapping.column(field).map { ($0.number - 1, field, StyleEvidence()) }
        }
        industry = mapping.column(.industry).map { $0.number - 1 }
    }

    /// Figures whose texts tell how numbers are written.
    static let numeric: [EnterpriseField] = [.investment, .capacity, .output, .materials, .men, .women]

    public mutating func add(_ row: SheetRow) {
        rows += 1
        for index in figures.indices where figures[index].place < row.cells.count {
            if case .text(let text) = row.cells[figures[index].place] {
                figures[index].evidence.add(text, .init(figures[index].field))
            }
        }
        if let industry, industry < row.cells.count { countVersion(row.cells[industry]) }
    }

    private mutating func countVersion(_ cell: SheetCell) {
        if versions[cell] == nil, versions.count < 10_000 { versions[cell] = .some(onlyVersion(of: cell)) }
        if let version = versions[cell, default: nil] { onlyIn[version, default: 0] += 1 }
    }

    private func onlyVersion(of cell: SheetCell) -> IndustryCode.Version? {
        guard let digits = IndustryText.digits(cell) else { return nil }
        let known = IndustryCode.Version.allCases.filter { version in
            IndustryText.code(digits, version, industries) != nil
        }
        return known.count == 1 ? known[0] : nil
    }

    /// How the list is to be read, as far as it tells.
    public var styles: ListStyles {
        var styles = ListStyles()
        // One hand writes one list: where a column says nothing, the others speak for it.
        var all = StyleEvidence()
        for field in Self.numeric {
            guard let own = evidence(field) else { continue }
            all.indonesian += own.indonesian
            all.english += own.english
        }
        for field in Self.numeric { styles.numbers[field] = evidence(field)?.style ?? all.style }
        // People and rupiah come in whole: three digits behind a sign are thousands. Of a capacity nobody knows.
        let open = Self.numeric.first { field in
            field == .capacity && styles.numbers[field] == nil && (evidence(field)?.undecided ?? 0) > 0
        }
        styles.question = open.map { ($0, evidence($0)?.example ?? "1.200") }.map {
            ListStyles.Question(field: $0.0, example: $0.1)
        }
        styles.industries = version
        return styles
    }

    private func evidence(_ field: EnterpriseField) -> StyleEvidence? {
        figures.first { $0.field == field }?.evidence
    }

    /// Which version the heading names or, where it names none, most of the codes belong to.
    private var version: IndustryCode.Version {
        let named = mapping.column(.industry).flatMap { column in
            IndustryCode.Version.allCases.first { column.heading.contains("\($0.rawValue)") }
        }
        return named ?? ((onlyIn[.kbli2025] ?? 0) > (onlyIn[.kbli2020] ?? 0) ? .kbli2025 : .kbli2020)
    }
}

/// How a list is written.
public struct ListStyles: Sendable, Equatable, Codable {
    /// What nobody but the office can say.
    public struct Question: Sendable, Equatable, Codable {
        public let field: EnterpriseField
        /// A number that reads as two.
        public let example: String
    }

    public var numbers: [EnterpriseField: NumberStyle] = [:]
    /// Of codes that both versions have.
    public var industries = IndustryCode.Version.kbli2020
    public var question: Question?
    /// Of the figures of a list that has no column for it; somebody says it.
    public var year: Int?

    public init() {}
}

/// A code of an industry as lists write it: `13134`, `13134 - Batik`, `KBLI 13134`.
enum IndustryText {
    static func digits(_ cell: SheetCell) -> String? {
        switch cell {
        case .number(let number):
            guard number == number.rounded(), (10...99_999).contains(number) else { return nil }
            // A spreadsheet takes the zero away from `01111`.
            return "\(Int(number))"
        case .text(let text): return digits(text)
        default: return nil
        }
    }

    static func digits(_ text: String) -> String? {
        // What our own exports write: the version, a colon, the code.
        let parts = text.split(separator: ":")
        if parts.count == 2, Int(parts[0]).map({ [2020, 2025].contains($0) }) == true {
            return digits(String(parts[1]))
        }
        let start = text.drop { !$0.isNumber }
        let digits = start.prefix { $0.isNumber }
        guard (2...5).contains(digits.utf8.count), !start.dropFirst(digits.count).contains(where: \.isNumber) else {
            return nil
        }
        return String(digits)
    }

    /// The code that these digits are in a version.
    static func code(_ digits: String, _ version: IndustryCode.Version, _ known: Set<IndustryCode>) -> IndustryCode? {
        if let code = IndustryCode(version, digits), known.contains(code) { return code }
        // A spreadsheet makes `1111` of `01111`.
        return IndustryCode(version, "0" + digits).flatMap { known.contains($0) ? $0 : nil }
    }

    /// The version that a text names itself; `nil` where it names none.
    static func version(_ text: String) -> IndustryCode.Version? {
        let parts = text.split(separator: ":")
        return parts.count == 2 ? Int(parts[0]).flatMap(IndustryCode.Version.init) : nil
    }
}

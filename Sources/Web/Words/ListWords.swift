import Exchange
import Register

/// Bringing a list, checking it, entering it, taking it back. Numbers come in as finished text.
protocol ListWords: Sendable {
    var listsTitle: String { get }
    var listsQuestion: String { get }
    var listsLead: String { get }
    var listFileField: String { get }
    func listFileHint(megabytes: String) -> String
    var listUpload: String { get }
    var listsBrought: String { get }
    var listsNone: String { get }
    var listFileHeading: String { get }
    var listStandingHeading: String { get }
    var listBroughtHeading: String { get }
    func listStanding(_ standing: OfficeList.Standing) -> String
    var listFileMissing: String { get }
    func listWorking(_ kind: String) -> String
    func listFailed(_ code: String) -> String
    /// That somebody has stopped a job about it, and what became of it.
    func listStopped(_ kind: String) -> String
    /// What a check found, in one sentence.
    func listChecked(_ counts: ListFigures) -> String
    func listLeftOut(_ counts: ListFigures) -> String
    func listEntered(_ counts: ListFigures) -> String
    /// Rows whose year was filled in by form, once entered; `locked` of them, `nil` for none.
    func listYearsEntered(_ count: String, locked: String?) -> String
    /// The same before they are entered.
    func listYearsToPass(_ count: String, locked: String?) -> String
    /// Of new rows, those that may be in the register already.
    func listLikely(_ count: String) -> String
    /// New rows that were not held against the register.
    func listUnsought(_ count: String) -> String
    var listTwinsHeading: String { get }
    var listTwinsLead: String { get }
    var listTwinsFile: String { get }
    var listTwinName: String { get }
    var listTwinKnown: String { get }
    func listUndone(_ counts: ListFigures) -> String
    var listNothingWrong: String { get }
    var listEnter: String { get }
    var listUndo: String { get }
    var listLayAside: String { get }
    var listCheck: String { get }
    var listCheckAgain: String { get }
    var listTakeDoubts: String { get }
    var listColumnsHeading: String { get }
    func listColumnsLead(sheet: String, row: String) -> String
    var listColumnHeading: String { get }
    var listFieldHeading: String { get }
    var listReasonHeading: String { get }
    var listIgnored: String { get }
    func listReason(_ reason: ColumnMapping.Reason) -> String
    func listScale(_ scale: String) -> String
    var listYearQuestion: String { get }
    var listSample: String { get }
    func listStyleQuestion(_ field: String, example: String) -> String
    func listStyle(_ style: NumberStyle, example: String) -> String
    var listFaultsHeading: String { get }
    func listFaultsShown(_ shown: String) -> String
    var rowHeading: String { get }
    var valueShownHeading: String { get }
    var whatHeading: String { get }
    func fault(_ fault: ListFault) -> String
    var listFaultFile: String { get }
    var listReturned: String { get }
    var reasonColumn: String { get }
    func listReceipt(size: String, sha256: String) -> String
    var listAgain: String { get }
}

/// A figure of the register as a sentence names it: money, people, or a capacity.
func past(_ text: String, _ field: EnterpriseField?, people: String, in numbers: NumberFormat) -> String {
    guard let value = Double(text) else { return text }
    return switch field {
    case .men: "\(numbers.number(value)) \(people)"
    case .capacity: numbers.number(value, decimals: value == value.rounded() ? 0 : 2)
    default: "Rp\u{a0}" + numbers.number(value)
    }
}

/// The counts of a list as finished text.
struct ListFigures: Sendable {
    let rows: String
    let new: String
    let changed: String
    let unchanged: String
    let faulty: String
    let doubtful: String
    let kept: String

    init(_ counts: ListCounts, _ numbers: NumberFormat) {
        rows = numbers.integer(counts.rows)
        new = numbers.integer(counts.new)
        changed = numbers.integer(counts.changed)
        unchanged = numbers.integer(counts.unchanged)
        faulty = numbers.integer(counts.faulty)
        doubtful = numbers.integer(counts.doubtful)
        kept = numbers.integer(counts.kept)
    }
}

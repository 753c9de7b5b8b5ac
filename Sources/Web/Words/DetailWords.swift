import Measure
import Register

/// What hangs on one enterprise: certificates, products, workers, equipment. Numbers and days come in as finished text.
protocol DetailWords: Sendable {
    func detail(_ kind: DetailKind) -> String
    func detailField(_ field: DetailField) -> String
    /// The unit behind a field's name; `nil` for none.
    func detailUnit(_ field: DetailField) -> String?
    func detailHint(_ field: DetailField) -> String?

    func detailsHeading(_ kind: DetailKind) -> String
    func detailsNone(_ kind: DetailKind) -> String
    func detailsCaption(_ kind: DetailKind, _ count: String) -> String
    var skillsHeading: String { get }
    /// Instead of an act, where no rule is known to us.
    var asPrinted: String { get }
    func newDetail(_ kind: DetailKind) -> String
    func changeDetail(_ kind: DetailKind) -> String
    /// What stands in a choice that somebody has to make.
    var choose: String { get }
    var detailSave: String { get }
    func removeDetail(_ kind: DetailKind) -> String
    var putBack: String { get }
    func detailRemoved(_ kind: DetailKind, _ name: String) -> String
    var removedHeading: String { get }
    func removedOn(_ day: String) -> String
    var keptNowHeading: String { get }
    func ofEnterprise(_ name: String) -> String
    var detailUnknown: String { get }
    var detailGone: String { get }
    var sameGroupIsThere: String { get }
    func badDetail(_ field: DetailField) -> String

    var takePaperOver: String { get }
    func paperLead(_ text: String) -> String
    var expiresHeading: String { get }
    var renewFromHeading: String { get }
    var renewalHeading: String { get }
    var actHeading: String { get }
    var noRenewal: String { get }
    var withoutEnd: String { get }
    func renewal(_ state: RenewalState, days: String) -> String
    var certificatesComputed: String { get }

    /// Food and drink without a halal certificate; `isDuty` once the day has come.
    func legalSizeName(_ size: LegalSize) -> String
    func halalDuty(_ size: String, from day: String, days: String, isDuty: Bool) -> String

    func workforceAnswer(_ told: ToldWorkforce) -> String
    var personDaysHeading: String { get }
    var personDaysUnit: String { get }
    func ladderHeading(_ line: String) -> String
    func ladderCaption(_ line: String) -> String
    func ladderLowest(_ stage: String, level: String) -> String
    var ladderUnknown: String { get }
    func ladderLevel(_ number: String, _ name: String) -> String
    var equipmentThere: String { get }
}

/// The workers of an enterprise; finished text, `nil` where there are none to divide by.
struct ToldWorkforce: Sendable {
    let total: String
    let women: String?
    let unpaid: String?
    let womenLeading: String?
    /// HOK in a month; `nil` where hours or days of a group are not known.
    let personDays: String?
}

/// The stable names of what details are made of, in words.
protocol MakingWords: Sendable {
    func certificateKind(_ kind: CertificateKind) -> String
    func stage(_ stage: ProcessStage) -> String
    func processLine(_ line: ProcessLine) -> String
    func subsector(_ subsector: CreativeSubsector) -> String
    func level(_ level: TechnologyLevel) -> String
    func pay(_ pay: WorkerGroup.Pay) -> String
    func position(_ position: WorkerGroup.Position) -> String
    func stageGroup(_ branch: IndustryBranch?) -> String
}

/// The renewal calendar of an office.
protocol CertificateWords: Sendable {
    var calendarTitle: String { get }
    var calendarQuestion: String { get }
    func calendarAnswer(toRenew: String, expired: String, notKnown: String) -> String
    func calendarShown(_ count: String, isMore: Bool) -> String
    var calendarNone: String { get }
    var calendarEmpty: String { get }
    var calendarCaption: String { get }
    /// The same from the other end.
    var calendarCaptionBackwards: String { get }
    var calendarFile: String { get }
    var standingField: String { get }
    func standing(_ standing: CalendarStanding) -> String
    var monthsField: String { get }
    var holderHeading: String { get }
    func moreThan(_ count: String) -> String
    func beginRenewal(_ kind: String, of holder: String) -> String
    func lastDay(_ kind: String, of holder: String) -> String
    func calendarText(_ number: String?, ends day: String, act: String?) -> String
}

/// What a calendar is asked for, as addresses write it.
enum CalendarStanding: String, CaseIterable {
    case renew, expired, within
    case notKnown = "not-known"
    case all
}

extension Words {
    /// A text of a detail as people read it.
    func told(_ text: String, _ field: DetailField) -> String {
        switch field.form {
        case .line: text
        case .lines: text.split(separator: "\n").joined(separator: ", ")
        case .day: CalendarDay(text).map { CalendarFormat(language: language, time: .wib).day($0) } ?? text
        case .whole where field == .boughtYear: text
        case .whole: Int(text).map { language.numbers.integer($0) } ?? text
        case .number: Double(text).map { plain($0) } ?? text
        case .choice: choice(text, field)
        }
    }

    /// With as many decimals as it has, two at most.
    private func plain(_ value: Double) -> String {
        let decimals = (0...2).first { places in
            let scaled = value * [1, 10, 100][places]
            return abs(scaled - scaled.rounded()) < 1e-6
        }
        return language.numbers.number(value, decimals: decimals ?? 2)
    }

    /// One of the choices of a field; what a later version wrote is shown as it is written.
    private func choice(_ text: String, _ field: DetailField) -> String {
        let known: String? =
            switch field {
            case .certificateKind: CertificateKind(rawValue: text).map(certificateKind)
            case .processLine: ProcessLine(rawValue: text).map(processLine)
            case .subsector: CreativeSubsector(rawValue: text).map(subsector)
            case .workerSex: Sex(rawValue: text).map(sex)
            case .pay: WorkerGroup.Pay(rawValue: text).map(pay)
            case .position: WorkerGroup.Position(rawValue: text).map(position)
            case .stage: ProcessStage(rawValue: text).map(stage)
            case .level: Int(text).flatMap(TechnologyLevel.init).map(level)
            case .sheetPeriod: ProductWorksheet.Period(rawValue: text).map(sheetPeriod)
            case .otherInputsPer: ProductWorksheet.OthersPer(rawValue: text).map(othersPer)
            default: nil
            }
        return known ?? text
    }
}

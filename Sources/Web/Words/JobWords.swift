import Register
import Storage

/// Work that takes longer than a page, and the installation itself.
protocol JobWords: Sendable {
    var wholeInstallation: String { get }
    func linkPurpose(_ purpose: OneTimeLink.Purpose) -> String
    func outcome(isRefused: Bool) -> String
    func outcome(_ outcome: String, because reason: String) -> String

    var jobsQuestion: String { get }
    var jobsIdle: String { get }
    func jobsUnderWay(_ count: String) -> String
    var jobsNone: String { get }
    var jobsCaption: String { get }
    /// - Parameter kind: a kind of a later version is called as it is written.
    func jobKind(_ kind: String) -> String
    func jobState(_ job: Job) -> String
    var jobAskHeading: String { get }
    func jobAsk(_ kind: String) -> String
    func jobExplained(_ kind: String) -> String
    var jobKindHeading: String { get }
    var jobStateHeading: String { get }
    var jobAskedHeading: String { get }
    var jobAskerHeading: String { get }
    var jobStartedHeading: String { get }
    var jobEndedHeading: String { get }
    var jobOutcomeHeading: String { get }
    func progress(_ done: String, of wanted: String) -> String
    func progress(_ done: String) -> String
    var notStarted: String { get }
    func secondsLeft(_ seconds: String) -> String
    func minutesLeft(_ minutes: String) -> String
    var almostDone: String { get }
    var progressLabel: String { get }
    func jobRefreshing(_ seconds: String) -> String
    var jobStopRefreshing: String { get }
    var jobRefresh: String { get }
    var jobCancel: String { get }
    func jobFailed(code: String) -> String
    func booksChecked(_ count: String, lines: String) -> String
    var booksHold: String { get }
    func bookBroken(_ office: String, number: String) -> String
    /// - Parameter removed: how many old ones went; `nil` for none.
    func backupDone(_ file: String, megabytes: String, removed: String?) -> String

    var operationsQuestion: String { get }
    var backupNever: String { get }
    /// - Parameter days: whole days since then; `nil` within the first.
    func backupLast(_ instant: String, days: String?) -> String
    func keysPresent(_ number: String) -> String
    var keysMissing: String { get }
    var versionHeading: String { get }
    var engineHeading: String { get }
    func engine(_ engine: Installation.Engine) -> String
    var schemaHeading: String { get }
    var accountsHeading: String { get }
    var booksHeading: String { get }
    var booksLead: String { get }
    var booksCaption: String { get }
    var linesHeading: String { get }
    var healthHeading: String { get }
    var healthLead: String { get }
}

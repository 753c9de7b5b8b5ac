import Register
import Storage

extension English: JobWords {
    var wholeInstallation: String { "Whole installation" }
    func linkPurpose(_ purpose: OneTimeLink.Purpose) -> String {
        switch purpose {
        case .firstAdministrator: "first administrator"
        case .invitation: "invitation"
        case .reset: "new password"
        }
    }
    func outcome(isRefused: Bool) -> String { isRefused ? "refused" : "answered" }
    func outcome(_ outcome: String, because reason: String) -> String { "\(outcome), because \(reason)" }

    var jobsQuestion: String { "What is the machine working on?" }
    var jobsIdle: String { "No job is waiting or running." }
    func jobsUnderWay(_ count: String) -> String { "Waiting or running: \(count)." }
    var jobsNone: String { "No job was ever asked for." }
    var jobsCaption: String { "The last jobs, the newest on top" }
    func jobKind(_ kind: String) -> String {
        switch kind {
        case "audit": "Check of the trail"
        case "backup": "Backup"
        case "list-check": "Check a list"
        case "list-enter": "Enter a list"
        case "list-undo": "Take a list back"
        case "twins-find": "Look for duplicates"
        default: kind
        }
    }
    func jobState(_ job: Job) -> String {
        switch job.state {
        case .waiting: "Waiting its turn"
        case .running: job.isCancelWanted ? "Being stopped" : "Running"
        case .done: "Done"
        case .failed: "Failed"
        case .cancelled: "Cancelled"
        }
    }
    var jobAskHeading: String { "Ask for a job" }
    func jobAsk(_ kind: String) -> String {
        switch kind {
        case "audit": "Check the trail now"
        case "backup": "Make a backup now"
        default: kind
        }
    }
    func jobExplained(_ kind: String) -> String {
        switch kind {
        case "audit": "Reads every book of events and checks that no line was altered or is missing."
        case "backup": "Copies the whole database to the folder of backups. Pages can be used meanwhile."
        default: kind
        }
    }
    var jobKindHeading: String { "Job" }
    var jobStateHeading: String { "State" }
    var jobAskedHeading: String { "Asked for" }
    var jobAskerHeading: String { "By" }
    var jobStartedHeading: String { "Started" }
    var jobEndedHeading: String { "Ended" }
    var jobOutcomeHeading: String { "Outcome" }
    func progress(_ done: String, of wanted: String) -> String { "\(done) of \(wanted)" }
    func progress(_ done: String) -> String { "\(done) so far" }
    var notStarted: String { "Not started yet." }
    func secondsLeft(_ seconds: String) -> String { "about \(seconds) seconds left" }
    func minutesLeft(_ minutes: String) -> String { "about \(minutes) minutes left" }
    var almostDone: String { "almost done" }
    var progressLabel: String { "Progress" }
    func jobRefreshing(_ seconds: String) -> String { "This page loads anew every \(seconds) seconds." }
    var jobStopRefreshing: String { "Stop loading anew" }
    var jobRefresh: String { "Load anew" }
    var jobCancel: String { "Cancel" }
    func jobFailed(code: String) -> String {
        switch code {
        case "unknown-kind": "Failed: this server is not set up for that job. For backups, set their folder."
        case "too-many-tries": "Failed: it was cut off again and again. Tell whoever runs this."
        case "disk-full": "Failed: the disk is full. Make room, then ask again."
        case "backup-cannot-write": "Failed: the folder of backups cannot be written. Look at it, then ask again."
        case "database-busy": "Failed: the database is in use. Ask again in a moment."
        default: "Failed (\(code)). Ask again; if it fails again, give this code to whoever runs this."
        }
    }
    func booksChecked(_ count: String, lines: String) -> String { "Books checked: \(count), lines: \(lines)." }
    var booksHold: String { "Every chain holds." }
    func bookBroken(_ office: String, number: String) -> String {
        "⚠ The chain of the book \(office) is broken at number \(number)."
    }
    func backupDone(_ file: String, megabytes: String, removed: String?) -> String {
        "\(file), \(megabytes) MB." + (removed.map { " Old backups whose time was over, removed: \($0)." } ?? "")
    }

    var operationsQuestion: String { "How is this installation?" }
    var backupNever: String {
        "⚠ There has never been a backup. Ask for one on the page of jobs, and keep a copy elsewhere."
    }
    func backupLast(_ instant: String, days: String?) -> String {
        "The last backup was done \(instant)" + (days.map { $0 == "1" ? ", 1 day ago." : ", \($0) days ago." } ?? ".")
    }
    func keysPresent(_ number: String) -> String {
        "The keys of personal data are present; number \(number) seals now."
    }
    var keysMissing: String {
        "⚠ The keys of personal data are missing: personal data can be neither read nor written."
    }
    var versionHeading: String { "Version" }
    var engineHeading: String { "Database" }
    func engine(_ engine: Installation.Engine) -> String {
        switch engine {
        case .sqlite: "SQLite (one file)"
        case .postgres: "PostgreSQL"
        }
    }
    var schemaHeading: String { "Schema" }
    var accountsHeading: String { "Accounts" }
    var booksHeading: String { "Books of events" }
    var booksLead: String {
        "Note the end of a book outside this installation, such as in the monthly minutes. Later it proves that no line "
            + "before it was altered."
    }
    var booksCaption: String { "Where each book ends" }
    var linesHeading: String { "Lines" }
    var healthHeading: String { "For programs that watch" }
    var healthLead: String { "These two addresses say in a word whether the program lives and its database answers:" }
}

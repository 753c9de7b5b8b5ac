import Compare
import Exchange
import Measure
import Server
import Storage

/// The words of the command itself, in one language. Answers bring their own.
protocol CommandWords {
    func progress(_ step: Preparation.Step) -> String
    var factsNotFound: String { get }
    var factsRefused: String { get }
    func more(_ count: Int) -> String
    func place(_ problem: FactProblem) -> String
    func reason(_ reason: FactProblem.Reason) -> String
    func databaseCannotOpen(_ path: String, _ reason: String) -> String
    var databaseAddressUnread: String { get }
    func databaseIsForeign(_ path: String) -> String
    func cannotListen(_ place: String, _ reason: String) -> String
    func portTaken(next: Int) -> String
    var fine: String { get }
    var wrong: String { get }
    func subject(_ subject: Server.Doctor.Finding.Subject) -> String
    func counts(_ counts: FactCounts) -> String
    func databaseMissing(_ path: String) -> String
    func remedy(_ trouble: Server.Doctor.Trouble) -> String
    var computing: String { get }
    func cannotRead(_ file: String) -> String
    func notAColumn(_ text: String) -> String
    func figuresRefused(_ file: String) -> String
    func place(_ problem: FigureProblem) -> String
    func reason(_ reason: FigureProblem.Reason) -> String
    func refusal(_ refusal: FrontierRefusal) -> String
    func backupMade(_ backup: Backup) -> String
    func backupsRemoved(_ count: Int) -> String
    func backupHolds(_ backup: Backup) -> String
    func restored(_ backup: Backup, to place: String, aside: String?) -> String
    func refusal(_ refused: BackupRefused) -> String
    func trouble(_ refusal: StoreRefusal) -> String
}

extension CommandWords {
    /// A fault of a file of figures: its place, what stands there, why it cannot be used and what helps.
    func line(_ problem: FigureProblem) -> String {
        let place = place(problem)
        let value = problem.value.map { " “\($0.prefix(60))”" } ?? ""
        return (place.isEmpty ? "" : "\(place):\(value) ") + reason(problem.reason)
    }
}

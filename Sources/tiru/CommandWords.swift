import Compare
import Exchange
import Measure
import Register
import Server
import Storage

/// The words of the command itself, in one language. Answers bring their own.
protocol CommandWords: Sendable {
    func progress(_ step: Preparation.Step) -> String
    func sampleEntered(_ count: Int) -> String
    var factsNotFound: String { get }
    var factsRefused: String { get }
    func more(_ count: Int) -> String
    func place(_ problem: FactProblem) -> String
    func reason(_ reason: FactProblem.Reason) -> String
    func databaseCannotOpen(_ path: String, _ reason: String) -> String
    var databaseAddressUnread: String { get }
    func databaseIsForeign(_ path: String) -> String
    func keysRefused(_ refusal: Doorway.Refusal) -> String
    func firstAdministrator(_ address: String) -> String
    func noSuchAccount(_ name: String) -> String
    func resetLink(_ path: String) -> String
    func keysRotated(number: Int, count: Int) -> String
    func cannotListen(_ place: String, _ reason: String) -> String
    func portTaken(next: Int) -> String
    var fine: String { get }
    var wrong: String { get }
    func subject(_ subject: Server.Doctor.Finding.Subject) -> String
    func counts(_ counts: FactCounts) -> String
    func databaseMissing(_ path: String) -> String
    func remedy(_ trouble: Server.Doctor.Trouble) -> String
    var computing: String { get }
    var copying: String { get }
    /// Table, rows, fingerprint.
    var copyHeading: [String] { get }
    func copied(rows: Int, tables: Int, to target: String) -> String
    func refusal(_ refusal: DatabaseCopyRefusal) -> String
    func refusal(_ refusal: StoreRefusal) -> String
    var stopped: String { get }
    func cannotRead(_ file: String) -> String
    func notAColumn(_ text: String) -> String
    func figuresRefused(_ file: String) -> String
    func place(_ problem: FigureProblem) -> String
    func reason(_ reason: FigureProblem.Reason) -> String
    func refusal(_ refusal: FrontierRefusal) -> String
    var noBooks: String { get }
    var intact: String { get }
    func fault(_ fault: BookFault) -> String
    func notedLine(isThere: Bool) -> String
    func notANotedLine(_ text: String) -> String
    func backupMade(_ backup: Backup) -> String
    func backupsRemoved(_ count: Int) -> String
    func backupHolds(_ backup: Backup) -> String
    func restored(_ backup: Backup, to place: String, aside: String?) -> String
    func refusal(_ refused: BackupRefused) -> String
}

extension CommandWords {
    /// A fault of a file of figures: its place, what stands there, why it cannot be used and what helps.
    func line(_ problem: FigureProblem) -> String {
        let place = place(problem)
        let value = problem.value.map { " “\($0.prefix(60))”" } ?? ""
        return (place.isEmpty ? "" : "\(place):\(value) ") + reason(problem.reason)
    }
}

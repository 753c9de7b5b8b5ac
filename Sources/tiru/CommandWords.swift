import Exchange
import Measure
import Server

/// The words of the command itself, in one language. Answers bring their own.
protocol CommandWords {
    func progress(_ step: Preparation.Step) -> String
    var factsNotFound: String { get }
    var factsRefused: String { get }
    func more(_ count: Int) -> String
    func place(_ problem: FactProblem) -> String
    func reason(_ reason: FactProblem.Reason) -> String
    func databaseCannotOpen(_ path: String, _ reason: String) -> String
    func databaseIsForeign(_ path: String) -> String
    func cannotListen(_ place: String, _ reason: String) -> String
    func portTaken(next: Int) -> String
    var fine: String { get }
    var wrong: String { get }
    func subject(_ subject: Server.Doctor.Finding.Subject) -> String
    func counts(_ counts: FactCounts) -> String
    func databaseMissing(_ path: String) -> String
    func remedy(_ trouble: Server.Doctor.Trouble) -> String
}

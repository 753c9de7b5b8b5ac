public import ArgumentParser
import Exchange
import Foundation
import Server
import Storage
public import Web

/// Where the database and the reference facts are.
struct DataOptions: ParsableArguments {
    @Option(help: "The database file. Setting: TIRU_DATABASE.")
    var database: String = ProcessInfo.processInfo.environment["TIRU_DATABASE"] ?? "tiru.sqlite"

    @Option(help: "The folder of reference facts; found beside the program by itself. Setting: TIRU_FACTS.")
    var facts: String?

    var factFolder: URL? {
        FactFolder.find(named: facts ?? ProcessInfo.processInfo.environment["TIRU_FACTS"])
    }

    /// Opens the database, makes it where it is missing, and loads the facts where they changed.
    func prepare(progress: (Preparation.Step) -> Void) async throws -> Store {
        guard let folder = factFolder else {
            throw Said(
                line: "no reference facts found; name their folder with --facts", status: 74)
        }
        do {
            return try await Preparation(database: database, facts: folder)
                .run(at: Date(), progress: progress)
        } catch let refused as FactsRefused {
            throw Said(line: FactReport.lines(refused).joined(separator: "\n      "))
        } catch StoreRefusal.cannotOpen(let path, let reason) {
            throw Said(
                line: "cannot open the database \(path): \(reason); name another with --database",
                status: 74)
        }
    }
}

struct LanguageOption: ParsableArguments {
    @Option(help: "The language of the answer: id or en.")
    var language: Web.Language = .indonesian
}

extension Web.Language: ExpressibleByArgument {}

/// How an answer is printed.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

/// Faults of reference files, each with file, line and column.
enum FactReport {
    static func lines(_ refused: FactsRefused) -> [String] {
        let shown = refused.problems.prefix(20).map(line)
        let more = refused.problems.count - shown.count
        let tail = more > 0 ? ["and \(more) more"] : []
        return ["the reference facts cannot be used; the database is unchanged"] + shown + tail
    }

    private static func line(_ problem: FactProblem) -> String {
        var place = problem.file
        if let line = problem.line { place += ", line \(line)" }
        if let column = problem.column { place += ", column \(column)" }
        let value = problem.value.map { " “\($0.prefix(60))”" } ?? ""
        return "\(place):\(value) \(reason(problem.reason))"
    }

    private static func reason(_ reason: FactProblem.Reason) -> String {
        switch reason {
        case .missingFile: "the file is missing"
        case .heading(let expected): "the heading should be \(expected.joined(separator: ","))"
        case .columns(let expected, let found): "\(found) columns instead of \(expected)"
        case .notCSV(let fault): "not readable as CSV (\(fault.rawValue))"
        case .notANumber: "is not a number"
        case .notACode: "is not a code"
        case .unknownKind(let allowed): "should be one of \(allowed.joined(separator: ", "))"
        case .duplicate: "is there twice"
        case .empty: "is empty"
        case .count(let expected, let found): "\(found) records instead of \(expected)"
        case .sum(let expected, let found): "the column adds up to \(found) instead of \(expected)"
        case .unknownRegion: "is not among the regions"
        }
    }
}

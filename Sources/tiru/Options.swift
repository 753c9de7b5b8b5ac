public import ArgumentParser
import Exchange
import Foundation
import Server
import Storage
public import Web

/// Where the database and the reference facts are.
struct DataOptions: ParsableArguments {
    @Option(help: "The database: a file, or postgres://user@host/name. Setting: TIRU_DATABASE.")
    var database: String = ProcessInfo.processInfo.environment["TIRU_DATABASE"] ?? "tiru.sqlite"

    @Option(help: "The key file, kept outside the database; usually beside it. Setting: TIRU_KEYS.")
    var keys: String?

    @Option(help: "The folder of reference facts; found beside the program by itself. Setting: TIRU_FACTS.")
    var facts: String?

    @Option(help: "The language of what is said: id or en.")
    var language: Web.Language = .indonesian

    var words: any CommandWords { language.command }

    var factFolder: URL? {
        FactFolder.find(named: facts ?? ProcessInfo.processInfo.environment["TIRU_FACTS"])
    }

    /// - Throws: one line for the terminal where the address of a server cannot be read.
    func address() throws -> DatabaseAddress {
        guard let address = DatabaseAddress(database) else { throw Said(line: words.databaseAddressUnread) }
        return address
    }

    /// How the installation is opened. The key file of a database file is named after it.
    var doorway: Doorway {
        let usual = DatabaseAddress(database).flatMap { address -> String? in
            if case .file(let path) = address { path + ".keys" } else { nil }
        }
        return Doorway(keys: keys ?? ProcessInfo.processInfo.environment["TIRU_KEYS"] ?? usual ?? "tiru.keys")
    }

    /// Opens the database, makes it where it is missing, and loads the facts where they changed.
    func prepare(progress: (Preparation.Step) -> Void) async throws -> Store {
        try await explaining {
            guard let folder = factFolder else { throw Said(line: words.factsNotFound) }
            return try await Preparation(database: address(), facts: folder).run(at: Date(), progress: progress)
        }
    }

    /// Opens a database that holds facts as it is, whatever became of the files; makes one where there is none.
    func open() async throws -> Store {
        try await explaining {
            let address = try address()
            if address.mayHoldFacts {
                let store = try await Store(at: address)
                if try await store.factFingerprint() != nil { return store }
            }
            return try await prepare { _ in }
        }
    }

    /// Opens a database that is there.
    func openAsItIs() async throws -> Store {
        try await explaining { try await Store(at: address()) }
    }

    /// Puts what the store, the keys or the files refuse into words.
    func explaining<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let refused as FactsRefused {
            let lines = [words.factsRefused] + FactReport.lines(refused.problems, words)
            throw Said(line: lines.joined(separator: "\n      "))
        } catch StoreRefusal.cannotOpen(let path, let reason) {
            throw Said(line: words.databaseCannotOpen(path, reason), status: 74)
        } catch StoreRefusal.notOurs(let path) {
            throw Said(line: words.databaseIsForeign(path), status: 74)
        } catch let refusal as Doorway.Refusal {
            throw Said(line: words.keysRefused(refusal), status: 74)
        } catch let refusal as StoreRefusal {
            throw Said(line: words.refusal(refusal), status: 74)
        }
    }
}

extension Web.Language: ExpressibleByArgument {}

extension Web.Language {
    /// The words of the command in this language.
    var command: any CommandWords { self == .indonesian ? IndonesianCommand() : EnglishCommand() }
}

/// How an answer is printed.
enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, json
}

/// Faults of reference files, a line each with file, line and column; the first twenty.
enum FactReport {
    static func lines(_ problems: [FactProblem], _ words: any CommandWords) -> [String] {
        let shown = problems.prefix(20).map { problem in
            let value = problem.value.map { " “\($0.prefix(60))”" } ?? ""
            return "\(words.place(problem)):\(value) \(words.reason(problem.reason))"
        }
        let more = problems.count - shown.count
        return more > 0 ? shown + [words.more(more)] : shown
    }
}

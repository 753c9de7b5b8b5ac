public import ArgumentParser
public import Benchmarking
import Compare
import Exchange
import Foundation
import Web

/// How far is each unit of a table from the best, and from whom could it learn?
struct FrontierOfFile: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frontier",
        abstract: "How far is each unit of a table from the best, and who could learn from whom?",
        discussion: """
            Example: tiru compare frontier farms.csv --inputs land,fertiliser=urea+phosphate,labour --outputs rice \
            --group village. The file is CSV with a header, commas between the columns and a decimal point.
            """)

    @Argument(help: "A CSV file with the names of the columns in its first line; - reads standard input.")
    var file: String

    @Option(help: "What the units use: columns, sums (a+b) and names (name=a+b), separated by commas.")
    var inputs: String

    @Option(help: "What the units make, written alike.")
    var outputs: String

    @Option(help: "The column that says which group a unit belongs to.")
    var group: String?

    @Option(help: "The column with the names of the units; their lines in the file if not said.")
    var name: String?

    @Option(help: "What could change: output (make more of the same) or input (use less for the same).")
    var orientation: RadialOrientation = .output

    @Option(help: "Returns to scale: variable, constant, nonincreasing, nondecreasing, or fdh (no mixtures).")
    var returns: TechnologyOption = .variable

    @Option(help: "Replicates of the bootstrap that gives intervals, 100 to 100000; 2000 is usual.")
    var bootstrap: Int?

    @Option(help: "Seed of all random numbers.")
    var seed: UInt64 = 1

    @Option(help: "How the answer is printed: table, csv, json.")
    var format: Format = .table

    @Option(help: "The language of what is said: id or en.")
    var language: Web.Language = .indonesian

    @Flag(help: "No progress is shown.")
    var quiet = false

    func run() async throws {
        let words = language.command
        let table = try explaining(words) {
            try FigureFile(bytes(words)).units(
                UnitColumns(
                    inputs: columns(inputs, words), outputs: columns(outputs, words), name: name, group: group))
        }
        let question = FrontierQuestion(orientation, technology: returns.technology, bootstrap: bootstrap, seed: seed)
        let outcome = try await answer(question, table, words)
        let title = file == "-" ? "stdin" : URL(filePath: file).lastPathComponent
        let report = FrontierReport(outcome, of: table, file: title, in: language)
        switch format {
        case .table: Terminal.say(report.text())
        case .csv: Terminal.say(report.csv())
        case .json: Terminal.say(report.json().bytes())
        }
    }

    private func answer(
        _ question: FrontierQuestion, _ table: UnitTable, _ words: any CommandWords
    ) async throws -> FrontierOutcome {
        let progress = Progress(isQuiet: quiet, label: words.computing)
        let interruption = Interruption()
        defer { interruption.ignore() }
        let task = Task {
            try await Computation.detached(report: { progress.show($0) }) { try table.frontier(for: question, $0) }
        }
        interruption.watch { task.cancel() }
        do {
            let outcome = try await task.value
            progress.end()
            return outcome
        } catch let refusal as FrontierRefusal {
            progress.end()
            throw Said(line: words.refusal(refusal), status: refusal == .stopped ? 130 : 65)
        }
    }

    private func bytes(_ words: any CommandWords) throws -> [UInt8] {
        do {
            let data =
                file == "-" ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: file))
            return [UInt8](data)
        } catch {
            throw Said(line: words.cannotRead(file), status: 66)
        }
    }

    private func columns(_ text: String, _ words: any CommandWords) throws -> [FigureColumn] {
        do throws(FigureColumn.NotAColumn) {
            return try FigureColumn.list(text)
        } catch {
            throw Said(line: words.notAColumn(error.text))
        }
    }

    /// Puts what is wrong with the file into lines, the first twenty.
    private func explaining(_ words: any CommandWords, _ body: () throws -> UnitTable) throws -> UnitTable {
        do {
            return try body()
        } catch let refused as FiguresRefused {
            let shown = refused.problems.prefix(20).map { words.line($0) }
            let more = refused.problems.count - shown.count
            let lines = [words.figuresRefused(file)] + shown + (more > 0 ? [words.more(more)] : [])
            throw Said(line: lines.joined(separator: "\n      "))
        }
    }
}

extension RadialOrientation: ExpressibleByArgument {}

/// Returns to scale as they are written, and `fdh`.
enum TechnologyOption: String, ExpressibleByArgument, CaseIterable {
    case variable, constant, nonincreasing, nondecreasing, fdh

    var technology: FrontierQuestion.Technology {
        ReturnsToScale(rawValue: rawValue).map { .mixtures($0) } ?? .seenOnly
    }
}

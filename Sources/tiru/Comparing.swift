import ArgumentParser
import Benchmarking
import Compare
import Exchange
import Foundation
import Register
import Storage
import Web

/// Compare: who does better under like conditions.
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Who is like us and does better?", subcommands: [Hosts.self, OneRegion.self, FrontierOfFile.self])
}

struct Hosts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The regions to learn from: near by structure, with what they do better.")

    @Argument(help: "Our region: Kemendagri code (51.03), BPS code (5103) or name (Badung).")
    var home: String

    @Option(help: "A region that is always shown at its true place.")
    var candidate: String?

    @Option(help: "The year of the figures.")
    var year: String?

    @Option(help: "The distance: \(StructuralDistance.allCases.map(\.rawValue).joined(separator: ", ")).")
    var method: String?

    @Option(help: "How many, 1 to 50.")
    var limit: String?

    @Flag(help: "Leave out our own province.")
    var withoutOwnProvince = false

    @Option(help: "Kinds of region: all, regencies, cities.")
    var kinds: String?

    @OptionGroup var weights: WeightOptions

    @Option(help: "How the answer is printed: table, csv, json.")
    var format: Format = .table

    @OptionGroup var data: DataOptions

    func run() async throws {
        let economies = try await data.open().regionalEconomies()
        let language = data.language
        let page = try speaking(language) { () throws(RequestRefusal) -> HostsPage in
            guard let question = try HostsRequest.question(fields, economies) else {
                throw .missing(field: "home")
            }
            return try HostsPage.answering(question, economies, in: language)
        }
        switch format {
        case .table: Terminal.say(page.text())
        case .csv: Terminal.say(page.nearest.csv())
        case .json: Terminal.say(page.json().bytes())
        }
    }

    /// The same fields an address has.
    private var fields: Fields {
        let values = [
            "home": home, "candidate": candidate, "year": year, "method": method, "limit": limit,
            "provinces": withoutOwnProvince ? "others" : nil, "kinds": kinds,
        ]
        return Fields(values.merging(weights.fields) { first, _ in first }.compactMapValues { $0 })
    }
}

/// How much each reason counts in the shortlist: the fields of the address, by the same names.
struct WeightOptions: ParsableArguments {
    @Option(help: "Weight of a like structure, 0 to 10; 1 if not said.")
    var wNear: String?

    @Option(help: "Weight of the lead per resident.")
    var wLevel: String?

    @Option(help: "Weight of the lead in growth.")
    var wGrowth: String?

    @Option(help: "Weight of being close on the map.")
    var wClose: String?

    var fields: [String: String?] {
        ["w-near": wNear, "w-level": wLevel, "w-growth": wGrowth, "w-close": wClose]
    }
}

struct OneRegion: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region", abstract: "One region: structure, specialisation, growth, doubtful figures.")

    @Argument(help: "The region: Kemendagri code (51.03), BPS code (5103) or name (Badung).")
    var region: String

    @Option(help: "The year of the figures.")
    var year: String?

    @Option(help: "How the answer is printed: table, csv, json.")
    var format: Format = .table

    @OptionGroup var data: DataOptions

    func run() async throws {
        let economies = try await data.open().regionalEconomies()
        let language = data.language
        let page = try speaking(language) { () throws(RequestRefusal) -> RegionPage in
            let fields = Fields(["year": year].compactMapValues { $0 })
            let profile = try RegionRequest.profile(of: region, fields, economies)
            return RegionPage(profile, economies, in: language)
        }
        switch format {
        case .table: Terminal.say(page.text())
        case .csv: Terminal.say(page.industries.csv())
        case .json: Terminal.say(page.json().bytes())
        }
    }
}

/// Puts a refusal into one line, with the choices where there are some.
private func speaking<Result>(
    _ language: Web.Language, _ body: () throws(RequestRefusal) -> Result
) throws -> Result {
    do {
        return try body()
    } catch {
        let choices = error.suggestions.map { "\($0.name) (\($0.id))" }
        let list = choices.isEmpty ? "" : " " + choices.joined(separator: ", ")
        throw Said(line: RefusalPage(error, in: language).message + list)
    }
}

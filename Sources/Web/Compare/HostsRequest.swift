import Benchmarking
public import Compare
import Measure
import Register

/// What the hosts page was asked, read from an address or a command line.
public struct HostsRequest: Sendable {
    static let fields = [
        "home", "candidate", "year", "method", "limit", "provinces", "kinds", "w-near", "w-level",
        "w-growth", "w-close", "lang",
    ]

    /// - Returns: `nil` when no home is named yet: the page then asks for one.
    /// - Throws: the first field that cannot be understood.
    public static func question(
        _ fields: Fields, _ economies: RegionalEconomies
    ) throws(RequestRefusal) -> HostQuestion? {
        try fields.allow(Self.fields)
        guard let name = fields["home"] else { return nil }
        let home = try economies.directory.named(name, in: "home")
        let method = try fields.choice("method", of: StructuralDistance.self) ?? .euclidean
        return HostQuestion(
            home: home.id, year: try year(fields, economies), method: method,
            options: try options(fields, economies))
    }

    static func year(
        _ fields: Fields, _ economies: RegionalEconomies
    ) throws(RequestRefusal) -> Int {
        guard let text = fields["year"] else { return economies.defaultYear }
        guard let year = Int(text), economies.years.contains(year) else {
            throw .notAllowed(field: "year", value: text, allowed: economies.years.map { "\($0)" })
        }
        return year
    }

    private static func options(
        _ fields: Fields, _ economies: RegionalEconomies
    ) throws(RequestRefusal) -> HostOptions {
        var options = HostOptions()
        options.limit = try fields.integer("limit", in: HostQuestion.limits) ?? options.limit
        options.among = HostQuestion.Among(
            provinces: try fields.choice("provinces", of: HostQuestion.Among.Provinces.self) ?? .all,
            kinds: try fields.choice("kinds", of: HostQuestion.Among.Kinds.self) ?? .all)
        if let name = fields["candidate"] {
            options.candidate = try economies.directory.named(name, in: "candidate").id
        }
        options.weights = ShortlistWeights(
            near: try weight("w-near", fields), perResident: try weight("w-level", fields),
            growth: try weight("w-growth", fields), close: try weight("w-close", fields))
        return options
    }

    private static func weight(_ name: String, _ fields: Fields) throws(RequestRefusal) -> Double {
        try fields.number(name, in: ShortlistWeights.range) ?? 1
    }
}

extension RequestRefusal {
    /// A refusal of the search in the words of the request.
    init(_ refusal: HostRefusal, _ economies: RegionalEconomies) {
        self =
            switch refusal {
            case .yearWithoutFigures(let year, let available):
                .notAllowed(
                    field: "year", value: "\(year)", allowed: available.map { "\($0)" })
            case .homeWithoutFigures(let code, let year):
                .noFigures(
                    field: "home", region: economies.directory[code], year: year,
                    available: economies.comparableYears(of: code))
            case .candidateWithoutFigures(let code, let year):
                .noFigures(
                    field: "candidate", region: economies.directory[code], year: year,
                    available: economies.comparableYears(of: code))
            case .candidateIsHome(let code): .candidateIsHome(value: code.text)
            case .limit(let limit):
                .outOfRange(
                    field: "limit", value: "\(limit)",
                    allowed: HostQuestion.limits)
            case .weight(let weight): .outOfRange(field: "w-near", value: "\(weight)", allowed: 0...10)
            case .noWeight: .noWeight
            }
    }
}

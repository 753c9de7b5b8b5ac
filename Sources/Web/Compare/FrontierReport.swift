import Benchmarking
public import Compare
public import Exchange

/// "Who could learn from whom?" for any table of units, as values and finished words.
public struct FrontierReport: Sendable {
    public let language: Language
    public let title: String
    /// The answer in sentences, the most important first; those about groups follow.
    public let sentences: [String]
    public let groupSentences: [String]
    /// What the reader must know to trust the answer.
    public let cautions: [String]
    /// `nil` when the units are not grouped, or nothing could be said.
    public let groups: PageTable?
    /// All units in the order of the file; `nil` when nothing could be said.
    public let units: PageTable?
    /// The units with the largest gap, as many as fit a terminal.
    let furthest: PageTable?
    let rest: String?
    private let recipe: JSON
    /// How many units there are and should be, where there are too few.
    private let tooFew: (units: Int, least: Int)?

    /// - Parameter file: its name, for the title.
    public init(_ outcome: FrontierOutcome, of table: UnitTable, file: String, in language: Language) {
        let writer = FrontierWriter(table, language)
        self.language = language
        title = language.words.frontierTitle(file)
        switch outcome {
        case .tooFewUnits(let units, let least):
            sentences = [writer.tooFew(units, least)]
            groupSentences = []
            cautions = []
            (groups, self.units, furthest, rest) = (nil, nil, nil, nil)
            tooFew = (units, least)
            recipe = .object([
                JSON.Member("outcome", .string("not-enough-comparable-units")), JSON.Member("units", .integer(units)),
                JSON.Member("least_units", .integer(least)),
            ])
        case .answered(let answer):
            tooFew = nil
            sentences = writer.sentences(answer)
            groupSentences = writer.groupSentences(answer)
            cautions = writer.cautions(answer)
            groups = answer.groups.isEmpty ? nil : writer.groupTable(answer)
            let all = Array(answer.units.indices)
            let order = all.sorted { (answer.units[$0].share ?? 2, $0) < (answer.units[$1].share ?? 2, $1) }
            let shown = order.prefix(Self.rowsOnTerminal)
            units = writer.unitTable(answer, all)
            furthest = writer.unitTable(answer, Array(shown))
            rest =
                all.count > shown.count
                ? language.words.rest(language.numbers.integer(all.count - shown.count)) : nil
            recipe = writer.recipe(answer)
        }
    }

    private static let rowsOnTerminal = 20

    /// For a terminal: sentences, tables, cautions.
    public func text() -> String {
        let tables = [groups, furthest].compactMap(\.self).map { $0.caption + "\n" + $0.text() }
        let parts =
            [title, sentences.joined(separator: "\n")]
            + (groupSentences.isEmpty ? [] : [groupSentences.joined(separator: "\n")])
            + tables + [rest].compactMap(\.self)
            + (cautions.isEmpty ? [] : [cautions.map { "· \($0)" }.joined(separator: "\n")])
        return parts.joined(separator: "\n\n")
    }

    /// The units as comma-separated values; where there are too few, a line that says so by other columns.
    public func csv() -> [UInt8] {
        if let units { return units.csv() }
        var writer = CSVWriter()
        writer.row(["outcome", "units", "least_units"].map(CSVWriter.Cell.text))
        writer.row([.text("not-enough-comparable-units"), .init(tooFew?.units), .init(tooFew?.least)])
        return writer.bytes
    }

    public func json() -> JSON {
        .object([
            JSON.Member("title", .string(title)), JSON.Member("recipe", recipe),
            JSON.Member("sentences", .array((sentences + groupSentences).map(JSON.string))),
            JSON.Member("groups", groups?.json() ?? .null), JSON.Member("units", units?.json() ?? .null),
            JSON.Member("cautions", .array(cautions.map(JSON.string))),
        ])
    }
}

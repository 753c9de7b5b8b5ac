import Benchmarking
import Charts
public import Compare
public import Exchange
import Measure
import Register

/// "Whom should we learn from?" as values and finished words. The page, its CSV and JSON and the command line
/// are renderings of this one model.
public struct HostsPage: Sendable {
    public let language: Language
    public let title: String
    /// The answer in sentences, the most important first.
    public let sentences: [String]
    /// What the reader must know to trust the answer: doubtful figures, the year of the population.
    public let cautions: [String]
    public let nearest: PageTable
    public let shortlist: Shortlist
    public let sources: [String]

    let fields: HostsForm
    let leadChart: PageChart?
    let structure: Structure?
    let map: PageChart
    let explanations: [String]
    let next: PageLink?
    let twins: [PageLink]
    let otherLanguage: PageLink
    let question: HostQuestion

    /// The regions to ask first, each with its reasons in sentences.
    public struct Shortlist: Sendable {
        /// How much each reason counts, in words.
        public let weights: String
        public let entries: [Entry]
        /// Said when there are none.
        public let empty: String?

        public struct Entry: Sendable {
            public let name: String
            public let sentences: [String]
            let host: ShortlistEntry
            let address: String
        }
    }

    /// Home and one other region side by side.
    struct Structure: Sendable {
        let sentence: String
        let chart: PageChart
        let table: PageTable
    }
}

/// A drawing with the words under it.
struct PageChart: Sendable {
    let drawing: Drawing
    let notes: [String]
}

/// A place to go.
struct PageLink: Sendable {
    let words: String
    let address: String
}

extension HostsPage {
    public init(_ answer: HostAnswer, _ economies: RegionalEconomies, in language: Language) {
        let writer = HostsWriter(answer, economies, language)
        let words = writer.words
        self.language = language
        question = answer.question
        title = words.hostsTitle(home: answer.home.name)
        sentences = writer.sentences()
        cautions = writer.cautions()
        nearest = writer.nearestTable()
        shortlist = writer.shortlist()
        sources = [words.productSource, words.regionSource]
        fields = HostsForm(answer.question, economies, words)
        leadChart = writer.leadChart()
        structure = writer.structure()
        map = writer.map()
        explanations = writer.explanations()
        next = writer.next()
        twins = writer.twins()
        otherLanguage = writer.otherLanguage()
    }

    /// The whole answer for programs: what was asked, the sentences, the table, the shortlist, the sources.
    public func json() -> JSON {
        .object([
            JSON.Member("question", questionJSON()),
            JSON.Member("title", .string(title)),
            JSON.Member("answer", .array(sentences.map(JSON.string))),
            JSON.Member("cautions", .array(cautions.map(JSON.string))),
            JSON.Member("nearest", nearest.json()),
            JSON.Member("shortlist", .array(shortlist.entries.map(\.json))),
            JSON.Member("structure", structure.map { $0.table.json() } ?? .null),
            JSON.Member("sources", .array(sources.map(JSON.string))),
        ])
    }

    private func questionJSON() -> JSON {
        .object([
            JSON.Member("home", .string(question.home.text)),
            JSON.Member("candidate", JSON(question.candidate?.text)),
            JSON.Member("year", .integer(question.year)),
            JSON.Member("method", .string(question.method.rawValue)),
            JSON.Member("limit", .integer(question.limit)),
            JSON.Member("provinces", .string(question.among.provinces.rawValue)),
            JSON.Member("kinds", .string(question.among.kinds.rawValue)),
            JSON.Member("weight_near", .number(question.weights.near)),
            JSON.Member("weight_level", .number(question.weights.perResident)),
            JSON.Member("weight_growth", .number(question.weights.growth)),
            JSON.Member("weight_close", .number(question.weights.close)),
        ])
    }
}

extension HostsPage.Shortlist.Entry {
    fileprivate var json: JSON {
        .object([
            JSON.Member("code", .string(host.host.region.id.text)),
            JSON.Member("name", .string(host.host.region.name)),
            JSON.Member("score", .number(host.score)),
            JSON.Member("near", .number(host.reasons.near)),
            JSON.Member("better", .number(host.reasons.better)),
            JSON.Member("close", .number(host.reasons.close)),
            JSON.Member("doubtful_figures", .integer(host.host.flags.count)),
            JSON.Member("reasons", .array(sentences.map(JSON.string))),
        ])
    }
}

import Benchmarking
import Compare
import Register

/// The fields by which the question is changed, with what they hold now.
struct HostsForm: Sendable {
    struct Field: Sendable {
        let name: String
        let label: String
        let value: String
        var hint: String?
        var kind = Kind.text
    }

    enum Kind: Sendable {
        case text
        case number(min: Int, max: Int, step: String)
        case choice([Choice])
    }

    struct Choice: Sendable {
        let value: String
        let words: String
    }

    /// What is asked.
    let question: [Field]
    /// How the reasons of the shortlist are weighed.
    let weights: [Field]

    init(_ question: HostQuestion, _ economies: RegionalEconomies, _ words: any Words) {
        let directory = economies.directory
        let candidate = question.candidate.flatMap { directory[$0] }
        self.question = [
            Field(
                name: "home", label: words.homeField, value: directory[question.home]?.name ?? "",
                hint: words.homeHint),
            Field(
                name: "candidate", label: words.candidateField, value: candidate?.name ?? "",
                hint: words.candidateHint),
            Self.year(question, economies, words), Self.method(question, words),
            Field(
                name: "limit", label: words.limitField, value: "\(question.limit)",
                kind: .number(
                    min: HostQuestion.limits.lowerBound, max: HostQuestion.limits.upperBound, step: "1")),
            Self.provinces(question, words), Self.kinds(question, words),
        ]
        weights = Self.weights(question.weights, words)
    }

    private static func year(
        _ question: HostQuestion, _ economies: RegionalEconomies, _ words: any Words
    ) -> Field {
        let years = economies.years.reversed().map { Choice(value: "\($0)", words: "\($0)") }
        return Field(
            name: "year", label: words.yearField, value: "\(question.year)", kind: .choice(years))
    }

    private static func method(_ question: HostQuestion, _ words: any Words) -> Field {
        let methods = StructuralDistance.allCases.map {
            Choice(value: $0.rawValue, words: words.name($0))
        }
        return Field(
            name: "method", label: words.methodField, value: question.method.rawValue,
            kind: .choice(methods))
    }

    private static func provinces(_ question: HostQuestion, _ words: any Words) -> Field {
        let choices = [
            Choice(value: "all", words: words.allProvinces),
            Choice(value: "others", words: words.otherProvinces),
        ]
        return Field(
            name: "provinces", label: words.provincesField,
            value: question.among.provinces.rawValue, kind: .choice(choices))
    }

    private static func kinds(_ question: HostQuestion, _ words: any Words) -> Field {
        let choices = [
            Choice(value: "all", words: words.allKinds),
            Choice(value: "regencies", words: words.onlyRegencies),
            Choice(value: "cities", words: words.onlyCities),
        ]
        return Field(
            name: "kinds", label: words.kindsField, value: question.among.kinds.rawValue,
            kind: .choice(choices))
    }

    private static func weights(_ weights: ShortlistWeights, _ words: any Words) -> [Field] {
        func field(_ name: String, _ label: String, _ weight: Double) -> Field {
            Field(
                name: name, label: label, value: Paths.plain(weight),
                kind: .number(min: 0, max: 10, step: "any"))
        }
        return [
            field("w-near", words.weightNear, weights.near),
            field("w-level", words.weightPerResident, weights.perResident),
            field("w-growth", words.weightGrowth, weights.growth),
            field("w-close", words.weightClose, weights.close),
        ]
    }
}

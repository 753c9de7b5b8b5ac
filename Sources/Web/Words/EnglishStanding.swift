import Measure
import Register

extension English: StandingWords {
    var standingTitle: String { "Where do we stand?" }
    func standingTitle(_ place: String) -> String { "Where does \(place) stand?" }
    func standingAnswer(_ figure: String, _ value: String, told: String, _ place: String, _ year: String) -> String {
        "\(figure) in \(place) in \(year): \(value), from \(told) registered enterprises."
    }
    func standingNotTold(_ figure: String, _ place: String, _ year: String) -> String {
        "\(figure) in \(place) in \(year) cannot be computed yet: no enterprise has told it."
    }
    func standingSecretAnswer(_ figure: String, _ place: String, _ year: String) -> String {
        "\(figure) in \(place) in \(year) is withheld: the group is too small."
    }
    func standingWomen(_ share: String, told: String) -> String {
        "Of all workers, \(share) are women (told by \(told) enterprises)."
    }
    func standingTold(_ count: String, of size: String) -> String { "\(count) of \(size)" }
    var standingSecret: String { "withheld (small group)" }
    var standingNobody: String { "nobody has told it" }
    var standingTooFew: String { "too few" }
    var standingEmpty: String {
        "This office has no yearly figures yet. Bring the office's list with year, workers and value of production, or fill "
            + "in production on the page of an enterprise."
    }
    var standingEmptyNext: String { "Bring a list" }
    func standingTogether(_ field: String, _ other: String) -> String {
        "The fields “\(field)” and “\(other)” cannot be used together: the groups would be too small to be protected. "
            + "Empty one of them. A field goes together with size, or with the owner's sex."
    }

    func standingFigure(_ figure: StandingFigure) -> String {
        switch figure {
        case .enterprises: "Enterprises"
        case .workers: "Workers"
        case .womenShare: "Women's share of workers"
        case .output: "Value of production"
        case .investment: "Capital without land and buildings"
        case .valueAddedPerWorker: "Value added per worker"
        case .valueAddedRatio: "Value-added ratio"
        case .labourShare: "Labour share"
        case .wage: "Wage per paid worker"
        case .capacityUse: "Capacity use"
        case .exportShare: "Export share"
        }
    }
    func standingDefinition(_ figure: StandingFigure) -> String {
        switch figure {
        case .enterprises: "enterprises that have figures of that year"
        case .workers: "men and women together, paid and unpaid; the sum of the enterprises that told both"
        case .womenShare: "women among the workers, divided by all workers"
        case .output: "value of what was made in the year; the sum of the enterprises that told it"
        case .investment: "the sum of the capital of the enterprises that told it"
        case .valueAddedPerWorker: "output less intermediate input, divided by all workers, paid and unpaid"
        case .valueAddedRatio: "value added divided by output"
        case .labourShare: "wages divided by value added, of enterprises whose value added is above zero"
        case .wage: "wages of the year divided by twelve and by paid workers, on average, those who work in part too"
        case .capacityUse: "what was made divided by what could be made; a plain mean, because units differ"
        case .exportShare: "what was sold abroad divided by all sales"
        }
    }
    func standingUnit(_ unit: StandingFigure.Unit) -> String {
        switch unit {
        case .enterprises: "enterprises"
        case .people: "people"
        case .rupiah: "Rp a year"
        case .rupiahPerWorker: "Rp per worker and year"
        case .rupiahPerMonth: "Rp a month"
        case .share: "%"
        }
    }
    func standingSource(_ figure: StandingFigure) -> String {
        figure.isInLists ? "the office's lists and the form of production" : "the form of production"
    }
    func standingDimension(_ dimension: StandingDimension) -> String {
        switch dimension {
        case .field: "Field"
        case .size: "Size (BPS)"
        case .sex: "Owner"
        case .district: "District"
        case .sentra: "Sentra"
        }
    }
    func standingCategory(_ dimension: StandingDimension, _ key: String) -> String {
        switch (dimension, key) {
        case (.sentra, StandingFacts.unknown): return "outside sentra"
        case (_, StandingFacts.unknown): return notKnown
        case (.field, _):
            switch StandingField(rawValue: key) {
            case .clothing: return "clothing"
            case .food: return "food"
            case .craft: return "craft"
            default: return "other fields"
            }
        case (.size, _):
            switch StatisticalSize(rawValue: key) {
            case .micro: return "micro (1–4 workers)"
            case .small: return "small (5–19)"
            case .medium: return "medium (20–99)"
            default: return "large (100 and more)"
            }
        case (.sex, _): return key == Sex.woman.rawValue ? "a woman" : "a man"
        default: return key
        }
    }
    func standingState(_ state: StandingState) -> String {
        switch state {
        case .list: "From lists"
        case .open: "Form, not approved yet"
        case .approved: "Approved or locked"
        }
    }
    func paperStanding(_ standing: PaperStanding) -> String {
        switch standing {
        case .inForce: "in force for more than 6 months"
        case .ending: "ending within 6 months"
        case .expired: "expired"
        case .notKnown: "end not known"
        }
    }

    var standingAll: String { "all" }
    var standingByField: String { "Broken down by" }
    var standingFigureField: String { "Figure to break down" }
    func standingCaption(_ group: String, _ year: String) -> String { "\(group), \(year)" }
    func standingTrendHeading(_ figure: String) -> String { "\(figure) over the years" }
    func standingTrendCaption(_ figure: String, _ group: String) -> String { "\(figure) by year, \(group)" }
    var standingHistoryHeading: String { "All figures by year" }
    func standingHistoryCaption(_ group: String) -> String { "All figures by year, \(group)" }
    func standingBreakdownHeading(_ figure: String, _ dimension: String) -> String {
        "\(figure) by \(dimension.lowercasedFirst)"
    }
    func standingBreakdownCaption(_ figure: String, _ group: String, _ year: String) -> String {
        "\(figure), \(group), \(year)"
    }
    var standingPapersHeading: String { "Certificates" }
    func standingPapersCaption(_ group: String, _ day: String) -> String { "Certificates on \(day), \(group)" }
    var standingDefinitionsCaption: String { "Definition, formula and source of every figure" }
    var standingValueHeading: String { "Value" }
    var standingUnitHeading: String { "Unit" }
    var standingToldHeading: String { "Told by" }
    var standingLowHeading: String { "A quarter is below" }
    var standingMedianHeading: String { "Middle" }
    var standingHighHeading: String { "A quarter is above" }
    var standingBeforeHeading: String { "Year before" }
    var standingYardstickHeading: String { "Beside it" }
    var standingDefinitionHeading: String { "Definition" }
    var standingFormulaHeading: String { "Formula" }
    var standingSourceHeading: String { "Source" }
    var standingVersionHeading: String { "Version" }
    var standingPapersColumn: String { "Certificates" }
    var standingHoldersColumn: String { "Enterprises" }
    func standingNational(_ ratio: String) -> String { "\(ratio) manufacturing in all Indonesia (2016)" }
    func standingMinimumWage(_ amount: String) -> String { "\(amount) minimum wage" }
    var standingMinimumWageUnknown: String { "the minimum wage of that year is not loaded" }
    func standingChart(_ figure: String, _ group: String) -> String {
        "\(figure), \(group): the middle of every year; the line from the lower to the upper quarter"
    }
    var standingChartNote: String { "No dot: withheld, too few, or nobody has told it." }
    var standingCautions: [String] {
        [
            "Sums and means are of the enterprises that told them. Nothing is estimated for the others.",
            "The figures show how things are, not anybody's fault. Compare, do not accuse.",
        ]
    }
    var standingExplanations: [String] {
        [
            """
            Means and ratios are the sum of the numerators divided by the sum of the denominators: a large enterprise weighs \
            much. The middle gives every enterprise the same weight.
            """,
            """
            Small groups are protected from everybody, officers too: a figure of fewer than 5 enterprises, or nearly all of \
            one enterprise, is withheld, and so are others from which it could be worked out by subtracting. The middle is \
            shown from 10 enterprises on, quarters from 20, to three significant figures.
            """,
            """
            Size is by the workers of that year (BPS). Sentra: the one it belonged to in that year; of several, the one \
            entered last. Field is by the KBLI code.
            """,
            """
            Figures of forms that are not approved yet are counted in; the columns of the state of the data say how many. \
            What lists hold is not enough for value added and wages.
            """,
        ]
    }
    var standingHayami: String { "Compute the value added of one product (Hayami)" }
    var standingCompare: String { "Who is like us and better?" }
}

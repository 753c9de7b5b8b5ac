import Benchmarking
import Compare

extension English: FrontierWords {
    func frontierTitle(_ file: String) -> String { "Who could learn from whom? \(file)" }
    func unitsAndColumns(units: String, inputs: String, outputs: String) -> String {
        "\(units) units. What they use: \(inputs). What they make: \(outputs)."
    }
    func technology(_ technology: FrontierQuestion.Technology, _ orientation: RadialOrientation) -> String {
        let against =
            orientation == .output
            ? "Each unit is set beside the most that is made from the same inputs"
            : "Each unit is set beside the least that is used for the same outputs"
        return switch technology {
        case .mixtures(.variable): "\(against), among mixtures of units of its size (VRS)."
        case .mixtures(.constant): "\(against), among mixtures of units and their multiples (CRS)."
        case .mixtures(.nonIncreasing): "\(against), among mixtures of units and what is smaller (NIRS)."
        case .mixtures(.nonDecreasing): "\(against), among mixtures of units and what is larger (NDRS)."
        case .seenOnly: "\(against), among units that exist, without mixtures (FDH)."
        }
    }
    func medianShare(_ share: String, robust: String?, order: String, _ orientation: RadialOrientation) -> String {
        let what =
            orientation == .output
            ? "The median unit makes \(share) of what the best make"
            : "The median unit could do with \(share) of what it uses"
        let beside = robust.map { "; beside the best of \(order) comparable units drawn at random (order-m): \($0)" }
        return what + (beside ?? "") + "."
    }
    func sampleTells(units: String, columns: String, effective: String) -> String {
        "The more columns, the less can be said: \(units) units in \(columns) columns are as exact as about \(effective) "
            + "units where the form of the formula is known."
    }
    func proven(residual: String) -> String {
        "Every figure is proven by adding it up again; largest difference \(residual)."
    }
    func withoutScore(_ units: String) -> String {
        "\(units) units have no figure: they make nothing, or it could not be proven."
    }
    func groupSentence(_ group: GroupWording) -> String {
        let interval = group.interval.map { " (\($0))" } ?? ""
        let size = group.size.map { "; \($0) is lost by size" } ?? ""
        return "\(group.name) (\(group.units) units): \(group.home) behind the best of the own group on the mean; "
            + "the group \(group.elsewhere)\(interval) behind other groups\(size)."
    }
    func tooFewInGroup(_ name: String, units: String, least: String) -> String {
        "\(name) (\(units) units): not enough comparable units; at least \(least) are needed."
    }
    func tooFewUnits(units: String, least: String, columns: String) -> String {
        "Not enough comparable units: \(units) units for \(columns) columns, at least \(least) are needed "
            + "that differ (inputs × outputs, or three times the columns). Add units or ask for fewer columns."
    }
    func teachers(_ list: String) -> String { "Peers: \(list)." }
    func advice(_ advice: GroupOnFrontier.Advice) -> String {
        switch advice {
        case .learnAtHome: "Learn at home first."
        case .learnElsewhere: "Learning from another group can pay."
        case .gapUnclear: "The gap to other groups is not certain: it may be chance."
        case .changeSize: "What matters most is size."
        case .isAhead: "Hardly anything is left to close; a teacher for others."
        case .tooFewUnits: "Not enough comparable units."
        }
    }
    func shortAdvice(_ advice: GroupOnFrontier.Advice) -> String {
        switch advice {
        case .learnAtHome: "at home first"
        case .learnElsewhere: "elsewhere"
        case .gapUnclear: "not certain"
        case .changeSize: "change size"
        case .isAhead: "ahead"
        case .tooFewUnits: "too few units"
        }
    }
    func equalSizeCaution(size: String, draws: String) -> String {
        "A large group looks ahead for its number alone; so the gap to other groups is taken from \(draws) draws of "
            + "\(size) units from every group. In brackets: between which gaps 95 % of the draws lie."
    }
    func bootstrapCaution(replicates: String, seed: String) -> String {
        "Intervals: Simar–Wilson bootstrap, \(replicates) replicates, seed \(seed), 95 %."
    }
    var noBootstrapCaution: String { "No intervals: add --bootstrap 2000." }
    var flatteryCaution: String {
        "Scores flatter: the best on record need not be the best possible. A gap is no cause; soil, weather and quality "
            + "that nobody recorded are in it too."
    }
    var slackCaution: String { "Targets include what is left over (slacks), each column over its mean." }
    func rest(_ units: String) -> String { "and \(units) units more: --format csv" }

    var groupsCaption: String { "Three gaps, by group" }
    func unitsCaption(_ shown: String) -> String { "Units with the largest gap (\(shown))" }
    var groupHeading: String { "Group" }
    var unitHeading: String { "Unit" }
    var unitCount: String { "n" }
    var homeGap: String { "at home" }
    var elsewhereGap: String { "elsewhere" }
    var equalSizeGap: String { "at equal n (95 %)" }
    var sizeGap: String { "size" }
    var teacherHeading: String { "peers" }
    var adviceHeading: String { "learn" }
    var reachedHeading: String { "reached" }
    func robustHeading(_ order: String) -> String { "order-m (\(order))" }
    var returnsHeading: String { "when growing" }
    func returns(_ returns: ScaleScore.Returns) -> String {
        switch returns {
        case .increasing: "gains"
        case .constant: "keeps"
        case .decreasing: "loses"
        }
    }
    var peersHeading: String { "peers" }
    func target(_ column: String) -> String { "target \(column)" }
}

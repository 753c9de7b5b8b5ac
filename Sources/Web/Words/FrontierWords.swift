import Benchmarking
import Compare

/// "Frontier": how far is each from the best, and who could learn from whom?
protocol FrontierWords: Sendable {
    func frontierTitle(_ file: String) -> String
    func unitsAndColumns(units: String, inputs: String, outputs: String) -> String
    func technology(_ technology: FrontierQuestion.Technology, _ orientation: RadialOrientation) -> String
    func medianShare(_ share: String, robust: String?, order: String, _ orientation: RadialOrientation) -> String
    func sampleTells(units: String, columns: String, effective: String) -> String
    func proven(residual: String) -> String
    func withoutScore(_ units: String) -> String
    func groupSentence(_ group: GroupWording) -> String
    func tooFewInGroup(_ name: String, units: String, least: String) -> String
    func tooFewUnits(units: String, least: String, columns: String) -> String
    func teachers(_ list: String) -> String
    func advice(_ advice: GroupOnFrontier.Advice) -> String
    func shortAdvice(_ advice: GroupOnFrontier.Advice) -> String
    func equalSizeCaution(size: String, draws: String) -> String
    func bootstrapCaution(replicates: String, seed: String) -> String
    var noBootstrapCaution: String { get }
    var flatteryCaution: String { get }
    var slackCaution: String { get }
    func rest(_ units: String) -> String

    var groupsCaption: String { get }
    func unitsCaption(_ shown: String) -> String
    var groupHeading: String { get }
    var unitHeading: String { get }
    var unitCount: String { get }
    var homeGap: String { get }
    var elsewhereGap: String { get }
    var equalSizeGap: String { get }
    var sizeGap: String { get }
    var teacherHeading: String { get }
    var adviceHeading: String { get }
    var reachedHeading: String { get }
    func robustHeading(_ order: String) -> String
    var returnsHeading: String { get }
    func returns(_ returns: ScaleScore.Returns) -> String
    var peersHeading: String { get }
    func target(_ column: String) -> String
}

/// What a sentence about a group says, as finished text.
struct GroupWording {
    let name: String
    let units: String
    let home: String
    let elsewhere: String
    let interval: String?
    let size: String?
}

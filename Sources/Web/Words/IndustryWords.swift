import Register

/// The migration board of the industry classification. Numbers, days and names come in as finished text.
protocol IndustryWords: Sendable {
    var boardTitle: String { get }
    var boardQuestion: String { get }
    func boardAnswer(_ count: String, place: String, decided: String, open: String) -> String
    func boardAlarm(_ count: String) -> String
    var boardHint: String { get }
    func boardEmpty(_ place: String) -> String
    func boardCaption(_ place: String) -> String
    func boardComputed(_ most: String) -> [String]
    var enterprisesHeading: String { get }
    var becameHeading: String { get }
    var proposedHeading: String { get }
    var decidedHeading: String { get }
    func became(_ alarm: IndustryProposal.Alarm?, isComplete: Bool) -> String
    var sameDigitsWarning: String { get }
    func mayBeSplit(_ others: String) -> String
    func mayBeMerged(_ others: String) -> String
    var nothingProposed: String { get }
    var staysOpen: String { get }
    func decidedBy(_ name: String, on day: String) -> String
    func decideHeading(_ code: String) -> String
    func titleOf(_ version: String, _ code: String, _ title: String) -> String
    var successorField: String { get }
    var anotherCode: String { get }
    var leaveOpen: String { get }
    var anotherField: String { get }
    var anotherHint: String { get }
    var decideButton: String { get }
    func badDecision(_ refusal: IndustryDecisionRefusal) -> String

    var siinasTitle: String { get }
    func siinasLead(empty: String) -> [String]
    func siinasItem(_ item: SIINasItem) -> String
}

import Register

/// Enterprises that may be one. Numbers and names come in as finished text.
protocol TwinWords: Sendable {
    var twinsTitle: String { get }
    var twinsQuestion: String { get }
    var twinsLead: String { get }
    func twinsAnswer(_ count: String, isMore: Bool) -> String
    var twinsNone: String { get }
    var twinsNeverSought: String { get }
    var twinsSeeking: String { get }
    var twinsStopped: String { get }
    func twinsFailed(_ code: String) -> String
    var twinsSeek: String { get }
    var twinsSeekAgain: String { get }
    var twinsCaption: String { get }
    var firstTwinHeading: String { get }
    var secondTwinHeading: String { get }
    var likelyHeading: String { get }
    var evidenceHeading: String { get }
    /// - Parameter likeness: of two names as a share in words, such as `92 %`; empty for evidence that has none.
    func evidence(_ kind: TwinReason.Kind, likeness: String) -> String
    func evidenceFor(_ evidence: String) -> String
    func evidenceAgainst(_ evidence: String) -> String
    var evidenceHidden: String { get }

    var pairQuestion: String { get }
    func pairAnswer(_ share: String) -> String
    func almostSurely(_ share: String) -> String
    var pairExplained: String { get }
    var pairCaption: String { get }
    var pairFieldHeading: String { get }
    var pairDifferenceHeading: String { get }
    var pairDiffers: String { get }
    var pairSpelling: String { get }
    var pairOnlyOne: String { get }
    var pairSame: String { get }
    var pairYears: String { get }
    var mergeHeading: String { get }
    var mergeLead: String { get }
    var mergeWhichStays: String { get }
    var mergeButton: String { get }
    var differentLead: String { get }
    var differentButton: String { get }
    var pairSettledDifferent: String { get }
    var pairSettledMerged: String { get }

    func mergedHere(_ name: String) -> String
    var partButton: String { get }
}

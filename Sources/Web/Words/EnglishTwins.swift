import Register

extension English: TwinWords {
    var twinsTitle: String { "Duplicates" }
    var twinsQuestion: String { "Which enterprises may be registered twice?" }
    var twinsLead: String {
        "An enterprise is sometimes entered under two spellings. Compare the two, then merge them, or settle that they differ."
    }
    func twinsAnswer(_ count: String, isMore: Bool) -> String {
        isMore ? "More than \(count) pairs are to be settled." : "Pairs to be settled: \(count)."
    }
    var twinsNone: String { "No pair is to be settled." }
    var twinsNeverSought: String { "Nobody has looked for duplicates yet. Press the button below to begin." }
    var twinsSeeking: String { "Looking for duplicates. The browser may be closed." }
    var twinsStopped: String { "The search was stopped. What an earlier search has found is still here." }
    func twinsFailed(_ code: String) -> String { "The last search failed (\(code)). Please try again." }
    var twinsSeek: String { "Look for duplicates" }
    var twinsSeekAgain: String { "Look again" }
    var twinsCaption: String { "Pairs that may be one enterprise, the most probable on top" }
    var firstTwinHeading: String { "The one" }
    var secondTwinHeading: String { "The other" }
    var likelyHeading: String { "Probability" }
    var evidenceHeading: String { "Reasons" }
    func evidence(_ kind: TwinReason.Kind, likeness: String) -> String {
        switch kind {
        case .sameNIB: "same NIB"
        case .nearNIB: "almost the same NIB"
        case .otherNIB: "another NIB"
        case .namesAlike: "names alike (\(likeness))"
        case .namesDiffer: "names less alike (\(likeness))"
        case .otherNumber: "another number in the name"
        case .sameOwner: "same owner"
        case .ownersAlike: "names of the owners alike (\(likeness))"
        case .otherOwner: "another owner"
        case .samePhone: "same telephone"
        case .nearPhone: "almost the same telephone"
        case .otherPhone: "another telephone"
        case .sameVillage: "same village"
        case .sameDistrict: "same district"
        case .otherDistrict: "another district"
        case .otherRegency: "another regency or city"
        case .sameIndustry: "same KBLI"
        case .sameGroup: "same group of KBLI"
        case .otherIndustry: "another KBLI"
        case .sameStreet: "same street"
        case .otherStreet: "another street"
        }
    }
    func evidenceFor(_ evidence: String) -> String { "For: \(evidence)." }
    func evidenceAgainst(_ evidence: String) -> String { "Against: \(evidence)." }
    var evidenceHidden: String { "Reasons about owner and telephone are for those who have the right to them." }

    var pairQuestion: String { "Are the two one enterprise?" }
    func pairAnswer(_ share: String) -> String { "Its probability is \(share)." }
    func almostSurely(_ share: String) -> String { "more than \(share)" }
    var pairExplained: String {
        "The probability is computed from what agrees and differs below. A word that is rare in the register counts for more than a usual one. The decision stays with your office."
    }
    var pairCaption: String { "The two records side by side" }
    var pairFieldHeading: String { "Field" }
    var pairDifferenceHeading: String { "Comparison" }
    var pairDiffers: String { "differs" }
    var pairSpelling: String { "spelling differs" }
    var pairOnlyOne: String { "in one only" }
    var pairSame: String { "same" }
    var pairYears: String { "Years with figures" }
    var mergeHeading: String { "If the two are one enterprise" }
    var mergeLead: String {
        "The record that stays takes the fields, years and certificates it lacks from its duplicate. Fields that differ are not written over. A merger can be undone until the record that stays is changed again."
    }
    var mergeWhichStays: String { "Which one stays?" }
    var mergeButton: String { "Merge" }
    var differentLead: String { "If they are two enterprises, this pair is not asked about again." }
    var differentButton: String { "They differ" }
    var pairSettledDifferent: String { "Settled: they are two enterprises." }
    var pairSettledMerged: String { "Settled: they were merged." }

    func mergedHere(_ name: String) -> String { "\(name) was merged into this one." }
    var partButton: String { "Part them again" }
}

import Register
import Storage

/// Why a pair may be one enterprise, in words.
struct Evidence {
    /// `93 %`, or `lebih dari 99 %`.
    let share: String
    let supporting: [String]
    let opposing: [String]
    /// Whether there is more, which only those may read who have the right to personal data.
    let isHiding: Bool

    init(_ pair: TwinPair, _ visit: Visit) {
        self.init(TwinScore(bits: pair.bits, reasons: pair.reasons), in: pair.office, visit)
    }

    init(_ score: TwinScore, in office: RegionCode, _ visit: Visit) {
        let words = visit.words
        let numbers = visit.language.numbers
        share =
            score.score > 0.99
            ? words.almostSurely(numbers.percent(0.99, decimals: 0)) : numbers.percent(score.score, decimals: 0)
        let mayRead = visit.may(.view, .personal, at: Place(office))
        let shown = score.reasons.filter { mayRead || !$0.kind.isPersonal }
        isHiding = shown.count < score.reasons.count
        func told(_ reasons: [TwinReason]) -> [String] {
            reasons.map { reason in
                let likeness = reason.kind.likeness.map { numbers.percent($0, decimals: 0) }
                return words.evidence(reason.kind, likeness: likeness ?? "")
            }
        }
        supporting = told(shown.filter { $0.bits > 0 })
        opposing = told(shown.filter { $0.bits <= 0 })
    }

    func sentences(_ words: any Words) -> [String] {
        (supporting.isEmpty ? [] : [words.evidenceFor(supporting.joined(separator: ", "))])
            + (opposing.isEmpty ? [] : [words.evidenceAgainst(opposing.joined(separator: ", "))])
    }
}

extension TwinReason.Kind {
    /// Whether it tells something about a person.
    fileprivate var isPersonal: Bool {
        switch self {
        case .sameOwner, .ownersAlike, .otherOwner, .samePhone, .nearPhone, .otherPhone: true
        default: false
        }
    }
}

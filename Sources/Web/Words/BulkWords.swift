/// Changing many enterprises at once. Numbers, days and names come in as finished text.
protocol BulkWords: Sendable {
    var pickHeading: String { get }
    func pick(_ name: String) -> String
    var bulkHeading: String { get }
    var bulkLead: String { get }
    var bulkDeed: String { get }
    func bulkChoice(_ choice: BulkChoice) -> String
    /// All that the search finds, where it is known how many these are.
    func bulkAll(_ count: String) -> String
    /// The same where it is not known, with how many are taken at most.
    func bulkAll(atMost most: String) -> String
    var bulkCheck: String { get }
    func bulkAbout(_ count: String) -> String
    var bulkSentra: String { get }
    var bulkFrom: String { get }
    var bulkUntil: String { get }

    func deedSet(_ field: String, to value: String) -> String
    func deedJoin(_ sentra: String) -> String
    func deedLeave(_ sentra: String) -> String
    var memberNot: String { get }
    var memberStill: String { get }
    func memberFrom(_ day: String) -> String
    func memberUntil(_ day: String) -> String
    func bulkPlan(_ count: String) -> String
    var bulkNothing: String { get }
    func bulkAsItIs(_ count: String) -> String
    func bulkNotMembers(_ count: String) -> String
    var bulkCaption: String { get }
    var bulkBefore: String { get }
    var bulkAfter: String { get }
    func bulkButton(_ count: String) -> String
    var bulkBack: String { get }

    func bulkDone(_ count: String, on instant: String) -> String
    var bulkUndo: String { get }
    func bulkUndone(_ count: String, on instant: String) -> String
    /// - Parameter isOver: whether the others were taken back already.
    func bulkStays(_ count: String, isOver: Bool) -> String
    var bulkRecent: String { get }

    var bulkUnknown: String { get }
    var bulkSeveralOffices: String { get }
    var bulkNonePicked: String { get }
    func bulkTooMany(_ most: String) -> String
    var bulkAllSince: String { get }
}

extension BulkWords {
    func message(_ why: ManyTrouble) -> String {
        switch why {
        case .unknownChange: bulkUnknown
        case .severalOffices: bulkSeveralOffices
        case .nonePicked: bulkNonePicked
        case .tooMany(let most): bulkTooMany("\(most)")
        case .allChangedSince: bulkAllSince
        }
    }
}

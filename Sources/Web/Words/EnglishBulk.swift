extension English: BulkWords {
    var pickHeading: String { "Pick" }
    func pick(_ name: String) -> String { "Pick \(name)" }
    var bulkHeading: String { "Change several at once" }
    var bulkLead: String {
        "Tick enterprises in the table, choose what to do, then check. Nothing changes before you agree."
    }
    var bulkDeed: String { "What to do" }
    func bulkChoice(_ choice: BulkChoice) -> String {
        switch choice {
        case .join: "Put into a sentra"
        case .leave: "Take out of a sentra"
        case .closed: "Mark as closed"
        case .open: "Mark as still working"
        case .industry: "Set the KBLI code"
        case .branch: "Set the branch of industry"
        case .village: "Set the village or district"
        }
    }
    func bulkAll(_ count: String) -> String { "All that this search finds: \(count)" }
    func bulkAll(atMost most: String) -> String { "All that this search finds (at most \(most))" }
    var bulkCheck: String { "Check first" }
    func bulkAbout(_ count: String) -> String { "For the \(count) enterprises picked." }
    var bulkSentra: String { "Sentra" }
    var bulkFrom: String { "Member since" }
    var bulkUntil: String { "Member until" }

    func deedSet(_ field: String, to value: String) -> String { "\(field): \(value)" }
    func deedJoin(_ sentra: String) -> String { "Into \(sentra)" }
    func deedLeave(_ sentra: String) -> String { "Out of \(sentra)" }
    var memberNot: String { "no member" }
    var memberStill: String { "member" }
    func memberFrom(_ day: String) -> String { "member since \(day)" }
    func memberUntil(_ day: String) -> String { "member until \(day)" }
    func bulkPlan(_ count: String) -> String { "\(count) enterprises will change as in the table." }
    var bulkNothing: String { "Nothing changes: all of them are so already." }
    func bulkAsItIs(_ count: String) -> String { "\(count) enterprises are so already and stay untouched." }
    func bulkNotMembers(_ count: String) -> String {
        "\(count) enterprises do not belong to that sentra on that day and stay untouched."
    }
    var bulkCaption: String { "What changes, one by one" }
    var bulkBefore: String { "Before" }
    var bulkAfter: String { "After" }
    func bulkButton(_ count: String) -> String { "Change \(count) enterprises" }
    var bulkBack: String { "Back to the list of enterprises" }

    func bulkDone(_ count: String, on instant: String) -> String { "\(count) enterprises changed \(instant)." }
    var bulkUndo: String { "Take this change back" }
    func bulkUndone(_ count: String, on instant: String) -> String {
        "Taken back \(instant) for \(count) enterprises."
    }
    func bulkStays(_ count: String, isOver: Bool) -> String {
        isOver
            ? "\(count) enterprises were left as they are, because they were changed again since:"
            : "\(count) enterprises were changed again since and are not taken back with the others:"
    }
    var bulkRecent: String { "The last changes of several at once" }

    var bulkUnknown: String { "There is no such change." }
    var bulkSeveralOffices: String {
        "These belong to several offices. Pick enterprises of one regency or city only."
    }
    var bulkNonePicked: String {
        "No enterprise is picked yet. Go back to the list and tick some, or choose all that the search finds."
    }
    func bulkTooMany(_ most: String) -> String {
        "At most \(most) enterprises at once. First narrow the search or the filter."
    }
    var bulkAllSince: String {
        "All of these were changed again since, so none can be taken back. Change them one by one."
    }
}

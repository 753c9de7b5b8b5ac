import Register

extension English: IndustryWords {
    var boardTitle: String { "From KBLI 2020 to 2025" }
    var boardQuestion: String { "What became of our KBLI 2020 codes?" }
    func boardAnswer(_ count: String, place: String, decided: String, open: String) -> String {
        "Codes of KBLI 2020 that enterprises in \(place) carry: \(count). Decided: \(decided). Still open: \(open)."
    }
    func boardAlarm(_ count: String) -> String {
        "Beware: open codes that KBLI 2025 still has, with another meaning: \(count)."
    }
    var boardHint: String { "Choose a code to read both titles and decide its successor." }
    func boardEmpty(_ place: String) -> String {
        "No enterprise in \(place) has a code of KBLI 2020 yet. Enter it on an enterprise's card, or upload a list."
    }
    func boardCaption(_ place: String) -> String { "Codes of KBLI 2020 in use in \(place)" }
    func boardComputed(_ most: String) -> [String] {
        [
            """
            Proposals are computed by comparing the texts of both classifications (BPS regulations 2/2020 and 7/2025), \
            because we have no official table of correspondence. A proposal is no decision: a person decides, and the audit \
            trail keeps it.
            """,
            "Records that were merged into others do not count. Each code is counted up to \(most) enterprises.",
        ]
    }
    var enterprisesHeading: String { "Enterprises" }
    var becameHeading: String { "In KBLI 2025" }
    var proposedHeading: String { "Proposed" }
    var decidedHeading: String { "Decided" }
    func became(_ alarm: IndustryProposal.Alarm?, isComplete: Bool) -> String {
        guard isComplete else { return "less than five digits: complete it on the enterprise’s card first" }
        return switch alarm {
        case nil: "kept: same digits, same meaning"
        case .gone: "gone: these digits are no more"
        case .sameDigitsOtherMeaning: "same digits, other meaning"
        case .sameDigitsUnclear: "same digits, meaning not clear"
        case .unknown: "not in our bridge"
        }
    }
    var sameDigitsWarning: String { "The digits are the same, but in KBLI 2025 they mean something else." }
    func mayBeSplit(_ others: String) -> String { "may be split: also \(others)" }
    func mayBeMerged(_ others: String) -> String { "may be merged with \(others)" }
    var nothingProposed: String { "nothing proposed" }
    var staysOpen: String { "still open" }
    func decidedBy(_ name: String, on day: String) -> String { "by \(name), \(day)" }
    func decideHeading(_ code: String) -> String { "What became of KBLI 2020 \(code)?" }
    func titleOf(_ version: String, _ code: String, _ title: String) -> String { "KBLI \(version) \(code): \(title)" }
    var successorField: String { "Its successor in KBLI 2025" }
    var anotherCode: String { "another code, written below" }
    var leaveOpen: String { "leave it open" }
    var anotherField: String { "Another code" }
    var anotherHint: String { "Five digits of KBLI 2025; only with “another code”." }
    var decideButton: String { "Save the decision" }
    func badDecision(_ refusal: IndustryDecisionRefusal) -> String {
        switch refusal {
        case .notOf2020, .unknownCode: "KBLI 2020 has no such code. Choose one from the table."
        case .notOf2025, .unknownSuccessor: "KBLI 2025 has no such code. Check the digits, or choose a proposal."
        case .notFiveDigits: "The successor is written as five digits of KBLI 2025, such as 13133."
        }
    }

    var siinasTitle: String { "Items for SIINas" }
    func siinasLead(empty: String) -> [String] {
        [
            """
            The eleven items that small industry reports while it produces (Permenperin 13/2025, article 7): a row for each \
            enterprise, with the figures of the newest year on record. Owners’ names and contacts are not among them.
            """,
            "Not kept in this register yet, so these columns are empty: \(empty).",
        ]
    }
    func siinasItem(_ item: SIINasItem) -> String {
        switch item {
        case .investment: "Investment without land and buildings (Rp)"
        case .productionCapacity: "Production capacity"
        case .installedCapacity: "Installed capacity"
        case .production: "Production (Rp)"
        case .rawMaterials: "Raw materials (Rp)"
        case .landAndBuildings: "Investment in land and buildings (Rp)"
        case .workers: "Workers"
        case .processWater: "Water used in production"
        case .fuelAndLubricants: "Fuel and lubricants used"
        case .electricity: "Electricity used in production"
        case .machines: "Machines and equipment"
        }
    }
}

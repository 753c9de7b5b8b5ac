public import Register

/// How far figures of production have come on their way to being relied on. The raw value is the stable name.
public enum ProductionState: String, Sendable, CaseIterable, Codable {
    /// Being filled in.
    case draft
    /// Handed over for a decision.
    case submitted
    /// Given back with a reason, to be mended.
    case returned
    case approved
    /// Closed: it is changed by no way until somebody opens it again, with a reason.
    case locked

    /// Whether what is written may be changed.
    public var isOpen: Bool { self == .draft || self == .returned }
}

/// A step from one state to another. The raw value is the stable name.
public enum ProductionMove: String, Sendable, CaseIterable, Codable {
    case submit
    case giveBack = "give-back"
    case approve
    case lock
    case unlock

    /// - Returns: `nil` where the step cannot be made from there.
    public func target(from state: ProductionState) -> ProductionState? {
        switch (self, state) {
        case (.submit, .draft), (.submit, .returned): .submitted
        case (.giveBack, .submitted), (.giveBack, .approved): .returned
        case (.approve, .submitted): .approved
        case (.lock, .approved): .locked
        // Who opens it again says why, and it is decided on anew.
        case (.unlock, .locked): .returned
        default: nil
        }
    }

    public var needsReason: Bool { self == .giveBack || self == .unlock }

    /// Whoever enters hands over; whoever approves decides.
    public var deed: Deed { self == .submit ? .enter : .approve }
}

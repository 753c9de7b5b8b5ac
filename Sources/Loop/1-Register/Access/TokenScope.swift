/// What a script's token may be used for, within what its account may do.
public enum TokenScope: String, Sendable, CaseIterable, Codable {
    case read
    case write

    /// Whether the deed lies in this scope.
    public func covers(_ deed: Deed) -> Bool {
        switch deed {
        case .view, .export: true
        case .enter: self == .write
        // Who may come in and what is approved is decided by people, not by scripts.
        case .approve, .manage: false
        }
    }
}

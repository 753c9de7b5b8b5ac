/// Why a view of a list is not kept or changed.
public enum ViewTrouble: Sendable, Hashable {
    case unknown
    /// The person keeps one of that name.
    case nameTaken
    case tooMany(Int)

    var code: String {
        switch self {
        case .unknown: "view-unknown"
        case .nameTaken: "view-name-taken"
        case .tooMany: "too-many-views"
        }
    }
}

/// Why many are not changed at once.
public enum ManyTrouble: Sendable, Hashable {
    case unknownChange
    /// Many are changed for one office at a time.
    case severalOffices
    case nonePicked
    case tooMany(Int)
    /// Nothing is as the change of many left it.
    case allChangedSince

    var code: String {
        switch self {
        case .unknownChange: "change-unknown"
        case .severalOffices: "several-offices"
        case .nonePicked: "none-picked"
        case .tooMany: "too-many-at-once"
        case .allChangedSince: "all-changed-since"
        }
    }
}

public import Register
import Storage

/// Why a request is not let in, or not now.
public enum DoorRefusal: Sendable, Hashable {
    /// Somebody has to sign in first.
    case signInNeeded
    /// No hat of the visitor allows it.
    case forbidden(AccessRefusal)
    /// The token of a script was not made for this.
    case outOfScope
    /// The form was made for another session, or too long ago, or by another site.
    case formExpired
    /// Not a form of ours.
    case unsupportedForm
    /// Too much from one place.
    case tooMany(seconds: Int)
    /// The database cannot be used for the moment.
    case unavailable(Unavailable)

    /// What is wrong with the database.
    public enum Unavailable: String, Sendable, CaseIterable {
        case busy
        case diskFull = "disk-full"
        case readOnly = "read-only"
        case unreachable
        /// It may have been kept, or not.
        case outcomeUnknown = "outcome-unknown"
    }

    var code: String {
        switch self {
        case .signInNeeded: "sign-in-needed"
        case .forbidden(let reason): reason.rawValue
        case .outOfScope: "token-scope"
        case .formExpired: "form-expired"
        case .unsupportedForm: "form-unsupported"
        case .tooMany: "too-many"
        case .unavailable(let why): "database-\(why.rawValue)"
        }
    }

    var status: Int {
        switch self {
        case .signInNeeded: 401
        case .forbidden, .outOfScope, .formExpired: 403
        case .unsupportedForm: 415
        case .tooMany: 429
        case .unavailable: 503
        }
    }
}

extension RequestRefusal {
    public static let signInNeeded = RequestRefusal.door(.signInNeeded)
    static let outOfScope = RequestRefusal.door(.outOfScope)
    static let formExpired = RequestRefusal.door(.formExpired)
    static let unsupportedForm = RequestRefusal.door(.unsupportedForm)
    static func forbidden(_ reason: AccessRefusal) -> RequestRefusal { .door(.forbidden(reason)) }
    public static func tooMany(seconds: Int) -> RequestRefusal { .door(.tooMany(seconds: seconds)) }

    /// - Returns: `nil` for what is no refusal but a fault of ours here.
    init?(_ refusal: StoreRefusal) {
        switch refusal {
        case .busy: self = .door(.unavailable(.busy))
        case .diskFull: self = .door(.unavailable(.diskFull))
        case .readOnly: self = .door(.unavailable(.readOnly))
        case .unreachable: self = .door(.unavailable(.unreachable))
        case .outcomeUnknown: self = .door(.unavailable(.outcomeUnknown))
        case .cannotOpen, .notOurs, .empty, .wrongKeys, .noKeys: return nil
        }
    }
}

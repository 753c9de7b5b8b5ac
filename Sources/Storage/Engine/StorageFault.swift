/// What is our fault, not the user's.
enum StorageFault: Error, Equatable, CustomStringConvertible {
    case unexpectedValue(column: Int)
    case newerSchema(Int)
    case damaged(String)
    /// A text with U+0000 was about to be written.
    case zeroInText
    /// An infinite number, or one that is not a number, was about to be written.
    case notFinite
    /// A statement was to be run while the rows of another one were being read.
    case statementInside
    /// A change of the schema failed; the schema is as the one before left it.
    case migrationFailed(Int, name: String, reason: String)
    case engine(EngineTrouble, String)

    var description: String {
        switch self {
        case .unexpectedValue(let column): "unexpected value in column \(column)"
        case .newerSchema(let number): "schema \(number) is newer than this program"
        case .damaged(let what): "damaged: \(what)"
        case .zeroInText: "a text holds U+0000"
        case .notFinite: "a number is infinite, or none"
        case .statementInside: "a statement inside another one"
        case .migrationFailed(let number, let name, let reason): "schema \(number) (\(name)) failed: \(reason)"
        case .engine(let trouble, let detail): "\(trouble): \(detail)"
        }
    }

    /// Another time, or on another connection, the same statement may go well.
    var isPassing: Bool {
        switch trouble {
        case .busy, .contention, .unreachable, .cancelled: true
        default: false
        }
    }

    var trouble: EngineTrouble? {
        if case .engine(let trouble, _) = self { trouble } else { nil }
    }
}

/// What goes wrong in a database, in one vocabulary for both engines.
enum EngineTrouble: Equatable, Sendable {
    /// A rule of the schema refuses the row.
    case notUnique, missingReference, checkFailed, missingValue
    /// Another program or transaction is in the way.
    case busy, contention
    case diskFull, readOnly, damagedFile
    /// The server cannot be reached, or went away; nothing was kept.
    case unreachable
    /// The server went away while the transaction was being kept: nobody knows whether it was.
    case outcomeUnknown
    case cancelled
    case other
}

import Foundation
import Register
import Storage

/// The kinds of work that are asked for on pages.
enum JobKind {
    static let audit = "audit"
    static let backup = "backup"
    static let all = [audit, backup]
}

/// What a check of the books came to: each book with its length and, where it does not hold, the first fault.
struct AuditOutcome: Decodable {
    struct Book: Decodable {
        let office: String
        let length: Int
        let head: String?
        let fault: Fault?
    }

    struct Fault: Decodable {
        let number: Int
        let kind: String
    }

    let books: [Book]

    /// - Returns: `nil` for the outcome of another kind or of a later version.
    init?(_ json: String) {
        // What cannot be read is said to be unread, nothing is guessed.
        guard let read = try? JSONDecoder().decode(AuditOutcome.self, from: Data(json.utf8)) else { return nil }
        self = read
    }
}

extension Job {
    /// What came of it, in words; empty while it is not over.
    func outcomeWords(_ visit: Visit) -> [String] {
        let words = visit.words
        switch state {
        case .waiting, .running, .cancelled: return []
        case .failed: return [words.jobFailed(code: outcome)]
        case .done: break
        }
        guard kind == JobKind.audit, let audit = AuditOutcome(outcome) else { return plainOutcome }
        let faults = audit.books.filter { $0.fault != nil }
        let numbers = visit.language.numbers
        let lines = numbers.integer(audit.books.reduce(0) { $0 + $1.length })
        return [words.booksChecked(numbers.integer(audit.books.count), lines: lines)]
            + (faults.isEmpty ? [words.booksHold] : faults.map { words.bookBroken($0.office) })
    }

    /// The outcome of a kind that has no words here: its plain values by name.
    private var plainOutcome: [String] {
        // An outcome that is no JSON object has nothing to list.
        guard let object = try? JSONSerialization.jsonObject(with: Data(outcome.utf8)) as? [String: Any] else {
            return []
        }
        return object.sorted { $0.key < $1.key }.compactMap { name, value in
            switch value {
            case let text as String: "\(name): \(text)"
            case let number as NSNumber: "\(name): \(number)"
            default: nil
            }
        }
    }
}

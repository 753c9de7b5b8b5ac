import Foundation
import Register
import Storage

/// The kinds of work that are asked for on pages.
enum JobKind {
    static let audit = "audit"
    static let backup = "backup"
    static let all = [audit, backup]
}

/// What a check of the books came to: each book with its length, and the first fault that was found.
struct AuditOutcome: Decodable {
    struct Book: Decodable {
        let office: String
        let length: Int
    }

    struct Fault: Decodable {
        let office: String
        let number: Int
        let kind: String
    }

    /// In the order of their offices.
    let books: [Book]
    /// `nil` where every book holds.
    let fault: Fault?

    /// - Returns: `nil` for the outcome of another kind or of a later version.
    init?(_ json: String) {
        // What cannot be read is said to be unread, nothing is guessed.
        guard let read = try? JSONDecoder().decode(AuditOutcome.self, from: Data(json.utf8)) else { return nil }
        self = read
    }
}

/// What a backup came to.
struct BackupOutcome: Decodable {
    let file: String
    /// Bytes.
    let size: Int
    /// Old ones that need not be kept any longer.
    let removed: [String]

    /// - Returns: `nil` for the outcome of another kind or of a later version.
    init?(_ json: String) {
        // What cannot be read is said to be unread, nothing is guessed.
        guard let read = try? JSONDecoder().decode(BackupOutcome.self, from: Data(json.utf8)) else { return nil }
        self = read
    }
}

extension Job {
    /// What came of it, in words; empty while it is not over.
    func outcomeWords(_ visit: Visit) -> [String] {
        switch state {
        case .waiting, .running, .cancelled: []
        case .failed: [visit.words.jobFailed(code: outcome)]
        case .done:
            switch kind {
            case JobKind.audit: AuditOutcome(outcome).map { told($0, visit) } ?? plainOutcome
            case JobKind.backup: BackupOutcome(outcome).map { told($0, visit) } ?? plainOutcome
            default: plainOutcome
            }
        }
    }

    private func told(_ audit: AuditOutcome, _ visit: Visit) -> [String] {
        let words = visit.words
        let numbers = visit.language.numbers
        let lines = numbers.integer(audit.books.reduce(0) { $0 + $1.length })
        return [
            words.booksChecked(numbers.integer(audit.books.count), lines: lines),
            audit.fault.map { words.bookBroken($0.office, number: numbers.integer($0.number)) } ?? words.booksHold,
        ]
    }

    private func told(_ backup: BackupOutcome, _ visit: Visit) -> [String] {
        let numbers = visit.language.numbers
        let size = numbers.number(Double(backup.size) / 1_000_000, decimals: 1)
        let removed = backup.removed.isEmpty ? nil : numbers.integer(backup.removed.count)
        return [visit.words.backupDone(backup.file, megabytes: size, removed: removed)]
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

import Foundation
import Register

/// A term as people read it: how many hours are left, or by how many it is missed.
struct Clock: Sendable {
    let words: String
    /// It was missed and is still owed.
    let isOverdue: Bool
    let isOpen: Bool

    init(_ deadline: Deadline, _ visit: Visit) {
        let words = visit.words
        func amount(_ seconds: TimeInterval) -> String {
            // Rounded down: nobody is told that there is more time than there is.
            let minutes = Int(seconds / 60)
            let number = visit.language.numbers.integer(minutes >= 60 ? minutes / 60 : minutes)
            return minutes >= 60 ? words.hours(number) : words.minutes(number)
        }
        switch deadline.state(at: visit.now) {
        case .open(let left): (self.words, isOverdue, isOpen) = (words.timeLeft(amount(left)), false, true)
        case .overdue(let by): (self.words, isOverdue, isOpen) = (words.overdue(amount(by)), true, true)
        case .met: (self.words, isOverdue, isOpen) = (words.termMet, false, false)
        case .metLate(let by): (self.words, isOverdue, isOpen) = (words.termMetLate(amount(by)), false, false)
        }
    }
}

extension String {
    /// With a large first letter, where a phrase stands at the head of a line.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With a small first letter, where a heading stands within a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

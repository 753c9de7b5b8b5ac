public import Foundation

/// Makes identifiers that only grow, however many are made in a millisecond and even when the clock goes back.
///
/// `rand_a` is a counter. A new millisecond starts it at random in its lower half; within a millisecond, or when the
/// clock shows an earlier time, it goes up by one; when it is full, the identifier is dated a millisecond ahead.
/// `rand_b` is drawn anew each time, so that the next identifier cannot be guessed from the last.
///
/// A clock that was far ahead and was then put right leaves the dates of the identifiers at the later time until the
/// clock catches up or the process starts anew: the order is kept, the date is not. What happened when is
/// therefore recorded beside the identifier and never read from it.
///
/// - Source: RFC 9562, section 6.2 (fixed bit-length dedicated counter)
public struct IdentifierSequence: Sendable {
    private var last: Identifier?

    public init() {}

    /// - Returns: an identifier greater than every one this sequence made before.
    public mutating func next(at instant: Date, using random: inout some RandomNumberGenerator) -> Identifier {
        let now = Identifier.milliseconds(of: instant)
        let tail = random.next()
        let start = random.next() & Identifier.counterMask >> 1
        let next: Identifier
        if let last, now <= last.milliseconds {
            let isFull = last.counter == Identifier.counterMask
            next = Identifier(
                milliseconds: isFull ? last.milliseconds + 1 : last.milliseconds,
                counter: isFull ? start : last.counter + 1, tail: tail)
        } else {
            next = Identifier(milliseconds: now, counter: start, tail: tail)
        }
        last = next
        return next
    }
}

/// What goes from one database to another.
enum RowParcel: Sendable {
    /// What is going to be given, in this order.
    case tables([TableShape])
    case rows([[SQLValue]])
    /// All rows of a table were given.
    case end(DatabaseCopy.Table)
}

/// The rows of one table as they arrive.
final class ArrivingRows: Sequence, IteratorProtocol {
    private let handover: Handover<RowParcel>
    private var portion: [[SQLValue]] = []
    private var place = 0
    private var sent: DatabaseCopy.Table?
    private var failure: (any Error)?

    init(_ handover: Handover<RowParcel>) { self.handover = handover }

    func next() -> [SQLValue]? {
        while place == portion.count {
            guard sent == nil, failure == nil else { return nil }
            refill()
        }
        defer { place += 1 }
        return portion[place]
    }

    /// A sequence cannot throw: whoever has read it to its end asks whether that was the end, and of what.
    func whatWasSent() throws -> DatabaseCopy.Table {
        guard let sent else { throw failure ?? HandoverStopped() }
        return sent
    }

    private func refill() {
        do {
            switch try handover.take() {
            case .rows(let rows): (portion, place) = (rows, 0)
            case .end(let table): sent = table
            case .tables: failure = HandoverStopped()
            }
        } catch {
            failure = error
        }
    }
}

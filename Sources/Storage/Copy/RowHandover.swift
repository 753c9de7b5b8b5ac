import Dispatch
import Synchronization

/// Rows on their way from the thread of one transaction to the thread of another, a few portions at most: who gives
/// waits while it is full, who takes waits while it is empty. Both are threads of databases, made to wait.
final class RowHandover: Sendable {
    enum Parcel: Sendable {
        /// What is going to be given, in this order.
        case tables([TableShape])
        case rows([[SQLValue]])
        /// All rows of a table were given.
        case end(DatabaseCopy.Table)
    }

    /// The other side has stopped.
    struct Stopped: Error {}

    private struct State {
        var parcels: [Parcel] = []
        var isStopped = false
        var isTaken: Set<Side> = []
    }

    enum Side: Sendable { case giving, taking }

    private static let most = 8

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let parcels = DispatchSemaphore(value: 0)

    init() {
        // Signalled rather than begun with: a semaphore may not end below the value it began with.
        for _ in 0..<Self.most { room.signal() }
    }

    /// Each side is taken once: a transaction that is run again finds its rows gone.
    func begin(_ side: Side) throws {
        guard state.withLock({ $0.isTaken.insert(side).inserted }) else { throw DatabaseCopyRefusal.interrupted }
    }

    /// - Throws: `Stopped`.
    func give(_ parcel: Parcel) throws {
        room.wait()
        let isStopped = state.withLock { state in
            if !state.isStopped { state.parcels.append(parcel) }
            return state.isStopped
        }
        if isStopped { throw Stopped() }
        parcels.signal()
    }

    /// - Throws: `Stopped`.
    func take() throws -> Parcel {
        parcels.wait()
        let parcel = state.withLock { $0.isStopped || $0.parcels.isEmpty ? nil : $0.parcels.removeFirst() }
        guard let parcel else { throw Stopped() }
        room.signal()
        return parcel
    }

    /// Wakes both sides for the last time.
    func stop() {
        state.withLock { $0.isStopped = true }
        room.signal()
        parcels.signal()
    }
}

/// The rows of one table as they arrive.
final class ArrivingRows: Sequence, IteratorProtocol {
    private let handover: RowHandover
    private var portion: [[SQLValue]] = []
    private var place = 0
    private var sent: DatabaseCopy.Table?
    private var failure: (any Error)?

    init(_ handover: RowHandover) { self.handover = handover }

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
        guard let sent else { throw failure ?? RowHandover.Stopped() }
        return sent
    }

    private func refill() {
        do {
            switch try handover.take() {
            case .rows(let rows): (portion, place) = (rows, 0)
            case .end(let table): sent = table
            case .tables: failure = RowHandover.Stopped()
            }
        } catch {
            failure = error
        }
    }
}

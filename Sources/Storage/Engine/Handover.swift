import Dispatch
import Synchronization

/// Parcels on their way from one thread to another, a few at most: who gives waits while it is full, who takes waits while
/// it is empty. Both are threads of databases or of their own, made to wait.
final class Handover<Parcel: Sendable>: Sendable {
    private struct State {
        var parcels: [Parcel] = []
        var isStopped = false
        var isTaken: Set<Side> = []
    }

    enum Side: Sendable { case giving, taking }

    private let state = Mutex(State())
    private let room = DispatchSemaphore(value: 0)
    private let parcels = DispatchSemaphore(value: 0)

    /// - Parameter most: so many parcels wait at most.
    init(most: Int = 8) {
        // Signalled rather than begun with: a semaphore may not end below the value it began with.
        for _ in 0..<most { room.signal() }
    }

    /// - Returns: whether nobody began on this side before: a transaction that is run again finds its parcels gone.
    func begin(_ side: Side) -> Bool { state.withLock { $0.isTaken.insert(side).inserted } }

    /// - Throws: `HandoverStopped`.
    func give(_ parcel: Parcel) throws {
        room.wait()
        let isStopped = state.withLock { state in
            if !state.isStopped { state.parcels.append(parcel) }
            return state.isStopped
        }
        if isStopped { throw HandoverStopped() }
        parcels.signal()
    }

    /// - Parameter check: asked now and then while nothing comes; what it throws ends the waiting.
    /// - Throws: `HandoverStopped`.
    func take(checking check: () throws -> Void = {}) throws -> Parcel {
        while parcels.wait(timeout: .now() + .milliseconds(100)) == .timedOut { try check() }
        let parcel = state.withLock { $0.isStopped || $0.parcels.isEmpty ? nil : $0.parcels.removeFirst() }
        guard let parcel else { throw HandoverStopped() }
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

/// The other side of a handover has stopped.
struct HandoverStopped: Error {}

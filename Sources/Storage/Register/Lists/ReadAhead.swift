import Foundation
import Register

/// Reads a list on a thread of its own, some hundred rows ahead of whoever takes them: what reads and what writes keep a
/// core busy each.
enum ReadAhead {
    private enum Parcel<Row: Sendable>: Sendable {
        case rows([Row])
        case end((any Error)?)
    }

    /// Runs the source elsewhere and hands its rows over here, in their order.
    /// - Parameters:
    ///   - size: so many rows come at a time, at the end fewer, never none.
    ///   - prepare: what is done to a row on the thread that reads.
    ///   - connection: whose stopping ends this too, while nothing comes.
    /// - Throws: what the source, `prepare` or `take` throws.
    static func portions<Row: Sendable>(
        of source: @escaping ListSource, _ size: Int, prepare: @Sendable @escaping (ListEntry) -> Row,
        while connection: any Connection, _ take: ([Row]) throws -> Void
    ) throws {
        let handover = Handover<Parcel<Row>>(most: 4)
        defer { handover.stop() }
        Thread.detachNewThread { give(source, size, prepare, to: handover) }
        while true {
            switch try handover.take(checking: { try connection.checkStop() }) {
            case .rows(let rows): try take(rows)
            case .end(let failure):
                if let failure { throw failure }
                return
            }
        }
    }

    private static func give<Row: Sendable>(
        _ source: ListSource, _ size: Int, _ prepare: @escaping (ListEntry) -> Row, to handover: Handover<Parcel<Row>>
    ) {
        do {
            var waiting: [Row] = []
            try source { entry in
                waiting.append(prepare(entry))
                guard waiting.count == size else { return }
                try handover.give(.rows(waiting))
                waiting.removeAll(keepingCapacity: true)
            }
            if !waiting.isEmpty { try handover.give(.rows(waiting)) }
            try handover.give(.end(nil))
        } catch is HandoverStopped {
            // Who takes knows why.
        } catch {
            // Where nobody takes any more, nobody asks why.
            try? handover.give(.end(error))
        }
    }
}

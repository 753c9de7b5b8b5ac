import CPostgres
import Dispatch
import Foundation
import Synchronization

/// One connection to a server, with a thread of its own on which its transactions run.
///
/// A transaction is synchronous, so somebody has to wait for the server; it is this thread, never one of the threads
/// that serve requests. It sleeps on the socket until the kernel says that there is something to read or room to write.
final class PostgresLink: @unchecked Sendable {
    // Safe because the pool leases a link to one transaction at a time, which runs on `queue`; only `cancel` comes
    // from elsewhere, and it touches nothing but `running`.
    private let handle: OpaquePointer
    private let queue = DispatchQueue(label: "tiru.postgres", qos: .userInitiated)
    private let running = Mutex(false)
    private var statements: [String: String] = [:]
    private(set) var isBroken = false

    /// Kept statements are forgotten all at once when there are so many.
    private static let mostStatements = 400

    /// Connects; waits up to the time-out that the address names (`connect_timeout`).
    /// - Throws: `StorageFault.engine(.unreachable, …)`.
    init(_ address: String) throws {
        guard let handle = PQconnectdb(address) else {
            throw StorageFault.engine(.unreachable, "out of memory")
        }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
            PQfinish(handle)
            throw StorageFault.engine(.unreachable, reason)
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        PQsetnonblocking(handle, 1)
    }

    deinit { PQfinish(handle) }

    /// Runs a transaction's body on this link's thread.
    func perform<Result: Sendable>(_ body: @Sendable @escaping (PostgresLink) throws -> Result) async throws -> Result {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async {
                    self.running.withLock { $0 = true }
                    let result = Swift.Result { try body(self) }
                    self.running.withLock { $0 = false }
                    continuation.resume(with: result)
                }
            }
        } onCancel: {
            cancel()
        }
    }

    /// Asks the server to give up what runs on this link. The lock is held while it is asked, so that the request can
    /// never hit the transaction after.
    private func cancel() {
        DispatchQueue.global().async {
            self.running.withLock { isRunning in
                guard isRunning, let request = PQgetCancel(self.handle) else { return }
                var reason = [CChar](repeating: 0, count: 256)
                PQcancel(request, &reason, Int32(reason.count))
                PQfreeCancel(request)
            }
        }
    }

    /// Whether the server is still there, as far as can be known without asking it.
    var isUsable: Bool {
        guard !isBroken, PQstatus(handle) == CONNECTION_OK else { return false }
        // Nothing is expected on an idle link: what can be read is the server's farewell.
        var watched = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, 0) > 0 else { return true }
        return PQconsumeInput(handle) == 1 && PQstatus(handle) == CONNECTION_OK && PQisBusy(handle) == 0
    }

    // MARK: - Statements

    /// Runs statements separated by semicolons, without values.
    func script(_ sql: String) throws {
        try sent(PQsendQuery(handle, sql))
        try drain()
    }

    /// Runs one prepared statement.
    func run(_ sql: String, _ values: [SQLValue]) throws -> PostgresResult {
        let name = try prepare(sql)
        try send(name, values)
        return try answer()
    }

    /// Runs one prepared statement and hands over its rows one by one, as they arrive.
    func stream(_ sql: String, _ values: [SQLValue], _ body: (PostgresResult) throws -> Void) throws {
        let name = try prepare(sql)
        try send(name, values)
        try sent(PQsetSingleRowMode(handle))
        var failure: (any Error)?
        while let result = try next() {
            if failure == nil {
                do {
                    try result.check()
                    if result.isRow { try body(result) }
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw failure }
    }

    /// Runs one prepared statement once per row of values without waiting between them.
    func pipeline(_ sql: String, _ rows: some Sequence<[SQLValue]>) throws -> Int {
        let name = try prepare(sql)
        var changed = 0
        var batch: [[SQLValue]] = []
        for values in rows {
            batch.append(values)
            if batch.count == 500 {
                changed += try pipeline(name, batch)
                batch.removeAll(keepingCapacity: true)
            }
        }
        return changed + (try pipeline(name, batch))
    }

    private func pipeline(_ name: String, _ batch: [[SQLValue]]) throws -> Int {
        guard !batch.isEmpty else { return 0 }
        try sent(PQenterPipelineMode(handle))
        for values in batch { try send(name, values) }
        try sent(PQpipelineSync(handle))
        var changed = 0
        var failure: (any Error)?
        while true {
            guard let result = try next() else { continue }
            if result.status == PGRES_PIPELINE_SYNC { break }
            do {
                try result.check()
                changed += result.changed
            } catch {
                // What follows the first failure was not run and says so.
                failure = failure ?? error
            }
        }
        try sent(PQexitPipelineMode(handle))
        if let failure { throw failure }
        return changed
    }

    /// Copies text rows, as COPY writes them, into a table.
    func copy(_ sql: String, _ feed: ((UnsafeRawBufferPointer) throws -> Void) throws -> Void) throws -> Int {
        try sent(PQsendQuery(handle, sql))
        guard let opening = try next() else { throw lost() }
        guard opening.status == PGRES_COPY_IN else {
            try drain()
            try opening.check()
            throw StorageFault.engine(.other, "no COPY")
        }
        do {
            try feed(put)
        } catch {
            try end(copyFailing: "stopped")
            try? drain()  // the server says that the copy was given up, which is known
            throw error
        }
        try end(copyFailing: nil)
        return try answer().changed
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws {
        guard let start = bytes.baseAddress else { return }
        let pointer = start.assumingMemoryBound(to: CChar.self)
        while true {
            switch PQputCopyData(handle, pointer, Int32(bytes.count)) {
            case 1: return try flush()
            case 0: try wait(Int16(POLLOUT))
            default: throw lost()
            }
        }
    }

    private func end(copyFailing reason: String?) throws {
        while true {
            switch PQputCopyEnd(handle, reason) {
            case 1: return
            case 0: try wait(Int16(POLLOUT))
            default: throw lost()
            }
        }
    }

    private func prepare(_ sql: String) throws -> String {
        if let name = statements[sql] { return name }
        if statements.count >= Self.mostStatements {
            statements = [:]
            try script("DEALLOCATE ALL")
        }
        let name = "s\(statements.count)"
        try sent(PQsendPrepare(handle, name, sql, 0, nil))
        _ = try answer()
        statements[sql] = name
        return name
    }

    private func send(_ name: String, _ values: [SQLValue]) throws {
        let parameters = try PostgresParameters(values)
        try sent(
            parameters.withPointers { texts, lengths, formats in
                PQsendQueryPrepared(handle, name, Int32(values.count), texts, lengths, formats, 0)
            })
    }

    // MARK: - Waiting

    /// The one answer to one statement.
    private func answer() throws -> PostgresResult {
        guard let result = try next() else { throw lost() }
        while try next() != nil {}
        try result.check()
        return result
    }

    private func drain() throws {
        var failure: (any Error)?
        while let result = try next() {
            do { try result.check() } catch { failure = failure ?? error }
        }
        if let failure { throw failure }
    }

    /// The next result; `nil` where a statement's results end.
    private func next() throws -> PostgresResult? {
        try flush()
        while PQisBusy(handle) == 1 {
            try wait(Int16(POLLIN))
            guard PQconsumeInput(handle) == 1 else { throw lost() }
        }
        guard let result = PQgetResult(handle) else {
            guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
            return nil
        }
        let answer = PostgresResult(result)
        if answer.endsConnection || PQstatus(handle) != CONNECTION_OK { isBroken = true }
        return answer
    }

    /// Sends what is waiting to be sent; reads meanwhile, or both sides could wait for each other.
    private func flush() throws {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                try wait(Int16(POLLIN | POLLOUT))
                guard PQconsumeInput(handle) == 1 else { throw lost() }
            default: throw lost()
            }
        }
    }

    private func wait(_ events: Int16) throws {
        var watched = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        while poll(&watched, 1, -1) < 0 {
            guard errno == EINTR else { throw lost() }
        }
    }

    private func sent(_ code: Int32) throws {
        guard code == 1 else { throw lost() }
    }

    private func lost() -> StorageFault {
        isBroken = true
        let reason = String(cString: PQerrorMessage(handle)).trimmingCharacters(in: .whitespacesAndNewlines)
        return .engine(.unreachable, reason.isEmpty ? "the connection was lost" : reason)
    }
}

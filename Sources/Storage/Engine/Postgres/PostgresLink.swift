import CPostgres
import Dispatch
import Foundation

/// One connection to a server, with a thread of its own on which its transactions run.
///
/// A transaction is synchronous, so somebody has to wait for the server; it is this thread, never one of the threads
/// that serve requests. It sleeps on the socket until the kernel says that there is something to read or room to write.
final class PostgresLink: @unchecked Sendable {
    // Safe because the pool leases a link to one transaction at a time, which runs on `queue`, and looks at it only
    // while it is not leased.
    private let handle: OpaquePointer
    private let queue = DispatchQueue(label: "tiru.postgres", qos: .userInitiated)
    private var statements: [String: String] = [:]
    private var lastStatement = 0
    private(set) var isBroken = false
    /// Of the transaction that runs; `nil` while it is kept or taken back, which is not interrupted.
    private var stop: StopSign?

    /// Kept statements are forgotten all at once when there are so many.
    private static let mostStatements = 400
    /// Who waits for the server looks up so often (milliseconds) whether it is still wanted.
    private static let glance: Int32 = 100

    /// Connects; waits up to the time-out that the address names (`connect_timeout`).
    /// - Throws: `StorageFault.engine(.unreachable, …)`; `.engine(.other, …)` for a database that does not keep text as
    ///   UTF-8.
    init(_ address: String) throws {
        guard let handle = PQconnectdb(address) else {
            throw StorageFault.engine(.unreachable, "out of memory")
        }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else { throw lost() }
        let encoding = PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? "unknown"
        guard encoding == "UTF8" else {
            throw StorageFault.engine(.other, "the database keeps text as \(encoding); it has to be UTF8")
        }
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        PQsetnonblocking(handle, 1)
        // Values are read in these forms, whatever the server's settings are.
        try script("SET bytea_output = 'hex'; SET extra_float_digits = 1")
    }

    deinit { PQfinish(handle) }

    /// Runs a transaction's body on this link's thread.
    /// - Parameter stop: raised when the task is cancelled; the server is then asked to give up.
    func perform<Result: Sendable>(
        _ stop: StopSign, _ body: @Sendable @escaping (PostgresLink) throws -> Result
    ) async throws -> Result {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                queue.async {
                    self.stop = stop
                    let result = Swift.Result { try body(self) }
                    self.stop = nil
                    continuation.resume(with: result)
                }
            }
        } onCancel: {
            stop.raise()
        }
    }

    /// Whether the server is still there, as far as can be known without asking it.
    var isAlive: Bool {
        guard !isBroken else { return false }
        // Nothing is expected between two statements: what can be read is a notice, or the server's farewell.
        var watched = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while poll(&watched, 1, 0) > 0 {
            guard PQconsumeInput(handle) == 1, PQisBusy(handle) == 0 else { return false }
        }
        return PQstatus(handle) == CONNECTION_OK
    }

    /// Whether the next transaction can begin.
    var isIdle: Bool { !isBroken && PQtransactionStatus(handle) == PQTRANS_IDLE }

    /// Keeps the transaction.
    func finish() throws {
        stop = nil
        try script("COMMIT")
    }

    /// Takes the transaction back, where there is still one.
    func takeBack() {
        stop = nil
        guard !isBroken, !isIdle else { return }
        // A link on which this fails is not idle, and is forgotten: the server then takes it back by itself.
        try? script("ROLLBACK")
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
        try send(name, PostgresParameters(values))
        return try answer()
    }

    /// Runs one prepared statement and hands over its rows one by one, as they arrive.
    func stream(_ sql: String, _ values: [SQLValue], _ body: (PostgresResult) throws -> Void) throws {
        let name = try prepare(sql)
        try send(name, PostgresParameters(values))
        try sent(PQsetSingleRowMode(handle))
        while let result = try next() {
            do {
                try result.check()
                if result.isRow { try body(result) }
            } catch {
                abandon(result)
                throw error
            }
        }
    }

    /// Ends a statement whose other rows are not wanted; they may be without end.
    private func abandon(_ last: PostgresResult) {
        var isOn = last.isRow
        while isOn {
            askToGiveUp()
            isOn = skip(10_000)
        }
        // Where the server is lost meanwhile the link knows; the reason to stop is what has to be heard.
        try? discard()
    }

    /// - Returns: whether there are still more rows.
    private func skip(_ count: Int) -> Bool {
        for _ in 0..<count {
            // As above.
            guard let result = try? next(), result.isRow else { return false }
        }
        return true
    }

    /// Runs one prepared statement once per row of values without waiting between them.
    func pipeline(_ sql: String, _ rows: some Sequence<[SQLValue]>) throws -> Int {
        let name = try prepare(sql)
        var changed = 0
        var batch: [PostgresParameters] = []
        var weight = 0
        for values in rows {
            let parameters = try PostgresParameters(values)
            batch.append(parameters)
            weight += parameters.byteCount
            if batch.count == 500 || weight > 1 << 20 {
                changed += try pipeline(name, batch)
                batch.removeAll(keepingCapacity: true)
                weight = 0
            }
        }
        return changed + (try pipeline(name, batch))
    }

    private func pipeline(_ name: String, _ batch: [PostgresParameters]) throws -> Int {
        guard !batch.isEmpty else { return 0 }
        try stop?.check()
        try sent(PQenterPipelineMode(handle))
        for parameters in batch { try send(name, parameters) }
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
            try discard()
            try opening.check()
            throw StorageFault.engine(.other, "no COPY")
        }
        do {
            try feed(put)
        } catch {
            // The server says that the copy was given up, which is known; the reason to stop has to be heard.
            try? end(copyFailing: "stopped")
            try? discard()  // as above
            throw error
        }
        try end(copyFailing: nil)
        return try answer().changed
    }

    private func put(_ bytes: UnsafeRawBufferPointer) throws {
        try stop?.check()
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
            try script("DEALLOCATE ALL")
            statements = [:]
        }
        lastStatement += 1
        let name = "s\(lastStatement)"
        try sent(PQsendPrepare(handle, name, sql, 0, nil))
        _ = try answer()
        statements[sql] = name
        return name
    }

    private func send(_ name: String, _ parameters: PostgresParameters) throws {
        try sent(
            parameters.withPointers { texts, lengths, formats in
                PQsendQueryPrepared(handle, name, Int32(parameters.count), texts, lengths, formats, 0)
            })
    }

    // MARK: - Waiting

    /// The one answer to one statement.
    private func answer() throws -> PostgresResult {
        guard let result = try next() else { throw lost() }
        try discard()
        try result.check()
        return result
    }

    private func discard() throws {
        while try next() != nil {}
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
        if answer.endsConnection || answer.outlivedStatement || PQstatus(handle) != CONNECTION_OK { isBroken = true }
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
        while true {
            let ready = poll(&watched, 1, Self.glance)
            if ready > 0 { return }
            guard ready == 0 || errno == EINTR else { throw lost() }
            // Asked again until it answers: a request that arrives before the statement does is overheard.
            if ready == 0, stop?.isRaised == true { askToGiveUp() }
        }
    }

    /// Asks the server to give up what runs on this link. Nobody else asks, and the transaction is taken back
    /// afterwards, so that the request does not hit the next one.
    private func askToGiveUp() {
        guard let request = PQgetCancel(handle) else { return }
        var reason = [CChar](repeating: 0, count: 256)
        PQcancel(request, &reason, Int32(reason.count))
        PQfreeCancel(request)
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

import Foundation

/// Moves everything from one database to another, of the same kind or the other: an office that outgrows its file
/// moves to a server, and back.
///
/// The target is empty before and complete afterwards, or as it was: one transaction. What arrived is read back and
/// compared with what was sent.
public struct DatabaseCopy: Sendable {
    /// One table as it arrived.
    public struct Table: Sendable, Equatable {
        public let name: String
        public let rows: Int
        /// The same on both sides; 32 hexadecimal digits.
        public let fingerprint: String
    }

    private let source: DatabaseAddress
    private let target: DatabaseAddress

    public init(from source: DatabaseAddress, to target: DatabaseAddress) {
        self.source = source
        self.target = target
    }

    /// - Parameter progress: is told which share (0…1) of all rows has been sent.
    /// - Returns: the tables in the order in which they were moved.
    /// - Throws: `DatabaseCopyRefusal`, `StoreRefusal`, `CancellationError`; nothing was kept then.
    public func run(progress: @Sendable @escaping (_ share: Double) -> Void) async throws -> [Table] {
        guard source.mayHoldFacts else { throw DatabaseCopyRefusal.sourceMissing(source.description) }
        guard place(source) != place(target) else { throw DatabaseCopyRefusal.sameDatabase }
        let from = try await Store(at: source)
        let to = try await Store(at: target)
        let outcome: Result<[Table], any Error>
        do {
            let tables = try await Self.move(from, to, progress)
            try await to.settle()
            outcome = .success(tables)
        } catch {
            outcome = .failure(error)
        }
        await from.close()
        await to.close()
        return try outcome.get()
    }

    private func place(_ address: DatabaseAddress) -> String {
        guard case .file(let path) = address else { return address.description }
        return URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path
    }

    /// Each side has its own transaction on its own thread; the rows are handed from one to the other.
    static func move(
        _ source: Store, _ target: Store, _ progress: @Sendable @escaping (Double) -> Void
    ) async throws -> [Table] {
        let handover = Handover<RowParcel>()
        return try await withTaskCancellationHandler {
            async let sent: Void = handover.stopping { try await source.read { try $0.send(to: handover, progress) } }
            do {
                let tables = try await handover.stopping { try await target.write { try $0.receive(from: handover) } }
                // All rows arrived and were compared; how the reading ends afterwards changes nothing.
                _ = try? await sent
                return tables
            } catch is HandoverStopped {
                // The other side stopped first, and says why.
                try await sent
                throw CancellationError()
            }
        } onCancel: {
            handover.stop()
        }
    }
}

/// Why a database cannot be copied; the target is as it was.
public enum DatabaseCopyRefusal: Error, Equatable, Sendable {
    case sourceMissing(String)
    case sameDatabase
    case targetHoldsRows(table: String)
    /// The two do not have the same tables, though both are up to date.
    case schemasDiffer
    /// What arrived is not what was sent.
    case altered(table: String)
    /// A connection was lost on the way.
    case interrupted
}

extension Handover {
    /// Whoever fails wakes the other side.
    fileprivate func stopping<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch {
            stop()
            if error is HandoverStopped, Task.isCancelled { throw CancellationError() }
            throw error
        }
    }
}

extension Connection {
    fileprivate func send(to handover: Handover<RowParcel>, _ progress: (Double) -> Void) throws {
        guard handover.begin(.giving) else { throw DatabaseCopyRefusal.interrupted }
        let shapes = try TableShape.all(self)
        let total = try shapes.map { try $0.count(self) }.reduce(0, +)
        try handover.give(.tables(shapes))
        var done = 0
        for shape in shapes {
            var fingerprint = RowFingerprint()
            var portion: [[SQLValue]] = []
            try forEachRow(shape.rows, []) { row in
                let values = try shape.values(row)
                fingerprint.add(values)
                portion.append(values)
                guard portion.count == DatabaseCopy.portion else { return }
                try handover.give(.rows(portion))
                done += portion.count
                progress(Double(done) / Double(max(total, 1)))
                portion = []
            }
            try handover.give(.rows(portion))
            try handover.give(.end(DatabaseCopy.Table(shape, fingerprint)))
        }
    }

    fileprivate func receive(from handover: Handover<RowParcel>) throws -> [DatabaseCopy.Table] {
        guard handover.begin(.taking) else { throw DatabaseCopyRefusal.interrupted }
        let shapes = try TableShape.all(self)
        for shape in shapes where try shape.count(self) > 0 {
            throw DatabaseCopyRefusal.targetHoldsRows(table: shape.name)
        }
        guard case .tables(shapes) = try handover.take() else { throw DatabaseCopyRefusal.schemasDiffer }
        // A row may come before one of the same table that it refers to. PostgreSQL looks at the end of the statement.
        if engine == .sqlite { try executeScript("PRAGMA defer_foreign_keys = ON") }
        let tables = try shapes.map { shape in
            let rows = ArrivingRows(handover)
            try append(to: shape.quotedName, columns: shape.quotedColumns, rows: rows)
            let sent = try rows.whatWasSent()
            var fingerprint = RowFingerprint()
            try forEachRow(shape.rows, []) { fingerprint.add(try shape.values($0)) }
            let arrived = DatabaseCopy.Table(shape, fingerprint)
            guard arrived == sent else { throw DatabaseCopyRefusal.altered(table: shape.name) }
            return arrived
        }
        if shapes.contains(where: { $0.name == "enterprise" }) { try ListSearchWords.writeAnew(self) }
        return tables
    }
}

extension DatabaseCopy {
    fileprivate static let portion = 500
}

extension DatabaseCopy.Table {
    fileprivate init(_ shape: TableShape, _ fingerprint: RowFingerprint) {
        self.init(name: shape.name, rows: fingerprint.rows, fingerprint: fingerprint.text)
    }
}

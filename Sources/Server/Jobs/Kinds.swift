public import Foundation
public import Logging
import Register
public import Storage

/// Where backups go, when they are made, and how long they are kept.
public struct BackupSettings: Sendable {
    public let address: DatabaseAddress
    public let folder: URL
    public var schedule = Schedule()
    public var retention = Retention()

    public init(of address: DatabaseAddress, into folder: URL) {
        self.address = address
        self.folder = folder
    }
}

extension JobKind {
    /// A backup into the folder of the settings; then those that need not be kept go.
    public static func backup(_ settings: BackupSettings) -> JobKind {
        JobKind("backup") { context in
            let backup = try await Backup.make(
                of: Backup.Source(context.store, at: settings.address), into: settings.folder,
                by: Stamp(by: context.job.asked.by, at: context.now())
            ) { share in
                if let share { context.note(done: Int(share * 100), wanted: 100) }
            }
            let removed = try Backup.removeExpired(in: settings.folder, settings.retention, at: context.now())
            return try json(
                BackupOutcome(
                    file: backup.file.lastPathComponent, size: backup.manifest.size, sha256: backup.manifest.sha256,
                    removed: removed.map(\.file.lastPathComponent)))
        }
    }

    /// Walks the chain of every book. A book that does not hold is what came of it, not a failure.
    public static func audit(_ logger: Logger) -> JobKind {
        JobKind("audit") { context in
            let wanted = try await context.store.eventCount()
            let books = try await context.store.auditBooks { context.note(done: $0, wanted: wanted) }
            let fault = books.compactMap(\.fault).first
            if let fault { logger.critical("a book does not hold", metadata: ["fault": "\(fault)"]) }
            try await context.report(done: books.map(\.length).reduce(0, +), wanted: wanted)
            return try json(
                AuditOutcome(
                    books: books.map { .init(office: $0.office.text, length: $0.length, head: $0.head) },
                    fault: fault.map { .init(office: $0.office.text, number: $0.number, kind: $0.kind.rawValue) }))
        }
    }
}

private struct BackupOutcome: Encodable {
    let file: String
    let size: Int
    let sha256: String
    let removed: [String]
}

private struct AuditOutcome: Encodable {
    struct Book: Encodable {
        let office: String
        let length: Int
        let head: String
    }

    struct Fault: Encodable {
        let office: String
        let number: Int
        let kind: String
    }

    let books: [Book]
    /// Left out where every book holds.
    let fault: Fault?
}

private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

import Foundation
public import Register

/// How one office's book stands.
public struct BookState: Sendable, Equatable {
    public let office: RegionCode
    public let length: Int
    /// Hash of the last line. Noted outside, it proves later that nothing before it was changed.
    public let head: String
    /// `nil` for a book that holds.
    public let fault: BookFault?
}

extension Store {
    /// Walks the chain of every book, line by line.
    /// - Parameter progress: is told how many lines were read, now and then.
    /// - Complexity: O(lines), in memory O(1).
    public func auditBooks(progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> [BookState] {
        try await read { try bookStates($0, progress: progress) }
    }
}

/// Walks the chain of every book of one view of a database.
func bookStates(_ connection: any Connection, progress: @escaping @Sendable (Int) -> Void) throws -> [BookState] {
    let books = try connection.rows(
        "SELECT office, length, head FROM event_book ORDER BY office"
    ) { (office: try $0.text(0), length: try $0.integer(1), head: try $0.text(2)) }
    var walk = BookWalk(progress: progress)
    try connection.forEachRow(
        """
        SELECT office, number, at, actor, kind, subject, body, previous, hash
        FROM event ORDER BY office, number
        """, []
    ) { try walk.take($0) }
    return try books.map { book in
        guard let office = RegionCode(book.office) else { throw StorageFault.damaged("book \(book.office)") }
        return BookState(
            office: office, length: book.length, head: book.head,
            fault: walk.fault(in: office, length: book.length, head: book.head))
    }
}

/// Where the walk through the chains stands.
private struct BookWalk {
    let progress: @Sendable (Int) -> Void
    private var ends: [String: (number: Int, hash: String)] = [:]
    private var faults: [String: (number: Int, kind: BookFault.Kind)] = [:]
    private var count = 0

    init(progress: @escaping @Sendable (Int) -> Void) { self.progress = progress }

    mutating func take(_ row: SQLRow) throws {
        count += 1
        if count.isMultiple(of: 10_000) { progress(count) }
        let line = EventChain.Line(
            office: try row.text(0), number: try row.integer(1), at: try row.text(2), actor: try row.text(3),
            kind: try row.text(4), subject: try row.text(5), body: try row.text(6))
        let (previous, hash) = (try row.text(7), try row.text(8))
        let end = ends[line.office] ?? (0, EventChain.beginning)
        if faults[line.office] == nil {
            let kind: BookFault.Kind? =
                line.number != end.number + 1
                ? .gap
                : previous != end.hash ? .broken : hash != EventChain.hash(line, after: previous) ? .changed : nil
            if let kind { faults[line.office] = (kind == .gap ? end.number + 1 : line.number, kind) }
        }
        ends[line.office] = (line.number, hash)
    }

    func fault(in office: RegionCode, length: Int, head: String) -> BookFault? {
        if let fault = faults[office.text] { return BookFault(office: office, number: fault.number, fault.kind) }
        let end = ends[office.text] ?? (0, EventChain.beginning)
        guard end.number != length || end.hash != head else { return nil }
        return BookFault(office: office, number: min(end.number, length) + 1, .cutOff)
    }
}

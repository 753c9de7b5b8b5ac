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

/// A line of a book as somebody noted it outside: `51.03:17:` and its hash.
public struct NotedLine: Sendable, Equatable {
    public let office: RegionCode
    public let number: Int
    /// 64 hexadecimal digits, lower case.
    public let hash: String

    /// - Returns: `nil` unless the text is office, number and hash with colons between them.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let office = RegionCode(parts[0]), let number = Int(parts[1]), number > 0,
            parts[2].wholeMatch(of: #/[0-9a-f]{64}/#) != nil
        else { return nil }
        self.office = office
        self.number = number
        hash = parts[2]
    }
}

extension Store {
    /// Walks the chain of every book, line by line.
    /// - Parameter progress: is told how many lines were read, now and then.
    /// - Complexity: O(lines), in memory O(books).
    public func auditBooks(progress: @escaping @Sendable (Int) -> Void = { _ in }) async throws -> [BookState] {
        try await read { try Storage.auditBooks($0, progress) }
    }

    /// Whether a line that was noted outside still stands where it stood. Together with a chain that holds it proves that
    /// nothing up to this line was changed or left out since.
    public func holds(_ noted: NotedLine) async throws -> Bool {
        try await read { connection in
            try connection.exists(
                "SELECT 1 FROM event WHERE office = $1 AND number = $2 AND hash = $3",
                [SQLValue(noted.office), .integer(noted.number), .text(noted.hash)])
        }
    }
}

func auditBooks(
    _ connection: any Connection, _ progress: @escaping @Sendable (Int) -> Void
) throws -> [BookState] {
    let books = try connection.rows("SELECT office, length, head FROM event_book ORDER BY office") {
        (office: try $0.text(0), length: try $0.integer(1), head: try $0.text(2))
    }
    var walk = BookWalk(progress: progress)
    try connection.forEachRow(
        """
        SELECT office, number, at, actor, kind, subject, body, previous, hash
        FROM event ORDER BY office, number
        """, []
    ) { try walk.take($0) }
    // Lines of an office without a book are a book whose end was taken away.
    let strays = walk.offices.subtracting(books.map(\.office))
        .map { (office: $0, length: 0, head: EventChain.beginning) }
    return try (books + strays).sorted { $0.office < $1.office }.map { book in
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

    var offices: Set<String> { Set(ends.keys) }

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

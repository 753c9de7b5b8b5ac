public import Register

/// That a list which is in force has brought an enterprise or changed it.
public struct ListTrace: Sendable, Equatable {
    public let list: OfficeList.ID
    public let fileName: String
    public let deed: Deed
    /// When the list was entered, and by whom.
    public let entered: Stamp
    /// Who entered it is called now; `nil` for the program itself.
    public let actorName: String?

    public enum Deed: Sendable, Equatable {
        case brought
        /// - Parameter row: the last of the list that did; `nil` where it was not written down.
        case changed(row: Int?)
    }
}

extension Store {
    /// What lists have done to an enterprise and was not taken back, the newest first. A list leaves one line in the book,
    /// whatever it did to a million: this is where it stands for each of them.
    public func listTraces(of id: Enterprise.ID) async throws -> [ListTrace] {
        try await read { connection in
            let changes = try connection.rows(
                """
                SELECT l.id, l.file_name, s.at, s.by_account, a.display_name, c.row_number FROM list_change c
                    JOIN list l ON l.id = c.list JOIN list_step s ON s.list = l.id AND s.standing = 'entered'
                    LEFT JOIN account a ON a.id = s.by_account
                WHERE c.enterprise = $1 ORDER BY s.at DESC, l.id DESC LIMIT 200
                """, [SQLValue(id)]
            ) { try ListTrace($0, .changed(row: try $0.optionalInteger(5))) }
            let first = try connection.first(
                """
                SELECT l.id, l.file_name, s.at, s.by_account, a.display_name FROM enterprise e
                    JOIN list l ON l.id = e.list JOIN list_step s ON s.list = l.id AND s.standing = 'entered'
                    LEFT JOIN account a ON a.id = s.by_account
                WHERE e.id = $1
                """, [SQLValue(id)]
            ) { try ListTrace($0, .brought) }
            return changes + [first].compactMap(\.self)
        }
    }
}

extension ListTrace {
    fileprivate init(_ row: SQLRow, _ deed: Deed) throws {
        list = try row.key(0)
        fileName = try row.text(1)
        self.deed = deed
        entered = Stamp(by: try row.optionalKey(3), at: try row.instant(2))
        actorName = try row.optionalText(4)
    }
}

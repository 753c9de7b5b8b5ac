public import Register

/// What a list is asked, kept under a name: words, filters, columns, order. It holds no enterprise and gives no right:
/// whoever opens it sees what their hats open.
public struct ListView: Sendable, Equatable, Identifiable {
    public typealias ID = Key<ListView>

    public let id: ID
    /// The office of whoever keeps it.
    public let office: RegionCode
    /// `nil` for one of the sample, which its office sees.
    public let keptBy: Account.ID?
    public let name: String
    /// As it follows the question mark of an address.
    public let asked: String
    /// Whether the office sees it too.
    public let isShared: Bool
    /// Rises with every change; a change names the version it was made from.
    public let version: Int

    /// - Parameter name: 1…80 characters on one line.
    public init(
        _ id: ID, of account: Account.ID?, in office: RegionCode, named name: String, asked: String,
        isShared: Bool = false, version: Int = 1
    ) {
        self.id = id
        self.office = office
        keptBy = account
        self.name = name
        self.asked = asked
        self.isShared = isShared
        self.version = version
    }
}

/// Why a view is not kept as asked.
public enum ListViewRefused: Error, Equatable, Sendable {
    case unknownView
    /// The person has one of that name.
    case nameTaken
    /// Somebody else changed it first, or the same person on another page.
    case changedMeanwhile
    /// The person keeps as many as anybody may.
    case tooMany(Int)
}

extension Store {
    /// So many a person may keep: more would be no list to choose from.
    public static let mostViews = 50
    /// So many shared ones of an office are shown.
    private static let mostShared = 200

    /// What is asked may hold somebody's name, so the book tells that a view was kept and not which.
    /// - Throws: `ListViewRefused.nameTaken`, `.tooMany`.
    public func keepView(_ view: ListView, by stamp: Stamp) async throws {
        try await record(in: view.office, by: stamp) { connection, book in
            let own = try readOwn(view, connection)
            guard !own.contains(where: { $0.name == view.name }) else { throw ListViewRefused.nameTaken }
            guard own.count < Self.mostViews else { throw ListViewRefused.tooMany(Self.mostViews) }
            try connection.append(
                to: "list_view",
                columns: ["id", "office", "kept_by", "name", "asked", "shared_at", "version", "kept_at", "changed_at"],
                rows: [
                    [
                        SQLValue(view.id), SQLValue(view.office), SQLValue(view.keptBy), .text(view.name),
                        .text(view.asked), view.isShared ? SQLValue(stamp.at) : .null, .integer(1),
                        SQLValue(stamp.at), SQLValue(stamp.at),
                    ]
                ])
            try book.note(.viewKept, about: view.id.identifier, sharing(from: nil, to: view.isShared))
        }
    }

    /// Gives a view another name, shares it with the office or takes it back from there.
    /// - Parameter version: of the page the change was made on.
    /// - Returns: whether anything was changed.
    /// - Throws: `ListViewRefused`.
    @discardableResult
    public func changeView(
        _ id: ListView.ID, name: String, isShared: Bool, from version: Int, by stamp: Stamp
    ) async throws -> Bool {
        guard let office = try await office(of: id) else { throw ListViewRefused.unknownView }
        return try await record(in: office, by: stamp) { connection, book in
            let now = try readView(id, connection)
            guard now.version == version else { throw ListViewRefused.changedMeanwhile }
            guard now.name != name || now.isShared != isShared else { return false }
            let own = try readOwn(now, connection)
            guard !own.contains(where: { $0.name == name && $0.id != id }) else { throw ListViewRefused.nameTaken }
            try connection.execute(
                "UPDATE list_view SET name = $2, shared_at = $3, version = version + 1, changed_at = $4 WHERE id = $1",
                [SQLValue(id), .text(name), isShared ? SQLValue(stamp.at) : .null, SQLValue(stamp.at)])
            try book.note(.viewChanged, about: id.identifier, sharing(from: now.isShared, to: isShared))
            return true
        }
    }

    /// - Throws: `ListViewRefused.unknownView`.
    public func removeView(_ id: ListView.ID, by stamp: Stamp) async throws {
        guard let office = try await office(of: id) else { throw ListViewRefused.unknownView }
        try await record(in: office, by: stamp) { connection, book in
            let now = try readView(id, connection)
            try connection.execute("DELETE FROM list_view WHERE id = $1", [SQLValue(id)])
            try book.note(.viewRemoved, about: id.identifier, sharing(from: now.isShared, to: nil))
        }
    }

    /// - Throws: `ListViewRefused.unknownView`.
    public func view(_ id: ListView.ID) async throws -> ListView { try await read { try readView(id, $0) } }

    /// In whose office a view is kept; `nil` for an unknown one.
    public func office(of id: ListView.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first(
                "SELECT office FROM list_view WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
        }
    }

    /// A person's own views and those that the office shares, by name.
    public func views(of account: Account.ID, in office: RegionCode) async throws -> [ListView] {
        try await read { connection in
            let own = try readViews("v.kept_by = $1", [SQLValue(account)], most: Self.mostViews, connection)
            let shared = try readViews(
                "v.office = $1 AND v.shared_at IS NOT NULL", [SQLValue(office)], most: Self.mostShared, connection)
            return (own + shared.filter { $0.keptBy != account }).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        }
    }
}

private func sharing(from old: Bool?, to new: Bool?) -> [Event.Change] {
    func value(_ isShared: Bool?) -> Event.Value { Event.Value(isShared.map { $0 ? "yes" : "no" }) }
    return [Event.Change("shared", from: value(old), to: value(new))]
}

/// All that whoever keeps this one keeps: a person, or the sample in an office.
private func readOwn(_ view: ListView, _ connection: any Connection) throws -> [ListView] {
    guard let keeper = view.keptBy else {
        return try readViews(
            "v.office = $1 AND v.kept_by IS NULL", [SQLValue(view.office)], most: Store.mostViews, connection)
    }
    return try readViews("v.kept_by = $1", [SQLValue(keeper)], most: Store.mostViews, connection)
}

private func readViews(
    _ condition: String, _ values: [SQLValue], most: Int, _ connection: any Connection
) throws -> [ListView] {
    try connection.rows(
        """
        SELECT v.id, v.office, v.kept_by, v.name, v.asked, v.shared_at, v.version FROM list_view v
        WHERE \(condition) ORDER BY v.name, v.id LIMIT \(most)
        """, values
    ) { row in
        ListView(
            try row.key(0), of: try row.optionalKey(2), in: try row.region(1), named: try row.text(3),
            asked: try row.text(4),
            isShared: try row.optionalText(5) != nil, version: try row.integer(6))
    }
}

/// - Throws: `ListViewRefused.unknownView`.
private func readView(_ id: ListView.ID, _ connection: any Connection) throws -> ListView {
    guard let view = try readViews("v.id = $1", [SQLValue(id)], most: 1, connection).first else {
        throw ListViewRefused.unknownView
    }
    return view
}

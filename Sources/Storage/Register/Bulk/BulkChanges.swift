public import Register

/// What is done to many enterprises of one office at once.
public enum BulkDeed: Sendable, Hashable {
    /// A field of the card that tells nothing of persons; the value as cards write it.
    case set(EnterpriseField, String)
    /// They belong to a sentra, from a day on; `nil` for a day that is not known.
    case join(Sentra.ID, from: CalendarDay?)
    /// They belong to it until this day.
    case leave(Sentra.ID, on: CalendarDay)

    /// The fields that make sense for many: of an enterprise's own, such as its name, there are no two.
    public static let fields: [EnterpriseField] = [.isActive, .industry, .branch, .village]

    var sentra: Sentra.ID? {
        switch self {
        case .set: nil
        case .join(let sentra, _), .leave(let sentra, _): sentra
        }
    }
}

/// What a deed would do to one enterprise.
public struct BulkLine: Sendable, Equatable, Identifiable {
    public let enterprise: Enterprise
    public let outcome: Outcome

    public var id: Enterprise.ID { enterprise.id }

    public enum Outcome: Sendable, Equatable {
        /// - Parameter was: the value, or the last day; `nil` for none.
        case changes(was: String?)
        /// It is so already.
        case asItIs
        /// It does not belong to the sentra on that day.
        case notMember
    }
}

/// A change of many as it is asked for, after its plan was seen.
public struct BulkRequest: Sendable {
    public let id: BulkChange.ID
    public let office: RegionCode
    public let deed: BulkDeed
    public let targets: [Target]
    /// How many of them the plan said would change.
    public let expected: Int

    public struct Target: Sendable {
        public let id: Enterprise.ID
        /// Of the page on which the plan was seen.
        public let version: Int
        /// For a new membership.
        public let member: SentraMember.ID

        public init(_ id: Enterprise.ID, version: Int, member: SentraMember.ID) {
            self.id = id
            self.version = version
            self.member = member
        }
    }

    public init(_ id: BulkChange.ID, _ deed: BulkDeed, of targets: [Target], in office: RegionCode, expected: Int) {
        self.id = id
        self.office = office
        self.deed = deed
        self.targets = targets
        self.expected = expected
    }
}

/// A change of many that was made.
public struct BulkChange: Sendable, Equatable, Identifiable {
    public typealias ID = Key<BulkChange>

    public let id: ID
    public let office: RegionCode
    public let deed: BulkDeed
    /// Of a sentra; `nil` for a deed that is about none.
    public let sentraName: String?
    public let made: Stamp
    public let undone: Stamp?
}

/// One enterprise of a change of many.
public struct BulkPart: Sendable, Equatable {
    public let enterprise: Enterprise.ID
    /// At the time of the change.
    public let name: String
    /// The value of the field or the last day before; `nil` for none.
    public let was: String?
    /// Whether it was taken back; `nil` while nobody asked for that.
    public let isUndone: Bool?
    /// Whether somebody has changed it since, or it is no longer there: then it is not taken back.
    public let isChangedSince: Bool
}

/// Why many are not changed as asked.
public enum BulkRefused: Error, Equatable, Sendable {
    case unknownChange
    case unknownSentra
    /// Something is not as the plan showed it.
    case changedMeanwhile
    case nothingToChange
    case alreadyUndone
    /// Of none is it still as the change left it.
    case allChangedSince
    case tooMany(Int)
}

extension Store {
    /// So many at most are changed at once.
    public static let mostAtOnce = 500

    /// What a deed would do, one by one, in the order of the names; without those that were merged into others or are kept
    /// by another office.
    /// - Throws: `BulkRefused.unknownSentra`, also for one of another office; `.tooMany`.
    public func plan(_ deed: BulkDeed, of ids: [Enterprise.ID], in office: RegionCode) async throws -> [BulkLine] {
        guard ids.count <= Self.mostAtOnce else { throw BulkRefused.tooMany(Self.mostAtOnce) }
        return try await read { try BulkPlan(deed, in: office, $0).lines(of: ids, $0) }
    }

    /// Changes many: all that the plan said or none, each with its line in the book as if it were changed alone.
    /// - Throws: `BulkRefused`.
    public func changeAll(_ request: BulkRequest, by stamp: Stamp) async throws {
        guard request.targets.count <= Self.mostAtOnce else { throw BulkRefused.tooMany(Self.mostAtOnce) }
        let keyring = try keys()
        try await record(in: request.office, by: stamp) { connection, book in
            let plan = try BulkPlan(request.deed, in: request.office, connection)
            let lines = try plan.lines(of: request.targets.map(\.id), connection)
            let targets = Dictionary(request.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            guard lines.count == targets.count, lines.allSatisfy({ targets[$0.id]?.version == $0.enterprise.version })
            else { throw BulkRefused.changedMeanwhile }
            let changing = lines.filter { if case .changes = $0.outcome { true } else { false } }
            guard changing.count == request.expected else { throw BulkRefused.changedMeanwhile }
            guard !changing.isEmpty else { throw BulkRefused.nothingToChange }
            try BulkRow.insert(request, by: stamp, connection)
            var making = BulkMaking(plan: plan, stamp: stamp, keyring: keyring)
            for line in changing {
                guard let target = targets[line.id] else { continue }
                try making.make(line, target, connection, &book)
            }
            try BulkRow.insert(making.parts, of: request.id, connection)
        }
    }

    /// Takes a change of many back where nobody has worked on it since; the others stay, and the receipt tells which.
    /// - Throws: `BulkRefused.unknownChange`, `.alreadyUndone`, `.allChangedSince`.
    public func undoChange(_ id: BulkChange.ID, by stamp: Stamp) async throws {
        let keyring = try keys()
        guard let office = try await office(of: id) else { throw BulkRefused.unknownChange }
        try await record(in: office, by: stamp) { connection, book in
            let change = try BulkRow.read(id, connection)
            guard change.undone == nil else { throw BulkRefused.alreadyUndone }
            let undoing = BulkUndoing(change: change, stamp: stamp, keyring: keyring)
            var undone: [Int] = []
            let parts = try BulkRow.parts(of: change, connection)
            for part in parts where try undoing.undo(part, connection, &book) { undone.append(part.number) }
            guard !undone.isEmpty else { throw BulkRefused.allChangedSince }
            try BulkRow.close(id, undone: Set(undone), of: parts, by: stamp, connection)
        }
    }

    /// A change of many with all it changed, by name.
    /// - Throws: `BulkRefused.unknownChange`.
    public func bulkChange(_ id: BulkChange.ID) async throws -> (change: BulkChange, parts: [BulkPart]) {
        try await read { connection in
            let change = try BulkRow.read(id, connection)
            let parts = try BulkRow.parts(of: change, connection).map { part in
                BulkPart(
                    enterprise: part.enterprise, name: part.name, was: part.was, isUndone: part.undone,
                    isChangedSince: try !part.isAsMade(by: change, connection))
            }
            return (change, parts)
        }
    }

    /// Whose office's enterprises were changed; `nil` for an unknown change.
    public func office(of id: BulkChange.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first(
                "SELECT office FROM bulk_change WHERE id = $1", [SQLValue(id)], read: { try $0.region(0) })
        }
    }

    /// The last changes of many in some regions, the newest first.
    public func bulkChanges(in regions: [RegionCode], limit: Int) async throws -> [BulkChange] {
        try await read { try BulkRow.newest(in: regions, limit: limit, $0) }
    }
}

/// A list of enterprises that somebody brought to an office, from the file to what it became.
public struct OfficeList: Sendable, Equatable, Identifiable {
    public typealias ID = Key<OfficeList>

    public enum Standing: String, Sendable, CaseIterable, Codable {
        /// The file is here.
        case brought
        /// What its columns are was proposed.
        case surveyed
        /// Every row was looked at; nothing is in the register yet.
        case checked
        /// It is in the register.
        case entered
        /// It was taken back.
        case undone
        /// It will not be used.
        case laidAside = "laid-aside"
    }

    public struct Step: Sendable, Equatable {
        public let standing: Standing
        public let stamp: Stamp
        public let counts: ListCounts

        public init(_ standing: Standing, _ stamp: Stamp, _ counts: ListCounts = ListCounts()) {
            self.standing = standing
            self.stamp = stamp
            self.counts = counts
        }
    }

    public let id: ID
    public let office: RegionCode
    public let fileName: String
    /// Bytes.
    public let size: Int
    /// Of the file: 64 hexadecimal digits.
    public let sha256: String
    /// The sheet, the columns and the answers to what could not be decided: JSON of whoever reads files; empty at first.
    public var reading: String
    /// Never empty; the first is `brought`.
    public let steps: [Step]

    public init(
        id: ID, office: RegionCode, file: (name: String, size: Int, sha256: String), reading: String, steps: [Step]
    ) {
        self.id = id
        self.office = office
        fileName = file.name
        size = file.size
        sha256 = file.sha256
        self.reading = reading
        self.steps = steps
    }

    public var standing: Standing { steps.last?.standing ?? .brought }
    public var counts: ListCounts { steps.last?.counts ?? ListCounts() }

    public static func == (left: OfficeList, right: OfficeList) -> Bool {
        left.id == right.id && left.reading == right.reading && left.steps == right.steps
    }
}

/// What became of the rows of a list.
public struct ListCounts: Sendable, Equatable, Codable {
    /// Rows that speak of an enterprise.
    public var rows = 0
    /// Not in the register before.
    public var new = 0
    /// Known, and the list says something else or more.
    public var changed = 0
    public var unchanged = 0
    /// Not taken, because something is wrong.
    public var faulty = 0
    /// Not taken, because somebody should look at it first.
    public var doubtful = 0
    /// Undone: left as they are, because somebody has changed them since.
    public var kept = 0
    /// Rows whose figures are of a year that was filled in by form: that year stays as it is. `nil` for none.
    public var yearsEntered: Int?
    /// Of these, rows whose year is locked. `nil` for none.
    public var yearsLocked: Int?
    /// Of the doubtful, rows whose figures are shifted against the enterprise's own of another year. `nil` for none.
    public var offPast: Int?
    /// New rows that may speak of an enterprise of the register. `nil` for none.
    public var likely: Int?
    /// New rows that were not held against the register for that: too many, or too great a register. `nil` for none.
    public var unsought: Int?

    public init() {}
}

/// Workers of one sex, pay and position in an enterprise: the smallest table in which the work of women and unpaid
/// family can be seen.
public struct WorkerGroup: Sendable, Hashable {
    /// The raw value is the stable name.
    public enum Pay: String, Sendable, CaseIterable, Codable {
        /// By day, week or month.
        case byTime = "time"
        /// Borongan: by piece or metre.
        case byPiece = "piece"
        /// Family, or the owner: work that no wage is paid for.
        case unpaid
    }

    /// The raw value is the stable name.
    public enum Position: String, Sendable, CaseIterable, Codable {
        case owner
        /// Pimpinan, mandor.
        case manager
        case production
        /// Administrasi dan keuangan.
        case office
        /// Pemasaran dan penjualan.
        case sales
        /// Magang.
        case apprentice
        case other
    }

    public let sex: Sex
    public let pay: Pay
    public let position: Position
    /// Persons, 1 or more: a group of nobody is not written down.
    public let count: Int
    /// Of one of them; `nil` not known.
    public var hoursPerDay: Double?
    /// Of one of them in a month.
    public var daysPerMonth: Double?
    /// Of one of them, also where it is paid by piece; `nil` not known, and for the unpaid.
    public var payPerDay: Rupiah?
    public var skills: Set<Skill>

    /// - Returns: `nil` unless at least one person belongs to it.
    public init?(_ sex: Sex, _ pay: Pay, _ position: Position, count: Int) {
        guard count > 0 else { return nil }
        self.sex = sex
        self.pay = pay
        self.position = position
        self.count = count
        skills = []
    }

    /// What they can do, and whether a certificate of competence says so.
    public struct Skill: Sendable, Hashable {
        public let name: String
        /// `nil` not known.
        public let isCertified: Bool?

        public init(_ name: String, isCertified: Bool? = nil) {
            self.name = name
            self.isCertified = isCertified
        }
    }

    /// Person-days of the group in a month (HOK, eight hours each); `nil` where hours or days are not known.
    public var personDaysPerMonth: Double? {
        guard let hoursPerDay, let daysPerMonth else { return nil }
        return Double(count) * daysPerMonth * hoursPerDay / Self.hoursOfPersonDay
    }

    /// Hours of a hari orang kerja.
    public static let hoursOfPersonDay = 8.0
}

/// The workers of an enterprise, group by group.
public struct Workforce: Sendable, Hashable {
    public let groups: [WorkerGroup]

    public init(_ groups: [WorkerGroup]) { self.groups = groups }

    public var total: Int { count { _ in true } }

    public func count(where belongs: (WorkerGroup) -> Bool) -> Int {
        groups.filter(belongs).reduce(0) { $0 + $1.count }
    }

    /// Women of all workers, 0…1; `nil` where there are none.
    public var womenShare: Double? { share { $0.sex == .woman } }

    /// Unpaid of all workers, 0…1; `nil` where there are none.
    public var unpaidShare: Double? { share { $0.pay == .unpaid } }

    /// Women who own or manage, of all who do, 0…1; `nil` where nobody is known to.
    public var womenLeadingShare: Double? {
        let leaders = Workforce(groups.filter { [.owner, .manager].contains($0.position) })
        return leaders.womenShare
    }

    private func share(_ belongs: (WorkerGroup) -> Bool) -> Double? {
        total > 0 ? Double(count(where: belongs)) / Double(total) : nil
    }
}

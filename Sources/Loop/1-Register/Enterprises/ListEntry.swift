/// What one row of an office's list says, read and checked.
public struct ListEntry: Sendable, Equatable {
    /// The row of the file, as the office's program numbers it.
    public let row: Int
    public var card: EnterpriseCard
    /// `nil` where the list has no figures, or no year for them.
    public var year: EnterpriseYear?
    /// Citizen number of the owner.
    public var nik: NIK?
    /// Certificates as the list holds them: a number or a year, as written.
    public var certificates: [EnterpriseField: String]

    public init(
        row: Int, card: EnterpriseCard, year: EnterpriseYear? = nil, nik: NIK? = nil,
        certificates: [EnterpriseField: String] = [:]
    ) {
        self.row = row
        self.card = card
        self.year = year
        self.nik = nik
        self.certificates = certificates
    }
}

/// Something wrong with a row of a list: where, what, and what may help.
public struct ListFault: Sendable, Equatable {
    public let row: Int
    /// 1 is the first column of the sheet; `nil` for the row as a whole.
    public let column: Int?
    /// What the column was taken for; `nil` for the row as a whole.
    public let field: EnterpriseField?
    /// As the file has it, at most 200 characters; empty for a citizen number.
    public let value: String
    public let reason: Reason
    /// What the reason speaks of: names that were meant perhaps, a limit, another row.
    public let details: [String]

    public init(
        row: Int, column: Int?, field: EnterpriseField?, value: String, reason: Reason, details: [String] = []
    ) {
        self.row = row
        self.column = column
        self.field = field
        self.value = value
        self.reason = reason
        self.details = details
    }

    /// The raw value is the stable code.
    public enum Reason: String, Sendable, CaseIterable {
        case nameMissing = "name-missing"
        case tooLong = "too-long"
        case notANumber = "not-a-number"
        case notWhole = "not-whole"
        case negative = "negative"
        case notADate = "not-a-date"
        case notAYear = "not-a-year"
        case yearAhead = "year-ahead"
        case formulaFault = "formula-fault"
        case notANIB = "not-a-nib"
        case notANIK = "not-a-nik"
        /// A citizen number stands where everybody reads it.
        case misplacedNIK = "nik-misplaced"
        case roundedNumber = "rounded-number"
        case notAPhone = "not-a-phone"
        case notAnEmail = "not-an-email"
        case unknownIndustry = "unknown-industry"
        case unknownProvince = "unknown-province"
        case unknownRegency = "unknown-regency"
        case unknownDistrict = "unknown-district"
        case unknownVillage = "unknown-village"
        case ambiguousPlace = "ambiguous-place"
        case elsewhere = "elsewhere"
        case notAChoice = "not-a-choice"
        case notOnTheGlobe = "not-on-the-globe"
        case sameRowTwice = "same-row-twice"
        case sameNIBTwice = "same-nib-twice"
        case yearMissing = "year-missing"
        // Doubts: they may be right, and somebody decides.
        case shiftedPoint = "shifted-point"
        /// Against the enterprise's own figure of another year: the factor, the year and the figure.
        case farFromPast = "far-from-past"
        case materialsAboveOutput = "materials-above-output"
        case noWorkers = "no-workers"
        case outsideRegency = "outside-regency"

        /// A doubt may be taken as it is; a fault cannot.
        public var isDoubt: Bool {
            switch self {
            case .shiftedPoint, .farFromPast, .materialsAboveOutput, .noWorkers, .outsideRegency: true
            default: false
            }
        }
    }
}

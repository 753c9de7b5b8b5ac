/// A field of a detail of an enterprise. The raw value is its stable name in forms, files and events.
public enum DetailField: String, Sendable, CaseIterable, Codable {
    // Of a certificate.
    case certificateKind = "certificate-kind"
    case certificateNumber = "certificate-number"
    case certificateScope = "certificate-scope"
    case issued
    case filed
    case printedEnd = "printed-end"
    // Of a product.
    case productName = "product-name"
    case madeOf = "made-of"
    case technique
    case motif
    case processLine = "process-line"
    case subsector
    case price
    case priceUnit = "price-unit"
    case priceDay = "price-day"
    // Of a group of workers.
    case workerSex = "worker-sex"
    case pay
    case position
    case workers
    case hoursPerDay = "hours-per-day"
    case daysPerMonth = "days-per-month"
    case payPerDay = "pay-per-day"
    case skillsCertified = "skills-certified"
    case skillsUncertified = "skills-uncertified"
    case skills
    // Of equipment.
    case equipmentName = "equipment-name"
    case stage
    case level
    case working
    case broken
    case boughtYear = "bought-year"
    case worth
    case watts
    case lender
    // Of a worksheet.
    case sheetProduct = "sheet-product"
    case sheetDay = "sheet-day"
    case sheetPeriod = "sheet-period"
    case nationalProduct = "national-product"
    case made
    case madeUnit = "made-unit"
    case madePrice = "made-price"
    case material1 = "material-1"
    case material1Quantity = "material-1-quantity"
    case material1Unit = "material-1-unit"
    case material1Price = "material-1-price"
    case material2 = "material-2"
    case material2Quantity = "material-2-quantity"
    case material2Price = "material-2-price"
    case material3 = "material-3"
    case material3Quantity = "material-3-quantity"
    case material3Price = "material-3-price"
    case material4 = "material-4"
    case material4Quantity = "material-4-quantity"
    case material4Price = "material-4-price"
    case otherInputs = "other-inputs"
    case otherInputsPer = "other-inputs-per"
    case paidDays = "paid-days"
    case familyDays = "family-days"
    case dayWage = "day-wage"
    case pieces
    case piecesPerDay = "pieces-per-day"
    case piecePay = "piece-pay"

    /// What a text of the field looks like.
    public enum Form: Sendable, Equatable {
        /// Words on one line.
        case line
        /// Words, one matter a line.
        case lines
        /// `2026-10-17`.
        case day
        /// One of these, by their stable names.
        case choice([String])
        case whole(ClosedRange<Int>)
        /// With a decimal point.
        case number(ClosedRange<Int>)
    }

    public var form: Form {
        switch self {
        case .issued, .filed, .printedEnd, .priceDay, .sheetDay: .day
        case .madeOf, .skillsCertified, .skillsUncertified, .skills: .lines
        case .certificateKind, .processLine, .subsector, .workerSex, .pay, .position, .stage, .level, .sheetPeriod,
            .otherInputsPer:
            .choice(choices)
        case .price: .number(1...1_000_000_000_000)
        case .hoursPerDay: .number(0...24)
        case .daysPerMonth: .number(0...31)
        case .watts: .number(0...10_000_000)
        case .workers: .whole(1...1_000_000)
        case .working, .broken: .whole(0...1_000_000)
        case .boughtYear: .whole(1900...2200)
        case .payPerDay: .whole(0...1_000_000_000)
        case .worth: .whole(0...1_000_000_000_000_000)
        case .certificateNumber, .certificateScope, .productName, .technique, .motif, .priceUnit, .equipmentName,
            .lender, .sheetProduct, .nationalProduct, .madeUnit, .material1, .material1Unit, .material2, .material3,
            .material4:
            .line
        case .made, .madePrice, .material1Quantity, .material1Price, .material2Quantity, .material2Price,
            .material3Quantity, .material3Price, .material4Quantity, .material4Price, .otherInputs, .paidDays,
            .familyDays, .dayWage, .pieces, .piecesPerDay, .piecePay:
            .number(0...1_000_000_000_000)
        }
    }

    private var choices: [String] {
        switch self {
        case .certificateKind: CertificateKind.allCases.map(\.rawValue)
        case .processLine: ProcessLine.allCases.map(\.rawValue)
        case .subsector: CreativeSubsector.allCases.map(\.rawValue)
        case .workerSex: Sex.allCases.map(\.rawValue)
        case .pay: WorkerGroup.Pay.allCases.map(\.rawValue)
        case .position: WorkerGroup.Position.allCases.map(\.rawValue)
        case .stage: ProcessStage.allCases.map(\.rawValue)
        case .level: TechnologyLevel.allCases.map { "\($0.rawValue)" }
        case .sheetPeriod: ["day", "batch", "week", "month", "season", "year"]
        case .otherInputsPer: ["total", "material", "product"]
        default: []
        }
    }

    /// Whether it may name a person: sealed in events, shown by the right to personal data only. Who lends a machine is
    /// often one.
    public var isPersonal: Bool { self == .lender }
}

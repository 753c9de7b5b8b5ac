/// Value added by Hayami's table, per unit of the main material: every row, with both readings of the profit rate.
///
/// Several materials are one basket: what is used beside one unit of the main material goes with it, so that row 8 is the
/// price of the basket, `Σ quantity · price / quantity of the main one`. With one material that is its price.
///
/// - Source: Hayami et al. (1987)
public struct HayamiTable: Sendable, Hashable {
    /// Whether the family's days count at the wage. Both are shown: unpriced, its pay is hidden in the profit.
    public enum FamilyLabour: String, Sendable, CaseIterable {
        case priced
        case unpriced
    }

    public let family: FamilyLabour
    private let values: [HayamiRow: Double]

    /// - Returns: `nil` for what is not known, and for a share of nothing.
    public subscript(_ row: HayamiRow) -> Double? { values[row] }

    public init(_ worksheet: HayamiWorksheet, family: FamilyLabour) {
        self.family = family
        values = HayamiReckoning(worksheet, family).values
    }

    /// How high the ratio of value added is; `nil` where there is none.
    public var level: HayamiLevel? { self[.valueAddedRatio].map(HayamiLevel.init(ratio:)) }

    /// Profit is below zero, or value added is: more is used up than is made. Allowed, told and explained.
    public var isLoss: Bool { (self[.valueAdded] ?? 0) < 0 || (self[.profit] ?? 0) < 0 }
}

/// The rows of Hayami's table, by their numbers in it. The raw value is the stable name.
public enum HayamiRow: String, Sendable, CaseIterable {
    case output = "1"
    case input = "2"
    case labour = "3"
    case conversionFactor = "4"
    case labourCoefficient = "5"
    case outputPrice = "6"
    case wage = "7"
    case materialPrice = "8"
    case otherInputs = "9"
    case outputValue = "10"
    case valueAdded = "11a"
    case valueAddedRatio = "11b"
    case labourIncome = "12a"
    case labourShare = "12b"
    case profit = "13a"
    /// Profit of the value of output: Hayami's own row.
    case profitRateOfOutput = "13b-output"
    /// Profit of value added: what others print in the same row.
    case profitRateOfValueAdded = "13b-value-added"
    case margin = "14"
    case labourMarginShare = "14a"
    case otherInputsMarginShare = "14b"
    case profitMarginShare = "14c"

    public enum Unit: String, Sendable {
        case product, material
        case personDays = "person-days"
        case productPerMaterial = "product-per-material"
        case personDaysPerMaterial = "person-days-per-material"
        case rupiahPerProduct = "rupiah-per-product"
        case rupiahPerPersonDay = "rupiah-per-person-day"
        case rupiahPerMaterial = "rupiah-per-material"
        /// 0…1, below zero where profit is; pages show percent.
        case share
    }

    public var unit: Unit {
        switch self {
        case .output: .product
        case .input: .material
        case .labour: .personDays
        case .conversionFactor: .productPerMaterial
        case .labourCoefficient: .personDaysPerMaterial
        case .outputPrice: .rupiahPerProduct
        case .wage: .rupiahPerPersonDay
        case .materialPrice, .otherInputs, .outputValue, .valueAdded, .labourIncome, .profit, .margin:
            .rupiahPerMaterial
        case .valueAddedRatio, .labourShare, .profitRateOfOutput, .profitRateOfValueAdded, .labourMarginShare,
            .otherInputsMarginShare, .profitMarginShare:
            .share
        }
    }

    /// By the numbers of the rows; `nil` for what is put in.
    public var formula: String? {
        switch self {
        case .output, .input, .labour, .outputPrice, .wage, .materialPrice, .otherInputs: nil
        case .conversionFactor: "1 / 2"
        case .labourCoefficient: "3 / 2"
        case .outputValue: "4 × 6"
        case .valueAdded: "10 − 8 − 9"
        case .valueAddedRatio: "11a / 10"
        case .labourIncome: "5 × 7"
        case .labourShare: "12a / 11a"
        case .profit: "11a − 12a"
        case .profitRateOfOutput: "13a / 10"
        case .profitRateOfValueAdded: "13a / 11a"
        case .margin: "10 − 8"
        case .labourMarginShare: "12a / 14"
        case .otherInputsMarginShare: "9 / 14"
        case .profitMarginShare: "13a / 14"
        }
    }
}

/// How high a ratio of value added is called in the studies that use this table: below 15 %, to 40 %, above. A habit, not
/// a rule; the national ratio of the product says more.
public enum HayamiLevel: String, Sendable, CaseIterable {
    case low, medium, high

    public init(ratio: Double) { self = ratio < 0.15 ? .low : ratio <= 0.40 ? .medium : .high }
}

/// The rows of one worksheet, one after the other.
private struct HayamiReckoning {
    private(set) var values: [HayamiRow: Double] = [:]

    init(_ sheet: HayamiWorksheet, _ family: HayamiTable.FamilyLabour) {
        let main = sheet.materials[0].quantity
        values[.output] = sheet.output
        values[.input] = main
        values[.outputPrice] = sheet.price
        values[.materialPrice] = sheet.materials.reduce(0) { $0 + $1.quantity * $1.price } / main
        values[.otherInputs] = Self.otherInputs(sheet, per: main)
        values[.conversionFactor] = sheet.output / main
        takeLabour(sheet.labour, family, per: main)
        takeValue()
        takeShares()
    }

    private static func otherInputs(_ sheet: HayamiWorksheet, per main: Double) -> Double {
        switch sheet.otherInputs {
        case .total(let amount): amount / main
        case .perMaterial(let amount): amount
        case .perProduct(let amount): amount * sheet.output / main
        }
    }

    /// Row 7 is what a paid day brings on average, by time and by the piece; where nobody is paid, the wage that was named.
    private mutating func takeLabour(
        _ labour: HayamiWorksheet.Labour, _ family: HayamiTable.FamilyLabour, per main: Double
    ) {
        let pieceDays = labour.pieces?.personDays ?? 0
        let paidDays = labour.paidDays + pieceDays
        let days = paidDays + (family == .priced ? labour.familyDays : 0)
        values[.labour] = days
        values[.labourCoefficient] = days / main
        if labour.paidDays == 0, let pieces = labour.pieces, pieceDays > 0 {
            values[.wage] = pieces.payPerDay
        } else if let wage = labour.wage {
            let pay = labour.paidDays * wage + (labour.pieces?.amount ?? 0)
            values[.wage] = paidDays > 0 ? pay / paidDays : wage
        }
        // Nobody's work costs nothing, at whatever wage.
        values[.labourIncome] = days == 0 ? 0 : values[.wage].map { days / main * $0 }
    }

    private mutating func takeValue() {
        guard let factor = values[.conversionFactor], let price = values[.outputPrice],
            let material = values[.materialPrice], let other = values[.otherInputs]
        else { return }
        let value = factor * price
        values[.outputValue] = value
        values[.valueAdded] = value - material - other
        values[.margin] = value - material
        values[.profit] = values[.labourIncome].map { value - material - other - $0 }
    }

    private mutating func takeShares() {
        values[.valueAddedRatio] = share(.valueAdded, of: .outputValue)
        values[.labourShare] = share(.labourIncome, of: .valueAdded)
        values[.profitRateOfOutput] = share(.profit, of: .outputValue)
        values[.profitRateOfValueAdded] = share(.profit, of: .valueAdded)
        values[.labourMarginShare] = share(.labourIncome, of: .margin)
        values[.otherInputsMarginShare] = share(.otherInputs, of: .margin)
        values[.profitMarginShare] = share(.profit, of: .margin)
    }

    /// A share of nothing, or of a loss, says nothing.
    private func share(_ part: HayamiRow, of whole: HayamiRow) -> Double? {
        guard let part = values[part], let whole = values[whole], whole > 0 else { return nil }
        return part / whole
    }
}

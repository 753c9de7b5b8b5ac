/// A figure computed from production, with how: the raw value is its stable name.
/// - Source: BPS, Survei Industri Mikro dan Kecil
public enum ProductionFigure: String, Sendable, CaseIterable {
    case output
    case intermediateInput = "intermediate-input"
    case valueAdded = "value-added"
    case valueAddedPerWorker = "value-added-per-worker"
    case valueAddedPerPersonDay = "value-added-per-person-day"
    case valueAddedRatio = "value-added-ratio"
    case labourShare = "labour-share"
    case unitMaterialCost = "unit-material-cost"
    case capacityUse = "capacity-use"
    case rejectShare = "reject-share"
    case capitalProductivity = "capital-productivity"
    case labourProductivity = "labour-productivity"
    case womenShareOfWork = "women-share-of-work"
    case womenShareOfPay = "women-share-of-pay"
    case womenShareOfLeadership = "women-share-of-leadership"
    case exportShare = "export-share"

    public enum Unit: String, Sendable {
        /// A year.
        case rupiah
        case rupiahPerWorker = "rupiah-per-worker"
        case rupiahPerPersonDay = "rupiah-per-person-day"
        case rupiahPerProduct = "rupiah-per-product"
        /// Rupiah of value added in a year per rupiah of capital.
        case rupiahPerRupiah = "rupiah-per-rupiah"
        /// 0…1; a value-added ratio may be below zero.
        case share
    }

    public var unit: Unit {
        switch self {
        case .output, .intermediateInput, .valueAdded: .rupiah
        case .valueAddedPerWorker, .labourProductivity: .rupiahPerWorker
        case .valueAddedPerPersonDay: .rupiahPerPersonDay
        case .unitMaterialCost: .rupiahPerProduct
        case .capitalProductivity: .rupiahPerRupiah
        case .valueAddedRatio, .labourShare, .capacityUse, .rejectShare, .womenShareOfWork, .womenShareOfPay,
            .womenShareOfLeadership, .exportShare:
            .share
        }
    }

    /// In the names of items and figures.
    public var formula: String {
        switch self {
        case .output: "(Σ products + other-revenue + stock-change) · per-year"
        case .intermediateInput: "(materials + auxiliary + energy + water + rent + services) · per-year"
        case .valueAdded: "output − intermediate-input"
        case .valueAddedPerWorker: "value-added / workers"
        case .valueAddedPerPersonDay: "value-added / (person-days · per-year)"
        case .valueAddedRatio: "value-added / output"
        case .labourShare: "wages · per-year / value-added"
        case .unitMaterialCost: "materials / quantity"
        case .capacityUse: "made / capacity"
        case .rejectShare: "rejects / made"
        case .capitalProductivity: "value-added / investment"
        case .labourProductivity: "output / workers"
        case .womenShareOfWork: "person-days of women / person-days"
        case .womenShareOfPay: "wages of women / wages"
        case .womenShareOfLeadership: "women who own or manage / all who do"
        case .exportShare: "exports / Σ sales"
        }
    }

    /// Rises when the formula changes; a stored figure names the one it was computed by.
    public var version: Int { 1 }
}

/// What became of a figure.
public enum FigureOutcome: Sendable, Hashable {
    case known(Double)
    /// It cannot be computed until these are known.
    case missing([ProductionItem])
    /// All is known, and there is nothing to divide by, or what would be divided by is a loss.
    case undefined(by: ProductionItem)
    /// Several products counted in different units have no cost of one.
    case unitsDiffer

    /// - Returns: `nil` unless it is known.
    public var value: Double? { if case .known(let value) = self { value } else { nil } }
}

/// A computed figure with the recipe it came from.
public struct MeasuredFigure: Sendable, Hashable {
    public let figure: ProductionFigure
    public let outcome: FigureOutcome
    public let version: Int

    init(_ figure: ProductionFigure, _ outcome: FigureOutcome) {
        self.figure = figure
        self.outcome = outcome
        version = figure.version
    }

    /// Value added below zero: more was used up than made. It may be true, and somebody looks at it.
    public var isBelowZero: Bool { (outcome.value ?? 0) < 0 }
}

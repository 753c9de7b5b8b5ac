/// A figure of "Where do we stand?": of a group of enterprises in a year. The raw value is its stable name.
///
/// Sums and quotients that share an item rest on the same enterprises, or their items are never told apart: whoever
/// divides one figure by another learns nothing of the few that are in one of them only (decision 0023).
/// - Source: BPS, Survei Industri Mikro dan Kecil
public enum StandingFigure: String, Sendable, CaseIterable {
    case enterprises
    case workers
    case womenShare = "women-share-of-workers"
    case output = "products-made"
    case investment
    case valueAddedPerWorker = "value-added-per-worker"
    case valueAddedRatio = "value-added-ratio"
    case labourShare = "labour-share"
    case wage = "wage-per-paid-worker"
    case capacityUse = "capacity-use"
    case exportShare = "export-share"

    public enum Unit: String, Sendable {
        case enterprises, people
        case rupiah
        case rupiahPerWorker = "rupiah-per-worker"
        case rupiahPerMonth = "rupiah-per-month"
        /// 0…1; a value-added ratio may be below zero.
        case share
    }

    /// How the figure of a group comes from those of its enterprises.
    public enum Summary: Sendable {
        case count
        case sum
        /// `Σ numerator / Σ denominator`: a large enterprise weighs as much as it is large.
        case quotient
        /// Of shares whose parts are counted in different units: each enterprise weighs the same.
        case mean
    }

    public var unit: Unit {
        switch self {
        case .enterprises: .enterprises
        case .workers: .people
        case .output, .investment: .rupiah
        case .valueAddedPerWorker: .rupiahPerWorker
        case .wage: .rupiahPerMonth
        case .womenShare, .valueAddedRatio, .labourShare, .capacityUse, .exportShare: .share
        }
    }

    public var summary: Summary {
        switch self {
        case .enterprises: .count
        case .workers, .output, .investment: .sum
        case .womenShare, .valueAddedPerWorker, .valueAddedRatio, .labourShare, .wage, .exportShare: .quotient
        case .capacityUse: .mean
        }
    }

    /// In the names of items and figures.
    public var formula: String {
        switch self {
        case .enterprises: "n"
        case .workers: "Σ (men + women)"
        case .womenShare: "Σ women / Σ (men + women)"
        case .output: "Σ products"
        case .investment: "Σ investment"
        case .valueAddedPerWorker: "Σ value-added / Σ workers"
        case .valueAddedRatio: "Σ value-added / Σ output"
        case .labourShare: "Σ wages / Σ value-added"
        case .wage: "Σ wages / 12 / Σ paid workers"
        case .capacityUse: "Σ (made / capacity) / n"
        case .exportShare: "Σ exports / Σ sales"
        }
    }

    /// Whether what an office's list holds is enough; the others need the form of production.
    public var isInLists: Bool {
        switch self {
        case .enterprises, .workers, .womenShare, .output, .investment: true
        case .valueAddedPerWorker, .valueAddedRatio, .labourShare, .wage, .capacityUse, .exportShare: false
        }
    }

    /// Rises when the formula changes.
    public var version: Int { 1 }
}

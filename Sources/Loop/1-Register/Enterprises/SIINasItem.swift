/// What small industry reports in SIINas while it produces: eleven items, in the order of the regulation.
/// The raw value names the column of a file.
/// - Source: Permenperin 13/2025, article 7
public enum SIINasItem: String, Sendable, CaseIterable {
    /// Without land and buildings, rupiah.
    case investment
    /// What is planned to be made; not what could be.
    case productionCapacity = "production-capacity"
    case installedCapacity = "installed-capacity"
    /// Value in the year, rupiah.
    case production
    /// Value in the year, rupiah.
    case rawMaterials = "raw-materials"
    /// Rupiah.
    case landAndBuildings = "land-and-buildings"
    /// People.
    case workers
    case processWater = "process-water"
    case fuelAndLubricants = "fuel-and-lubricants"
    case electricity
    case machines

    /// Whether the register knows it; the others stay empty, and are not guessed from what is near to them.
    public var isKept: Bool {
        switch self {
        case .investment, .installedCapacity, .production, .rawMaterials, .workers, .machines: true
        case .productionCapacity, .landAndBuildings, .processWater, .fuelAndLubricants, .electricity: false
        }
    }
}

public import Register

/// The official facts the product stands on: who the regions are, how industries are coded, what regions produce.
public struct ReferenceFacts: Sendable {
    public let regions: [Region]
    public let industries: [IndustryTitle]
    public let products: [RegionalProduct]
    /// Districts and villages, in the order of their codes.
    public var areas: [Area] = []
    /// What may have become of the codes of 2020.
    public var bridges: [IndustryBridge] = []
    /// Which codes belong to which branch.
    public var branches: [IndustryCode: IndustryBranch] = [:]
    /// What making a product costs in the nation, in the order of the codes.
    public var nationalProducts: [NationalProduct] = []
    /// Of the regencies and years that are known; many are not.
    public var minimumWages: [MinimumWage] = []
    /// Changes whenever a byte of the files changes, so that loading the same facts twice does nothing.
    public let fingerprint: String

    public init(
        regions: [Region], industries: [IndustryTitle], products: [RegionalProduct],
        fingerprint: String
    ) {
        self.regions = regions
        self.industries = industries
        self.products = products
        self.fingerprint = fingerprint
    }
}

/// How many facts of each kind a database holds.
public struct FactCounts: Sendable, Equatable {
    public let regions: Int
    /// Districts and villages.
    public let areas: Int
    public let industries: Int
    public let products: Int

    public init(regions: Int, areas: Int, industries: Int, products: Int) {
        self.regions = regions
        self.areas = areas
        self.industries = industries
        self.products = products
    }

    public init(_ facts: ReferenceFacts) {
        self.init(
            regions: facts.regions.count, areas: facts.areas.count, industries: facts.industries.count,
            products: facts.products.count)
    }
}

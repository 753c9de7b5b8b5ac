/// A product of the national input–output table with what its making costs: the national yardstick beside a local figure.
/// - Source: BPS (2021)
public struct NationalProduct: Sendable, Hashable, Identifiable {
    /// Three digits, `078`.
    public let id: String
    public let name: String
    /// Which of the 17 industries it belongs to.
    public let section: IndustrySection
    public let costs: Costs

    public init(_ id: String, _ name: String, in section: IndustrySection, _ costs: Costs) {
        self.id = id
        self.name = name
        self.section = section
        self.costs = costs
    }

    /// Million rupiah of 2016.
    public struct Costs: Sendable, Hashable {
        /// Used up: home and imported goods and services, with taxes less subsidies on them.
        public let intermediate: Double
        /// Pay of employees.
        public let compensation: Double
        /// Surplus of the owners, among it the work of the self-employed and their families; gross of wear.
        public let surplus: Double
        /// Other taxes less subsidies on production.
        public let taxes: Double

        public init(intermediate: Double, compensation: Double, surplus: Double, taxes: Double) {
            self.intermediate = intermediate
            self.compensation = compensation
            self.surplus = surplus
            self.taxes = taxes
        }

        public var valueAdded: Double { compensation + surplus + taxes }
        public var output: Double { intermediate + valueAdded }
    }

    /// `value added / output`, 0…1; `nil` where nothing was made.
    public var valueAddedRatio: Double? { costs.output > 0 ? costs.valueAdded / costs.output : nil }

    /// `pay of employees / value added`, 0…1; `nil` where there is no value added.
    public var labourShare: Double? { costs.valueAdded > 0 ? costs.compensation / costs.valueAdded : nil }

    /// Of the year.
    public static let year = 2016
}

public import Register

/// What an enterprise made, used up and paid in a period: the raw facts from which every figure is computed. `nil` means
/// not known, zero means none: an enterprise that rents nothing says 0.
public struct Production: Sendable, Hashable {
    public let period: ProductionPeriod
    public var products: [Output] = []
    /// For work done for others, rent of machines, scraps.
    public var otherRevenue: Rupiah?
    /// Of finished and half-finished goods, end less beginning; below zero where stock was sold.
    public var stockChange: Rupiah?
    /// What was used up, by kind.
    public var costs: [Cost: Rupiah] = [:]
    public var work: [Work] = []
    /// Without land and buildings.
    public var investment: Rupiah?
    /// What could be made in the period, in `unit`.
    public var capacity: Double?
    /// What was made, in `unit`.
    public var made: Double?
    /// Of what was made, spoilt or sent back, in `unit`.
    public var rejects: Double?
    /// Of capacity, made and rejects.
    public var unit: String?
    /// Sold abroad, by oneself or through others.
    public var exports: Rupiah?
    public var sales: [SalesChannel: Rupiah] = [:]

    public init(_ period: ProductionPeriod) { self.period = period }

    /// A product with what was made of it: quantity and price, or the value.
    public struct Output: Sendable, Hashable {
        public let name: String
        /// In `unit`, ≥ 0.
        public var quantity: Double?
        public var unit: String?
        /// Rupiah a unit.
        public var price: Double?
        /// Where quantity and price are not known.
        public var value: Rupiah?

        public init(
            _ name: String, quantity: Double? = nil, unit: String? = nil, price: Double? = nil, value: Rupiah? = nil
        ) {
            self.name = name
            self.quantity = quantity
            self.unit = unit
            self.price = price
            self.value = value
        }

        /// The value, or `quantity · price` rounded half away from zero to the rupiah; `nil` where neither is known.
        public var amount: Rupiah? {
            if let value { return value }
            guard let quantity, let price else { return nil }
            let product = (quantity * price).rounded(.toNearestOrAwayFromZero)
            return product.magnitude <= Production.largest ? Rupiah(Int64(product)) : nil
        }
    }

    /// What is used up in making: intermediate input. Wages are not among it: they are paid out of value added.
    public enum Cost: String, Sendable, CaseIterable, Codable {
        case materials
        /// Bahan penolong: dye, yeast, packing.
        case auxiliary
        case energy, water, rent, services
    }

    /// Workers of one sex, pay and position, with their days and pay in the period.
    public struct Work: Sendable, Hashable {
        public let sex: Sex
        public let pay: WorkerGroup.Pay
        public let position: WorkerGroup.Position
        /// On average, ≥ 0.
        public var workers: Int?
        /// HOK of all of them together.
        public var personDays: Double?
        /// Of all of them together; the unpaid have none.
        public var wages: Rupiah?

        public init(
            _ sex: Sex, _ pay: WorkerGroup.Pay, _ position: WorkerGroup.Position, workers: Int? = nil,
            personDays: Double? = nil, wages: Rupiah? = nil
        ) {
            self.sex = sex
            self.pay = pay
            self.position = position
            self.workers = workers
            self.personDays = personDays
            self.wages = pay == .unpaid ? Rupiah(0) : wages
        }
    }

    /// The largest amount that is taken, rupiah: sums of some dozens raised to a year stay whole numbers.
    public static let largest = 1e14
}

/// To whom or where it is sold. The raw value is the stable name.
public enum SalesChannel: String, Sendable, CaseIterable, Codable {
    /// To whoever comes to the workshop.
    case workshop
    /// Pasar, pameran.
    case market
    case trader
    /// Shops, hotels, galleries.
    case shop
    case online
    /// Pengadaan pemerintah.
    case government
    case abroad
    case other
}

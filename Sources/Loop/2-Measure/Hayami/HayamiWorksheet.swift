/// What a maker knows of one product in one period: what came out, what went in, who worked. From it follows the value
/// added per unit of the main material (`HayamiTable`).
///
/// All quantities and amounts are of the same period: a day, a batch, a month. Days and months mixed are the commonest
/// slip with this table, so a worksheet has no place for a second period.
public struct HayamiWorksheet: Sendable, Hashable {
    /// Units of the product made in the period, > 0.
    public let output: Double
    /// Rupiah a unit of the product, > 0.
    public let price: Double
    /// The main material first; all else is reckoned per unit of it.
    public let materials: [Material]
    public let otherInputs: OtherInputs
    public let labour: Labour

    /// - Throws: `HayamiRefusal` for the first thing that cannot be so.
    public init(
        output: Double, price: Double, materials: [Material], otherInputs: OtherInputs, labour: Labour
    ) throws(HayamiRefusal) {
        guard isAbove(output) else { throw .output }
        guard isAbove(price) else { throw .price }
        guard !materials.isEmpty else { throw .noMaterial }
        for (place, material) in materials.enumerated() {
            guard isAbove(material.quantity) else { throw .materialQuantity(place) }
            guard isAtLeastZero(material.price) else { throw .materialPrice(place) }
        }
        guard isAtLeastZero(otherInputs.amount) else { throw .otherInputs }
        try labour.check()
        self.output = output
        self.price = price
        self.materials = materials
        self.otherInputs = otherInputs
        self.labour = labour
    }

    /// A material in its own unit: units need not be alike, because quantities of two materials are never added.
    public struct Material: Sendable, Hashable {
        public let name: String
        /// Used in the period, in its unit, > 0.
        public let quantity: Double
        /// Rupiah a unit, ≥ 0; 0 for what costs nothing.
        public let price: Double

        public init(_ name: String, quantity: Double, price: Double) {
            self.name = name
            self.quantity = quantity
            self.price = price
        }
    }

    /// Auxiliary materials, energy, packing, wear of tools: everything bought besides the materials and labour. Published
    /// tables give it per unit of material or, by a slip, per unit of product, so it is said which.
    public enum OtherInputs: Sendable, Hashable {
        /// Rupiah in the period.
        case total(Double)
        /// Rupiah per unit of the main material.
        case perMaterial(Double)
        /// Rupiah per unit of the product.
        case perProduct(Double)

        var amount: Double {
            switch self {
            case .total(let amount), .perMaterial(let amount), .perProduct(let amount): amount
            }
        }
    }

    /// Work of the period in person-days (HOK, eight hours each).
    public struct Labour: Sendable, Hashable {
        /// Paid by time, ≥ 0.
        public var paidDays: Double
        /// Of the family and the owner, for which no wage is paid, ≥ 0.
        public var familyDays: Double
        /// Rupiah a person-day; `nil` not known. Also what the family's days are priced at.
        public var wage: Double?
        /// Paid by the piece.
        public var pieces: PieceWork?

        public init(paidDays: Double, familyDays: Double = 0, wage: Double?, pieces: PieceWork? = nil) {
            self.paidDays = paidDays
            self.familyDays = familyDays
            self.wage = wage
            self.pieces = pieces
        }

        fileprivate func check() throws(HayamiRefusal) {
            guard isAtLeastZero(paidDays) else { throw .paidDays }
            guard isAtLeastZero(familyDays) else { throw .familyDays }
            if let wage, !isAtLeastZero(wage) { throw .wage }
            if let pieces, !pieces.isPossible { throw .pieces }
        }
    }

    /// Beyond it nothing small industry makes, buys or pays; sums of such numbers keep their rupiah.
    public static let largest = 1e13
}

private func isAbove(_ value: Double) -> Bool { value > 0 && isAtLeastZero(value) }

private func isAtLeastZero(_ value: Double) -> Bool {
    value.isFinite && value >= 0 && value <= HayamiWorksheet.largest
}

/// Why a worksheet cannot be reckoned. The remedy is the same for all: mend the number that is named.
public enum HayamiRefusal: Error, Sendable, Hashable {
    /// Not above zero, or beyond `HayamiWorksheet.largest`.
    case output, price
    case noMaterial
    /// The place of the material, 0 the main one.
    case materialQuantity(Int)
    case materialPrice(Int)
    /// Below zero, or beyond `HayamiWorksheet.largest`.
    case otherInputs, paidDays, familyDays, wage
    /// Pieces without how many a worker makes in a day, or a number below zero.
    case pieces

    /// The stable code.
    public var code: String {
        switch self {
        case .output: "hayami-output"
        case .price: "hayami-price"
        case .noMaterial: "hayami-no-material"
        case .materialQuantity: "hayami-material-quantity"
        case .materialPrice: "hayami-material-price"
        case .otherInputs: "hayami-other-inputs"
        case .paidDays: "hayami-paid-days"
        case .familyDays: "hayami-family-days"
        case .wage: "hayami-wage"
        case .pieces: "hayami-pieces"
        }
    }
}

public import Register

/// The worksheet of one product of an enterprise in one period, as it is filled in and kept.
public struct ProductWorksheet: Sendable, Hashable {
    public let product: String
    /// The day it was filled in for, or the first of the period.
    public let day: CalendarDay?
    public let period: Period
    /// Code of the national product it is held against.
    public let nationalProduct: String?
    /// In what the product is counted: kg, lembar.
    public let madeUnit: String?
    /// In what the main material is counted.
    public let materialUnit: String?
    public let othersPer: OthersPer
    private let names: [String?]
    private let numbers: [DetailField: Double]

    /// The raw value is the stable name.
    public enum Period: String, Sendable, CaseIterable {
        case day, batch, week, month, season, year
    }

    /// What other inputs are told per. The raw value is the stable name.
    public enum OthersPer: String, Sendable, CaseIterable {
        case total, material, product
    }

    /// - Throws: `HayamiRefusal` where the numbers make no table.
    public func worksheet() throws(HayamiRefusal) -> HayamiWorksheet {
        try HayamiWorksheet(
            output: numbers[.made] ?? 0, price: numbers[.madePrice] ?? 0, materials: materials, otherInputs: others,
            labour: labour)
    }

    private var materials: [HayamiWorksheet.Material] {
        Self.materialFields.enumerated().compactMap { place, fields in
            guard let quantity = numbers[fields.quantity], let price = numbers[fields.price] else { return nil }
            return HayamiWorksheet.Material(names[place] ?? "", quantity: quantity, price: price)
        }
    }

    private var others: HayamiWorksheet.OtherInputs {
        let amount = numbers[.otherInputs] ?? 0
        return switch othersPer {
        case .total: .total(amount)
        case .material: .perMaterial(amount)
        case .product: .perProduct(amount)
        }
    }

    private var labour: HayamiWorksheet.Labour {
        var pieces: PieceWork?
        if let count = numbers[.pieces], let perDay = numbers[.piecesPerDay], let pay = numbers[.piecePay] {
            pieces = PieceWork(count, perDay: perDay, pay: pay)
        }
        return HayamiWorksheet.Labour(
            paidDays: numbers[.paidDays] ?? 0, familyDays: numbers[.familyDays] ?? 0, wage: numbers[.dayWage],
            pieces: pieces)
    }

    /// Which field a refusal speaks of.
    public static func field(of refusal: HayamiRefusal) -> DetailField {
        switch refusal {
        case .output: .made
        case .price: .madePrice
        case .noMaterial: .material1Quantity
        case .materialQuantity(let place): materialFields[min(place, materialFields.count - 1)].quantity
        case .materialPrice(let place): materialFields[min(place, materialFields.count - 1)].price
        case .otherInputs: .otherInputs
        case .paidDays: .paidDays
        case .familyDays: .familyDays
        case .wage: .dayWage
        case .pieces: .piecesPerDay
        }
    }

    fileprivate static let materialFields: [(name: DetailField, quantity: DetailField, price: DetailField)] = [
        (.material1, .material1Quantity, .material1Price), (.material2, .material2Quantity, .material2Price),
        (.material3, .material3Quantity, .material3Price), (.material4, .material4Quantity, .material4Price),
    ]
}

extension ProductWorksheet: EnterpriseDetail {
    public static var detailKind: DetailKind { .worksheet }

    public static var fields: [DetailField] {
        [
            .sheetProduct, .sheetDay, .sheetPeriod, .made, .madeUnit, .madePrice, .material1, .material1Quantity,
            .material1Unit, .material1Price, .otherInputs, .otherInputsPer, .paidDays, .familyDays, .dayWage,
            .material2, .material2Quantity, .material2Price, .material3, .material3Quantity, .material3Price,
            .material4, .material4Quantity, .material4Price, .pieces, .piecesPerDay, .piecePay, .nationalProduct,
        ]
    }

    /// Work and other inputs are asked for with 0 for none: what is not told is not taken as nothing.
    public static var required: Set<DetailField> {
        [
            .sheetProduct, .sheetPeriod, .made, .madePrice, .material1Quantity, .material1Price, .otherInputs,
            .otherInputsPer, .paidDays, .familyDays,
        ]
    }

    public func text(_ field: DetailField) -> String? {
        switch field {
        case .sheetProduct: product
        case .sheetDay: day?.description
        case .sheetPeriod: period.rawValue
        case .nationalProduct: nationalProduct
        case .madeUnit: madeUnit
        case .material1Unit: materialUnit
        case .otherInputsPer: othersPer.rawValue
        case .material1: names[0]
        case .material2: names[1]
        case .material3: names[2]
        case .material4: names[3]
        default: numbers[field].map(Plain.text)
        }
    }

    /// Of a further material quantity and price belong together, as do the three numbers of piece work: one without the
    /// others is left out.
    public init?(_ id: Key<ProductWorksheet>, of enterprise: Enterprise.ID, texts: [DetailField: String]) {
        guard let product = texts[.sheetProduct], let period = texts[.sheetPeriod].flatMap(Period.init),
            let othersPer = texts[.otherInputsPer].flatMap(OthersPer.init)
        else { return nil }
        var numbers: [DetailField: Double] = [:]
        for field in Self.fields {
            if case .number = field.form { numbers[field] = texts[field].flatMap(Double.init) }
        }
        let isWhole = Self.required.allSatisfy { field in
            if case .number = field.form { numbers[field] != nil } else { true }
        }
        guard isWhole else { return nil }
        for fields in Self.materialFields.dropFirst() { Self.keepTogether([fields.quantity, fields.price], &numbers) }
        Self.keepTogether([.pieces, .piecesPerDay, .piecePay], &numbers)
        names = Self.materialFields.map { fields in numbers[fields.quantity] == nil ? nil : texts[fields.name] }
        self.numbers = numbers
        self.product = product
        self.period = period
        self.othersPer = othersPer
        day = texts[.sheetDay].flatMap { CalendarDay($0) }
        nationalProduct = texts[.nationalProduct]
        madeUnit = texts[.madeUnit]
        materialUnit = texts[.material1Unit]
    }

    private static func keepTogether(_ fields: [DetailField], _ numbers: inout [DetailField: Double]) {
        guard fields.contains(where: { numbers[$0] == nil }) else { return }
        for field in fields { numbers[field] = nil }
    }
}

/// A number without a needless `.0`.
private enum Plain {
    static func text(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}

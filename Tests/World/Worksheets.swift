public import Register

/// Worksheets of value added with known answers.
public enum Worksheets {
    /// Tofu of Tegal, as published.
    public static let tofu: [DetailField: String] = [
        .sheetProduct: "Tahu", .sheetPeriod: "batch", .made: "108.4", .madeUnit: "kg", .madePrice: "9000",
        .material1: "Kedelai", .material1Quantity: "66", .material1Unit: "kg", .material1Price: "7334",
        .otherInputs: "1848", .otherInputsPer: "material", .paidDays: "3.95", .familyDays: "0", .dayWage: "28257",
        .nationalProduct: "070",
    ]

    /// With a ratio of value added that its price alone makes: 100,000 of material become `100,000 / (1 − ratio)`, in
    /// whole rupiah.
    public static func sheet(ratio: Double, of product: String, on day: String = "2026-01-01") -> [DetailField: String]
    {
        [
            .sheetProduct: "Kain", .sheetDay: day, .sheetPeriod: "month", .made: "1",
            .madePrice: "\(Int((100_000 / (1 - ratio)).rounded()))", .material1Quantity: "1",
            .material1Price: "100000", .otherInputs: "0", .otherInputsPer: "total", .paidDays: "0",
            .familyDays: "0", .nationalProduct: product,
        ]
    }
}

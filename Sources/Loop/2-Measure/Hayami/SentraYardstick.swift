public import Register

/// The middle of what other enterprises of a sentra reach with the same product: shown only where they are enough, so that
/// nobody reads a neighbour's figure from it.
public struct SentraYardstick: Sendable, Hashable {
    /// Median of their ratios of value added, a share rounded to a hundredth: an exact one would be one enterprise's own.
    public let ratio: Double
    /// How many others.
    public let enterprises: Int

    /// Fewest others of which a middle is told.
    public static let fewest = 5

    /// - Parameters:
    ///   - sheets: of the others; of each the newest of the product counts.
    ///   - product: code of the national product.
    /// - Returns: `nil` where fewer than `fewest` others have one.
    public init?(_ sheets: [Enterprise.ID: [ProductWorksheet]], of product: String) {
        let ratios = sheets.values.compactMap { own -> Double? in
            let alike = own.filter { $0.nationalProduct == product }
            let newest = alike.max { ($0.day?.number ?? 0) < ($1.day?.number ?? 0) }
            // One that cannot be reckoned has no ratio.
            guard let newest, let sheet = try? newest.worksheet() else { return nil }
            return HayamiTable(sheet, family: .priced)[.valueAddedRatio]
        }.sorted()
        guard ratios.count >= Self.fewest else { return nil }
        let middle = ratios.count / 2
        let median = ratios.count.isMultiple(of: 2) ? (ratios[middle - 1] + ratios[middle]) / 2 : ratios[middle]
        ratio = (median * 100).rounded() / 100
        enterprises = ratios.count
    }
}

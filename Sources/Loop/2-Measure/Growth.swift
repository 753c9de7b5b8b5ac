public import Register

extension RegionalAccounts {
    /// Growth of an industry's value added between two years: `end / start − 1`, at constant prices.
    ///
    /// - Returns: a share (0.39 is 39 %); `nil` where either year is not known or the first is not above zero.
    public func growth(
        of industry: IndustrySection, in region: RegionCode, from start: Int, to end: Int
    ) -> Double? {
        guard let first = product(of: region, in: start), let last = product(of: region, in: end),
            first[industry] > 0
        else { return nil }
        return last[industry] / first[industry] - 1
    }
}

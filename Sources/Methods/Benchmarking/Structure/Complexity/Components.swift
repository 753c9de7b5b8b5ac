extension AdvantageTable {
    /// In how many parts the table falls: regions are linked by the products that they share. 1 is a whole.
    ///
    /// Each part has an eigenvalue 1 of its own, and a second vector would only tell the parts apart. Counting links
    /// finds it exactly; an eigenvalue near 1 would leave a doubt.
    var parts: Int {
        var isSeen = [Bool](repeating: false, count: regions)
        var isSeenProduct = [Bool](repeating: false, count: products)
        var count = 0
        for first in 0..<regions where !isSeen[first] {
            count += 1
            isSeen[first] = true
            var waiting = [first]
            while let region = waiting.popLast() {
                for product in ofRegion[region] where !isSeenProduct[Int(product)] {
                    isSeenProduct[Int(product)] = true
                    for other in ofProduct[Int(product)] where !isSeen[Int(other)] {
                        isSeen[Int(other)] = true
                        waiting.append(Int(other))
                    }
                }
            }
        }
        return count
    }
}

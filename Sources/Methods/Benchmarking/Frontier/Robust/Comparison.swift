/// One unit beside the units of the reference that it can be compared with.
struct Comparison {
    /// Rows of the reference, ascending.
    private(set) var rows: [Int] = []
    /// `ℓᵢ` or `tᵢ` of each of these rows, finite and ≥ 0.
    private(set) var ratios: [Double] = []
    /// Whether the unit has an output (or input) that can be scaled.
    let canScale: Bool
    private let reference: Production
    private let orientation: RadialOrientation

    /// - Parameter left: a row of the reference that is left out.
    init(
        of unit: Int, in units: Production, with reference: Production, _ orientation: RadialOrientation,
        without left: Int? = nil
    ) {
        self.reference = reference
        self.orientation = orientation
        let (inputs, outputs) = (units.inputs.row(unit), units.outputs.row(unit))
        canScale = (orientation == .output ? outputs : inputs).contains { $0 > 0 }
        for row in 0..<reference.units where row != left {
            let ratio =
                switch orientation {
                case .output: outputRatio(of: row, inputs, outputs)
                case .input: inputRatio(of: row, inputs, outputs)
                }
            guard let ratio else { continue }
            rows.append(row)
            // A quotient of a huge and a tiny figure overflows; the largest number keeps differences finite.
            ratios.append(min(ratio, .greatestFiniteMagnitude))
        }
    }

    /// `min yᵢᵣ/yᵣ` over `yᵣ > 0`; `nil` for a unit that uses more of something.
    private func outputRatio(of row: Int, _ inputs: [Double], _ outputs: [Double]) -> Double? {
        reference.inputs.values.withUnsafeBufferPointer { x in
            reference.outputs.values.withUnsafeBufferPointer { y in
                let (firstInput, firstOutput) = (row * inputs.count, row * outputs.count)
                for k in inputs.indices where x[firstInput + k] > inputs[k] { return nil }
                var ratio = Double.infinity
                for r in outputs.indices where outputs[r] > 0 {
                    ratio = min(ratio, y[firstOutput + r] / outputs[r])
                }
                return ratio
            }
        }
    }

    /// `max xᵢₖ/xₖ` over `xₖ > 0`; `nil` for a unit that makes less of something, or uses an input that this one
    /// does without.
    private func inputRatio(of row: Int, _ inputs: [Double], _ outputs: [Double]) -> Double? {
        reference.inputs.values.withUnsafeBufferPointer { x in
            reference.outputs.values.withUnsafeBufferPointer { y in
                let (firstInput, firstOutput) = (row * inputs.count, row * outputs.count)
                for r in outputs.indices where y[firstOutput + r] < outputs[r] { return nil }
                var ratio = 0.0
                for k in inputs.indices {
                    let figure = x[firstInput + k]
                    if inputs[k] > 0 {
                        ratio = max(ratio, figure / inputs[k])
                    } else if figure > 0 {
                        return nil
                    }
                }
                return ratio
            }
        }
    }
}

extension Comparison {
    /// The unit's score.
    func score(by method: RobustMethod) -> RobustScore {
        RobustScore(outcome: outcome(by: method), comparable: rows.count)
    }

    /// The unit's order-m scores, sorted once for all; `nil` where nothing can be said.
    func scores(byOrders orders: [Int]) -> [Double]? {
        guard canScale, !rows.isEmpty else { return nil }
        let ascending = ratios.sorted()
        return orders.map { orderM($0, ascending: ascending, orientation) }
    }

    private func outcome(by method: RobustMethod) -> RobustScore.Outcome {
        guard canScale else { return .nothingToScale }
        guard !rows.isEmpty else { return .nobodyComparable }
        switch method {
        case .freeDisposalHull:
            let best = best()
            return .score(ratios[best], peer: rows[best])
        case .orderM(let order):
            return .score(orderM(order, ascending: ratios.sorted(), orientation), peer: nil)
        case .orderAlpha(let share):
            let score = orderAlpha(share, ascending: ratios.sorted(), orientation)
            return .score(score, peer: ratios.firstIndex(of: score).map { rows[$0] })
        }
    }

    /// The place of the best ratio. Of several equally good rows, the first that no other of them dominates: were
    /// it just the first, a unit could be sent to a peer that is itself behind somebody.
    private func best() -> Int {
        var best = 0
        for place in ratios.indices.dropFirst() {
            let (new, old) = (ratios[place], ratios[best])
            let isBetter = orientation == .output ? new > old : new < old
            if isBetter || (new == old && dominates(rows[place], rows[best])) { best = place }
        }
        return best
    }

    /// Uses no more, makes no less, and is not the same.
    private func dominates(_ one: Int, _ other: Int) -> Bool {
        let (x, y) = (reference.inputs, reference.outputs)
        let inputs = (0..<x.columns).map { x[other, $0] - x[one, $0] }
        let outputs = (0..<y.columns).map { y[one, $0] - y[other, $0] }
        let gains = inputs + outputs
        return gains.allSatisfy { $0 >= 0 } && gains.contains { $0 > 0 }
    }
}

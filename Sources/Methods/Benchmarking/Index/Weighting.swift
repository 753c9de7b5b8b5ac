/// What each indicator and each group weighs among the children of its parent.
///
/// - Source: OECD & JRC (2008), step 6.
public enum Weighting: Sendable, Equatable, Codable {
    /// As the hierarchy says.
    case stated
    /// All children of a group the same.
    case equal
    /// These, by code, ≥ 0; who is not named weighs as the hierarchy says.
    case given([String: Double])
}

extension Weighting {
    /// The weight of every code of the hierarchy: indicators, then groups.
    ///
    /// - Throws: `.unknownWeight`, `.badWeight`, `.weightsAllZero`.
    func weights(of hierarchy: IndexHierarchy) throws(IndexRefusal) -> [Double] {
        var weights = hierarchy.statedWeights
        switch self {
        case .stated: break
        case .equal: weights = weights.map { _ in 1 }
        case .given(let given):
            let codes = hierarchy.codes
            if let code = given.keys.sorted().first(where: { !codes.contains($0) }) {
                throw .unknownWeight(code: code)
            }
            weights = codes.indices.map { given[codes[$0]] ?? weights[$0] }
        }
        if let place = weights.firstIndex(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .badWeight(code: hierarchy.codes[place])
        }
        for (place, group) in hierarchy.groups.enumerated()
        where !hierarchy.children[place].reduce(0, { $0 + weights[$1] }).isFinite {
            throw .badWeight(code: group.code)
        }
        try refuseEmptyGroups(hierarchy, weights)
        return weights
    }

    /// A group that weighs nothing itself may have children that weigh nothing: it is left out as a whole.
    private func refuseEmptyGroups(_ hierarchy: IndexHierarchy, _ weights: [Double]) throws(IndexRefusal) {
        for (place, group) in hierarchy.groups.enumerated() {
            let counts = group.parent == nil || weights[hierarchy.indicators.count + place] > 0
            if counts, hierarchy.children[place].allSatisfy({ weights[$0] == 0 }) {
                throw .weightsAllZero(group: group.code)
            }
        }
    }
}

extension IndexHierarchy {
    /// The weights with 0 for every group whose children all weigh nothing, so that its parent leaves it out.
    func silencingEmptyGroups(_ weights: inout [Double]) {
        for place in groups.indices where children[place].allSatisfy({ weights[$0] == 0 }) {
            weights[indicators.count + place] = 0
        }
    }

    /// What each indicator weighs in the index, through all levels: the product of its own and its groups' shares.
    ///
    /// - Parameters:
    ///   - weights: indicators, then groups.
    ///   - shares: as long as `weights`; filled with the shares of all codes, 1 for the index.
    func fillShares(_ shares: inout [Double], from weights: [Double]) {
        shares[shares.count - 1] = 1
        for place in children.indices.reversed() {
            var total = 0.0
            for child in children[place] { total += weights[child] }
            let whole = shares[indicators.count + place]
            for child in children[place] { shares[child] = total > 0 ? weights[child] / total * whole : 0 }
        }
    }
}

/// What might as well have been chosen: the alternatives to a recipe.
///
/// Every alternative of a step, and what the recipe says, are equally likely; the choices are independent.
///
/// - Source: OECD & JRC (2008), step 7; Saisana, Saltelli & Tarantola (2005).
public struct IndexAlternatives: Sendable, Equatable, Codable {
    /// Whether an indicator may be left out.
    public enum Exclusion: String, Sendable, Codable {
        /// All indicators always count.
        case none
        /// None or any one of the indicators that weigh something is left out, each as likely.
        case oneIndicator = "one-indicator"
    }

    /// Besides the recipe's own.
    public var imputations: [Imputation] = []
    /// Besides the recipe's own.
    public var normalisations: [Normalisation] = []
    /// Besides the recipe's own (with its exceptions for some groups); an alternative holds for all groups.
    public var aggregations: [Aggregation] = []
    /// Every weight is multiplied by `1 + weightSpread · u`, with u even over −1…1; 0…1.
    public var weightSpread = 0.25
    /// Whether an indicator may be left out.
    public var exclusion = Exclusion.oneIndicator

    /// Weights ±25 %, one indicator left out; the other steps as in the recipe.
    public init() {}
}

/// The choices of one replicate.
public struct IndexScenario: Sendable, Equatable {
    /// What stands in for gaps.
    public let imputation: Imputation
    /// How indicators come on one scale.
    public let normalisation: Normalisation
    /// For all groups; `nil` = as in the recipe.
    public let aggregation: Aggregation?
    /// Code of the indicator left out; `nil` = none.
    public let excluded: String?
    /// What everything weighs, by code; 0 for what is left out.
    public let weights: [String: Double]

    /// The recipe with these choices in it: makes the index of the replicate.
    public func applied(to recipe: IndexRecipe) -> IndexRecipe {
        var changed = recipe
        changed.imputation = imputation
        changed.normalisation = normalisation
        changed.weighting = .given(weights)
        if let aggregation {
            changed.aggregation = aggregation
            changed.aggregationOf = [:]
        }
        return changed
    }
}

/// The steps in which a replicate may differ from the recipe.
public enum IndexChoice: String, CaseIterable, Sendable, Codable {
    case imputation, normalisation, aggregation, exclusion, weights
}

/// Branch of small industry, in the words of the offices. Derived from the division of the industry code, so a coarse
/// word: cement is in the branch of pottery.
public enum IndustryBranch: String, Sendable, CaseIterable, Codable {
    /// Pangan: food and drink.
    case food
    /// Sandang: textiles, garments, leather, footwear.
    case clothing
    /// Kriya: goods of wood, plait, glass, clay and stone, jewellery, other crafts.
    case craft
    case furniture
    case chemicalsAndCosmetics = "chemicals-cosmetics"
    case metal
}

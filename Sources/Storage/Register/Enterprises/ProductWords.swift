import Register

/// The words of an enterprise's products, by which it is found too, are written anew. Nothing is said of it in the book: the
/// change of the product stands there.
func renewProductWords(of enterprise: Enterprise.ID, _ connection: any Connection) throws {
    let names = try connection.rows(
        "SELECT product_name FROM product WHERE enterprise = $1 AND removed_at IS NULL ORDER BY enterprise, id",
        [SQLValue(enterprise)], read: { try $0.text(0) })
    try connection.execute(
        "UPDATE enterprise SET product_words = $2 WHERE id = $1 AND product_words <> $2",
        [SQLValue(enterprise), .text(EnterpriseWords.join(names))])
}

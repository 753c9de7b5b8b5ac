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

/// The search index of SQLite gets what did not come by its triggers; PostgreSQL keeps its own.
/// - Parameter source: what follows FROM: enterprises called `e`.
func makeFindable(_ source: String, _ values: [SQLValue], _ connection: any Connection) throws {
    guard connection.engine == .sqlite else { return }
    try connection.execute(
        """
        INSERT INTO enterprise_search (enterprise, office, words, personal_words)
        SELECT e.id, e.office || ' ' || substr(e.office, 1, 2), e.words || ' ' || e.product_words, e.personal_words
        FROM \(source)
        """, values)
}

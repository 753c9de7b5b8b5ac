public import Measure
import Register

extension Store {
    /// Products of the national input–output table, in the order of their codes; empty before facts were loaded.
    public func nationalProducts() async throws -> [NationalProduct] {
        try await read { connection in
            try connection.rows(
                """
                SELECT code, name, section, intermediate, compensation, surplus, taxes
                FROM national_product ORDER BY code
                """
            ) { row in
                let section: IndustrySection = try row.choice(2)
                let costs = NationalProduct.Costs(
                    intermediate: try row.real(3), compensation: try row.real(4), surplus: try row.real(5),
                    taxes: try row.real(6))
                return NationalProduct(try row.text(0), try row.text(1), in: section, costs)
            }
        }
    }
}

func replaceNationalProducts(_ products: [NationalProduct], _ connection: any Connection) throws {
    try connection.execute("DELETE FROM national_product")
    try connection.execute(
        """
        INSERT INTO national_product (code, name, section, intermediate, compensation, surplus, taxes)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        forEach: products.map { product in
            [
                .text(product.id), .text(product.name), .text(product.section.rawValue),
                .real(product.costs.intermediate), .real(product.costs.compensation), .real(product.costs.surplus),
                .real(product.costs.taxes),
            ]
        })
}

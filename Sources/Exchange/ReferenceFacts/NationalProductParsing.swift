import Measure

extension FactParser {
    /// Products of the national input–output table, in the order of their codes.
    func nationalProducts() throws(FactsRefused) -> [NationalProduct] {
        let heading = [
            "code", "product", "section", "intermediate_mrp", "compensation_mrp", "surplus_mrp", "production_taxes_mrp",
        ]
        var seen: Set<String> = []
        let products = try values(of: "io-2016.csv", heading) {
            (table, record) throws(FactProblem) -> NationalProduct in
            let code = record.fields[0]
            guard code.utf8.count == 3, code.utf8.allSatisfy({ $0 > 47 && $0 < 58 }) else {
                throw table.problem(record, 0, .notACode)
            }
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            guard !record.fields[1].isEmpty else { throw table.problem(record, 1, .empty) }
            guard let section = IndustrySection(rawValue: record.fields[2]) else {
                throw table.problem(record, 2, .unknownKind(allowed: IndustrySection.allCases.map(\.rawValue)))
            }
            var amounts: [Double] = []
            for column in 3...6 { amounts.append(try table.number(record, column)) }
            let costs = NationalProduct.Costs(
                intermediate: amounts[0], compensation: amounts[1], surplus: amounts[2], taxes: amounts[3])
            return NationalProduct(code, record.fields[1], in: section, costs)
        }
        return products.sorted { $0.id < $1.id }
    }
}

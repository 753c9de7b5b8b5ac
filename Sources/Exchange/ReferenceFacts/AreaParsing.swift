import Register

extension FactParser {
    /// Districts and villages, in the order of their codes: every district lies in a known regency or city, every
    /// village in a district.
    func areas(in regions: Set<RegionCode>) throws(FactsRefused) -> [Area] {
        let districts = try districts(in: regions)
        let villages = try villages(in: Set(districts.map(\.id)))
        return (districts + villages).sorted { $0.id < $1.id }
    }

    private func districts(in regions: Set<RegionCode>) throws(FactsRefused) -> [Area] {
        var seen: Set<AreaCode> = []
        return try values(of: "districts.csv", ["code", "name", "latitude", "longitude"]) {
            (table, record) throws(FactProblem) -> Area in
            let code = try area(record, .district, in: table)
            guard regions.contains(code.regency) else { throw table.problem(record, 0, .unknownRegion) }
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            return Area(id: code, name: record.fields[1], centroid: try centroid(record, 2, in: table))
        }
    }

    private func villages(in districts: Set<AreaCode>) throws(FactsRefused) -> [Area] {
        var seen: Set<AreaCode> = []
        return try values(of: "villages.csv", ["code", "name"]) { (table, record) throws(FactProblem) -> Area in
            let code = try area(record, .village, in: table)
            guard districts.contains(code.district) else { throw table.problem(record, 0, .unknownDistrict) }
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            return Area(id: code, name: record.fields[1])
        }
    }

    /// The code in the first column, of a record that has a name in the second.
    private func area(
        _ record: CSVRecord, _ kind: AreaCode.Kind, in table: FactTable
    ) throws(FactProblem) -> AreaCode {
        guard let code = AreaCode(record.fields[0]), code.kind == kind else {
            throw table.problem(record, 0, .notACode)
        }
        guard !record.fields[1].isEmpty else { throw table.problem(record, 1, .empty) }
        return code
    }
}

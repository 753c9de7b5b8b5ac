import Measure
import Register

/// Turns the checked files into facts.
struct FactParser {
    let manifest: Manifest
    let contents: [String: [UInt8]]

    func facts(fingerprint: String) throws(FactsRefused) -> ReferenceFacts {
        let regions = try regions(populations: populations())
        return ReferenceFacts(
            regions: regions, industries: try industries(),
            products: try products(knowing: Set(regions.map(\.id))), fingerprint: fingerprint)
    }

    /// Opens a file and holds it against the manifest.
    private func table(_ file: String, _ heading: [String]) throws(FactsRefused) -> FactTable {
        guard let bytes = contents[file] else {
            throw FactsRefused(problems: [FactProblem(file, .missingFile)])
        }
        let table = try FactTable(file, bytes: bytes, heading: heading)
        try manifest.verify(table)
        return table
    }

    private func populations() throws(FactsRefused) -> [RegionCode: Population] {
        let table = try table("population.csv", ["kemendagri", "men", "women"])
        let rows = try table.values { (record) throws(FactProblem) -> (RegionCode, Population) in
            (
                try code(record, 0, in: table),
                Population(men: try table.count(record, 1), women: try table.count(record, 2))
            )
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    private func regions(populations: [RegionCode: Population]) throws(FactsRefused) -> [Region] {
        let table = try table(
            "regions.csv",
            ["kemendagri", "bps", "kind", "name", "latitude", "longitude", "area_km2"])
        var seen: Set<RegionCode> = []
        return try table.values { (record) throws(FactProblem) -> Region in
            let code = try code(record, 0, in: table)
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            let bps = BPSCode(record.fields[1])
            guard bps != nil || record.fields[1].isEmpty else {
                throw table.problem(record, 1, .notACode)
            }
            guard let kind = Region.Kind(rawValue: record.fields[2]) else {
                let allowed = Region.Kind.allCases.map(\.rawValue)
                throw table.problem(record, 2, .unknownKind(allowed: allowed))
            }
            guard !record.fields[3].isEmpty else { throw table.problem(record, 3, .empty) }
            let place = (try centroid(record, in: table), try table.optionalNumber(record, 6))
            return Region(
                id: code, bpsCode: bps, kind: kind, name: record.fields[3], place: place,
                population: populations[code])
        }
    }

    private func centroid(
        _ record: CSVRecord, in table: FactTable
    ) throws(FactProblem) -> Coordinates? {
        let latitude = try table.optionalNumber(record, 4)
        let longitude = try table.optionalNumber(record, 5)
        guard let latitude, let longitude else { return nil }
        guard let place = Coordinates(latitude: latitude, longitude: longitude) else {
            throw table.problem(record, 4, .notANumber)
        }
        return place
    }

    private func industries() throws(FactsRefused) -> [IndustryTitle] {
        try industries(.kbli2020, in: "kbli-2020.csv") + industries(.kbli2025, in: "kbli-2025.csv")
    }

    private func industries(
        _ version: IndustryCode.Version, in file: String
    ) throws(FactsRefused) -> [IndustryTitle] {
        let table = try table(file, ["code", "category", "title"])
        var seen: Set<String> = []
        return try table.values { (record) throws(FactProblem) -> IndustryTitle in
            guard let code = IndustryCode(version, record.fields[0]) else {
                throw table.problem(record, 0, .notACode)
            }
            guard seen.insert(code.code).inserted else { throw table.problem(record, 0, .duplicate) }
            guard !record.fields[2].isEmpty else { throw table.problem(record, 2, .empty) }
            return IndustryTitle(code: code, section: record.fields[1], title: record.fields[2])
        }
    }

    private func products(knowing regions: Set<RegionCode>) throws(FactsRefused) -> [RegionalProduct] {
        var products: [RegionalProduct] = []
        var problems: [FactProblem] = []
        for file in manifest.files where file.hasPrefix("regional-gdp/") {
            do {
                products += try self.products(in: file, knowing: regions)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw FactsRefused(problems: problems) }
        return products
    }

    private func products(
        in file: String, knowing regions: Set<RegionCode>
    ) throws(FactsRefused) -> [RegionalProduct] {
        guard let year = Int(file.dropFirst("regional-gdp/".count).prefix(4)) else {
            throw FactsRefused(problems: [FactProblem(file, value: file, .notANumber)])
        }
        let letters = IndustrySection.allCases.map(\.rawValue)
        let table = try table(file, ["kemendagri"] + letters + ["total"])
        var seen: Set<RegionCode> = []
        return try table.values { (record) throws(FactProblem) -> RegionalProduct in
            let code = try code(record, 0, in: table)
            guard regions.contains(code) || code == .nation else {
                throw table.problem(record, 0, .unknownRegion)
            }
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            var values: [Double] = []
            for column in 1...letters.count { values.append(try table.number(record, column)) }
            let total = try table.number(record, letters.count + 1)
            do {
                return try RegionalProduct(
                    region: code, year: year, byIndustry: values, publishedTotal: total)
            } catch {
                throw table.problem(record, 0, .notANumber)
            }
        }
    }

    private func code(
        _ record: CSVRecord, _ column: Int, in table: FactTable
    ) throws(FactProblem) -> RegionCode {
        guard let code = RegionCode(record.fields[column]) else {
            throw table.problem(record, column, .notACode)
        }
        return code
    }
}

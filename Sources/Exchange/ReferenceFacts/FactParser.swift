import Measure
import Register

/// Turns the checked files into facts.
struct FactParser {
    let manifest: Manifest
    let contents: [String: [UInt8]]

    /// - Parameter manifestBytes: what the fingerprint begins with.
    func facts(from manifestBytes: [UInt8]) throws(FactsRefused) -> ReferenceFacts {
        let places = try regions()
        let populations = try populations(of: Set(places.map(\.id)))
        let regions = places.map { $0.inhabited(by: populations[$0.id]) }
        let known = Set(regions.map(\.id))
        let titles = try industries()
        let codes = Set(titles.map(\.code))
        let bridges = try bridges(knowing: codes)
        let branches = try branches(knowing: codes)
        let products = try products(knowing: known)
        let areas = try areas(in: known)
        let nationalProducts = try nationalProducts()
        let minimumWages = try minimumWages(knowing: known)
        var fingerprint = Fingerprint(manifestBytes)
        for file in manifest.files { fingerprint.add(contents[file] ?? []) }
        var facts = ReferenceFacts(
            regions: regions, industries: titles, products: products, fingerprint: fingerprint.text)
        facts.areas = areas
        facts.bridges = bridges
        facts.branches = branches
        facts.nationalProducts = nationalProducts
        facts.minimumWages = minimumWages
        return facts
    }

    /// Opens a file, turns its records into values, then holds it against the manifest: a fault with a line is told
    /// before a sum that only says that something is wrong.
    func values<Value>(
        of file: String, _ heading: [String], _ make: (FactTable, CSVRecord) throws(FactProblem) -> Value
    ) throws(FactsRefused) -> [Value] {
        guard let bytes = contents[file] else {
            throw FactsRefused(problems: [FactProblem(file, .missingFile)])
        }
        let table = try FactTable(file, bytes: bytes, heading: heading)
        let values = try table.values { (record) throws(FactProblem) -> Value in try make(table, record) }
        try manifest.verify(table, bytes)
        return values
    }

    private func populations(of regions: Set<RegionCode>) throws(FactsRefused) -> [RegionCode: Population] {
        var seen: Set<RegionCode> = []
        let heading = ["kemendagri", "men", "women"]
        let rows = try values(of: "population.csv", heading) {
            (table, record) throws(FactProblem) -> (RegionCode, Population) in
            let code = try code(record, 0, in: table)
            guard regions.contains(code) else { throw table.problem(record, 0, .unknownRegion) }
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            return (code, Population(men: try table.count(record, 1), women: try table.count(record, 2)))
        }
        return Dictionary(rows, uniquingKeysWith: { first, _ in first })
    }

    private func regions() throws(FactsRefused) -> [Region] {
        let heading = ["kemendagri", "bps", "kind", "name", "latitude", "longitude", "area_km2"]
        var seen: Set<RegionCode> = []
        var seenBPS: Set<BPSCode> = []
        return try values(of: "regions.csv", heading) { (table, record) throws(FactProblem) -> Region in
            let code = try code(record, 0, in: table)
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            let bps = try bpsCode(record, in: table)
            if let bps, !seenBPS.insert(bps).inserted { throw table.problem(record, 1, .duplicate) }
            guard let kind = Region.Kind(rawValue: record.fields[2]) else {
                let allowed = Region.Kind.allCases.map(\.rawValue)
                throw table.problem(record, 2, .unknownKind(allowed: allowed))
            }
            guard !record.fields[3].isEmpty else { throw table.problem(record, 3, .empty) }
            let place = (try centroid(record, 4, in: table), try table.optionalNumber(record, 6))
            return Region(id: code, bpsCode: bps, kind: kind, name: record.fields[3], place: place)
        }
    }

    /// - Parameter column: of the latitude; the longitude stands beside it.
    func centroid(
        _ record: CSVRecord, _ column: Int, in table: FactTable
    ) throws(FactProblem) -> Coordinates? {
        let latitude = try table.optionalNumber(record, column)
        let longitude = try table.optionalNumber(record, column + 1)
        if latitude == nil, longitude == nil { return nil }
        guard let latitude else { throw table.problem(record, column, .empty) }
        guard let longitude else { throw table.problem(record, column + 1, .empty) }
        guard let place = Coordinates(latitude: latitude, longitude: longitude) else {
            throw table.problem(record, abs(latitude) > 90 ? column : column + 1, .notANumber)
        }
        return place
    }

    /// - Returns: `nil` for an empty field: a region without a code of BPS.
    private func bpsCode(_ record: CSVRecord, in table: FactTable) throws(FactProblem) -> BPSCode? {
        if record.fields[1].isEmpty { return nil }
        guard let code = BPSCode(record.fields[1]) else { throw table.problem(record, 1, .notACode) }
        return code
    }

    private func industries() throws(FactsRefused) -> [IndustryTitle] {
        try industries(.kbli2020, in: "kbli-2020.csv") + industries(.kbli2025, in: "kbli-2025.csv")
    }

    private func industries(
        _ version: IndustryCode.Version, in file: String
    ) throws(FactsRefused) -> [IndustryTitle] {
        var seen: Set<String> = []
        return try values(of: file, ["code", "category", "title"]) {
            (table, record) throws(FactProblem) -> IndustryTitle in
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
        var seen: Set<RegionCode> = []
        let products = try values(of: file, ["kemendagri"] + letters + ["total"]) {
            (table, record) throws(FactProblem) -> RegionalProduct in
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
        guard seen.contains(.nation) else {
            throw FactsRefused(problems: [FactProblem(file, column: 1, value: RegionCode.nation.text, .missingRow)])
        }
        return products
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

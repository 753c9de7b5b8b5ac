import Measure
import Register

extension FactParser {
    /// Minimum wages of regencies and cities, in the order of the file.
    func minimumWages(knowing regions: Set<RegionCode>) throws(FactsRefused) -> [MinimumWage] {
        var seen: Set<[String]> = []
        return try values(of: "minimum-wage.csv", ["region", "year", "rupiah_per_month", "source"]) {
            (table, record) throws(FactProblem) -> MinimumWage in
            guard let region = RegionCode(record.fields[0]), regions.contains(region) else {
                throw table.problem(record, 0, .unknownRegion)
            }
            guard seen.insert([region.text, record.fields[1]]).inserted else {
                throw table.problem(record, 1, .duplicate)
            }
            guard !record.fields[3].isEmpty else { throw table.problem(record, 3, .empty) }
            return MinimumWage(
                region, try table.count(record, 1), rupiahPerMonth: try table.number(record, 2),
                source: record.fields[3])
        }
    }
}

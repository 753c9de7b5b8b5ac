public import Compare
public import Exchange
import Register

/// The regencies and cities, searched by name, a hundred at a time.
public struct RegionsPage: Sendable {
    public let language: Language
    public let table: PageTable
    let query: String
    let page: Int
    let pages: Int

    static let rowsPerPage = 100

    /// - Throws: `RequestRefusal` for an unknown field or a page beyond the last.
    public init(
        _ fields: Fields, _ economies: RegionalEconomies, in language: Language
    ) throws(RequestRefusal) {
        try fields.allow(["q", "page", "lang"])
        self.language = language
        query = fields["q"] ?? ""
        let directory = economies.directory
        let found =
            query.isEmpty
            ? directory.regenciesAndCities : directory.search(query, limit: directory.regions.count)
        pages = max(1, (found.count + Self.rowsPerPage - 1) / Self.rowsPerPage)
        page = try fields.integer("page", in: 1...pages) ?? 1
        let start = (page - 1) * Self.rowsPerPage
        let shown = found[start..<min(found.count, start + Self.rowsPerPage)]
        let numbers = language.numbers
        let words = language.words
        let range = shown.isEmpty ? "0" : "\(start + 1)–\(start + shown.count)"
        table = PageTable(
            caption: words.regionsFound(numbers.integer(found.count), query: query, shown: range),
            columns: Self.columns(words),
            rows: shown.map { Self.row($0, in: directory, language) })
    }

    private static func columns(_ words: any Words) -> [PageTable.Column] {
        [
            PageTable.Column("name", words.region, isNumber: false),
            PageTable.Column("province", words.provinceHeading, isNumber: false),
            PageTable.Column("kemendagri_code", words.codeHeading, isNumber: false),
            PageTable.Column("bps_code", words.bpsHeading, isNumber: false),
            PageTable.Column("population", words.populationHeading, unit: "\(Population.registryYear)"),
        ]
    }

    private static func row(
        _ region: Region, in directory: RegionDirectory, _ language: Language
    ) -> PageTable.Row {
        let words = language.words
        let unknown = PageTable.Cell(.unknown, words.notKnown)
        let population = region.population.map {
            PageTable.Cell(.integer($0.total), language.numbers.integer($0.total))
        }
        return PageTable.Row(
            cells: [
                PageTable.Cell(region.name).with(
                    address: Paths.address(Paths.region(region.id), in: language)),
                PageTable.Cell(directory.province(of: region)?.name ?? ""),
                PageTable.Cell(region.id.text),
                region.bpsCode.map { PageTable.Cell($0.text) } ?? unknown,
                population ?? unknown,
            ], emphasis: nil)
    }

    public func json() -> JSON {
        .object([
            JSON.Member("page", .integer(page)), JSON.Member("pages", .integer(pages)),
            JSON.Member("regions", table.json()),
        ])
    }
}

import Benchmarking
import Compare
import Measure
import Register

extension HostsWriter {
    /// The nearest regions and, at its true place, the candidate.
    func nearestTable() -> PageTable {
        var hosts = answer.nearest
        if let candidate = answer.candidate,
            !hosts.contains(where: { $0.region.id == candidate.region.id })
        {
            hosts.append(candidate)
        }
        let caption = words.caption(
            nearest: numbers.integer(answer.nearest.count), home: home,
            method: words.name(answer.question.method), year: year)
        return PageTable(caption: caption, columns: nearestColumns, rows: hosts.map(row))
    }

    private var nearestColumns: [PageTable.Column] {
        [
            PageTable.Column("rank", words.rankHeading),
            PageTable.Column("rank_methods_low", nil),
            PageTable.Column("rank_methods_high", nil),
            PageTable.Column("rank_methods_years_low", nil),
            PageTable.Column("rank_methods_years_high", nil),
            PageTable.Column("regions_compared", nil),
            PageTable.Column("kemendagri_code", nil, isNumber: false),
            PageTable.Column("bps_code", nil, isNumber: false),
            PageTable.Column("name", words.region, isNumber: false),
            PageTable.Column("distance", words.distanceHeading),
            PageTable.Column("largest_parts", words.partsHeading, isNumber: false),
            PageTable.Column(
                "manufacturing_million_rupiah_per_resident", words.perResidentHeading,
                unit: words.perResidentUnit),
            PageTable.Column("ratio_to_home", nil),
            PageTable.Column("manufacturing_growth_2013_2019", words.growthHeading),
            PageTable.Column("manufacturing_growth_2019_2020", words.pandemicHeading),
            PageTable.Column("manufacturing_share", words.shareHeading),
            PageTable.Column("manufacturing_location_quotient", words.quotientHeading),
            PageTable.Column("kilometres", words.kilometresHeading, unit: "km"),
            PageTable.Column("doubtful_figures", nil), PageTable.Column("year", nil),
            PageTable.Column("method", nil, isNumber: false),
        ]
    }

    private func row(_ host: Host) -> PageTable.Row {
        let isCandidate = host.region.id == answer.question.candidate
        return PageTable.Row(
            cells: rankCells(host) + nameCells(host) + distanceCells(host) + leadCells(host),
            emphasis: isCandidate ? .other : nil)
    }

    private func rankCells(_ host: Host) -> [PageTable.Cell] {
        let rank = host.rank
        return [
            integer(rank.rank).with(note: words.shortBand(spread(rank))),
            integer(rank.acrossMethods.lowerBound), integer(rank.acrossMethods.upperBound),
            integer(rank.acrossMethodsAndYears.lowerBound),
            integer(rank.acrossMethodsAndYears.upperBound), integer(answer.compared),
        ]
    }

    private func nameCells(_ host: Host) -> [PageTable.Cell] {
        let region = host.region
        let province = economies.directory.province(of: region)?.name
        let bps = region.bpsCode.map { PageTable.Cell($0.text) }
        return [
            PageTable.Cell(region.id.text), bps ?? PageTable.Cell(.unknown, words.notKnown),
            PageTable.Cell(region.name).with(
                note: province, address: Paths.address(Paths.region(region.id), in: language),
                doubt: host.flags.isEmpty ? nil : cells(host.flags)),
        ]
    }

    private func distanceCells(_ host: Host) -> [PageTable.Cell] {
        let largest = host.largestParts(3).filter { $0.part > 0 }
        let parts = largest.map { "\(words.shortName($0.industry)) \(numbers.percent($0.part, decimals: 0))" }
        // For programs: the letters of the industries with their part in whole percent.
        let codes = largest.map { "\($0.industry.rawValue):\(Int(($0.part * 100).rounded()))%" }
        return [
            number(host.distance, decimals: 4),
            PageTable.Cell(.text(codes.joined(separator: " ")), parts.joined(separator: ", ")),
        ]
    }

    private func leadCells(_ host: Host) -> [PageTable.Cell] {
        let figures = host.figures
        let ratio = host.lead.perResidentRatio
        let level = number(figures.perResident, decimals: 2)
        return [
            level.with(note: ratio.map { words.timesHome(numbers.rough($0)) }),
            number(ratio, decimals: 2), percent(figures.growth, isSigned: true),
            percent(figures.pandemicGrowth, isSigned: true), percent(figures.share),
            number(figures.locationQuotient, decimals: 2), number(host.kilometres, decimals: 0),
            integer(host.flags.count), integer(answer.question.year), PageTable.Cell(answer.question.method.rawValue),
        ]
    }

    // MARK: Structures side by side

    /// The candidate, or the first of the shortlist, or the nearest.
    var other: Host? { answer.candidate ?? answer.shortlist.first?.host ?? answer.nearest.first }

    func structure() -> HostsPage.Structure? {
        guard let other else { return nil }
        let parts = other.largestParts(3).map {
            "\(words.shortName($0.industry)) (\(numbers.percent($0.part, decimals: 0)))"
        }
        return HostsPage.Structure(
            sentence: words.structureSentence(
                home, other.region.shortName, parts: words.list(parts)),
            chart: structureChart(other), table: structureTable(other))
    }

    private func structureTable(_ other: Host) -> PageTable {
        let columns = [
            PageTable.Column("industry", words.industryHeading, isNumber: false),
            PageTable.Column("share_home", home), PageTable.Column("share_other", other.region.shortName),
            PageTable.Column("difference", words.difference),
            PageTable.Column("part_of_distance", words.partOfDistance),
        ]
        let rows = IndustrySection.allCases.map { industry in
            let own = answer.homeStructure[industry.position]
            let theirs = other.structure[industry.position]
            return PageTable.Row(
                cells: [
                    PageTable.Cell(.text(industry.rawValue), words.name(industry)),
                    percent(own), percent(theirs),
                    PageTable.Cell(.number(theirs - own), numbers.signed((theirs - own) * 100, decimals: 1)),
                    percent(other.parts[industry.position]),
                ], emphasis: nil)
        }
        let caption = words.structureCaption(home, other.region.shortName, year: year)
        return PageTable(caption: caption, columns: columns, rows: rows)
    }

    // MARK: Cells

    private func integer(_ value: Int) -> PageTable.Cell {
        PageTable.Cell(.integer(value), numbers.integer(value))
    }

    private func number(_ value: Double?, decimals: Int) -> PageTable.Cell {
        PageTable.Cell.number(value, decimals: decimals, in: language)
    }

    private func percent(_ share: Double?, isSigned: Bool = false) -> PageTable.Cell {
        isSigned
            ? PageTable.Cell.signedPercent(share, in: language)
            : PageTable.Cell.percent(share, in: language)
    }
}

extension PageTable.Cell {
    /// A number as people of the language write it; "not known" for `nil`.
    static func number(_ value: Double?, decimals: Int, in language: Language) -> Self {
        known(value, in: language) { language.numbers.number($0, decimals: decimals) }
    }

    static func percent(_ share: Double?, in language: Language) -> Self {
        known(share, in: language) { language.numbers.percent($0) }
    }

    static func signedPercent(_ share: Double?, in language: Language) -> Self {
        known(share, in: language) { language.numbers.signedPercent($0) }
    }

    private static func known(
        _ value: Double?, in language: Language, _ write: (Double) -> String
    ) -> Self {
        guard let value else { return Self(.unknown, language.words.notKnown) }
        return Self(.number(value), write(value))
    }
}

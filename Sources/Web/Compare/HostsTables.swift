import Benchmarking
import Compare
import Measure
import Register

extension HostsWriter {
    /// Home, the nearest regions and, at its true place, the candidate.
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
        let rows = hosts.isEmpty ? [] : [homeRow] + hosts.map(row)
        return PageTable(caption: caption, columns: nearestColumns, rows: rows)
    }

    private var nearestColumns: [PageTable.Column] {
        [
            PageTable.Column("role", nil, isNumber: false),
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
            cells: [PageTable.Cell(isCandidate ? "candidate" : "near")] + rankCells(host)
                + nameCells(host.region, host.flags) + distanceCells(host)
                + figureCells(host.figures, ratio: host.lead.perResidentRatio, host.flags)
                + [number(host.kilometres, decimals: 0)] + recipeCells(host.flags),
            emphasis: isCandidate ? .other : nil)
    }

    /// Home's own figures, so that every lead can be read off.
    private var homeRow: PageTable.Row {
        let none = PageTable.Cell(.unknown, "")
        let rank = [PageTable.Cell(.unknown, "–").with(note: words.homeRow)] + Array(repeating: none, count: 5)
        let distance = [number(0, decimals: 4), PageTable.Cell("")]
        return PageTable.Row(
            cells: [PageTable.Cell("home")] + rank + nameCells(answer.home, answer.homeFlags) + distance
                + figureCells(answer.homeFigures, ratio: nil, answer.homeFlags) + [number(0, decimals: 0)]
                + recipeCells(answer.homeFlags),
            emphasis: .home)
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

    private func nameCells(_ region: Region, _ flags: [AccountFlag]) -> [PageTable.Cell] {
        let province = economies.directory.province(of: region)?.name
        let bps = region.bpsCode.map { PageTable.Cell($0.text) }
        return [
            PageTable.Cell(region.id.text), bps ?? PageTable.Cell(.unknown, words.notKnown),
            PageTable.Cell(region.name).with(
                note: province, address: Paths.address(Paths.region(region.id), in: language),
                doubt: flags.isEmpty ? nil : cells(flags)),
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

    /// The figures of manufacturing, each marked where it rests on a flagged one.
    private func figureCells(
        _ figures: ManufacturingFigures, ratio: Double?, _ flags: [AccountFlag]
    ) -> [PageTable.Cell] {
        let asked = answer.question.year
        let level = doubt(flags, years: [asked], cells: [.industry(.manufacturing)])
        let ofTotal = doubt(flags, years: [asked], cells: [.industry(.manufacturing), .total])
        let growthYears = [RegionalEconomies.Growth.start, RegionalEconomies.Growth.beforePandemic]
        let pandemicYears = [RegionalEconomies.Growth.beforePandemic, RegionalEconomies.Growth.pandemic]
        let growth = doubt(flags, years: growthYears, cells: [.industry(.manufacturing)])
        let pandemic = doubt(flags, years: pandemicYears, cells: [.industry(.manufacturing)])
        return [
            number(figures.perResident, decimals: 2)
                .with(note: ratio.map { words.timesHome(numbers.rough($0)) }, doubt: level),
            number(ratio, decimals: 2),
            PageTable.Cell.signedPercent(figures.growth, in: language).with(doubt: growth),
            PageTable.Cell.signedPercent(figures.pandemicGrowth, in: language).with(doubt: pandemic),
            PageTable.Cell.percent(figures.share, in: language).with(doubt: ofTotal),
            number(figures.locationQuotient, decimals: 2).with(doubt: ofTotal),
        ]
    }

    /// Why a figure made of these cells of these years is doubtful; `nil` where none of them is flagged.
    private func doubt(_ flags: [AccountFlag], years: [Int], cells: [AccountFlag.Cell]) -> String? {
        let found = flags.filter { years.contains($0.year) && cells.contains($0.cell) }
        return found.isEmpty ? nil : self.cells(found)
    }

    /// What a program needs to ask again.
    private func recipeCells(_ flags: [AccountFlag]) -> [PageTable.Cell] {
        [
            integer(flags.count), PageTable.Cell(.integer(answer.question.year), year),
            PageTable.Cell(answer.question.method.rawValue),
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
                    PageTable.Cell.percent(own, in: language), PageTable.Cell.percent(theirs, in: language),
                    PageTable.Cell(.number(theirs - own), numbers.signed((theirs - own) * 100, decimals: 1)),
                    PageTable.Cell.percent(other.parts[industry.position], in: language),
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

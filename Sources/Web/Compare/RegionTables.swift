import Compare
import Measure
import Register

extension RegionWriter {
    func industryTable() -> PageTable {
        let doubts = Dictionary(
            profile.flags.filter { $0.year == profile.year }.map { ($0.cell, $0) },
            uniquingKeysWith: { first, _ in first })
        let rows = profile.industries.map { line in
            let doubt = doubts[.industry(line.industry)].map { words.rule($0.rule) }
            // A share and a quotient rest on the cell and on the total.
            let ratioDoubt = doubt ?? doubts[.total].map { words.rule($0.rule) }
            return PageTable.Row(
                cells: [
                    PageTable.Cell(.text(line.industry.rawValue), words.name(line.industry)),
                    number(line.valueAdded, 2).with(doubt: doubt),
                    PageTable.Cell.percent(line.share, in: language).with(doubt: ratioDoubt),
                    PageTable.Cell.percent(line.nationalShare, in: language),
                    PageTable.Cell.number(line.locationQuotient, decimals: 4, in: language).with(doubt: ratioDoubt),
                ], emphasis: line.industry == .manufacturing ? .home : nil)
        }
        return PageTable(
            caption: "\(words.industryHeading), \(profile.region.name), \(profile.year)",
            columns: [
                PageTable.Column("industry", words.industryHeading, isNumber: false),
                PageTable.Column(
                    "value_added_billion_rupiah_2010", words.valueHeading, unit: words.billionUnit),
                PageTable.Column("share", words.shareColumn),
                PageTable.Column("national_share", words.nationalShareHeading),
                PageTable.Column("location_quotient", "LQ"),
            ], rows: rows)
    }

    func specialisationTable() -> PageTable {
        let values = profile.specialisation
        let figures = [
            (values.krugman, 3), (values.herfindahl, 4), (values.equivalentNumber, 2),
            (values.gini, 3), (values.theil, 4),
        ]
        let keys = ["krugman", "herfindahl", "equivalent_number", "gini", "theil"]
        let rows = zip(zip(keys, words.specialisationMeasures), figures).map { measure, figure in
            PageTable.Row(
                cells: [
                    PageTable.Cell(.text(measure.0), measure.1.name),
                    PageTable.Cell.number(figure.0, decimals: figure.1, in: language),
                    PageTable.Cell(measure.1.meaning),
                ], emphasis: nil)
        }
        return PageTable(
            caption: "\(words.specialisationHeading), \(profile.region.name), \(profile.year)",
            columns: [
                PageTable.Column("measure", words.measureHeading, isNumber: false),
                PageTable.Column("figure", words.figureHeading),
                PageTable.Column("meaning", words.meaningHeading, isNumber: false),
            ], rows: rows)
    }

    func shiftTable() -> PageTable? {
        guard let growth = profile.growth else { return nil }
        let lines = zip(IndustrySection.allCases, growth.shiftShare.industries).map {
            shiftRow(PageTable.Cell(.text($0.rawValue), words.name($0)), $1, nil)
        }
        let sum = shiftRow(PageTable.Cell(.text("total"), words.total), growth.shiftShare.sum, .home)
        let caption = words.shiftCaption(
            profile.region.name, "\(growth.start)", "\(growth.end)")
        return PageTable(
            caption: "\(caption), \(words.billionUnit)",
            columns: [
                PageTable.Column("industry", words.industryHeading, isNumber: false),
                PageTable.Column("change", words.changeHeading),
                PageTable.Column("national", words.nationalPart),
                PageTable.Column("industry_mix", words.mixPart),
                PageTable.Column("regional", words.regionalPart),
                PageTable.Column("competitive", words.competitivePart),
                PageTable.Column("allocation", words.allocationPart),
            ], rows: lines + [sum])
    }

    private func shiftRow(
        _ name: PageTable.Cell, _ parts: ShiftShareOfIndustries.Parts, _ emphasis: PageTable.Emphasis?
    ) -> PageTable.Row {
        let figures = [
            parts.change, parts.national, parts.industryMix, parts.regional, parts.competitive,
            parts.allocation,
        ]
        return PageTable.Row(cells: [name] + figures.map { signed($0) }, emphasis: emphasis)
    }

    /// `nil` when no figure is flagged.
    func flagTable() -> PageTable? {
        guard !profile.flags.isEmpty else { return nil }
        let rows = profile.flags.map { flag in
            PageTable.Row(
                cells: [
                    PageTable.Cell(words.cell(flag.cell)),
                    PageTable.Cell(.integer(flag.year), "\(flag.year)"),
                    number(flag.value, 2), number(flag.yardstick, 2),
                    PageTable.Cell(.text(flag.rule.rawValue), words.rule(flag.rule)),
                ], emphasis: nil)
        }
        return PageTable(
            caption: "\(words.flagsHeading), \(profile.region.name)",
            columns: [
                PageTable.Column("cell", words.industryHeading, isNumber: false),
                PageTable.Column("year", words.yearField),
                PageTable.Column("published", words.publishedHeading, unit: words.billionUnit),
                PageTable.Column("held_against", words.yardstickHeading, unit: words.billionUnit),
                PageTable.Column("rule", words.ruleHeading, isNumber: false),
            ], rows: rows)
    }

    func neighbourTable(_ neighbours: [RegionProfile.Neighbour], _ heading: String) -> PageTable {
        let rows = neighbours.map { neighbour in
            PageTable.Row(
                cells: [
                    PageTable.Cell(neighbour.region.id.text),
                    PageTable.Cell(neighbour.region.name).with(
                        address: Paths.address(Paths.region(neighbour.region.id), in: language)),
                    PageTable.Cell.number(neighbour.kilometres, decimals: 0, in: language),
                    PageTable.Cell.number(neighbour.distance, decimals: 4, in: language),
                ], emphasis: nil)
        }
        return PageTable(
            caption: "\(heading), \(profile.region.name)",
            columns: [
                PageTable.Column("kemendagri_code", nil, isNumber: false),
                PageTable.Column("name", words.region, isNumber: false),
                PageTable.Column("kilometres", words.kilometresHeading, unit: "km"),
                PageTable.Column("distance", words.distanceHeading),
            ], rows: rows)
    }

    private func number(_ value: Double, _ decimals: Int) -> PageTable.Cell {
        PageTable.Cell.number(value, decimals: decimals, in: language)
    }

    private func signed(_ value: Double?) -> PageTable.Cell {
        guard let value else { return PageTable.Cell(.unknown, words.notKnown) }
        return PageTable.Cell(.number(value), numbers.signed(value, decimals: 2))
    }
}

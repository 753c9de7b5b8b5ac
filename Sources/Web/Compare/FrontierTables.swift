import Benchmarking
import Compare

extension FrontierWriter {
    /// The three gaps of every group.
    func groupTable(_ answer: FrontierAnswer) -> PageTable {
        let columns = [
            PageTable.Column("group", words.groupHeading, isNumber: false), PageTable.Column("units", words.unitCount),
            PageTable.Column("gap_at_home", words.homeGap), PageTable.Column("gap_elsewhere", words.elsewhereGap),
            PageTable.Column("gap_elsewhere_equal_size", words.equalSizeGap),
            PageTable.Column("gap_elsewhere_low", nil), PageTable.Column("gap_elsewhere_high", nil),
            PageTable.Column("gap_size", words.sizeGap),
            PageTable.Column("peers", words.teacherHeading, isNumber: false),
            PageTable.Column("learn", words.adviceHeading, isNumber: false),
        ]
        let rows = answer.groups.map { group in
            let interval = group.equalSizeInterval
            return PageTable.Row(
                cells: [
                    PageTable.Cell(group.name),
                    PageTable.Cell(.integer(group.units), numbers.integer(group.units)),
                    gapCell(group.homeShare), gapCell(group.gapRatio),
                    gapCell(group.equalSizeRatio).with(note: interval.map(gaps)),
                    gapCell(interval?.upperBound), gapCell(interval?.lowerBound), gapCell(group.scaleEfficiency),
                    PageTable.Cell(teachers(group, most: 2)),
                    PageTable.Cell(.text(key(group.advice)), words.shortAdvice(group.advice)),
                ], emphasis: nil)
        }
        return PageTable(caption: words.groupsCaption, columns: columns, rows: rows)
    }

    private func gapCell(_ share: Double?) -> PageTable.Cell {
        guard let share else { return PageTable.Cell(.unknown, words.notKnown) }
        return PageTable.Cell(.number(max(0, 1 - share)), gap(share))
    }

    /// The same in every language, for the data twins.
    private func key(_ advice: GroupOnFrontier.Advice) -> String {
        switch advice {
        case .learnAtHome: "at-home"
        case .learnElsewhere: "elsewhere"
        case .gapUnclear: "not-certain"
        case .changeSize: "size"
        case .isAhead: "ahead"
        case .tooFewUnits: "not-enough-comparable-units"
        }
    }

    /// Units with score, interval, peers and targets.
    func unitTable(_ answer: FrontierAnswer, _ units: [Int]) -> PageTable {
        PageTable(
            caption: words.unitsCaption(numbers.integer(units.count)), columns: unitColumns(answer),
            rows: units.map { PageTable.Row(cells: unitCells($0, answer), emphasis: nil) })
    }

    private func unitColumns(_ answer: FrontierAnswer) -> [PageTable.Column] {
        let isGrouped = !answer.groups.isEmpty
        return [
            PageTable.Column("unit", words.unitHeading, isNumber: false),
            PageTable.Column("group", isGrouped ? words.groupHeading : nil, isNumber: false),
            PageTable.Column("score", nil), PageTable.Column("share", words.reachedHeading),
            PageTable.Column("share_low", nil), PageTable.Column("share_high", nil),
            PageTable.Column("share_corrected", nil),
            PageTable.Column("share_order_m", words.robustHeading(numbers.integer(answer.question.order))),
            PageTable.Column("comparable_units", nil), PageTable.Column("share_in_group", nil),
            PageTable.Column("technology_gap_ratio", nil), PageTable.Column("scale_efficiency", nil),
            PageTable.Column("returns_to_scale", words.returnsHeading, isNumber: false),
            PageTable.Column("peers", words.peersHeading, isNumber: false),
        ]
            + (table.inputs + table.outputs).map { column in
                PageTable.Column("target_\(column)", table.outputs.contains(column) ? words.target(column) : nil)
            }
    }

    private func unitCells(_ number: Int, _ answer: FrontierAnswer) -> [PageTable.Cell] {
        let unit = answer.units[number]
        let group = table.membership.isEmpty ? nil : table.groups[table.membership[number]]
        let interval = unit.interval.map { range in
            "\(numbers.number(range.lowerBound * 100, decimals: 1))–\(numbers.percent(range.upperBound))"
        }
        let targets =
            (unit.targetInputs.map { $0.map(Optional.some) } ?? table.inputs.map { _ in nil })
            + (unit.targetOutputs.map { $0.map(Optional.some) } ?? table.outputs.map { _ in nil })
        return [
            PageTable.Cell(table.names[number]), group.map { PageTable.Cell($0) } ?? PageTable.Cell(.unknown, ""),
            figure(unit.value), percent(unit.share).with(note: interval), percent(unit.interval?.lowerBound),
            percent(unit.interval?.upperBound),
            percent(unit.corrected), percent(unit.robustShare),
            PageTable.Cell(.integer(unit.comparable), numbers.integer(unit.comparable)), percent(unit.groupShare),
            percent(unit.gapRatio), percent(unit.scale?.efficiency),
            unit.scale.map { PageTable.Cell(.text($0.returns.rawValue), words.returns($0.returns)) }
                ?? PageTable.Cell(.unknown, words.notKnown),
            peers(unit),
        ] + targets.map(figure)
    }

    private func figure(_ value: Double?) -> PageTable.Cell {
        value.map { PageTable.Cell(.number($0), numbers.rough($0)) } ?? PageTable.Cell(.unknown, words.notKnown)
    }

    private func percent(_ share: Double?) -> PageTable.Cell {
        share.map { PageTable.Cell(.number($0), numbers.percent($0)) } ?? PageTable.Cell(.unknown, words.notKnown)
    }

    /// All peers with their weights for the data twins, the three heaviest for reading.
    private func peers(_ unit: UnitOnFrontier) -> PageTable.Cell {
        let heaviest = unit.peers.sorted { ($0.weight, $1.unit) > ($1.weight, $0.unit) }
        let all = heaviest.map { "\(table.names[$0.unit]):\($0.weight)" }.joined(separator: " ")
        let shown = heaviest.prefix(3).map {
            "\(table.names[$0.unit]) (\(numbers.number($0.weight, decimals: 2)))"
        }
        return PageTable.Cell(.text(all), shown.joined(separator: ", "))
    }
}

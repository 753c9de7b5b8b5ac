import Benchmarking
import Compare
import Exchange

/// Puts the answer of a frontier into sentences.
struct FrontierWriter {
    let table: UnitTable
    let words: any Words
    let numbers: NumberFormat

    init(_ table: UnitTable, _ language: Language) {
        self.table = table
        words = language.words
        numbers = language.numbers
    }

    private var columns: Int { table.inputs.count + table.outputs.count }

    func tooFew(_ units: Int, _ least: Int) -> String {
        words.tooFewUnits(
            units: numbers.integer(units), least: numbers.integer(least), columns: numbers.integer(columns))
    }

    func sentences(_ answer: FrontierAnswer) -> [String] {
        let question = answer.question
        let share = median(answer.units.map(\.share)).map { numbers.percent($0) } ?? words.notKnown
        return [
            words.unitsAndColumns(
                units: numbers.integer(answer.units.count), inputs: table.inputs.joined(separator: ", "),
                outputs: table.outputs.joined(separator: ", ")),
            words.technology(question.technology, question.orientation),
            words.medianShare(
                share, robust: median(answer.units.map(\.robustShare)).map { numbers.percent($0) },
                order: numbers.integer(question.order), question.orientation),
        ] + sample(answer) + (answer.worstResidual.map { [words.proven(residual: size($0))] } ?? [])
            + (answer.withoutScore > 0 ? [words.withoutScore(numbers.integer(answer.withoutScore))] : [])
    }

    /// How much the units tell, where that is less than their number says.
    private func sample(_ answer: FrontierAnswer) -> [String] {
        guard answer.effectiveUnits < Double(answer.units.count) - 0.5 else { return [] }
        return [
            words.sampleTells(
                units: numbers.integer(answer.units.count), columns: numbers.integer(columns),
                effective: numbers.number(answer.effectiveUnits))
        ]
    }

    /// A small figure by its order of size.
    private func size(_ value: Double) -> String {
        var exponent = -15
        var bound = 1e-15
        while bound < value, exponent < 0 {
            exponent += 1
            bound *= 10
        }
        return "≤ 1e\(exponent)"
    }

    /// The figure in the middle of what is known; `nil` of nothing. Order-m puts lonely units far beyond their frontier,
    /// and a mean would follow them.
    private func median(_ figures: [Double?]) -> Double? {
        let known = figures.compactMap(\.self).sorted()
        guard !known.isEmpty else { return nil }
        return (known[known.count / 2] + known[(known.count - 1) / 2]) / 2
    }

    func groupSentences(_ answer: FrontierAnswer) -> [String] {
        answer.groups.map { group in
            if case .tooFewUnits(let least) = group.advice {
                return words.tooFewInGroup(
                    group.name, units: numbers.integer(group.units), least: numbers.integer(least))
            }
            let ratio = group.equalSizeRatio ?? group.gapRatio
            let wording = GroupWording(
                name: group.name, units: numbers.integer(group.units), home: gap(group.homeShare),
                elsewhere: gap(ratio), interval: group.equalSizeInterval.map(gaps),
                size: group.scaleEfficiency.map { gap($0) })
            return [
                words.groupSentence(wording), words.teachers(teachers(group, most: 3)), words.advice(group.advice),
            ].joined(separator: " ")
        }
    }

    /// What a share leaves to close.
    func gap(_ share: Double?) -> String { share.map { numbers.percent(max(0, 1 - $0)) } ?? words.notKnown }

    func gaps(_ shares: ClosedRange<Double>) -> String {
        let low = numbers.number(max(0, 1 - shares.upperBound) * 100, decimals: 1)
        return "\(low)–\(gap(shares.lowerBound))"
    }

    func teachers(_ group: GroupOnFrontier, most: Int) -> String {
        group.teachers.prefix(most)
            .map { "\(table.groups[$0.group]) \(numbers.percent($0.share, decimals: 0))" }.joined(separator: ", ")
    }

    func cautions(_ answer: FrontierAnswer) -> [String] {
        let question = answer.question
        let equalSize = answer.equalSize.map {
            words.equalSizeCaution(size: numbers.integer($0), draws: numbers.integer(question.draws))
        }
        let interval =
            question.bootstrap.map {
                words.bootstrapCaution(replicates: numbers.integer($0), seed: "\(question.seed)")
            } ?? (question.technology == .seenOnly ? nil : words.noBootstrapCaution)
        let slack = question.technology == .seenOnly ? nil : words.slackCaution
        return [equalSize, interval, slack, words.flatteryCaution].compactMap(\.self)
    }

    func recipe(_ answer: FrontierAnswer) -> JSON {
        let question = answer.question
        let technology =
            switch question.technology {
            case .mixtures(let returns): returns.rawValue
            case .seenOnly: "fdh"
            }
        return .object([
            JSON.Member("outcome", .string("answered")),
            JSON.Member("orientation", .string(question.orientation.rawValue)),
            JSON.Member("returns", .string(technology)), JSON.Member("order_m", .integer(question.order)),
            JSON.Member("bootstrap_replicates", JSON(question.bootstrap)),
            JSON.Member("seed", .string("\(question.seed)")), JSON.Member("draws", .integer(question.draws)),
            JSON.Member("units_in_a_draw", JSON(answer.equalSize)),
            JSON.Member("effective_units", .number(answer.effectiveUnits)),
            JSON.Member("worst_residual", JSON(answer.worstResidual)),
            JSON.Member("inputs", .array(table.inputs.map(JSON.string))),
            JSON.Member("outputs", .array(table.outputs.map(JSON.string))),
        ])
    }
}

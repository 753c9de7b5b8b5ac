import Foundation
import Measure
import Register

/// Puts the table of a worksheet into words.
struct HayamiWriter {
    let sheet: ProductWorksheet
    let priced: HayamiTable
    let unpriced: HayamiTable
    let language: Language

    private var words: any Words { language.words }
    private var numbers: NumberFormat { language.numbers }

    // MARK: - Tables

    func table() -> PageTable {
        let hasFamily = sheet.hasFamilyWork
        return PageTable(
            caption: words.hayamiCaption(sheet.product, period: words.sheetPeriod(sheet.period)),
            columns: [
                // On a page the number stands with the name: a column of its own would push the values off a telephone.
                PageTable.Column("row", nil, isNumber: false),
                PageTable.Column("name", words.hayamiNameHeading, isNumber: false),
                PageTable.Column(
                    "family_priced", hasFamily ? words.familyHeading(.priced) : words.hayamiValueHeading),
                PageTable.Column("family_unpriced", hasFamily ? words.familyHeading(.unpriced) : nil),
                PageTable.Column("unit", words.hayamiUnitHeading, isNumber: false),
                PageTable.Column("formula", words.hayamiFormulaHeading, isNumber: false),
            ],
            rows: HayamiRow.allCases.map(row))
    }

    private func row(_ row: HayamiRow) -> PageTable.Row {
        let number = row.rawValue.split(separator: "-").first.map(String.init) ?? row.rawValue
        return PageTable.Row(
            cells: [
                PageTable.Cell(.text(row.rawValue), number),
                PageTable.Cell(.text(words.hayamiRow(row)), "\(number). \(words.hayamiRow(row))"),
                cell(priced[row], row.unit), cell(unpriced[row], row.unit),
                PageTable.Cell(.text(row.unit.rawValue), words.hayamiUnit(row.unit, units)),
                PageTable.Cell(.text(row.formula ?? ""), row.formula ?? words.hayamiEntered),
            ], emphasis: [.valueAdded, .valueAddedRatio].contains(row) ? .home : nil)
    }

    private var units: ToldUnits {
        ToldUnits(product: sheet.madeUnit ?? words.unitOfProduct, material: sheet.materialUnit ?? words.unitOfMaterial)
    }

    private func cell(_ value: Double?, _ unit: HayamiRow.Unit) -> PageTable.Cell {
        guard let value else { return PageTable.Cell(.unknown, words.notKnown) }
        return PageTable.Cell(.number(value), told(value, unit))
    }

    private func told(_ value: Double, _ unit: HayamiRow.Unit) -> String {
        switch unit {
        case .share: numbers.percent(value, decimals: 2)
        case .product, .material, .personDays: numbers.tick(value)
        case .productPerMaterial, .personDaysPerMaterial:
            numbers.number(value, decimals: value < 0.01 ? 6 : 4)
        case .rupiahPerProduct, .rupiahPerPersonDay, .rupiahPerMaterial:
            numbers.number(value, decimals: value.magnitude < 100 ? 2 : 0)
        }
    }

    /// Several materials, with what of each goes with one unit of the main one.
    func basket() -> PageTable? {
        // A sheet that makes no table has no page.
        guard let materials = (try? sheet.worksheet())?.materials, materials.count > 1 else { return nil }
        let main = materials[0].quantity
        return PageTable(
            caption: words.basketCaption(units.material),
            columns: [
                PageTable.Column("material", words.materialHeading, isNumber: false),
                PageTable.Column("quantity", words.quantityHeading),
                PageTable.Column("price", words.unitPriceHeading, unit: "Rp"),
                PageTable.Column("cost_per_main", words.basketCostHeading, unit: "Rp"),
            ],
            rows: materials.enumerated().map { place, material in
                let cost = material.quantity * material.price / main
                let name = material.name.isEmpty ? words.materialNumber("\(place + 1)") : material.name
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(name),
                        PageTable.Cell(.number(material.quantity), numbers.tick(material.quantity)),
                        PageTable.Cell(.number(material.price), numbers.tick(material.price)),
                        PageTable.Cell(.number(cost), told(cost, .rupiahPerMaterial)),
                    ], emphasis: nil)
            })
    }

    func yardstick(_ national: NationalProduct, _ sentra: SentraYardstick?) -> PageTable {
        func cell(_ share: Double?, _ decimals: Int = 1) -> PageTable.Cell {
            guard let share else { return PageTable.Cell(.unknown, words.notKnown) }
            return PageTable.Cell(.number(share), numbers.percent(share, decimals: decimals))
        }
        func row(_ name: String, _ ratio: PageTable.Cell, _ labour: PageTable.Cell, _ emphasis: PageTable.Emphasis?)
            -> PageTable.Row
        {
            PageTable.Row(cells: [PageTable.Cell(name), ratio, labour], emphasis: emphasis)
        }
        var rows = [
            row(sheet.product, cell(priced[.valueAddedRatio]), cell(priced[.labourShare]), .home),
            row(words.nationalName(national.name), cell(national.valueAddedRatio), cell(national.labourShare), nil),
        ]
        if let sentra {
            let name = words.sentraMiddle(numbers.integer(sentra.enterprises))
            rows.insert(
                row(name, cell(sentra.ratio, 0), PageTable.Cell(.unknown, words.hiddenValue), nil), at: 1)
        }
        return PageTable(
            caption: words.yardstickCaption,
            columns: [
                PageTable.Column("whose", words.whoseHeading, isNumber: false),
                PageTable.Column("value_added_ratio", words.hayamiRow(.valueAddedRatio)),
                PageTable.Column("labour_share", words.hayamiRow(.labourShare)),
            ], rows: rows)
    }

    // MARK: - Sentences

    func sentences(_ national: NationalProduct?, _ sentra: SentraYardstick?) -> [String] {
        var sentences = [
            words.hayamiAnswer(
                sheet.product, value: rupiah(priced[.outputValue]), added: rupiah(priced[.valueAdded]),
                ratio: percent(priced[.valueAddedRatio]), unit: units.material)
        ]
        if (priced[.valueAdded] ?? 0) < 0 {
            sentences.append(words.hayamiLoss)
        } else if let level = priced.level {
            sentences.append(words.hayamiLevel(level))
        }
        if let income = priced[.labourIncome], let profit = priced[.profit] {
            sentences.append(
                words.hayamiDivided(labour: rupiah(income), profit: rupiah(profit), unit: units.material))
        } else {
            sentences.append(words.wageUnknown)
        }
        if sheet.hasFamilyWork, let profit = unpriced[.profit] {
            sentences.append(words.familyHidden(profit: rupiah(profit)))
        }
        if let own = priced[.valueAddedRatio], let ratio = national?.valueAddedRatio, let national {
            sentences.append(words.nationalBeside(percent(ratio), national.name, isHigher: own > ratio))
        }
        if let sentra {
            let ratio = numbers.percent(sentra.ratio, decimals: 0)
            sentences.append(words.sentraBeside(ratio, count: numbers.integer(sentra.enterprises)))
        }
        return sentences
    }

    func cautions(_ national: NationalProduct?) -> [String] {
        [words.hayamiOnePeriod] + (national == nil ? [] : [words.nationalCaution("\(NationalProduct.year)")])
    }

    private func rupiah(_ value: Double?) -> String {
        value.map { "Rp\u{a0}" + told($0, .rupiahPerMaterial) } ?? words.notKnown
    }

    private func percent(_ share: Double?) -> String { share.map { numbers.percent($0) } ?? words.notKnown }
}

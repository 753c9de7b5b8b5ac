import Measure
import Register

extension English: HayamiWords {
    var hayamiTitle: String { "How much value does this product add?" }
    func hayamiTitle(of product: String) -> String { "How much value does \(product) add?" }
    var hayamiLead: String {
        """
        Fill it in for one product and one period: a batch, a day or a month. All numbers are of the same period. Write 0 \
        for what there is none of. What you fill in is not kept.
        """
    }
    var hayamiFill: String { "Fill in your own numbers" }
    var hayamiChange: String { "Change the numbers" }
    var hayamiFurther: String { "Further materials and piece work, if any" }
    var hayamiReckon: String { "Reckon" }
    var exampleMark: String { "Example (contoh): numbers published for tofu in Tegal Regency, per kg of soy." }
    var exampleSource: String { "example: small tofu industry, Tegal Regency (table 14)" }
    var hayamiSources: [String] {
        [
            "method: Hayami, Kawagoe, Morooka, Siregar (1987)",
            "yardstick: BPS, Indonesian input–output table 2016 (185 products)",
        ]
    }

    func sheetPeriod(_ period: ProductWorksheet.Period) -> String {
        switch period {
        case .day: "a day"
        case .batch: "a batch"
        case .week: "a week"
        case .month: "a month"
        case .season: "a season"
        case .year: "a year"
        }
    }
    func othersPer(_ per: ProductWorksheet.OthersPer) -> String {
        switch per {
        case .total: "all of the period"
        case .material: "one unit of the main material"
        case .product: "one unit of the product"
        }
    }

    func hayamiCaption(_ product: String, period: String) -> String {
        "\(product), \(period): Hayami's table, per unit of the main material"
    }
    var hayamiNameHeading: String { "What" }
    var hayamiValueHeading: String { "Value" }
    var hayamiUnitHeading: String { "Unit" }
    var hayamiFormulaHeading: String { "Formula" }
    var hayamiEntered: String { "filled in" }
    func familyHeading(_ family: HayamiTable.FamilyLabour) -> String {
        switch family {
        case .priced: "Family work priced"
        case .unpriced: "Family work not priced"
        }
    }
    func hayamiRow(_ row: HayamiRow) -> String {
        switch row {
        case .output: "Output"
        case .input: "Main material"
        case .labour: "Labour"
        case .conversionFactor: "Conversion factor"
        case .labourCoefficient: "Labour coefficient"
        case .outputPrice: "Price of the product"
        case .wage: "Average wage"
        case .materialPrice: "Price of materials, all together"
        case .otherInputs: "Other inputs"
        case .outputValue: "Value of output"
        case .valueAdded: "Value added"
        case .valueAddedRatio: "Value-added ratio"
        case .labourIncome: "Income of labour"
        case .labourShare: "Share of labour"
        case .profit: "Profit"
        case .profitRateOfOutput: "Profit rate on the value of output (Hayami's own)"
        case .profitRateOfValueAdded: "Profit rate on value added (the other variant)"
        case .margin: "Margin"
        case .labourMarginShare: "Labour in the margin"
        case .otherInputsMarginShare: "Other inputs in the margin"
        case .profitMarginShare: "Profit in the margin"
        }
    }
    func hayamiUnit(_ unit: HayamiRow.Unit, _ units: ToldUnits) -> String {
        switch unit {
        case .product: units.product
        case .material: units.material
        case .personDays: "person-days"
        case .productPerMaterial: "\(units.product) per \(units.material) of material"
        case .personDaysPerMaterial: "person-days per \(units.material) of material"
        case .rupiahPerProduct: "Rp per \(units.product) of product"
        case .rupiahPerPersonDay: "Rp per person-day"
        case .rupiahPerMaterial: "Rp per \(units.material) of material"
        // The figure itself says per cent.
        case .share: ""
        }
    }
    var unitOfProduct: String { "unit" }
    var unitOfMaterial: String { "unit" }

    func hayamiAnswer(_ product: String, value: String, added: String, ratio: String, unit: String) -> String {
        """
        \(product): one \(unit) of the main material becomes output worth \(value). Less materials and other inputs, the \
        value added is \(added), \(ratio) of the value of output.
        """
    }
    func hayamiLevel(_ level: HayamiLevel) -> String {
        switch level {
        case .low: "A ratio below 15 % is commonly called low."
        case .medium: "A ratio of 15–40 % is commonly called medium."
        case .high: "A ratio above 40 % is commonly called high."
        }
    }
    var hayamiLoss: String {
        """
        The value added is below zero: what is used up costs more than what is made is worth. Look at the units, the prices \
        and whether all numbers are of the same period first; if they are right, this product makes a loss.
        """
    }
    func hayamiDivided(labour: String, profit: String, unit: String) -> String {
        "Per \(unit) of the main material, \(labour) is income of labour and \(profit) profit of the owner."
    }
    var wageUnknown: String { "The wage is not known, so income of labour and profit cannot be computed." }
    func familyHidden(profit: String) -> String {
        "With the family's work not priced, profit looks like \(profit): the family's own wage is hidden in it."
    }
    func nationalBeside(_ ratio: String, _ product: String, isHigher: Bool) -> String {
        "The national ratio of “\(product)” is \(ratio); this product is \(isHigher ? "above" : "not above") it."
    }
    func sentraBeside(_ ratio: String, count: String) -> String {
        "The median of \(count) other enterprises of the same sentra: \(ratio)."
    }
    var hayamiOnePeriod: String {
        "The table is right only if output, materials and labour are of one period; days and months are not mixed."
    }
    func nationalCaution(_ year: String) -> String {
        """
        The national ratio (\(year)) covers large and small enterprises and all intermediate costs, rent and services \
        among them. It is there to compare, not to judge.
        """
    }
    var hayamiExplanations: [String] {
        [
            """
            Rows by Hayami et al. (1987), all per one unit of the main material. Several materials are one basket: row 8 is \
            the sum of (quantity × price) of all, divided by the quantity of the main one. Units of the others may differ.
            """,
            """
            Piece work becomes person-days: the pieces divided by what one person finishes in a day (of eight hours). Row 7 \
            is the average pay of a paid person-day.
            """,
            """
            The profit rate is written both ways, because publications differ: profit over the value of output (Hayami's own \
            table) or over value added. Compare only what was computed in the same way.
            """,
            """
            Nothing is rounded on the way; what is shown is, and CSV and JSON hold the full numbers. Shares of nothing, or \
            of a loss, are not computed. Recipe: Hayami version 1.
            """,
        ]
    }

    func basketCaption(_ unit: String) -> String { "Materials for one \(unit) of the main material" }
    var materialHeading: String { "Material" }
    func materialNumber(_ number: String) -> String { "Material \(number)" }
    var quantityHeading: String { "Quantity" }
    var unitPriceHeading: String { "Unit price" }
    var basketCostHeading: String { "Cost per unit of the main material" }

    var yardstickCaption: String { "This product beside its yardsticks" }
    var whoseHeading: String { "Whose" }
    func nationalName(_ product: String) -> String { "Indonesia 2016: \(product)" }
    func sentraMiddle(_ count: String) -> String { "Median of the sentra (\(count) other enterprises)" }
    var nationalHeading: String { "National ratio" }
    var sentraHeading: String { "Median of the sentra" }
    func openTable(_ product: String) -> String { "Table of value added: \(product)" }
}

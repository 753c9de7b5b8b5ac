import Measure

/// What is asked about production, and what is computed from it.
extension English {
    func productionItem(_ item: ProductionItem) -> String {
        switch item {
        case .products: "Value of products"
        case .otherRevenue: "Other revenue (Rp)"
        case .stockChange: "Change in stock (Rp)"
        case .materials: "Materials"
        case .auxiliary: "Auxiliary materials"
        case .energy: "Electricity, gas, fuel"
        case .water: "Water"
        case .rent: "Rent"
        case .services: "Services bought"
        case .workers: "Persons"
        case .personDays: "Person-days"
        case .wages: "Pay (Rp)"
        case .investment: "Capital (Rp)"
        case .capacity: "Installed capacity"
        case .made: "Made"
        case .rejects: "Rejects"
        case .unit: "Unit"
        case .exports: "Exports (Rp)"
        case .sales: "Sales"
        case .quantity: "Quantity of products"
        case .period: "Period"
        }
    }

    var figuresOfYear: String { "Computed figures" }
    func figuresCaption(_ year: String) -> String { "Computed from what was told of \(year), for the year" }
    func productionFigure(_ figure: ProductionFigure) -> String {
        switch figure {
        case .output: "Output"
        case .intermediateInput: "Intermediate input"
        case .valueAdded: "Value added"
        case .valueAddedPerWorker: "Value added per worker"
        case .valueAddedPerPersonDay: "Value added per person-day"
        case .valueAddedRatio: "Value-added ratio"
        case .labourShare: "Share of wages"
        case .unitMaterialCost: "Material cost of a unit"
        case .capacityUse: "Use of capacity"
        case .rejectShare: "Share of rejects"
        case .capitalProductivity: "Productivity of capital"
        case .labourProductivity: "Productivity of labour"
        case .womenShareOfWork: "Women's share of work"
        case .womenShareOfPay: "Women's share of pay"
        case .womenShareOfLeadership: "Women's share of leadership"
        case .exportShare: "Share of exports"
        }
    }
    func figureDefinition(_ figure: ProductionFigure) -> String {
        switch figure {
        case .output: "value of products, other revenue and change in stock"
        case .intermediateInput: "materials, energy, water, rent and services used up; no wages"
        case .valueAdded: "output less intermediate input"
        case .valueAddedPerWorker: "value added divided by all workers, paid and unpaid"
        case .valueAddedPerPersonDay: "value added divided by person-days"
        case .valueAddedRatio: "value added divided by output"
        case .labourShare: "wages divided by value added"
        case .unitMaterialCost: "materials divided by quantity of products"
        case .capacityUse: "made divided by installed capacity"
        case .rejectShare: "rejects divided by what was made"
        case .capitalProductivity: "value added divided by capital without land and buildings"
        case .labourProductivity: "output divided by all workers"
        case .womenShareOfWork: "person-days of women divided by all person-days"
        case .womenShareOfPay: "wages of women divided by all wages"
        case .womenShareOfLeadership: "women among owners and managers"
        case .exportShare: "exports divided by sales"
        }
    }
    func figureUnit(_ unit: ProductionFigure.Unit) -> String {
        switch unit {
        case .rupiah: "Rp a year"
        case .rupiahPerWorker: "Rp per worker and year"
        case .rupiahPerPersonDay: "Rp per person-day"
        case .rupiahPerProduct: "Rp per unit"
        case .rupiahPerRupiah: "Rp per Rp of capital"
        case .share: "%"
        }
    }
    func figureMissing(_ items: String) -> String { "needs: \(items)" }
    func figureUndefined(_ item: String) -> String { "nothing to divide by: \(item)" }
    var figureUnitsDiffer: String { "products are counted in different units" }
    var figureBelowZero: String {
        "Below zero: more was used up than made. It may be true; look at units, the period and zeros too many."
    }
    var productionExplanations: [String] {
        [
            "By BPS: value added = output − intermediate input. Wages are paid out of value added, so they are not deducted.",
            """
            Sums of rupiah are exact. Numbers of a period are multiplied by how many of it a year has, rounded to the nearest \
            rupiah. Quotients are not rounded; what is shown is, and CSV and JSON hold the full numbers.
            """,
            "What is not known is not taken as nothing: a figure that needs it is not computed, and names what is missing.",
            "Source: this form. The recipe of every figure has a version, see CSV or JSON.",
        ]
    }
}

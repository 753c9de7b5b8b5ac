import Register

/// The fields of the worksheet of value added.
extension English {
    func sheetField(_ field: DetailField) -> String {
        switch field {
        case .sheetProduct: "Name of the product"
        case .sheetDay: "Day, or first day of the period"
        case .sheetPeriod: "Numbers of"
        case .nationalProduct: "Compared with the national product"
        case .made: "Output"
        case .madeUnit: "Unit of output"
        case .madePrice: "Price of one unit (Rp)"
        case .material1: "Main material"
        case .material1Quantity: "Quantity of the main material"
        case .material1Unit: "Unit of the main material"
        case .material1Price: "Price of one unit of the main material (Rp)"
        case .material2: "Second material"
        case .material2Quantity: "Quantity of the second material"
        case .material2Price: "Price of one unit of the second material (Rp)"
        case .material3: "Third material"
        case .material3Quantity: "Quantity of the third material"
        case .material3Price: "Price of one unit of the third material (Rp)"
        case .material4: "Fourth material"
        case .material4Quantity: "Quantity of the fourth material"
        case .material4Price: "Price of one unit of the fourth material (Rp)"
        default: sheetWorkField(field)
        }
    }
    private func sheetWorkField(_ field: DetailField) -> String {
        switch field {
        case .otherInputs: "Other inputs: auxiliary materials, energy, packing (Rp)"
        case .otherInputsPer: "Those other inputs are for"
        case .paidDays: "Paid days of work (person-days)"
        case .familyDays: "Unpaid family days of work (person-days)"
        case .dayWage: "Wage of a day (Rp)"
        case .pieces: "Piece work: number"
        case .piecesPerDay: "Piece work: finished by one person in a day"
        case .piecePay: "Piece work: pay of one (Rp)"
        default: field.rawValue
        }
    }
    func sheetHint(_ field: DetailField) -> String? {
        switch field {
        case .made: "In its unit, such as 108.4."
        case .madeUnit, .material1Unit: "Such as kg, sheet, piece."
        case .material2, .material3, .material4: "Its unit may be another; quantity and price are filled in together."
        case .otherInputs: "0 if there are none."
        case .paidDays: "Persons × days of eight hours; 0 if there are none."
        case .familyDays: "The owner and the family; 0 if there are none."
        case .dayWage: "What is paid, or what would be fair for this work. Leave it empty if it is not known."
        case .nationalProduct: "By the input–output table of 2016."
        case .pieces: "What is made for piece pay in the period."
        default: nil
        }
    }
    func badSheet(_ field: DetailField) -> String? {
        switch field {
        case .made, .madePrice, .material1Quantity:
            "“\(sheetField(field))” must be above zero, such as 7.5 or 175,000."
        case .material1Price, .otherInputs, .paidDays, .familyDays:
            "“\(sheetField(field))” takes a number; write 0 for none."
        case .material2, .material2Quantity, .material2Price, .material3, .material3Quantity, .material3Price,
            .material4, .material4Quantity, .material4Price:
            "“\(sheetField(field))”: quantity (above zero) and price of that material are filled in together, or all left empty."
        case .pieces, .piecesPerDay, .piecePay:
            "Piece work needs three numbers: how many, finished by one person in a day (above zero), and the pay of one."
        case .nationalProduct: "Choose the national product from the list, or leave it empty."
        default: nil
        }
    }
}

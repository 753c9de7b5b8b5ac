import Measure
import Register

extension English: ProductionWords {
    var productionHeading: String { "Production by year" }
    func productionTitle(_ name: String, _ year: String) -> String { "Production of \(name) in \(year)" }
    func productionOfYear(_ year: String) -> String { "Fill in production of \(year)" }
    var productionNone: String { "No year was filled in by the form of production yet." }
    var productionFill: String { "What is told" }
    var productionLead: String {
        """
        Fill in what is known. Empty means not known; write 0 where there is none. Value added can be computed once all \
        output and costs are filled in.
        """
    }
    var productionFromList: String { "This beginning comes from the office's list. Check it, complete it, then save." }
    var productionSave: String { "Save and compute" }
    var productionStateHeading: String { "State of the data" }
    func productionState(_ state: ProductionState) -> String {
        switch state {
        case .draft: "Draft, being filled in"
        case .submitted: "Submitted, waiting for a decision"
        case .returned: "Returned to be mended"
        case .approved: "Approved"
        case .locked: "Locked"
        }
    }
    func productionMove(_ move: ProductionMove) -> String {
        switch move {
        case .submit: "Submit"
        case .giveBack: "Return with a reason"
        case .approve: "Approve"
        case .lock: "Lock"
        case .unlock: "Unlock with a reason"
        }
    }
    func productionDone(_ move: ProductionMove) -> String {
        switch move {
        case .submit: "submitted"
        case .giveBack: "returned"
        case .approve: "approved"
        case .lock: "locked"
        case .unlock: "unlocked"
        }
    }
    func productionStep(_ move: ProductionMove) -> String { productionDone(move) }
    var productionReason: String { "Reason" }
    var productionReasonMissing: String { "Write the reason: whoever filled it in has to know what to mend." }
    func productionNotOpen(_ state: String) -> String {
        "The figures of this year cannot be changed (\(state)). Ask the head of office to return or unlock them first."
    }
    func productionNotNow(_ state: String) -> String {
        "This step cannot be made now (\(state)). Load the page again to see how things stand."
    }
    var productionChangedMeanwhile: String {
        "Somebody else changed this year first. Open this page in another tab, compare, then fill it in again."
    }
    func productionUnreadable(_ field: String) -> String {
        "“\(field)” cannot be read. Write numbers like 1,250,000 or 7.5; rupiah and persons are whole."
    }
    func productionFault(_ fault: ProductionFault) -> String {
        switch fault {
        case .outOfRange(let item): "“\(productionItem(item))” is below zero or out of bounds. Check the number."
        case .outputWithoutPrice(let name):
            "“\(name)”: there is a quantity and no price. Fill in its price or its value."
        case .quantityWithoutUnit(let name): "“\(name)”: fill in its unit, such as sheet or kg."
        case .unitMissing: "Capacity, what was made and rejects need a unit."
        case .rejectsAboveMade: "More was rejected than made. Check both numbers."
        case .exportsAboveSales: "Exports are larger than all sales. Check exports and the channels."
        case .wagesWithoutWorkers: "There are wages of a group without workers. Count them, or leave the wages empty."
        }
    }

    var periodGroup: String { "These numbers are of" }
    func productGroup(_ number: String) -> String { "Product \(number)" }
    var revenueGroup: String { "Other revenue and stock" }
    var costGroup: String { "Used up (intermediate input), Rp" }
    var workGroup: String { "Workers and pay" }
    var workHint: String {
        "Persons on average, all person-days and all pay of the period. Leave a row empty where there is nobody."
    }
    var workHeading: String { "Who" }
    var makingGroup: String { "Capital, capacity and quality" }
    var salesGroup: String { "Sales by channel, Rp" }
    func productionPeriod(_ kind: ProductionPeriod.Kind) -> String {
        switch kind {
        case .year: "a year"
        case .month: "a month"
        case .season: "a season"
        case .batch: "a batch"
        }
    }
    var perYearField: String { "How many times a year" }
    func productPart(_ part: String, _ number: String) -> String {
        switch part {
        case "name": "Name of product \(number)"
        case "quantity": "Quantity of product \(number)"
        case "unit": "Unit of product \(number)"
        case "price": "Price of a unit of product \(number) (Rp)"
        default: "Value of product \(number) (Rp), where the quantity is not known"
        }
    }
    func salesChannel(_ channel: SalesChannel) -> String {
        switch channel {
        case .workshop: "At the workshop"
        case .market: "Markets and fairs"
        case .trader: "Traders"
        case .shop: "Shops, hotels, galleries"
        case .online: "Online"
        case .government: "Government procurement"
        case .abroad: "Directly abroad"
        case .other: "Other channels"
        }
    }
    func productionHint(_ field: String) -> String? {
        switch field {
        case "per-year": "Of a month, season or batch; eight months of work are written 8."
        case ProductionItem.stockChange.rawValue: "Stock at the end less at the beginning; may be below zero: -500,000."
        case ProductionItem.otherRevenue.rawValue: "Services for others, rent of tools, scraps; 0 if there is none."
        case ProductionItem.investment.rawValue: "Without land and buildings."
        case ProductionItem.capacity.rawValue: "What can be made in the period."
        case ProductionItem.unit.rawValue: "Of capacity, what was made and rejects."
        case ProductionItem.exports.rawValue: "What goes abroad, by oneself or through others."
        default: nil
        }
    }
}

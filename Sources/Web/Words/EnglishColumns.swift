import Register

extension English: ColumnWords {
    func column(_ column: EnterpriseColumn) -> String {
        switch column {
        case .nib: field(.nib)
        case .owner: field(.owner)
        case .phone: field(.phone)
        case .product: field(.product)
        case .industry: field(.industry)
        case .place: "Village and district"
        case .sentra: "Sentra"
        case .workers: workersHeading
        case .output: field(.output)
        case .industrySize: "Size (Permenperin 64/2016)"
        case .legalSize: "Size (PP 7/2021)"
        case .statisticalSize: "Size (BPS)"
        case .certificates: "Certificates in force"
        case .isActive: field(.isActive)
        case .changed: "Last changed"
        }
    }
    var columnsHeading: String { "Choose columns" }
    var columnsLead: String {
        "The name is always shown. The choice stands in the address of the page, so it can be shared. Files that "
            + "are downloaded always hold every column."
    }
    var columnsLegend: String { "Columns shown" }
    var columnsButton: String { "Show these columns" }
    var noneOfThese: String { "none" }
    var sortedByNameOnly: String {
        "With this filter or region the list cannot be sorted as asked; it is sorted by name."
    }
}

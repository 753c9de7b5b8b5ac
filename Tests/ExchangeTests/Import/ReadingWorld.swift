import Register
import Testing
import World

@testable import Exchange

/// A list of the office of Badung in the provincial header, with what is needed to read it.
struct ReadingWorld {
    let knowledge: ListKnowledge
    let mapping: ColumnMapping

    init(_ headings: [String] = PublishedHeaders.province) throws {
        let named = [
            ("51.03.01", "Kuta"), ("51.03.02", "Mengwi"), ("51.03.06", "Kuta Utara"), ("51.03.01.1001", "Kuta"),
            ("51.03.01.1002", "Legian"), ("51.03.02.2001", "Mengwi"), ("51.03.02.2002", "Gulingan"),
            ("51.03.02.2003", "Taman"), ("51.03.06.2001", "Taman"), ("51.03.06.2002", "Tibubeneng"),
        ]
        let areas = try named.map { Area(id: try #require(AreaCode($0.0)), name: $0.1) }
        let codes = [
            (IndustryCode.Version.kbli2020, ["13134", "13121", "1312", "01111", "14111"]),
            (.kbli2025, ["13133", "13121", "01111"]),
        ]
        let industries = try codes.flatMap { version, codes in
            try codes.map { try #require(IndustryCode(version, $0)) }
        }
        knowledge = ListKnowledge(
            industries: Set(industries), places: PlaceDirectory(of: World.badung, areas),
            regions: try World.directory(), home: World.badung, thisYear: 2026)
        mapping = Exchange.ColumnMapping.proposed(
            for: ListHeader(firstRow: 1, lastRow: 1, headings: headings), samples: [])
    }

    /// A row with nothing wrong.
    static let good: [EnterpriseField: SheetCell] = [
        .name: .text("UD Tenun Sari"), .owner: .text("Ni Wayan Sari"), .street: .text("Jl. Raya Kuta 5"),
        .village: .text("Ds. Tibubeneng"), .district: .text("Kuta Utara"), .regency: .text("Badung"),
        .province: .text("Bali"), .contactPerson: .text("Made"), .phone: .text("0812-3456-7890"),
        .email: .text("Sari@Mail.com"), .licence: .text("503/12"), .licenceYear: .text("2019"),
        .industry: .text("13134"),
        .branch: .text("Sandang"), .product: .text("Endek"), .year: .text("2024"), .men: .text("2"), .women: .text("5"),
        .investment: .text("Rp 25.000.000"), .capacity: .text("1.200,5"), .unit: .text("lembar"),
        .output: .text("150 jt"), .materials: .text("60.000.000"), .isExporting: .text("Ya"),
        .exportCountry: .text("Jepang"), .isActive: .text("Aktif"), .financing: .text("Sendiri"),
    ]

    func row(_ number: Int = 2, _ changes: [EnterpriseField: SheetCell] = [:]) -> SheetRow {
        let cells = Self.good.merging(changes) { $1 }
        return SheetRow(number: number, cells: mapping.columns.map { $0.field.flatMap { cells[$0] } ?? .empty })
    }

    func reading(_ styles: ListStyles? = nil) -> ListReading {
        var indonesian = ListStyles()
        for field in ListSurvey.numeric { indonesian.numbers[field] = .indonesian }
        return ListReading(mapping, styles ?? indonesian, knowledge)
    }

    func read(_ changes: [EnterpriseField: SheetCell], _ styles: ListStyles? = nil) -> RowOutcome {
        var reading = reading(styles)
        return reading.read(row(2, changes))
    }

    func entry(_ changes: [EnterpriseField: SheetCell], _ styles: ListStyles? = nil) throws -> ListEntry {
        let outcome = read(changes, styles)
        guard case .entry(let entry, _) = outcome else {
            Issue.record("\(outcome)")
            throw Missing()
        }
        return entry
    }

    /// Reasons of what is wrong, and of doubts.
    func reasons(_ changes: [EnterpriseField: SheetCell]) -> [ListFault.Reason] {
        switch read(changes) {
        case .entry(_, let doubts): doubts.map(\.reason)
        case .faulty(let faults): faults.map(\.reason)
        case .passedOver: []
        }
    }

    func fault(_ field: EnterpriseField, _ cell: SheetCell) throws -> ListFault {
        guard case .faulty(let faults) = read([field: cell]), faults.count == 1 else {
            Issue.record("\(field) \(cell): \(read([field: cell]))")
            throw Missing()
        }
        return faults[0]
    }

    struct Missing: Error {}
}

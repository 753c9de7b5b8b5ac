public import Register

/// What hangs on an enterprise of the sample: invented like the rest of it, each marked *Contoh*. Certificates end around
/// the day it is made, so that a calendar of renewals has something to say.
public struct SampleDetails: Sendable, Equatable {
    public let certificates: [[DetailField: String]]
    public let products: [[DetailField: String]]
    public let workers: [[DetailField: String]]
    public let equipment: [[DetailField: String]]
    public let worksheets: [[DetailField: String]]

    /// - Parameters:
    ///   - card: of an enterprise of the sample; without a trade of the sample it has no details.
    ///   - year: its newest figures.
    ///   - number: by which enterprises differ, ≥ 0.
    public init(of card: EnterpriseCard, _ year: EnterpriseYear?, number: Int, on today: CalendarDay) {
        let trade = SampleTrade.all.first { $0.industry == card.industry }
        let line = trade.flatMap { SampleLine.of[$0.branch] }
        certificates = trade.map { Self.certificates($0, number, today) } ?? []
        products = trade.map { [Self.product(card, $0, line?.line, today)] } ?? []
        workers = Self.workers(card, year)
        worksheets = trade.map { [Self.worksheet($0, number, today)] } ?? []
        equipment =
            line?.tools.map { tool in
                var texts: [DetailField: String] = [
                    .equipmentName: tool.name, .stage: tool.stage.rawValue, .level: "\(tool.level.rawValue)",
                    .working: "\(1 + number % 4)", .boughtYear: "\(2012 + number % 12)",
                ]
                texts[.broken] = number.isMultiple(of: 3) ? "1" : "0"
                texts[.worth] = tool.price.map { "\($0 * (1 + number % 4))" }
                return texts
            } ?? []
    }

    private static func certificates(_ trade: SampleTrade, _ number: Int, _ today: CalendarDay) -> [[DetailField:
        String]]
    {
        let serial = "CONTOH-" + String(10_000 + number).suffix(4)
        // Five years from the issue: from half a year gone to three years left.
        let issued = today.adding(years: -5).adding(days: number * 61 % 1280 - 180)
        var all: [[DetailField: String]] = []
        func add(_ kind: CertificateKind, _ extra: [DetailField: String]) {
            all.append([.certificateKind: kind.rawValue, .certificateNumber: serial].merging(extra) { $1 })
        }
        if trade.field == .food {
            add(.homeFood, [.issued: issued.description])
            if number.isMultiple(of: 2) { add(.halal, [.issued: issued.adding(months: 8).description]) }
        } else if number.isMultiple(of: 3) {
            // Ten years from the day of filing.
            add(.trademark, [.filed: issued.adding(years: -5).description, .certificateScope: trade.products[0]])
        }
        if number % 7 == 3 { add(.nationalStandard, [:]) }
        return all
    }

    private static func product(
        _ card: EnterpriseCard, _ trade: SampleTrade, _ line: ProcessLine?, _ today: CalendarDay
    ) -> [DetailField: String] {
        var texts: [DetailField: String] = [
            .productName: (card.product ?? trade.products[0]) + " " + SampleNames.mark,
            .subsector: (trade.field == .food ? CreativeSubsector.culinary : .craft).rawValue,
            .price: "\(Int(trade.price))", .priceUnit: trade.unit, .priceDay: today.adding(months: -2).description,
        ]
        texts[.processLine] = line?.rawValue
        texts[.madeOf] = line.flatMap { SampleLine.materials[$0] }?.joined(separator: "\n")
        return texts
    }

    /// A month in which a hundred pieces are made, around the official ratio of the trade.
    private static func worksheet(_ trade: SampleTrade, _ number: Int, _ today: CalendarDay) -> [DetailField: String] {
        let value = 100 * trade.price
        let added = value * trade.valueAddedRatio * (0.8 + 0.05 * Double(number % 9))
        return [
            .sheetProduct: "\(trade.products[0]) \(SampleNames.mark)", .sheetDay: today.adding(months: -1).description,
            .sheetPeriod: "month", .nationalProduct: trade.product, .made: "100", .madeUnit: trade.unit,
            .madePrice: "\(Int(trade.price))", .material1: "Bahan baku", .material1Quantity: "50",
            .material1Unit: "kg", .material1Price: "\(Int((value - added) * 0.9 / 50))",
            .otherInputs: "\(Int((value - added) * 0.1))", .otherInputsPer: "total",
            .paidDays: "\(Int(added * trade.labourShare / 80_000))", .familyDays: "\(2 + number % 5)",
            .dayWage: "80000",
        ]
    }

    /// The owner, unpaid, and everybody else by the piece.
    private static func workers(_ card: EnterpriseCard, _ year: EnterpriseYear?) -> [[DetailField: String]] {
        guard let owner = card.ownerSex, let men = year?.men, let women = year?.women else { return [] }
        func group(_ sex: Sex, _ pay: WorkerGroup.Pay, _ position: WorkerGroup.Position, _ count: Int) -> [[DetailField:
            String]]
        {
            guard count > 0 else { return [] }
            return [
                [
                    .workerSex: sex.rawValue, .pay: pay.rawValue, .position: position.rawValue, .workers: "\(count)",
                    .hoursPerDay: "7", .daysPerMonth: "24",
                ]
            ]
        }
        let hasOwner = (owner == .woman ? women : men) > 0
        let (ownWomen, ownMen) = (hasOwner && owner == .woman ? 1 : 0, hasOwner && owner == .man ? 1 : 0)
        return group(.woman, .unpaid, .owner, ownWomen) + group(.man, .unpaid, .owner, ownMen)
            + group(.woman, .byPiece, .production, women - ownWomen) + group(.man, .byPiece, .production, men - ownMen)
    }
}

/// The line of work of a trade of the sample, with tools that such workshops have.
private struct SampleLine {
    struct Tool {
        let name: String
        let stage: ProcessStage
        let level: TechnologyLevel
        /// Rupiah for one.
        let price: Int?
    }

    let line: ProcessLine
    let tools: [Tool]

    static let of: [String: SampleLine] = [
        "Tenun": weaving, "Tenun ikat": weaving, "Batik": batik, "Konveksi": garments, "Penjahitan": garments,
        "Roti dan kue": food, "Kerupuk dan keripik": food, "Kopi": food, "Anyaman bambu": plaiting, "Gerabah": pottery,
        "Perhiasan perak": jewellery,
    ]

    static let materials: [ProcessLine: [String]] = [
        .weaving: ["Benang katun", "Pewarna"], .batik: ["Kain mori", "Malam", "Pewarna"],
        .garments: ["Kain", "Benang jahit"], .plaiting: ["Bambu"], .pottery: ["Tanah liat"], .jewellery: ["Perak"],
    ]

    private static let weaving = SampleLine(
        line: .weaving,
        tools: [
            Tool(name: "Alat pengikat motif", stage: .tying, level: .hand, price: nil),
            Tool(name: "Panci celup", stage: .dyeing, level: .hand, price: 750_000),
            Tool(name: "ATBM", stage: .weaving, level: .tool, price: 6_000_000),
        ])
    private static let batik = SampleLine(
        line: .batik,
        tools: [
            Tool(name: "Canting", stage: .waxing, level: .hand, price: 15_000),
            Tool(name: "Bak celup", stage: .dyeing, level: .tool, price: 900_000),
        ])
    private static let garments = SampleLine(
        line: .garments,
        tools: [
            Tool(name: "Gunting potong", stage: .cutting, level: .hand, price: 150_000),
            Tool(name: "Mesin jahit listrik", stage: .sewing, level: .machine, price: 4_500_000),
            Tool(name: "Setrika uap", stage: .ironing, level: .tool, price: 1_200_000),
        ])
    private static let food = SampleLine(
        line: .food,
        tools: [
            Tool(name: "Pisau dan talenan", stage: .milling, level: .hand, price: nil),
            Tool(name: "Oven atau wajan", stage: .cooking, level: .tool, price: 2_500_000),
            Tool(name: "Penyegel kemasan", stage: .packing, level: .machine, price: 1_800_000),
        ])
    private static let plaiting = SampleLine(
        line: .plaiting, tools: [Tool(name: "Pisau raut", stage: .splitting, level: .hand, price: 60_000)])
    private static let pottery = SampleLine(
        line: .pottery,
        tools: [
            Tool(name: "Meja putar", stage: .shaping, level: .tool, price: 1_500_000),
            Tool(name: "Tungku kayu", stage: .firing, level: .tool, price: 8_000_000),
        ])
    private static let jewellery = SampleLine(
        line: .jewellery,
        tools: [
            Tool(name: "Palu dan paron", stage: .forging, level: .hand, price: 350_000),
            Tool(name: "Alat patri", stage: .soldering, level: .tool, price: 900_000),
        ])
}

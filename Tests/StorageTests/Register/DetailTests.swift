import Foundation
import Measure
import Register
import Testing
import World

@testable import Storage

struct DetailTests {
    /// Everything that can be known of each kind.
    static let full: [DetailKind: [DetailField: String]] = [
        .certificate: [
            .certificateKind: "trademark", .certificateNumber: "IDM000999", .certificateScope: "Tenun Sari",
            .issued: "2020-03-04", .filed: "2019-02-28", .printedEnd: "2029-02-28",
        ],
        .product: [
            .productName: "Kain endek", .madeOf: "Benang katun\nPewarna alam", .technique: "Tenun ikat",
            .motif: "Cepuk",
            .processLine: "weaving", .subsector: "craft", .price: "175000.5", .priceUnit: "helai",
            .priceDay: "2026-11-01",
        ],
        .workerGroup: [
            .workerSex: "woman", .pay: "piece", .position: "production", .workers: "6", .hoursPerDay: "7.5",
            .daysPerMonth: "22", .payPerDay: "95000", .skillsCertified: "Membatik\nMenenun",
            .skillsUncertified: "Menjahit", .skills: "Mewarnai",
        ],
        .equipment: [
            .equipmentName: "ATBM", .stage: "weaving", .level: "2", .working: "3", .broken: "0", .boughtYear: "2018",
            .worth: "12000000", .watts: "0", .lender: "Pak Made",
        ],
        .worksheet: worksheet,
    ]

    private static let worksheet: [DetailField: String] = [
        .sheetProduct: "Kain endek", .sheetDay: "2026-10-01", .sheetPeriod: "month", .made: "40.5",
        .madeUnit: "lembar", .madePrice: "450000", .material1: "Benang sutra", .material1Quantity: "20",
        .material1Unit: "kg", .material1Price: "800000", .otherInputs: "40000", .otherInputsPer: "total",
        .paidDays: "80", .familyDays: "12.5", .dayWage: "75000", .material2: "Pewarna", .material2Quantity: "500",
        .material2Price: "1000", .material3: "Benang katun", .material3Quantity: "5", .material3Price: "60000",
        .material4: "Lem", .material4Quantity: "0.25", .material4Price: "0", .pieces: "10", .piecesPerDay: "0.5",
        .piecePay: "150000", .nationalProduct: "078",
    ]

    private func comesBack<Detail: EnterpriseDetail>(_ type: Detail.Type, _ office: Office) async throws {
        let (enterprise, id) = (try await office.enterprise(), Key<Detail>(newIdentifier()))
        let texts = try #require(Self.full[Detail.detailKind])
        #expect(Set(texts.keys) == Set(Detail.fields), "\(Detail.detailKind)")
        let detail = try #require(Detail(id, of: enterprise, texts: texts))
        #expect(detail.texts == texts)
        try await office.store.enter(DetailEntry(id, of: enterprise, detail), by: office.stamp())
        let kept = try await office.store.detail(id)
        #expect(kept.detail == detail && kept.enterprise == enterprise && kept.version == 1 && kept.removedAt == nil)
        let bare = texts.filter { Detail.required.contains($0.key) }
        let little = try #require(Detail(id, of: enterprise, texts: bare))
        try await office.store.change(id, to: little, from: 1, by: office.stamp(1))
        #expect(try await office.store.detail(id).detail.texts == bare)
        for field in Detail.required {
            #expect(Detail(id, of: enterprise, texts: texts.filter { $0.key != field }) == nil)
        }
    }

    @Test(arguments: Desk.engines)
    func `a detail comes out as it went in, with all that is known and with the least`(engine: EngineKind) async throws
    {
        let office = try await Office(engine)
        try await comesBack(Certificate.self, office)
        try await comesBack(Product.self, office)
        try await comesBack(WorkerGroup.self, office)
        try await comesBack(Equipment.self, office)
        try await comesBack(ProductWorksheet.self, office)
    }

    @Test(arguments: Desk.engines)
    func `what was removed is put back as it was, and neither is done twice`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (enterprise, id) = (try await office.enterprise(), Product.ID(newIdentifier()))
        let cloth = Product(id: id, of: enterprise, name: "Endek", materials: ["Katun"])
        try await office.store.enter(DetailEntry(id, of: enterprise, cloth), by: office.stamp())
        await #expect(throws: DetailRefused.already) { try await office.store.putBack(id, by: office.stamp()) }
        try await office.store.remove(id, by: office.stamp(1))
        #expect(try await office.store.details(of: enterprise).products.map(\.removedAt) == [office.stamp(1).at])
        await #expect(throws: DetailRefused.already) { try await office.store.remove(id, by: office.stamp(2)) }
        await #expect(throws: DetailRefused.removed) {
            try await office.store.change(id, to: cloth, from: 2, by: office.stamp(2))
        }
        try await office.store.putBack(id, by: office.stamp(3))
        #expect(try await office.store.detail(id).detail == cloth)
        #expect(try await office.lastKinds(3) == [.detailPutBack, .detailRemoved, .detailEntered])
    }

    @Test(arguments: Desk.engines)
    func `the second editor does not write over the first`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (enterprise, id) = (try await office.enterprise(), Key<Equipment>(newIdentifier()))
        let loom = Equipment("ATBM", at: .weaving, .tool)
        let dobby = Equipment("Dobby", at: .weaving, .machine)
        try await office.store.enter(DetailEntry(id, of: enterprise, loom), by: office.stamp())
        #expect(try await office.store.change(id, to: dobby, from: 1, by: office.stamp(1)))
        await #expect(throws: DetailRefused.changedMeanwhile) {
            try await office.store.change(id, to: loom, from: 1, by: office.stamp(2))
        }
        let lines = try await office.length()
        #expect(try await !office.store.change(id, to: dobby, from: 2, by: office.stamp(2)))
        #expect(try await office.length() == lines, "what is as it was leaves no event")
    }

    @Test(arguments: Desk.engines)
    func `workers of one sex, pay and position are one group, also when one is put back`(engine: EngineKind)
        async throws
    {
        let office = try await Office(engine)
        let enterprise = try await office.enterprise()
        let weavers = try #require(WorkerGroup(.woman, .byPiece, .production, count: 4))
        let (first, second) = (Key<WorkerGroup>(newIdentifier()), Key<WorkerGroup>(newIdentifier()))
        try await office.store.enter(DetailEntry(first, of: enterprise, weavers), by: office.stamp())
        await #expect(throws: DetailRefused.sameIsThere) {
            try await office.store.enter(DetailEntry(second, of: enterprise, weavers), by: office.stamp())
        }
        try await office.store.remove(first, by: office.stamp())
        try await office.store.enter(DetailEntry(second, of: enterprise, weavers), by: office.stamp())
        await #expect(throws: DetailRefused.sameIsThere) { try await office.store.putBack(first, by: office.stamp()) }
    }

    @Test(arguments: Desk.engines)
    func `whose machine it is stands sealed in the book`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (enterprise, id) = (try await office.enterprise(), Key<Equipment>(newIdentifier()))
        var loom = Equipment("ATBM", at: .weaving, .tool)
        loom.lender = "Pak Rahasia"
        try await office.store.enter(DetailEntry(id, of: enterprise, loom), by: office.stamp())
        #expect(try await !office.store.dump().contains { $0.hasPrefix("event|") && $0.contains("Rahasia") })
        var filter = EventFilter(office: World.badung)
        filter.subject = enterprise.identifier
        let line = try #require(try await office.store.events(filter, limit: 1).first)
        #expect(line.event.changes.contains(Event.Change("lender", to: .personal("Pak Rahasia"))))
    }

    @Test(arguments: Desk.engines)
    func `nothing hangs on an enterprise that is not there`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let (nowhere, id) = (Enterprise.ID(newIdentifier()), Product.ID(newIdentifier()))
        let cloth = Product(id: id, of: nowhere, name: "Endek")
        await #expect(throws: DetailRefused.unknownEnterprise) {
            try await office.store.enter(DetailEntry(id, of: nowhere, cloth), by: office.stamp())
        }
        await #expect(throws: DetailRefused.unknownDetail) { try await office.store.remove(id, by: office.stamp()) }
        await #expect(throws: DetailRefused.unknownDetail) { _ = try await office.store.detail(id) }
    }

    /// An enterprise that came by a list and on which somebody has worked stays when the list is taken back; what came by
    /// the same list goes with it.
    @Test(arguments: Desk.engines)
    func `a list is taken back without what others hung on its enterprises`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        let list = office.list()
        try await office.store.bring(list, pieces: office.pieces("x"))
        try await office.store.keepCheck(OfficeList.Step(.checked, office.stamp()), of: list.id, faults: [])
        let entries = ["Satu", "Dua", "Tiga"].enumerated().map { ListEntry(row: $0 + 2, card: Office.card($1)) }
        _ = try await office.store.enter(
            list.id, { take in for entry in entries { try take(entry) } }, leavingOut: ListCounts(), by: office.stamp(),
            identifiers: { newIdentifier() })
        let all = try await office.store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10).map(\.id)
        func add(to enterprise: Enterprise.ID, list: OfficeList.ID?) async throws {
            let id = Product.ID(newIdentifier())
            let product = Product(id: id, of: enterprise, name: "Endek")
            try await office.store.enter(DetailEntry(id, of: enterprise, product, list: list), by: office.stamp())
        }
        try await add(to: all[0], list: list.id)
        try await add(to: all[1], list: nil)
        let counts = try await office.store.undo(list.id, by: office.stamp(10))
        #expect(counts.new == 2 && counts.kept == 1)
        #expect(
            try await office.store.enterprises(EnterpriseFilter(in: [World.badung]), limit: 10).map(\.id) == [all[1]])
    }
}

extension Office {
    /// A new enterprise of Badung.
    func enterprise(_ name: String = "Tenun Sari", in office: RegionCode = World.badung) async throws -> Enterprise.ID {
        let id = Enterprise.ID(newIdentifier())
        try await store.enter(id, Office.card(name), in: office, by: stamp())
        return id
    }
}

import Measure
import Register
import Testing

struct ProductionTests {
    /// A weaving workshop of Badung in a year.
    private func weaving(_ kind: ProductionPeriod.Kind = .year, perYear: Double = 1) throws -> Production {
        var made = Production(try #require(ProductionPeriod(kind, of: 2025, perYear: perYear)))
        made.products = [
            .init("Kain endek", quantity: 400, unit: "lembar", price: 450_000),
            .init("Selendang", quantity: 100, unit: "lembar", price: 150_000.5),
        ]
        made.otherRevenue = Rupiah(5_000_000)
        made.stockChange = Rupiah(-1_000_000)
        made.costs = [
            .materials: Rupiah(80_000_000), .auxiliary: Rupiah(6_000_000), .energy: Rupiah(2_400_000),
            .water: Rupiah(600_000), .rent: Rupiah(0), .services: Rupiah(1_000_050),
        ]
        made.work = [
            .init(.woman, .byPiece, .production, workers: 4, personDays: 900, wages: Rupiah(54_000_000)),
            .init(.man, .byTime, .production, workers: 1, personDays: 250, wages: Rupiah(18_000_000)),
            .init(.woman, .unpaid, .owner, workers: 1, personDays: 250),
        ]
        made.investment = Rupiah(36_000_000)
        (made.capacity, made.made, made.rejects, made.unit) = (800, 500, 10, "lembar")
        made.exports = Rupiah(39_000_010)
        made.sales = [.shop: Rupiah(156_000_040), .abroad: Rupiah(39_000_010)]
        return made
    }

    @Test func `a workshop whose year is reckoned by hand`() throws {
        let made = try weaving()
        #expect(made.faults.isEmpty)
        // 400 · 450,000 + 100 · 150,000.5 + 5,000,000 − 1,000,000 = 199,000,050; 90,000,050 used up.
        let expected: [ProductionFigure: Double] = [
            .output: 199_000_050, .intermediateInput: 90_000_050, .valueAdded: 109_000_000,
            .valueAddedPerWorker: 109_000_000.0 / 6, .valueAddedPerPersonDay: 109_000_000.0 / 1400,
            .valueAddedRatio: 109_000_000.0 / 199_000_050, .labourShare: 72.0 / 109,
            .unitMaterialCost: 160_000, .capacityUse: 0.625, .rejectShare: 0.02,
            .capitalProductivity: 109.0 / 36, .labourProductivity: 199_000_050.0 / 6,
            .womenShareOfWork: 1150.0 / 1400, .womenShareOfPay: 0.75, .womenShareOfLeadership: 1,
            .exportShare: 39_000_010.0 / 195_000_050,
        ]
        #expect(Set(expected.keys) == Set(ProductionFigure.allCases))
        for measured in made.figures {
            let value = try #require(measured.outcome.value, "\(measured.figure)")
            let number = try #require(expected[measured.figure])
            #expect(abs(value - number) <= 1e-12 * abs(number), "\(measured.figure): \(value), not \(number)")
        }
    }

    @Test func `a month is raised to the year by the factor that is stated, and shares stay`() throws {
        let (year, month) = (try weaving(), try weaving(.month, perYear: 8))
        for figure in [ProductionFigure.output, .intermediateInput, .valueAdded, .valueAddedPerWorker] {
            let (whole, part) = (
                try #require(year.outcome(of: figure).value), try #require(month.outcome(of: figure).value)
            )
            #expect(part == 8 * whole, "\(figure)")
        }
        for figure in ProductionFigure.allCases where figure.unit == .share {
            #expect(year.outcome(of: figure) == month.outcome(of: figure), "\(figure)")
        }
        #expect(year.outcome(of: .valueAddedPerPersonDay) == month.outcome(of: .valueAddedPerPersonDay))
    }

    @Test func `half a rupiah is rounded away from zero`() throws {
        let period = try #require(ProductionPeriod(.month, of: 2025, perYear: 2.5))
        #expect(period.raised(Rupiah(3)) == Rupiah(8) && period.raised(Rupiah(-3)) == Rupiah(-8))
        #expect(Production.Output("a", quantity: 3, unit: "kg", price: 0.5).amount == Rupiah(2))
    }

    @Test(arguments: ProductionItem.allCases)
    func `what is not known is named by every figure that needs it, and never taken as none`(item: ProductionItem)
        throws
    {
        var made = try weaving()
        switch item {
        case .products: made.products[0].price = nil
        case .otherRevenue: made.otherRevenue = nil
        case .stockChange: made.stockChange = nil
        case .materials, .auxiliary, .energy, .water, .rent, .services:
            made.costs[try #require(Production.Cost(rawValue: item.rawValue))] = nil
        case .workers: made.work[2].workers = nil
        case .personDays: made.work[1].personDays = nil
        case .wages: made.work[0].wages = nil
        case .investment: made.investment = nil
        case .capacity: made.capacity = nil
        case .made: made.made = nil
        case .rejects: made.rejects = nil
        case .exports: made.exports = nil
        case .sales: made.sales = [:]
        case .quantity:
            made.products[0].quantity = nil
            made.products[0].value = Rupiah(180_000_000)
        // A unit is asked for by a fault: no figure needs its name. A period is always there.
        case .unit, .period: return
        }
        let missing = made.figures.filter {
            if case .missing(let items) = $0.outcome { items == [item] } else { false }
        }
        #expect(!missing.isEmpty)
        #expect(made.figures.allSatisfy { $0.outcome.value != nil || missing.contains($0) })
    }

    @Test func `value added below zero is allowed and flagged, and has no share of labour`() throws {
        var made = try weaving()
        made.costs[.materials] = Rupiah(300_000_000)
        #expect(made.faults.isEmpty && made.outcome(of: .valueAdded) == .known(-111_000_000))
        #expect(made.figures.filter(\.isBelowZero).map(\.figure).contains(.valueAdded))
        #expect(made.outcome(of: .labourShare) == .undefined(by: .products))
    }

    @Test func `nobody, nothing and none are outcomes`() throws {
        var made = try weaving()
        made.work = [.init(.woman, .unpaid, .owner, workers: 0, personDays: 0)]
        #expect(made.outcome(of: .valueAddedPerWorker) == .undefined(by: .workers))
        #expect(made.outcome(of: .valueAddedPerPersonDay) == .undefined(by: .personDays))
        #expect(made.outcome(of: .womenShareOfPay) == .undefined(by: .wages))
        made.products[1].unit = "potong"
        #expect(made.outcome(of: .unitMaterialCost) == .unitsDiffer)
        #expect(Production(made.period).figures.allSatisfy { $0.outcome.value == nil })
    }

    @Test func `what cannot be so is told, all of it`() throws {
        var made = try weaving()
        made.products = [
            .init("Endek", quantity: -1, unit: "lembar", price: 1), .init("Batik", quantity: 3, unit: "lembar"),
            .init("Songket", quantity: 3, price: 1000),
        ]
        made.costs[.energy] = Rupiah(-5)
        made.work[1].workers = 0
        (made.made, made.rejects, made.unit) = (5, 6, nil)
        made.exports = Rupiah(1_000_000_000)
        #expect(
            made.faults == [
                .outOfRange(.products), .outputWithoutPrice("Batik"), .quantityWithoutUnit("Songket"),
                .outOfRange(.energy), .wagesWithoutWorkers, .unitMissing, .rejectsAboveMade, .exportsAboveSales,
            ])
    }

    @Test func `a period that cannot be is none`() {
        #expect(ProductionPeriod(.year, of: 2025, perYear: 2) == nil)
        #expect(ProductionPeriod(.month, of: 2025, perYear: 13) == nil)
        #expect(ProductionPeriod(.batch, of: 2025, perYear: 0) == nil)
        #expect(ProductionPeriod(.batch, of: 2025, perYear: .nan) == nil)
        #expect(ProductionPeriod(.year, of: 20_250) == nil)
    }

    @Test func `the yearly view is the raised production, and what is not known is not in it`() throws {
        let month = try weaving(.month, perYear: 8).yearly
        #expect(month.output == Rupiah(8 * 195_000_050) && month.materials == Rupiah(640_000_000))
        #expect(month.men == 1 && month.women == 5 && month.investment == Rupiah(36_000_000))
        #expect(month.capacity == 6400 && month.unit == "lembar")
        let empty = Production(ProductionPeriod(yearly: 2025)).yearly
        #expect(empty == EnterpriseYear(year: 2025))
    }

    @Test func `what a list said of a year is where the form begins, and comes back the same`() {
        var year = EnterpriseYear(year: 2025)
        (year.men, year.women, year.capacity, year.unit) = (2, 3, 500, "lembar")
        (year.output, year.materials, year.investment) = (Rupiah(90_000_000), Rupiah(40_000_000), Rupiah(7_000_000))
        #expect(Production(from: year, product: "Kain").yearly == year)
        #expect(Production(from: year, product: "Kain").faults.isEmpty)
    }

    @Test func `a locked year is left by unlocking alone, and only open ones are changed`() {
        for move in ProductionMove.allCases where move != .unlock {
            #expect(move.target(from: .locked) == nil, "\(move)")
        }
        #expect(ProductionMove.unlock.target(from: .locked) == .returned && ProductionMove.unlock.needsReason)
        #expect(ProductionState.allCases.filter(\.isOpen) == [.draft, .returned])
        #expect(ProductionMove.allCases.filter { $0.deed == .enter } == [.submit])
        let targets = ProductionState.allCases.flatMap { state in ProductionMove.allCases.map { $0.target(from: state) }
        }
        #expect(Set(targets.compactMap(\.self)) == Set(ProductionState.allCases).subtracting([.draft]))
    }
}

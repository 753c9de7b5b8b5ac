import Foundation
import Register
import Testing
import World

@testable import Storage

struct EnterpriseOrderTests {
    private static let orders = EnterpriseOrder.Key.allCases.flatMap {
        [EnterpriseOrder($0), EnterpriseOrder($0, isBackwards: true)]
    }

    /// Enterprises with names, industries and days of their last change that do not run together; one in five without an
    /// industry.
    private func enterMany(_ office: Office) async throws {
        for number in 0..<23 {
            var card = Office.card("Usaha \(number * 7 % 11)")
            card.industry = number % 5 == 0 ? nil : IndustryCode(.kbli2020, ["13134", "10794", "13912"][number % 3])
            try await office.store.enter(
                Enterprise.ID(newIdentifier()), card, in: World.badung, by: office.stamp(Double(number * 5 % 13)))
        }
    }

    @Test(arguments: Desk.engines)
    func `in every order the pages of a list hold everybody once`(engine: EngineKind) async throws {
        let office = try await Office(engine)
        try await enterMany(office)
        for order in Self.orders {
            var lines: [EnterpriseLine] = []
            while true {
                let page = try await office.store.enterprises(
                    EnterpriseFilter(in: [World.badung]), in: order, after: lines.last?.id, limit: 4)
                guard !page.isEmpty else { break }
                lines += page
            }
            #expect(Set(lines.map(\.id)).count == 23 && lines.count == 23, "\(order)")
            #expect(isInOrder(lines, order), "\(order)")
        }
    }

    private func isInOrder(_ lines: [EnterpriseLine], _ order: EnterpriseOrder) -> Bool {
        func sorted<Value: Comparable>(_ values: [Value]) -> Bool {
            let ordered = values.sorted()
            return values == (order.isBackwards ? ordered.reversed() : ordered)
        }
        switch order.key {
        case .name: return sorted(lines.map { EnterpriseRow.sortName($0.enterprise.card.name) })
        case .change: return sorted(lines.map(\.changedAt))
        case .industry:
            let codes = lines.map { $0.enterprise.card.industry?.code }
            let known = codes.prefix { $0 != nil }.compactMap(\.self)
            return sorted(known) && codes.dropFirst(known.count).allSatisfy { $0 == nil } && known.count == 18
        }
    }

    @Test func `an order that no index serves is that of the names`() {
        let changed = EnterpriseOrder(.change, isBackwards: true)
        var filter = EnterpriseFilter(in: [World.badung])
        #expect(filter.served(changed) == changed)
        for regions in [[World.bali], [.nation], [World.badung, World.makassar]] {
            #expect(EnterpriseFilter(in: regions).orders == [.name])
        }
        filter.industry = "13"
        #expect(filter.orders == [.name, .industry])
        filter.isActive = true
        #expect(filter.served(changed) == .usual)
        filter = EnterpriseFilter(in: [World.badung])
        filter.area = AreaCode("51.03.01")
        #expect(filter.served(EnterpriseOrder(.industry)) == .usual)
    }

    @Test(arguments: Desk.engines)
    func `beside an enterprise stand the sentra of the day and the certificates in force`(
        engine: EngineKind
    ) async throws {
        let office = try await Office(engine)
        let (weaver, other, sentra) = (
            Enterprise.ID(newIdentifier()), Enterprise.ID(newIdentifier()), Sentra.ID(newIdentifier())
        )
        let day = try #require(CalendarDay("2026-11-25"))
        for id in [weaver, other] {
            try await office.store.enter(id, Office.card(), in: World.badung, by: office.stamp())
        }
        try await office.store.enter(sentra, Office.sentra(), in: World.badung, by: office.stamp())
        let membership = try #require(SentraMembership(of: weaver, from: nil, until: day))
        try await office.store.addMember(SentraMember.ID(newIdentifier()), membership, to: sentra, by: office.stamp())
        for (kind, end) in [(CertificateKind.halal, nil), (.homeFood, CalendarDay("2020-01-01"))] {
            let id = Certificate.ID(newIdentifier())
            let certificate = Certificate(id, kind, printedEnd: end)
            try await office.store.enter(DetailEntry(id, of: weaver, certificate), by: office.stamp())
        }
        let beside = try await office.store.beside([weaver, other], on: day)
        #expect(beside[weaver]?.sentra == [Office.sentra().name])
        #expect(beside[weaver]?.certificates == [.halal])
        #expect(beside[other] == nil)
        #expect(try await office.store.beside([weaver], on: day.adding(days: 1))[weaver]?.sentra == [])
    }
}

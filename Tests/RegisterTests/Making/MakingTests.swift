import Foundation
import Register
import Testing

struct WorkforceTests {
    @Test func `shares are of persons, and nobody has none`() throws {
        let groups = [
            WorkerGroup(.woman, .unpaid, .owner, count: 1), WorkerGroup(.woman, .byPiece, .production, count: 6),
            WorkerGroup(.man, .unpaid, .production, count: 2), WorkerGroup(.man, .byTime, .manager, count: 1),
        ]
        let workforce = Workforce(try groups.map { try #require($0) })
        #expect(workforce.total == 10)
        #expect(workforce.womenShare == 0.7)
        #expect(workforce.unpaidShare == 0.3)
        #expect(workforce.womenLeadingShare == 0.5)
        #expect(Workforce([]).womenShare == nil)
    }

    @Test func `a group of nobody is not written down`() {
        #expect(WorkerGroup(.man, .byTime, .production, count: 0) == nil)
    }

    @Test func `person-days are of eight hours`() throws {
        var group = try #require(WorkerGroup(.woman, .byPiece, .production, count: 4))
        #expect(group.personDaysPerMonth == nil)
        group.hoursPerDay = 4
        group.daysPerMonth = 25
        #expect(group.personDaysPerMonth == 50)
    }
}

struct TechnologyLadderTests {
    private let loom = Equipment("ATBM", at: .weaving, .tool, working: 3)
    private let gedogan = Equipment("Gedogan", at: .weaving, .hand, working: 20)
    private let dobby = Equipment("Dobby", at: .weaving, .machine, working: 0)
    private let dyer = Equipment("Panci celup", at: .dyeing, .hand)

    @Test func `a stage stands where its best working equipment stands`() {
        let ladder = TechnologyLadder([gedogan, loom, dobby, dyer])
        #expect(ladder.levels == [.weaving: .tool, .dyeing: .hand])
        #expect(ladder.lowest(along: .weaving) == .dyeing)
        #expect(ladder.levels(along: .weaving).map(\.stage) == ProcessLine.weaving.stages)
        #expect(ladder.levels(along: .weaving).first?.level == nil)
        #expect(TechnologyLadder([]).lowest(along: .batik) == nil)
    }

    @Test func `the ladder goes up from hand to connected`() {
        #expect(TechnologyLevel.allCases == TechnologyLevel.allCases.sorted())
        #expect(TechnologyLevel.hand < .connected)
    }
}

struct ProcessLineTests {
    @Test(arguments: ProcessLine.allCases)
    func `a line has each of its stages once, and packing behind the making`(line: ProcessLine) throws {
        #expect(Set(line.stages).count == line.stages.count)
        let packing = try #require(line.stages.firstIndex(of: .packing))
        #expect(line.stages[(packing + 1)...].allSatisfy { $0 == .storing })
        #expect(line.stages.count >= 8)
    }

    @Test func `every stage belongs to a line, and clothing, food and craft have some`() {
        let used = Set(ProcessLine.allCases.flatMap(\.stages))
        #expect(used == Set(ProcessStage.allCases))
        #expect(Set(ProcessLine.allCases.map(\.branch)) == [.clothing, .food, .craft])
    }

    @Test func `cloth is tied before it is dyed, dyed before it is woven`() throws {
        let stages = ProcessLine.weaving.stages
        let order: [ProcessStage] = [
            .threadPreparation, .tying, .dyeing, .warping, .weaving, .finishing, .sewing, .packing,
        ]
        let places = try order.map { try #require(stages.firstIndex(of: $0)) }
        #expect(places == places.sorted())
    }
}

struct ProductTests {
    @Test func `there are seventeen creative subsectors with names of their own`() {
        #expect(CreativeSubsector.allCases.count == 17)
        #expect(Set(CreativeSubsector.allCases.map(\.rawValue)).count == 17)
    }

    @Test func `a price is above zero and per something`() {
        #expect(UnitPrice(650_000, per: "helai")?.rupiah == 650_000)
        #expect(UnitPrice(0, per: "helai") == nil)
        #expect(UnitPrice(.infinity, per: "helai") == nil)
        #expect(UnitPrice(1, per: "") == nil)
    }
}

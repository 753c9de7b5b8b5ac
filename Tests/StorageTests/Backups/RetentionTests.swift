import Foundation
import Testing

@testable import Storage

private let hour = 3600.0
private let day = 24 * hour

struct RetentionTests {
    /// Nightly at two for so many days, the last one this night.
    private func nightly(_ count: Int) -> [Date] { (0..<count).map { noon - 19 * hour - Double($0) * day } }

    private func kept(_ instants: [Date], _ retention: Retention, at now: Date = noon) -> Set<Date> {
        Set(instants).subtracting(retention.expired(instants, at: now))
    }

    @Test func `all of the last days are kept`() {
        let instants = (0..<48).map { noon - Double($0) * hour }
        #expect(Retention().expired(instants, at: noon).isEmpty)
    }

    @Test func `the newest is kept however old it is`() throws {
        let none = try #require(Retention("0d"))
        #expect(none.expired([noon - 900 * day, noon - 901 * day], at: noon) == [noon - 901 * day])
        #expect(none.expired([noon - 900 * day], at: noon).isEmpty)
    }

    @Test func `of each day the newest is kept`() throws {
        var retention = try #require(Retention("5d"))
        retention.offset = 0
        // Morning and evening of ten days that are over.
        let mornings = (3...12).map { noon - Double($0) * day - 6 * hour }
        let evenings = mornings.map { $0 + 9 * hour }
        #expect(kept(mornings + evenings, retention) == Set(evenings.prefix(5)))
    }

    @Test func `a day begins where the office is`() throws {
        var retention = try #require(Retention("2d"))
        // 13:15 UTC is 21:15 in Denpasar: five hours later is another day there, and the same day in Greenwich.
        let instants = [noon - 10 * day, noon - 10 * day + 5 * hour]
        #expect(kept(instants, retention).count == 2)
        retention.offset = 0
        #expect(kept(instants, retention) == [instants[1]])
    }

    @Test func `after a year of nights fourteen days, eight weeks and twelve months are left`() {
        let left = kept(nightly(400), Retention()).sorted(by: >)
        #expect(left.count <= 14 + 8 + 12 && left.count >= 14 + 8 + 12 - 6)
        #expect(left.prefix(14) == nightly(14).prefix(14))
        #expect(left.last.map { noon.timeIntervalSince($0) > 300 * day } == true)
    }

    @Test func `what is kept does not depend on how often one looked`() {
        let all = nightly(400)
        var instants: [Date] = []
        for night in all.reversed() {
            instants.append(night)
            let gone = Set(Retention().expired(instants, at: night))
            instants.removeAll { gone.contains($0) }
        }
        #expect(Set(instants) == kept(all, Retention(), at: all[0]))
    }

    @Test func `after a pause of a year nothing more goes than before it`() {
        let before = kept(nightly(100), Retention())
        #expect(kept(Array(before), Retention(), at: noon + 365 * day).count >= before.count - 1)
    }

    @Test func `a backup from the future neither goes nor pushes others out`() throws {
        let one = try #require(Retention("1d"))
        let future = (1...50).map { noon + Double($0) * day }
        #expect(one.expired(future + [noon - 5 * day, noon - 9 * day], at: noon) == [noon - 9 * day])
    }

    @Test(arguments: ["14d,8w,12m", "12m,8w,14d"])
    func `the terms are read in any order`(text: String) {
        #expect(Retention(text) == Retention())
    }

    @Test(arguments: ["", "14", "d", "14d,", "14d,3d", "-1d", "2y", "14 d", "99999d"])
    func `other terms are refused`(text: String) {
        #expect(Retention(text) == nil)
    }
}

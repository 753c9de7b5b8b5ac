import Benchmarking
import Foundation
import Register
import Testing

struct LockoutTests {
    private let start = Date(timeIntervalSince1970: 1_795_000_000)
    private let minute: TimeInterval = 60

    private func failures(_ seconds: [Double]) -> [Date] { seconds.map { start + $0 } }

    @Test func `four wrong passwords cost nothing, the fifth a minute`() {
        let four = failures([0, 1, 2, 3])
        #expect(Lockout.pair.answer(to: [], at: start) == .allowed)
        #expect(Lockout.pair.answer(to: four, at: start + 3) == .allowed)
        let five = four + [start + 4]
        #expect(Lockout.pair.answer(to: five, at: start + 4) == .wait(until: start + 64))
        #expect(Lockout.pair.answer(to: five, at: start + 63.9) == .wait(until: start + 64))
        #expect(Lockout.pair.answer(to: five, at: start + 64) == .allowed)
    }

    @Test func `five spread over more than a quarter of an hour cost nothing`() {
        let slow = failures([0, 4, 8, 12, 16].map { $0 * minute })
        #expect(Lockout.pair.answer(to: slow, at: start + 16 * minute) == .allowed)
        let quick = failures([0, 3, 6, 9, 14.9].map { $0 * minute })
        #expect(Lockout.pair.answer(to: quick, at: start + 14.9 * minute) != .allowed)
    }

    @Test func `waits double up to an hour and stay there`() {
        #expect(waits(of: .pair, attempts: 14) == [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
        #expect(waits(of: .account, attempts: 106).suffix(7) == [1, 2, 4, 8, 15, 15, 15])
        #expect(waits(of: .address, attempts: 32).suffix(4) == [0, 1, 2, 4])
    }

    @Test func `a quiet quarter of an hour after the wait forgives everything`() {
        let five = failures([0, 1, 2, 3, 4])
        let tooSoon = five + [start + 64 + 15 * minute]
        #expect(Lockout.pair.answer(to: tooSoon, at: tooSoon[5]) == .wait(until: tooSoon[5] + 2 * minute))
        let quiet = five + [start + 65 + 15 * minute]
        #expect(Lockout.pair.answer(to: quiet, at: quiet[5]) == .allowed)
        #expect(Lockout.pair.counting(quiet, at: quiet[5]) == [quiet[5]])
    }

    @Test func `the order in which failures are read does not matter`() {
        let five = failures([4, 0, 3, 1, 2])
        #expect(Lockout.pair.answer(to: five, at: start + 5) == .wait(until: start + 64))
    }

    @Test func `strangers who never cease make the owner wait a quarter of an hour at most, and at home never`() {
        let siege = failures((0..<2000).map { Double($0) })
        let now = start + 2000
        let away = SignInFailures(from: .newAddress, pair: [], address: [], account: siege)
        #expect(away.answer(at: now) == .wait(until: siege[1999] + 15 * minute))
        let home = SignInFailures(from: .knownAddress, pair: [], address: [], account: siege)
        #expect(home.answer(at: now) == .allowed)
    }

    @Test func `a known address excuses what neighbours did, not what was tried on this account`() {
        let five = failures([0, 1, 2, 3, 4])
        let pair = SignInFailures(from: .knownAddress, pair: five, address: five, account: five)
        #expect(pair.answer(at: start + 5) == .wait(until: start + 64))
        let thirty = failures((0..<30).map { Double($0) })
        let neighbours = SignInFailures(from: .knownAddress, pair: [], address: thirty, account: [])
        #expect(neighbours.answer(at: start + 30) == .allowed)
        let stranger = SignInFailures(from: .newAddress, pair: [], address: thirty, account: [])
        #expect(stranger.answer(at: start + 30) == .wait(until: start + 89))
    }

    @Test func `the longest of the waits counts`() {
        let five = failures([0, 1, 2, 3, 4])
        let thirty = failures((0..<30).map { Double($0) })
        let both = SignInFailures(from: .newAddress, pair: five, address: thirty, account: [])
        #expect(both.answer(at: start + 30) == .wait(until: start + 89))
    }

    @Test(arguments: [1, 59, 3600, 86_400, 365 * 86_400] as [Double])
    func `a clock set back neither opens a lock early nor lengthens it`(back: Double) throws {
        var kept = failures([0, 1, 2, 3, 4])
        var now = start + 4 - back
        let setBackAt = now
        kept = Lockout.pair.counting(kept, at: now)
        #expect(kept.allSatisfy { $0 <= now })
        #expect(Lockout.pair.answer(to: kept, at: now) != .allowed)
        // The clock runs on, and the store keeps what counts.
        while Lockout.pair.answer(to: kept, at: now) != .allowed {
            now += 1
            kept = Lockout.pair.counting(kept, at: now)
            try #require(now < setBackAt + 3600, "locked for longer than the longest wait")
        }
        #expect(now == setBackAt + 60)
    }

    @Test func `no answer, whatever the clocks did, asks for more than the longest wait`() {
        var random = RandomStream(seed: 11)
        for _ in 0..<2000 {
            let count = random.index(below: 60)
            let tried = (0..<count).map { _ in start + Double(random.index(below: 200_000) - 100_000) }
            for rules in [Lockout.pair, .address, .account] {
                guard case .wait(let end) = rules.answer(to: tried, at: start) else { continue }
                #expect(end > start && end <= start + rules.longestWait)
            }
        }
    }

    @Test func `what the store keeps answers as everything would`() {
        var random = RandomStream(seed: 12)
        for _ in 0..<2000 {
            let tried = (0..<random.index(below: 40)).map { _ in start - Double(random.index(below: 10_000)) }
            let kept = Lockout.pair.counting(tried, at: start)
            let later = start + Double(random.index(below: 5000))
            let more = (0..<random.index(below: 8)).map { _ in
                start + Double(random.index(below: Int(later.timeIntervalSince(start)) + 1))
            }
            #expect(Lockout.pair.answer(to: kept + more, at: later) == Lockout.pair.answer(to: tried + more, at: later))
        }
    }

    @Test func `one failure more never shortens a wait`() {
        var random = RandomStream(seed: 13)
        for _ in 0..<2000 {
            let tried = (0..<random.index(below: 12)).map { _ in start - Double(random.index(below: 900)) }
            let before = Lockout.pair.answer(to: tried, at: start)
            let after = Lockout.pair.answer(to: tried + [start], at: start)
            guard case .wait(let end) = before else { continue }
            guard case .wait(let later) = after else {
                Issue.record("opened by one more failure")
                continue
            }
            #expect(later >= end)
        }
    }

    /// Minutes of wait after each attempt of somebody who tries again as soon as he may.
    private func waits(of rules: Lockout, attempts: Int) -> [Double] {
        var tried: [Date] = []
        var now = start
        return (0..<attempts).map { _ in
            tried.append(now)
            tried = rules.counting(tried, at: now)
            guard case .wait(let end) = rules.answer(to: tried, at: now) else { return 0 }
            defer { now = end }
            return end.timeIntervalSince(now) / minute
        }
    }
}

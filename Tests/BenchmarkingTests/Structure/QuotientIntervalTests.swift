import Benchmarking
import Foundation
import Testing

struct IncompleteBetaTests {
    /// Computed with 40 digits: by the integral, and for the large ones by the binomial sum.
    @Test(arguments: [
        (0.3, 2, 5, 0.579825), (0.5, 0.5, 0.5, 0.5), (0.01, 3.5, 200, 0.22544232940472054),
        (0.9, 10, 0.7, 0.22825885833928833), (0.2, 200_000, 800_000, 0.50019947117261468),
        (0.501, 1_000_000, 1_000_000, 0.99766115059306848),
    ])
    func `the function has its known values`(x: Double, a: Double, b: Double, value: Double) {
        #expect(incompleteBeta(x, a: a, b: b).isClose(to: value, within: 1e-13))
    }

    /// As above, by root finding with 40 digits.
    @Test(arguments: [
        (0.025, 5, 6, 0.18708602844739853), (0.975, 6, 5, 0.81291397155260143),
        (0.025, 1, 100, 0.00025314603297742065), (0.975, 3, 998, 0.0072058389114574973),
        (0.05, 0.5, 0.5, 0.0061558297024311366),
    ])
    func `the quantile has its known values`(probability: Double, a: Double, b: Double, value: Double) {
        #expect(betaQuantile(probability, a: a, b: b).isClose(to: value, within: 1e-13 * value))
    }

    @Test func `for whole parameters it is a tail of the binomial distribution`() throws {
        for (n, k, x) in [(10, 3, 0.2), (25, 20, 0.7), (40, 1, 0.01), (60, 30, 0.5), (60, 60, 0.9)] {
            var (tail, choose) = (0.0, 1.0)
            for j in 0...n {
                if j >= k { tail += choose * pow(x, Double(j)) * pow(1 - x, Double(n - j)) }
                choose = choose * Double(n - j) / Double(j + 1)
            }
            let found = incompleteBeta(x, a: Double(k), b: Double(n - k + 1))
            #expect(found.isClose(to: tail, within: 1e-13))
        }
    }

    @Test func `the two ends mirror each other, and the quantile turns the function round`() throws {
        var random = RandomStream(seed: 80)
        for _ in 0..<200 {
            let (a, b) = (exp(8 * random.uniform() - 1), exp(8 * random.uniform() - 1))
            let probability = 0.001 + 0.998 * random.uniform()
            let x = try #require(betaQuantile(probability, a: a, b: b))
            // Near 1 the quantile itself is rounded.
            #expect(incompleteBeta(x, a: a, b: b).isClose(to: probability, within: 1e-10))
            let mirrored = try #require(incompleteBeta(1 - x, a: b, b: a))
            #expect((1 - mirrored).isClose(to: probability, within: 1e-10))
        }
    }

    @Test func `the ends are exact and what makes no sense is nil`() {
        #expect(incompleteBeta(0, a: 2, b: 3) == 0)
        #expect(incompleteBeta(1, a: 2, b: 3) == 1)
        #expect(betaQuantile(0, a: 2, b: 3) == 0)
        #expect(betaQuantile(1, a: 2, b: 3) == 1)
        for (x, a, b) in [(-0.1, 1.0, 1.0), (1.1, 1, 1), (.nan, 1, 1), (0.5, 0, 1), (0.5, 1, .infinity)] {
            #expect(incompleteBeta(x, a: a, b: b) == nil)
            #expect(betaQuantile(x, a: a, b: b) == nil)
        }
    }
}

struct QuotientIntervalTests {
    @Test func `five of ten is between 0.187 and 0.813, as in every table`() throws {
        let interval = try #require(clopperPearson(5, of: 10))
        #expect(interval.lowerBound.isClose(to: 0.18708602844739853, within: 1e-14))
        #expect(interval.upperBound.isClose(to: 0.81291397155260143, within: 1e-14))
    }

    @Test func `none and all have the closed form`() throws {
        let none = try #require(clopperPearson(0, of: 10))
        #expect(none.lowerBound == 0)
        #expect(none.upperBound.isClose(to: 1 - pow(0.025, 0.1), within: 1e-14))
        let all = try #require(clopperPearson(10, of: 10))
        #expect(all.upperBound == 1)
        #expect(all.lowerBound.isClose(to: pow(0.025, 0.1), within: 1e-14))
    }

    @Test(arguments: [0.03, 0.2, 0.5])
    func `the interval covers the truth at least as often as it says`(share: Double) throws {
        let n = 40
        var (covered, probability) = (0.0, pow(1 - share, Double(n)))
        for k in 0...n {
            if try #require(clopperPearson(k, of: n, confidence: 0.9)).contains(share) { covered += probability }
            probability *= Double(n - k) / Double(k + 1) * share / (1 - share)
        }
        #expect(covered >= 0.9)
        #expect(covered < 0.99)
    }

    @Test func `the interval of a quotient is that of the share over the reference's`() throws {
        let count = WorkerCount(workers: 120, ofRegion: 2000, firms: 9)
        let share = try #require(clopperPearson(120, of: 2000, confidence: 0.99))
        #expect(
            locationQuotientInterval(count, referenceShare: 0.04, confidence: 0.99)
                == .known(
                    quotient: 0.06 / 0.04, lower: share.lowerBound / 0.04, upper: share.upperBound / 0.04,
                    confidence: 0.99))
    }

    @Test func `of fewer than three firms nothing is told`() {
        for firms in 0...2 {
            let count = WorkerCount(workers: 50, ofRegion: 900, firms: firms)
            #expect(locationQuotientInterval(count, referenceShare: 0.1) == .tooFewFirms(firms))
        }
    }

    @Test func `an empty region, an empty reference and impossible counts are not known`() {
        for (workers, ofRegion) in [(0, 0), (5, 4), (-1, 4)] {
            let count = WorkerCount(workers: workers, ofRegion: ofRegion, firms: 5)
            #expect(locationQuotientInterval(count, referenceShare: 0.1) == .notKnown)
        }
        let count = WorkerCount(workers: 3, ofRegion: 9, firms: 5)
        for share in [0, -1, 1.5, .nan] {
            #expect(locationQuotientInterval(count, referenceShare: share) == .notKnown)
        }
        #expect(locationQuotientInterval(count, referenceShare: 0.5, confidence: 1) == .notKnown)
    }
}

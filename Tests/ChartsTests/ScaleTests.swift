import Charts
import Testing

struct ScaleTests {
    private let domains: [ClosedRange<Double>] = [
        0...1, 0...0.3, -0.55...0.41, 0...7, 3...4, -12...0, 0.001...0.0042, 95.3...140.7,
        1_250_000...98_000_000, -3e-7...8e-6, 0...1e12,
    ]

    @Test func `ticks of a few domains are the ones a person would write`() {
        #expect(Scale.ticks(in: 0...1) == [0, 0.2, 0.4, 0.6, 0.8, 1])
        #expect(Scale.ticks(in: 0...0.3) == [0, 0.1, 0.2, 0.3])
        #expect(Scale.ticks(in: -12...7) == [-10, -5, 0, 5])
        #expect(Scale.ticks(around: -12...7) == [-15, -10, -5, 0, 5, 10])
        #expect(Scale.ticks(in: 4...4) == [4])
    }

    @Test func `ticks agree with trying every step from small to large`() {
        for domain in domains {
            for count in 1...8 {
                #expect(Scale.ticks(in: domain, about: count).count == naiveCount(domain, count))
            }
        }
    }

    /// How many multiples lie inside, for the first of 1, 2, 5, 10, … that is large enough.
    private func naiveCount(_ domain: ClosedRange<Double>, _ count: Int) -> Int {
        let width = domain.upperBound - domain.lowerBound
        let powers = (-12...14).map { Double("1e\($0)") ?? 0 }
        let steps = powers.flatMap { [$0, 2 * $0, 5 * $0] }
        let step = steps.first { $0 * Double(count) >= width * (1 - 1e-12) } ?? 0
        let low = (domain.lowerBound / step - 1e-9).rounded(.up)
        let high = (domain.upperBound / step + 1e-9).rounded(.down)
        return max(Int(high - low) + 1, 0)
    }

    @Test func `ticks rise, lie inside, and are not too many`() {
        for domain in domains {
            let ticks = Scale.ticks(in: domain)
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
            #expect(ticks.allSatisfy { $0 >= domain.lowerBound && $0 <= domain.upperBound })
            #expect(ticks.count <= 6)
        }
    }

    @Test func `ticks around a domain enclose it`() throws {
        for domain in domains {
            let ticks = Scale.ticks(around: domain)
            #expect(try #require(ticks.first) <= domain.lowerBound)
            #expect(try #require(ticks.last) >= domain.upperBound)
        }
    }

    @Test func `a domain that Double cannot divide has no ticks and stops nothing`() {
        #expect(Scale.ticks(in: 1e300...1e300.nextUp).isEmpty)
        #expect(Scale.ticks(in: -Double.greatestFiniteMagnitude...1e308).isEmpty)
        #expect(Scale.ticks(in: 0...Double.leastNonzeroMagnitude).isEmpty)
    }

    @Test func `the ends of the domain lie at the ends of the range`() {
        let scale = Scale(-2...6, from: 100, to: 20)
        #expect(scale.position(of: -2) == 100)
        #expect(scale.position(of: 6) == 20)
        #expect(scale.position(of: 2) == 60)
        #expect(Scale(3...3, from: 0, to: 10).position(of: 3) == 5)
    }
}

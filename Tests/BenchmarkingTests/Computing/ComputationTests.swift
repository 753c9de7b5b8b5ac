import Benchmarking
import Foundation
import Synchronization
import Testing

@Suite struct ComputationTests {
    @Test(arguments: [1, 2, 7])
    func `pieces come back in their order on any number of threads`(threads: Int) throws {
        let squares = try Computation(threads: threads).map(1000) { $0 * $0 }
        #expect(squares == (0..<1000).map { $0 * $0 })
        #expect(try Computation(threads: threads).map(0) { $0 }.isEmpty)
    }

    @Test func `the share told never falls and ends at one`() throws {
        let shares = Mutex<[Double]>([])
        _ = try Computation(threads: 4, report: { share in shares.withLock { $0.append(share) } }).map(50) { $0 }
        let told = shares.withLock { $0 }
        #expect(told == told.sorted())
        #expect(told.count == 50)
        #expect(told.last == 1)
    }

    @Test func `work that is told to stop gives nothing`() {
        let done = Atomic(0)
        let computation = Computation(threads: 2, isStopped: { done.load(ordering: .relaxed) >= 5 })
        #expect(throws: Stopped()) {
            try computation.map(1_000_000) { _ in done.add(1, ordering: .relaxed) }
        }
        #expect(done.load(ordering: .relaxed) < 10)
    }

    @Test func `cancelling the task that waits stops the work`() async throws {
        let task = Task {
            try await Computation.detached { computation in
                while true { try computation.checkStopped() }
            }
        }
        task.cancel()
        await #expect(throws: Stopped()) { try await task.value }
    }

    @Test func `a stream depends on its seed and its number alone`() {
        var first = RandomStream(seed: 7, piece: 3)
        var again = RandomStream(seed: 7, piece: 3)
        var other = RandomStream(seed: 7, piece: 4)
        let draws = (0..<5).map { _ in first.next() }
        #expect(draws == (0..<5).map { _ in again.next() })
        #expect(draws != (0..<5).map { _ in other.next() })
    }

    @Test func `normal numbers have mean 0 and variance 1`() {
        var stream = RandomStream(seed: 1)
        let draws = (0..<100_000).map { _ in stream.normal() }
        let mean = draws.reduce(0, +) / 100_000
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 100_000
        #expect(mean.isClose(to: 0, within: 0.01))
        #expect(variance.isClose(to: 1, within: 0.02))
    }
}

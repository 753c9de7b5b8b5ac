import Benchmarking
import Testing

@Suite struct LibraryExampleTests {
    /// The example of docs/methods/README.md, to the letter.
    @Test func `the example in the docs compiles, scores and is proven`() async throws {
        let farms = try Production(
            inputs: Matrix([[2, 3], [4, 2], [3, 5], [5, 4]]), outputs: Matrix([[10], [11], [12], [12]]))
        let frontier = try Frontier(of: farms, returns: .variable)
        let scores = try frontier.scores(.output)
        let proof = frontier.audit(scores[3], of: 3, in: farms, .output)
        #expect(proof?.isProof == true)
        #expect(scores.values.allSatisfy { ($0 ?? 0) >= 1 - 1e-12 })
        let apart = try await Computation.detached { try frontier.scores(.output, $0).values }
        #expect(apart == scores.values)
    }
}

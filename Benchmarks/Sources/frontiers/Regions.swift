import Benchmarking
import Foundation

extension Frontiers {
    /// Economic complexity of as many regions as there are, over 1,500 products: a quarter of the cells filled.
    static func complexity() throws {
        var random = RandomStream(seed: 51_03)
        let amounts = (0..<514 * 1_500).map { _ in
            random.uniform() < 0.256 ? -log(1 - random.uniform()) : 0
        }
        let matrix = try Matrix(rows: 514, columns: 1_500, values: amounts)
        let seconds = try Job.median(of: 5) {
            let table = try AdvantageTable(matrix)
            guard case .known = table.complexity(.population) else { throw NotKnown() }
        }
        Job.report("ECI at 514 × 1,500", seconds, target: 0.15)
    }

    struct NotKnown: Error {}

    static func rankBands() throws {}
}

import Benchmarking
import Testing

/// A published table: its file, and which columns are inputs and outputs.
struct TextbookTable: CustomTestStringConvertible, Sendable {
    let file: String
    let inputs: [String]
    let outputs: [String]
    var expected: String

    init(_ file: String, _ inputs: [String], _ outputs: [String], expected: String? = nil) {
        self.file = file
        self.inputs = inputs
        self.outputs = outputs
        self.expected = expected ?? file
    }

    var testDescription: String { file }

    func production() throws -> Production {
        try Production(
            inputs: Matrix(SharedFolder.table(of: "methods/\(file).csv", inputs)),
            outputs: Matrix(SharedFolder.table(of: "methods/\(file).csv", outputs)))
    }

    func expected(_ column: String) throws -> [Double?] {
        try SharedFolder.numbers(of: "methods/expected/\(expected).csv", column)
    }

    static let stores = TextbookTable("cst_stores8", ["employees"], ["sales"])
    static let example = TextbookTable("cst_example2_2", ["x1", "x2"], ["y"])
    static let tone = TextbookTable("tone2001", ["x1", "x2"], ["y1", "y2"])
    static let dealers = TextbookTable("coll_blasco_2006", ["employees", "capital"], ["vehicles", "orders"])
    static let eleven = TextbookTable("fls11", ["x1", "x2"], ["y"])
    static let plants = TextbookTable("electric_plants", ["labor", "fuel", "capital"], ["output"])
    static let power = TextbookTable(
        "power_plants", ["manpower", "construction", "maintenance", "villages"], ["power", "safety"])
    static let milk = TextbookTable("milkprod108", ["energy", "vet", "cows"], ["milk"], expected: "milkprod108_dea")

    static let radial = [stores, example, tone, dealers, eleven, plants, power, milk]
}

@Suite(.enabled(if: SharedFolder.exists)) struct PublishedFrontierTests {
    @Test(arguments: TextbookTable.radial)
    func `radial scores are the published ones under all returns to scale`(table: TextbookTable) throws {
        let production = try table.production()
        let names: [(ReturnsToScale, String)] = [
            (.constant, "crs"), (.variable, "vrs"), (.nonIncreasing, "nirs"), (.nonDecreasing, "ndrs"),
        ]
        for (returns, name) in names {
            let frontier = try Frontier(of: production, returns: returns)
            try expectEqual(frontier.scores(.input).values, table.expected("\(name)_in"), within: 1e-9)
            try expectEqual(frontier.scores(.output).values, table.expected("\(name)_out"), within: 1e-9)
        }
    }

    @Test(arguments: [(ReturnsToScale.constant, "ddf_obs_crs"), (.variable, "ddf_obs_vrs")])
    func `directional scores along each unit's own figures are the published ones`(
        returns: ReturnsToScale, column: String
    ) throws {
        let frontier = try Frontier(of: TextbookTable.eleven.production(), returns: returns)
        try expectEqual(
            frontier.scores(.proportional).values, TextbookTable.eleven.expected(column), within: 1e-9)
    }

    @Test(arguments: [(ReturnsToScale.constant, "super_crs"), (.variable, "super_vrs")])
    func `super-efficiency is the published one, and infeasible where nothing is printed`(
        returns: ReturnsToScale, column: String
    ) throws {
        let frontier = try Frontier(of: TextbookTable.eleven.production(), returns: returns)
        for direction in [Direction.input, .output] {
            let scores = try frontier.superEfficiency(direction)
            let suffix = direction == .input ? "_in" : "_out"
            let expected = try TextbookTable.eleven.expected(column + suffix)
            expectEqual(scores.values, expected, within: 1e-9)
            for unit in expected.indices where expected[unit] == nil {
                #expect(scores.outcomes[unit] == .infeasible)
            }
        }
        let plants = try Frontier(of: TextbookTable.power.production(), returns: .constant)
        try expectEqual(
            plants.superEfficiency(.input).values, TextbookTable.power.expected("super_crs_in"), within: 1e-9)
    }

    @Test func `the largest slacks in raw figures lead to the published targets`() throws {
        let production = try TextbookTable.eleven.production()
        for (returns, name) in [(ReturnsToScale.constant, "crs"), (.variable, "vrs")] {
            let frontier = try Frontier(of: production, returns: returns)
            for (direction, side) in [(Direction.input, "in"), (.output, "out")] {
                let file = "methods/expected/fls11_slacks_lambdas_\(name)_\(side).csv"
                let scores = try frontier.scores(direction)
                let slacks = try frontier.slacks(after: scores, of: production, by: .raw)
                try expectEqual(slacks.map { $0?.inputs[0] }, SharedFolder.numbers(of: file, "sx1"), within: 1e-8)
                try expectEqual(slacks.map { $0?.inputs[1] }, SharedFolder.numbers(of: file, "sx2"), within: 1e-8)
                try expectEqual(slacks.map { $0?.outputs[0] }, SharedFolder.numbers(of: file, "sy"), within: 1e-8)
            }
        }
        let weak = try Frontier(of: TextbookTable.example.production(), returns: .constant)
        let scores = try weak.scores(.input)
        let slacks = try weak.slacks(after: scores, of: weak.reference, by: .raw)
        try expectEqual(slacks.map { $0?.inputs[0] }, TextbookTable.example.expected("slack_x1"), within: 1e-9)
        try expectEqual(slacks.map { $0?.inputs[1] }, TextbookTable.example.expected("slack_x2"), within: 1e-9)
    }

    @Test(arguments: [(ReturnsToScale.constant, "crs"), (.variable, "vrs")])
    func `slacks of two inputs and two outputs add up to the published sum`(
        returns: ReturnsToScale, name: String
    ) throws {
        let table = TextbookTable.dealers
        let frontier = try Frontier(of: table.production(), returns: returns)
        for (direction, side) in [(Direction.input, "io"), (.output, "oo")] {
            let slacks = try frontier.slacks(after: frontier.scores(direction), of: frontier.reference, by: .raw)
            let columns = try ["x1", "x2", "y1", "y2"].map { try table.expected("slk_\(name)_\(side)_\($0)") }
            let sums = columns[0].indices.map { unit in columns.reduce(0.0) { $0 + ($1[unit] ?? 0) } }
            expectEqual(slacks.map { $0?.total }, sums, within: 1e-8)
        }
    }

    @Test(arguments: [(ReturnsToScale.constant, "additive_crs"), (.variable, "additive_vrs")])
    func `the additive model is the published one`(returns: ReturnsToScale, column: String) throws {
        let frontier = try Frontier(of: TextbookTable.eleven.production(), returns: returns)
        let totals = try frontier.additive(by: .raw).map { $0?.total }
        try expectEqual(totals, TextbookTable.eleven.expected(column), within: 1e-8)
    }

    @Test func `an assurance region gives the published scores`() throws {
        let production = try TextbookTable.eleven.production()
        let region = WeightRestriction(.inputs, column: 1, against: 0, ratio: 0.5...2)
        let frontier = try Frontier(of: production, returns: .constant, restrictions: [region])
        let expected = try SharedFolder.numbers(
            of: "methods/expected/fls11_assurance_region.csv", "ccr_in_AR_0.5<=v2/v1<=2")
        let scores = try frontier.scores(.input)
        expectEqual(scores.values, expected, within: 1e-9)
        #expect((0..<11).contains { scores[$0].certificate?.trades.isEmpty == false })
        for unit in 0..<11 {
            #expect(frontier.audit(scores[unit], of: unit, in: production, .input)?.isProof == true)
        }
    }

    @Test func `restrictions that promise something for nothing give no figure`() throws {
        let production = try TextbookTable.dealers.production()
        let free = [
            WeightRestriction(.outputs, column: 0, against: 1, ratio: 5...5),
            WeightRestriction(.outputs, column: 1, against: 0, ratio: 5...5),
        ]
        let frontier = try Frontier(of: production, returns: .constant, restrictions: free)
        for direction in [Direction.input, .output] {
            #expect(try frontier.scores(direction).values.allSatisfy { $0 == nil })
        }
    }
}

/// Equal within a tolerance, place by place; unknown equals unknown only.
func expectEqual(
    _ found: [Double?], _ expected: [Double?], within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (place, pair) in zip(found, expected).enumerated() {
        switch pair {
        case (nil, nil): break
        case (let found?, let expected?):
            #expect(
                abs(found - expected) <= tolerance * max(1, abs(expected)), "unit \(place): \(found), \(expected)",
                sourceLocation: sourceLocation)
        default: Issue.record("unit \(place): \(pair)", sourceLocation: sourceLocation)
        }
    }
}

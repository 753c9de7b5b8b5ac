import Register
import Testing

struct PastFiguresTests {
    private func year(
        _ year: Int, output: Int64?, materials: Int64? = 50, men: Int? = 3, capacity: Double? = nil, unit: String? = nil
    ) -> EnterpriseYear {
        var figures = EnterpriseYear(year: year)
        figures.output = output.map { Rupiah($0 * 1_000_000) }
        figures.materials = materials.map { Rupiah($0 * 1_000_000) }
        figures.men = men
        figures.capacity = capacity
        figures.unit = unit
        return figures
    }

    @Test(arguments: [(1100, 1), (9_000, 2), (120_000, 3), (11, -1), (1, -2)])
    func `about a whole power of ten of what it was is a point in the wrong place`(output: Int64, powers: Int) {
        let shifts = PastFigures.shifts(of: year(2024, output: output), since: year(2023, output: 100))
        #expect(shifts.map(\.field) == [.output])
        #expect(shifts.map(\.powers) == [powers])
    }

    @Test(arguments: [100, 130, 250, 400, 40, 3_000, 20_000_000]) func `other changes are none`(output: Int64) {
        #expect(PastFigures.shifts(of: year(2024, output: output), since: year(2023, output: 100)).isEmpty)
    }

    @Test func `an enterprise that grew as a whole made no slip`() {
        let grown = year(2024, output: 1000, materials: 480, men: 25)
        #expect(PastFigures.shifts(of: grown, since: year(2023, output: 100)).isEmpty)
    }

    @Test func `what is not known or none is not compared, and other units are other things`() {
        #expect(PastFigures.shifts(of: year(2024, output: nil), since: year(2023, output: 100)).isEmpty)
        #expect(PastFigures.shifts(of: year(2024, output: 1000), since: year(2023, output: 0)).isEmpty)
        let kilograms = year(2024, output: 100, capacity: 1000, unit: "kg")
        #expect(PastFigures.shifts(of: kilograms, since: year(2023, output: 100, capacity: 1, unit: "ton")).isEmpty)
        #expect(
            PastFigures.shifts(of: kilograms, since: year(2023, output: 100, capacity: 1, unit: "kg")).map(\.powers)
                == [3])
    }

    @Test func `it says which way`() {
        #expect(PastFigures.Shift(field: .output, powers: 3).factor == "× 1000")
        #expect(PastFigures.Shift(field: .output, powers: -1).factor == "÷ 10")
    }

    @Test func `a figure is held against the nearest other year that has it, of two as near the earlier`() {
        let known = [year(2020, output: 7), year(2023, output: 100), year(2025, output: nil)]
        let slips = PastFigures.slips(of: year(2024, output: 100_000), among: known)
        #expect(slips.map(\.since) == [2023])
        #expect(slips.map(\.before) == ["100000000"])
        #expect(slips.map(\.now) == ["100000000000"])
        let both = [year(2025, output: 1), year(2023, output: 100)]
        #expect(PastFigures.slips(of: year(2024, output: 100), among: both).isEmpty)
    }

    @Test func `what the same year is recorded as was decided, and alone it is no past`() {
        let known = [year(2023, output: 100), year(2024, output: 100_000)]
        #expect(PastFigures.slips(of: year(2024, output: 100_000), among: known).isEmpty)
        #expect(PastFigures.slips(of: year(2024, output: 120_000), among: known).map(\.since) == [2023])
        #expect(PastFigures.slips(of: year(2024, output: 100), among: [year(2024, output: 100_000)]).isEmpty)
        #expect(PastFigures.slips(of: year(2024, output: 100), among: []).isEmpty)
    }

    @Test func `workers are held against their past only where another figure tells that nothing grew`() {
        func people(_ number: Int, _ year: Int, output: Int64?) -> EnterpriseYear {
            var figures = self.year(year, output: output, materials: nil, men: number)
            figures.women = 0
            return figures
        }
        let before = people(3, 2023, output: 100)
        #expect(PastFigures.slips(of: people(30, 2024, output: 110), among: [before]).map(\.shift.field) == [.men])
        #expect(PastFigures.slips(of: people(30, 2024, output: 900), among: [before]).isEmpty)
        #expect(PastFigures.slips(of: people(30, 2024, output: nil), among: [before]).isEmpty)
    }
}

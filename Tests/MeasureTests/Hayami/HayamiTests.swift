import Foundation
import Measure
import Testing
import World

struct HayamiTests {
    private func sheet(
        _ output: Double, from input: Double, days: Double, price: Double, wage: Double?, material: Double,
        other: Double
    ) throws -> HayamiWorksheet {
        try HayamiWorksheet(
            output: output, price: price, materials: [.init("bahan", quantity: input, price: material)],
            otherInputs: .perMaterial(other), labour: .init(paidDays: days, wage: wage))
    }

    private func tofu() throws -> HayamiWorksheet {
        try sheet(108.4, from: 66, days: 3.95, price: 9000, wage: 28_257, material: 7334, other: 1848)
    }

    private func flour() throws -> HayamiWorksheet {
        try sheet(4e7, from: 6e7, days: 15_000, price: 10_000, wage: 5000, material: 3800, other: 50)
    }

    @Test func `the tofu of Tegal is reproduced number by number`() throws {
        let table = HayamiTable(try tofu(), family: .priced)
        let published: [(HayamiRow, Double, within: Double)] = [
            (.conversionFactor, 1.64, 0.005), (.labourCoefficient, 0.06, 0.005), (.outputValue, 14_782, 0.5),
            // The source cuts off what stands behind the point.
            (.valueAdded, 5599, 1), (.margin, 7447, 1),
            (.valueAddedRatio, 0.3788, 5e-5), (.labourIncome, 1691.14, 0.005), (.labourShare, 0.302, 5e-5),
            // Printed 3908.16 where its own numbers make 3908.68: a slip of the source.
            (.profit, 3908.16, 0.53), (.profitRateOfValueAdded, 0.698, 5e-5),
            // Printed 24.82 where its own numbers make 24.81.
            (.labourMarginShare, 0.2271, 5e-5), (.otherInputsMarginShare, 0.2482, 1e-4),
            (.profitMarginShare, 0.5248, 5e-5),
        ]
        for (row, number, tolerance) in published {
            let value = try #require(table[row])
            #expect(abs(value - number) <= tolerance, "\(row): \(value), printed \(number)")
        }
        #expect(table.level == .medium && !table.isLoss)
    }

    @Test func `the rice flour is reproduced number by number`() throws {
        let table = HayamiTable(try flour(), family: .priced)
        let published: [(HayamiRow, Double)] = [
            (.conversionFactor, 0.666666667), (.labourCoefficient, 0.00025), (.outputValue, 6666.666667),
            (.valueAdded, 2816.666667), (.valueAddedRatio, 0.4225), (.labourIncome, 1.25),
            (.profitRateOfOutput, 0.4223125), (.profitRateOfValueAdded, 0.9995562130177514),
        ]
        for (row, number) in published {
            let value = try #require(table[row])
            #expect(abs(value - number) <= 5e-7 * max(1, number / 1000), "\(row): \(value), printed \(number)")
        }
        #expect(table.level == .high)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: Folders.shared.path)))
    func `both cases agree with an independent computation in every row`() throws {
        let file = try Data(contentsOf: Folders.shared.appending(path: "cases/hayami.json"))
        let all = try #require(try JSONSerialization.jsonObject(with: file) as? [String: Any])
        let cases = try #require(all["kasus"] as? [[String: Any]])
        #expect(cases.count == 2)
        let rows: [(String, HayamiRow, Double)] = [
            ("faktor_konversi", .conversionFactor, 1), ("koefisien_tenaga_kerja", .labourCoefficient, 1),
            ("nilai_output", .outputValue, 1), ("nilai_tambah", .valueAdded, 1),
            ("rasio_nilai_tambah_pct", .valueAddedRatio, 100), ("pendapatan_tenaga_kerja", .labourIncome, 1),
            ("pangsa_tenaga_kerja_pct", .labourShare, 100), ("keuntungan", .profit, 1),
            ("tingkat_keuntungan_thd_NT_pct", .profitRateOfValueAdded, 100),
            ("tingkat_keuntungan_thd_output_pct", .profitRateOfOutput, 100), ("marjin", .margin, 1),
            ("marjin_tenaga_kerja_pct", .labourMarginShare, 100),
            ("marjin_input_lain_pct", .otherInputsMarginShare, 100),
            ("marjin_keuntungan_pct", .profitMarginShare, 100),
        ]
        for one in cases {
            let input = try #require(one["input"] as? [String: Double])
            let computed = try #require(one["hitung"] as? [String: Double])
            let number = { (name: String) in try #require(input[name]) }
            let table = HayamiTable(
                try sheet(
                    try number("output"), from: try number("input"), days: try number("tenaga_kerja_hok"),
                    price: try number("harga_output"), wage: try number("upah_per_hok"),
                    material: try number("harga_bahan_baku"), other: try number("sumbangan_input_lain")),
                family: .priced)
            for (name, row, scale) in rows {
                let (expected, value) = (try #require(computed[name]), try #require(table[row]) * scale)
                #expect(abs(value - expected) <= 1e-9 * max(1, abs(expected)), "\(name): \(value), not \(expected)")
            }
        }
    }

    @Test func `the shares of the margin are the whole of it`() throws {
        for sheet in [try tofu(), try flour()] {
            let table = HayamiTable(sheet, family: .priced)
            let parts = [HayamiRow.labourMarginShare, .otherInputsMarginShare, .profitMarginShare].compactMap {
                table[$0]
            }
            #expect(abs(parts.reduce(0, +) - 1) < 1e-12)
        }
    }

    @Test func `several materials are a basket per unit of the main one, in whatever units they are counted`() throws {
        let cloth = try HayamiWorksheet(
            output: 4, price: 900_000,
            materials: [
                .init("Benang sutra", quantity: 2, price: 800_000), .init("Pewarna", quantity: 50, price: 1000),
                .init("Benang katun", quantity: 0.5, price: 60_000),
            ],
            otherInputs: .total(40_000), labour: .init(paidDays: 8, wage: 75_000))
        let table = HayamiTable(cloth, family: .priced)
        #expect(table[.materialPrice] == 840_000 && table[.otherInputs] == 20_000)
        #expect(table[.outputValue] == 1_800_000 && table[.valueAdded] == 940_000)
        // Two skeins are reckoned as one of double weight: the amounts of the period are the same.
        let inGrams = try HayamiWorksheet(
            output: 4, price: 900_000,
            materials: [
                .init("Benang sutra", quantity: 2000, price: 800), .init("Pewarna", quantity: 50, price: 1000),
                .init("Benang katun", quantity: 0.5, price: 60_000),
            ],
            otherInputs: .total(40_000), labour: .init(paidDays: 8, wage: 75_000))
        let other = HayamiTable(inGrams, family: .priced)
        for row in HayamiRow.allCases where row.unit == .share {
            #expect(abs(try #require(table[row]) - (try #require(other[row]))) < 1e-12, "\(row)")
        }
    }

    @Test func `other inputs say what they are told per, and come to the same`() throws {
        let others: [HayamiWorksheet.OtherInputs] = [.total(6000), .perMaterial(600), .perProduct(300)]
        for other in others {
            let sheet = try HayamiWorksheet(
                output: 20, price: 5000, materials: [.init("Tepung", quantity: 10, price: 4000)], otherInputs: other,
                labour: .init(paidDays: 1, wage: 50_000))
            #expect(HayamiTable(sheet, family: .priced)[.otherInputs] == 600)
        }
    }

    @Test func `the family's days count at the wage, or are hidden in the profit, and value added is the same`() throws
    {
        let sheet = try HayamiWorksheet(
            output: 10, price: 20_000, materials: [.init("Tepung", quantity: 5, price: 8000)],
            otherInputs: .total(10_000), labour: .init(paidDays: 0.5, familyDays: 1.5, wage: 60_000))
        let (priced, unpriced) = (
            HayamiTable(sheet, family: .priced), HayamiTable(sheet, family: .unpriced)
        )
        #expect(priced[.valueAdded] == 30_000 && unpriced[.valueAdded] == 30_000)
        #expect(priced[.labourIncome] == 24_000 && unpriced[.labourIncome] == 6000)
        #expect(priced[.profit] == 6000 && unpriced[.profit] == 24_000)
    }

    @Test func `pieces become days by how many a worker makes in one`() throws {
        let work = PieceWork(12, perDay: 4, pay: 15_000)
        #expect(work.personDays == 3 && work.payPerDay == 60_000 && work.amount == 180_000)
        let sheet = try HayamiWorksheet(
            output: 12, price: 100_000, materials: [.init("Kain", quantity: 12, price: 40_000)], otherInputs: .total(0),
            labour: .init(paidDays: 1, wage: 100_000, pieces: work))
        let table = HayamiTable(sheet, family: .priced)
        #expect(table[.labour] == 4 && table[.wage] == 70_000)
        #expect(abs(try #require(table[.labourIncome]) * 12 - 280_000) < 1e-6)
        // Where all are paid by the piece, no other wage is needed.
        let onlyPieces = try HayamiWorksheet(
            output: 12, price: 100_000, materials: [.init("Kain", quantity: 12, price: 40_000)], otherInputs: .total(0),
            labour: .init(paidDays: 0, wage: nil, pieces: work))
        #expect(HayamiTable(onlyPieces, family: .priced)[.wage] == 60_000)
    }

    @Test func `a wage that is not known leaves value added and takes the rest`() throws {
        let sheet = try HayamiWorksheet(
            output: 10, price: 20_000, materials: [.init("Tepung", quantity: 5, price: 8000)],
            otherInputs: .total(10_000), labour: .init(paidDays: 1, wage: nil))
        let table = HayamiTable(sheet, family: .priced)
        #expect(table[.valueAddedRatio] == 0.75 && table[.labourIncome] == nil && table[.profit] == nil)
    }

    @Test func `a loss is told and has no shares of value added`() throws {
        let sheet = try HayamiWorksheet(
            output: 1, price: 10_000, materials: [.init("Kayu", quantity: 1, price: 12_000)], otherInputs: .total(0),
            labour: .init(paidDays: 1, wage: 50_000))
        let table = HayamiTable(sheet, family: .priced)
        #expect(table.isLoss && table[.valueAdded] == -2000 && table[.valueAddedRatio] == -0.2)
        #expect(table[.labourShare] == nil && table[.profitRateOfValueAdded] == nil && table[.profitMarginShare] == nil)
        #expect(table[.profitRateOfOutput] == -5.2)
    }

    @Test(arguments: [0, -1, .nan, .infinity, 1e14])
    func `what cannot be is refused by its name`(number: Double) throws {
        #expect(throws: HayamiRefusal.output) {
            try sheet(number, from: 1, days: 1, price: 1, wage: 1, material: 1, other: 1)
        }
        #expect(throws: HayamiRefusal.price) {
            try sheet(1, from: 1, days: 1, price: number, wage: 1, material: 1, other: 1)
        }
        #expect(throws: HayamiRefusal.materialQuantity(0)) {
            try sheet(1, from: number, days: 1, price: 1, wage: 1, material: 1, other: 1)
        }
        guard number != 0 else { return }
        #expect(throws: HayamiRefusal.wage) {
            try sheet(1, from: 1, days: 1, price: 1, wage: number, material: 1, other: 1)
        }
        #expect(throws: HayamiRefusal.pieces) {
            try HayamiWorksheet(
                output: 1, price: 1, materials: [.init("a", quantity: 1, price: 1)], otherInputs: .total(0),
                labour: .init(paidDays: 0, wage: 1, pieces: PieceWork(1, perDay: 0, pay: number)))
        }
    }

    @Test func `without a material there is nothing to reckon by`() {
        #expect(throws: HayamiRefusal.noMaterial) {
            try HayamiWorksheet(
                output: 1, price: 1, materials: [], otherInputs: .total(0), labour: .init(paidDays: 0, wage: nil))
        }
    }
}

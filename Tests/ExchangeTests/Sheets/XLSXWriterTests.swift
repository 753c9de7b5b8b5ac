import Foundation
import Testing

@testable import Exchange

/// What is written as a workbook is read back as it was.
struct XLSXWriterTests {
    static let hard = [
        "=1+1", "+62", "-5", "@x", "<a & b>", "\"kutip\"", "baris\nkedua", "Bupati é 日本", "  dua  kata", "'lepas",
        "&amp;",
    ]

    @Test func `texts come back as texts, whatever they begin with, and numbers as numbers`() throws {
        let cells = Self.hard.map { XLSXWriter.Cell.text($0) } + [.integer(42), .number(1.5), .unknown, .integer(0)]
        let rows = try written(header: cells.indices.map { "K\($0)" }, rows: [cells]).rows(of: 0, first: 10)
        #expect(rows.map(\.number) == [1, 2])
        let texts = Self.hard.map { SheetCell.text($0.trimmingCharacters(in: .whitespaces)) }
        #expect(rows[1].cells == texts + [.number(42), .number(1.5), .empty, .number(0)])
    }

    @Test func `a full sheet goes on in the next, with the same header`() throws {
        let file = try written(header: ["A"], rows: (0..<25).map { [.integer($0)] }, mostRows: 11)
        #expect(file.sheets.map(\.name) == ["Daftar", "Daftar 2", "Daftar 3"])
        var numbers: [Double] = []
        for sheet in file.sheets.indices {
            let rows = try file.rows(of: sheet, first: 100)
            #expect(rows.first?.cells == [.text("A")])
            numbers += rows.dropFirst().compactMap { if case .number(let number) = $0.cells[0] { number } else { nil } }
        }
        #expect(numbers == (0..<25).map(Double.init))
    }

    @Test func `the first bytes leave before the first row is known`() {
        var writer = XLSXWriter(sheet: "Daftar", header: ["A"])
        #expect(writer.begin().starts(with: Array("PK".utf8)))
    }

    @Test func `columns are lettered as spreadsheets letter them`() {
        #expect([1, 26, 27, 52, 703].map(XLSXWriter.column) == ["A", "Z", "AA", "AZ", "AAA"])
    }

    @Test func `long columns of equal rows are no bomb`() throws {
        let row: [XLSXWriter.Cell] = Array(repeating: .text("Kabupaten Badung"), count: 20)
        let file = try written(header: (0..<20).map { "K\($0)" }, rows: Array(repeating: row, count: 20_000))
        var count = 0
        try file.forEachRow(of: 0) { _ in count += 1 }
        #expect(count == 20_001)
    }

    private func written(
        header: [String], rows: [[XLSXWriter.Cell]], mostRows: Int = 1_048_576
    ) throws -> SheetFile {
        var writer = XLSXWriter(sheet: "Daftar", header: header, mostRows: mostRows)
        var bytes = writer.begin()
        for row in rows { bytes += writer.add(row) }
        bytes += writer.finish()
        let place = FileManager.default.temporaryDirectory.appending(path: "tiru-\(UUID().uuidString).xlsx")
        try Data(bytes).write(to: place)
        return try SheetFile(at: place)
    }
}

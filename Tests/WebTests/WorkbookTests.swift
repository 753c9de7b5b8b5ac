import Exchange
import Foundation
import Register
import Testing

@testable import Web

/// Every table that a program can read is a workbook too.
struct WorkbookTests {
    @Test(arguments: [
        ("/accounts", Office.Desk.administrator), ("/jobs", .administrator), ("/operations", .administrator),
        ("/audit", .head),
        ("/register/twins", .officer), ("/register/changes", .officer), ("/register/people", .officer),
        ("/register/industries?office=51.03", .officer), ("/compare/hosts?home=51.03", .officer),
        ("/compare/regions", .officer), ("/compare/regions/51.03", .officer), ("/measure/hayami", .officer),
    ])
    func `the workbook of a page holds what its CSV holds`(path: String, role: Office.Desk) async throws {
        let office = try await Office()
        _ = try await office.post(
            "/register/enterprises", ["name": "Tenun Sari", "kbli-version": "2020", "kbli": "13121"], as: .officer)
        let parts = path.split(separator: "?", maxSplits: 1)
        func rows(_ ending: String) async throws -> [SheetRow] {
            let query = parts.count > 1 ? "?" + parts[1] : ""
            let answer = try await office.get(parts[0] + ending + query, as: role)
            #expect(answer.status == 200)
            let place = FileManager.default.temporaryDirectory.appending(path: "\(UUID())\(ending)")
            defer { try? FileManager.default.removeItem(at: place) }
            try Data(answer.bytes).write(to: place)
            return try SheetFile(at: place).rows(of: 0, first: 10_000)
        }
        let (texts, cells) = (try await rows(".csv"), try await rows(".xlsx"))
        #expect(texts.count == cells.count && texts[0].cells.count == cells[0].cells.count)
        for (line, row) in zip(texts, cells).dropFirst() {
            for (place, cell) in row.cells.enumerated() {
                guard case .text(let text) = line.cells[place] else { continue }
                switch cell {
                case .number(let number): #expect(Double(text) == number)
                default: #expect(cell == .text(text))
                }
            }
        }
    }
}

import Foundation
import Register
import Testing
import World

/// Against all districts and villages, where the folder of reference data is there.
@Suite(.enabled(if: Folders.hasShared && FileManager.default.isExecutableFile(atPath: "/usr/bin/zcat")))
struct AllVillagesTests {
    private static func areas(_ text: String) -> [Area] {
        text.split(separator: "\n").dropFirst().compactMap { line in
            let parts = line.split(separator: ",", omittingEmptySubsequences: false)
            return AreaCode(String(parts[0])).map { Area(id: $0, name: String(parts[1])) }
        }
    }

    private func byRegency() throws -> [RegionCode: [Area]] {
        let folder = Folders.shared.appending(path: "reference")
        let districts = try String(contentsOf: folder.appending(path: "districts.csv"), encoding: .utf8)
        let zcat = Process()
        zcat.executableURL = URL(filePath: "/usr/bin/zcat")
        zcat.arguments = [folder.appending(path: "villages.csv.gz").path]
        let output = Pipe()
        zcat.standardOutput = output
        try zcat.run()
        let villages = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        zcat.waitUntilExit()
        return Dictionary(grouping: Self.areas(districts) + Self.areas(villages), by: \.id.regency)
    }

    @Test func `every district and village of the country is found by its own name, or several carry it`() throws {
        var (found, shared) = (0, 0)
        for (regency, areas) in try byRegency() {
            let directory = PlaceDirectory(of: regency, areas)
            let names = Dictionary(areas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            for area in areas {
                let isDistrict = area.id.kind == .district
                let match =
                    isDistrict ? directory.district(area.name) : directory.village(area.name, in: area.id.district)
                switch match {
                case .one(let one) where one == area: found += 1
                case .several(let several) where several.contains(area):
                    // Their names are the same to the letter but for blanks and signs.
                    shared += 1
                default: Issue.record("\(area.id) \(area.name) of \(names[area.id.district] ?? ""): \(match)")
                }
            }
        }
        #expect(found + shared > 91_000)
        #expect(shared < 150, "\(shared)")
    }
}

import Exchange
import Foundation
import Register
import Testing

/// A defect in one file of the facts, and the places where it must be named.
struct Defect: CustomTestStringConvertible {
    let name: String
    let file: String
    /// `file line:column reason value`, a dash for what is not known.
    let expected: [String]
    let plant: @Sendable (FolderCopy) throws -> Void

    var testDescription: String { name }

    /// A defect in one line.
    init(
        _ name: String, in file: String, line: Int, expected: [String],
        _ edit: @escaping @Sendable ([String]) -> [String]?
    ) {
        self.name = name
        self.file = file
        self.expected = expected
        plant = { try $0.change(file, line: line, edit) }
    }

    init(
        _ name: String, in file: String, expected: [String],
        _ plant: @escaping @Sendable (FolderCopy) throws -> Void
    ) {
        self.name = name
        self.file = file
        self.expected = expected
        self.plant = plant
    }

    /// The fields with one of them changed; 1 is the first column.
    static func column(_ column: Int, _ value: String) -> @Sendable ([String]) -> [String]? {
        { fields in
            var fields = fields
            fields[column - 1] = value
            return fields
        }
    }
}

struct BrokenFactFilesTests {
    private func problems(after defect: Defect) throws -> [FactProblem] {
        let copy = try FolderCopy()
        defer { copy.remove() }
        try defect.plant(copy)
        let error = #expect(throws: FactsRefused.self) { try FactFiles(in: copy.folder).read() }
        return try #require(error).problems
    }

    private func text(_ problem: FactProblem) -> String {
        let place = [problem.line, problem.column].map { $0.map(String.init) ?? "-" }.joined(separator: ":")
        return "\(problem.file) \(place) \(name(of: problem.reason)) \(problem.value ?? "-")"
    }

    private func name(of reason: FactProblem.Reason) -> String {
        switch reason {
        case .missingFile: "missingFile"
        case .heading(let expected): "heading(\(expected.count))"
        case .columns(let expected, let found): "columns(\(expected),\(found))"
        case .notCSV(let fault): "notCSV(\(fault.rawValue))"
        case .notANumber: "notANumber"
        case .notACode: "notACode"
        case .unknownKind(let allowed): "unknownKind(\(allowed.joined(separator: ",")))"
        case .duplicate: "duplicate"
        case .empty: "empty"
        case .count(let expected, let found): "count(\(expected),\(found))"
        case .sum: "sum"
        case .unknownRegion: "unknownRegion"
        case .unknownDistrict: "unknownDistrict"
        case .unknownIndustry: "unknownIndustry"
        case .missingRow: "missingRow"
        case .unknownColumn(let file): "unknownColumn(\(file))"
        case .changed: "changed"
        }
    }

    @Test(arguments: Defect.ofFiles + Defect.ofFields + Defect.ofSense + Defect.ofAreas)
    func `a broken file is refused with its place`(defect: Defect) throws {
        #expect(try problems(after: defect).map(text) == defect.expected)
    }

    @Test func `all problems of a file are named, not only the first`() throws {
        let defect = Defect("three letters", in: "regions.csv", expected: []) { copy in
            for line in [3, 5, 9] { try copy.change("regions.csv", line: line, Defect.column(5, "x")) }
        }
        #expect(try problems(after: defect).compactMap(\.line) == [3, 5, 9])
    }

    @Test func `problems of all the years are named together`() throws {
        let defect = Defect("two years", in: "regional-gdp", expected: []) { copy in
            for year in [2014, 2018] {
                try copy.change("regional-gdp/\(year).csv", line: 4, Defect.column(2, "x"))
            }
        }
        #expect(try problems(after: defect).map(\.file) == ["regional-gdp/2014.csv", "regional-gdp/2018.csv"])
    }

    @Test func `a changed digit is told with both sums`() throws {
        let defect = Defect("digit", in: "population.csv", line: 3, expected: [], Defect.column(2, "120042"))
        let problem = try #require(try problems(after: defect).first)
        #expect(problem.reason == .sum(expected: 287_726_784, found: 287_726_785))
    }

    @Test func `a folder without facts is refused`() {
        let nowhere = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        let error = #expect(throws: FactsRefused.self) { try FactFiles(in: nowhere).read() }
        #expect(error?.problems.map(\.file) == ["manifest.csv"])
        #expect(error?.problems.map(\.reason) == [.missingFile])
    }
}

import Benchmarking
import Compare
import Exchange
import Testing

@Suite struct FigureFileTests {
    private func problems(_ text: String, inputs: String = "land,labour", outputs: String = "rice") -> [FigureProblem] {
        do {
            _ = try units(text, inputs: inputs, outputs: outputs)
            return []
        } catch {
            return (error as? FiguresRefused)?.problems ?? []
        }
    }

    private func units(_ text: String, inputs: String = "land,labour", outputs: String = "rice") throws -> UnitTable {
        let columns = UnitColumns(inputs: try FigureColumn.list(inputs), outputs: try FigureColumn.list(outputs))
        return try FigureFile(Array(text.utf8)).units(columns)
    }

    @Test func `columns may be named, added up and taken in any order`() throws {
        let table = try units(
            "rice,urea,phosphate,land\n10,1,2,3\n20,4,5,6\n", inputs: "land,pupuk=urea+phosphate")
        #expect(table.inputs == ["land", "pupuk"])
        #expect(table.production.inputs.values == [3, 3, 6, 9])
        #expect(table.names == ["2", "3"])
    }

    @Test func `a name is text, an equals sign gives a name, a plus adds`() {
        #expect(FigureColumn("a+b")?.name == "a+b")
        #expect(FigureColumn(" pupuk = urea + phosphate ")?.parts == ["urea", "phosphate"])
        for text in ["", "=a", "a+", "a=", "+"] { #expect(FigureColumn(text) == nil) }
        #expect(throws: FigureColumn.NotAColumn.self) { try FigureColumn.list("a,,b") }
    }

    static let faults: [(String, FigureProblem.Reason, Int?, String?)] = [
        ("land,labour,rice\n1,2,3\n1,,3\n", .missing, 3, "labour"),
        ("land,labour,rice\n1,NA,3\n", .missing, 2, "labour"),
        ("land,labour,rice\n1,2,3\n-1,2,3\n", .negative, 3, "land"),
        ("land,labour,rice\n1,2,inf\n", .notFinite, 2, "rice"),
        ("land,labour,rice\n1,2,nan\n", .notFinite, 2, "rice"),
        ("land,labour,rice\n1,\"2,5\",3\n", .decimalComma(suggestion: "2.5"), 2, "labour"),
        ("land,labour,rice\n1,\"1.200,50\",3\n", .groupedThousands, 2, "labour"),
        (
            "land,labour,rice\n1.200,2,3\n950,1,3\n", .decimalOrThousands(thousands: "1200", decimal: "1.2000"), 2,
            "land"
        ),
        ("land,labour,rice\n1,2,3\n1,two,3\n", .notANumber, 3, "labour"),
        ("land,labour,rice\n1,2 kg,3\n", .notANumber, 2, "labour"),
        ("land,labour,rice\n1,2,3\n1,2,3,4\n", .fields(expected: 3, found: 4), 3, nil),
        ("land,labour\n1,2\n", .unknownColumn(available: ["land", "labour"]), nil, "rice"),
        ("land,labour,rice\n0,2,3\n0,1,1\n", .emptyColumn, nil, "land"),
        ("land,labour,rice\n0,0,3\n1,1,1\n", .noInput, 2, nil),
        ("land;labour;rice\n1;2;3\n", .otherSeparator(";"), 1, nil),
        ("1,2,3\n4,5,6\n", .noHeader, 1, nil),
        ("land,labour,rice\n", .noData, nil, nil), ("", .noData, nil, nil),
        ("land,labour,rice,land\n1,2,3,4\n", .nameTwice, 1, "land"),
        ("land,labour,rice\n1,\"2,3\n", .notCSV(.openQuote), 2, "2"),
    ]

    @Test(arguments: faults)
    func `a fault has its line, its column and its reason`(
        text: String, reason: FigureProblem.Reason, line: Int?, column: String?
    ) {
        let found = problems(text)
        #expect(found.map(\.reason) == [reason])
        #expect(found.first?.line == line)
        #expect(found.first?.column == column)
    }

    @Test func `all faults are found, not only the first`() {
        let found = problems("land,labour,rice\n,2,3\n1,-2,x\n1,2,3\n")
        #expect(found.count == 3)
        #expect(problems("land,labour\n1,2\n", inputs: "soil,labour").count == 2)
    }

    @Test func `a column asked for twice would count twice`() {
        #expect(problems("land,rice\n1,2\n2,3\n", inputs: "land,both=land").map(\.reason) == [.askedTwice])
        #expect(problems("land,rice\n1,2\n2,3\n", inputs: "land,rice").map(\.reason) == [.askedTwice])
    }

    @Test func `three decimals in every line, or other numbers of decimals, are decimals`() throws {
        let all = try units("land,labour,rice\n1.200,2,3\n0.950,1,3\n")
        #expect(all.production.inputs.values == [1.2, 2, 0.95, 1])
        let mixed = try units("land,labour,rice\n1.200,2,3\n1.5,1,3\n2,1,1\n")
        #expect(mixed.production.inputs[0, 0] == 1.2)
    }

    @Test func `a column whose name holds a plus is that column`() throws {
        let table = try units("N+P,labour,rice\n5,2,3\n6,1,3\n", inputs: "N+P,labour")
        #expect(table.production.inputs.values == [5, 2, 6, 1])
    }

    @Test func `two columns by one name are refused`() {
        #expect(problems("a,b,c\n1,2,3\n2,3,4\n", inputs: "x=a", outputs: "x=b").map(\.column) == ["x"])
    }

    @Test func `a byte order mark, blanks around names and CRLF do no harm`() throws {
        let table = try units("\u{FEFF}land , labour,rice\r\n1,2,3\r\n", outputs: "rice")
        #expect(table.production.units == 1)
    }
}

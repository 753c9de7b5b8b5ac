import Benchmarking
import Testing

struct MatrixTests {
    @Test func `a table gives back its figures by row and column`() throws {
        let table = try Matrix([[1, 2, 3], [4, 5, 6]])
        #expect(table.rows == 2)
        #expect(table.columns == 3)
        #expect(table[1, 2] == 6)
        #expect(table.row(0) == [1, 2, 3])
        #expect(table.rowTotals == [6, 15])
        #expect(table.columnTotals == [5, 7, 9])
        #expect(try table == Matrix(rows: 2, columns: 3, values: [1, 2, 3, 4, 5, 6]))
    }

    @Test func `a table without rows or columns is refused`() {
        #expect(throws: TableError.empty) { try Matrix([]) }
        #expect(throws: TableError.empty) { try Matrix([[], []]) }
        #expect(throws: TableError.empty) { try Matrix(rows: 0, columns: 3, values: []) }
    }

    @Test func `a row of another length is refused by its number`() {
        #expect(throws: TableError.ragged(row: 2)) { try Matrix([[1, 2], [3, 4], [5]]) }
    }

    @Test func `figures that do not fill the shape are refused`() {
        #expect(throws: TableError.shapeMismatch(expected: 6, found: 5)) {
            try Matrix(rows: 2, columns: 3, values: [1, 2, 3, 4, 5])
        }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `a figure that is not a finite number is refused with its place`(figure: Double) {
        #expect(throws: TableError.notFinite(row: 1, column: 0)) {
            try Matrix([[1, 2], [figure, 4]])
        }
    }
}

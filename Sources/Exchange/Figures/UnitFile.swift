import Benchmarking
public import Compare

/// Which columns of a file of figures are what.
public struct UnitColumns: Sendable, Equatable {
    public let inputs: [FigureColumn]
    public let outputs: [FigureColumn]
    /// Names of the units; the line of the file where it is `nil`.
    public let name: String?
    /// What the units are grouped by; `nil` for no groups.
    public let group: String?

    public init(inputs: [FigureColumn], outputs: [FigureColumn], name: String? = nil, group: String? = nil) {
        self.inputs = inputs
        self.outputs = outputs
        self.name = name
        self.group = group
    }
}

extension FigureFile {
    /// The units of the file, ready to be compared.
    ///
    /// - Throws: `FiguresRefused` with everything that is wrong with the columns asked for.
    public func units(_ columns: UnitColumns) throws(FiguresRefused) -> UnitTable {
        var problems = askedTwice(columns)
        let inputs = figures(columns.inputs, &problems)
        let outputs = figures(columns.outputs, &problems)
        let names = texts(columns.name, &problems)
        let groups = texts(columns.group, &problems)
        if problems.isEmpty {
            for row in 0..<count where inputs.allSatisfy({ $0[row] == 0 }) {
                problems.append(FigureProblem(line: lines[row], .noInput))
            }
        }
        if let groups, problems.isEmpty, let group = columns.group {
            for row in 0..<count where groups[row].isEmpty {
                problems.append(FigureProblem(line: lines[row], column: group, .missing))
            }
        }
        guard problems.isEmpty else { throw FiguresRefused(problems: problems) }
        let production: Production
        do {
            production = try Production(inputs: Matrix(rows(inputs)), outputs: Matrix(rows(outputs)))
        } catch ProductionError.immeasurableInput(let input) {
            throw FiguresRefused(problems: [FigureProblem(column: columns.inputs[input].name, .immeasurable)])
        } catch ProductionError.immeasurableOutput(let output) {
            throw FiguresRefused(problems: [FigureProblem(column: columns.outputs[output].name, .immeasurable)])
        } catch {
            // Every other defect of a production was looked for above, with its line.
            throw FiguresRefused(problems: [FigureProblem(.noData)])
        }
        return UnitTable(
            names: names ?? lines.map(String.init), inputs: columns.inputs.map(\.name),
            outputs: columns.outputs.map(\.name), production: production, groups: groups)
    }

    private func askedTwice(_ columns: UnitColumns) -> [FigureProblem] {
        let all = columns.inputs + columns.outputs
        let parts = Self.repeated(all.flatMap(\.parts))
        let names = Self.repeated(all.map(\.name)).filter { !parts.contains($0) }
        return (parts + names).map { FigureProblem(column: $0, .askedTwice) }
    }

    private static func repeated(_ texts: [String]) -> [String] {
        Dictionary(grouping: texts, by: { $0 }).filter { $0.value.count > 1 }.keys.sorted()
    }

    private func figures(_ columns: [FigureColumn], _ problems: inout [FigureProblem]) -> [[Double]] {
        columns.compactMap { column in
            do throws(FiguresRefused) {
                return try figures(column)
            } catch {
                problems += error.problems
                return nil
            }
        }
    }

    private func texts(_ column: String?, _ problems: inout [FigureProblem]) -> [String]? {
        guard let column else { return nil }
        do throws(FigureProblem) {
            return try texts(column)
        } catch {
            problems.append(error)
            return nil
        }
    }

    private func rows(_ columns: [[Double]]) -> [[Double]] {
        (0..<count).map { row in columns.map { $0[row] } }
    }
}

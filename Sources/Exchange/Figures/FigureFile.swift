/// A CSV file of figures with names of columns in its first line, whatever they are.
public struct FigureFile: Sendable {
    /// Names of the columns, without blanks around them.
    public let header: [String]
    private let records: [CSVRecord]

    /// - Throws: `FiguresRefused` when the bytes are no table with a header.
    public init(_ bytes: [UInt8]) throws(FiguresRefused) {
        let records: [CSVRecord]
        do throws(CSVFault) {
            records = try CSVReader.records(of: bytes)
        } catch {
            throw FiguresRefused(problems: [
                FigureProblem(line: error.line, column: "\(error.column)", .notCSV(error.reason))
            ])
        }
        guard let first = records.first else { throw FiguresRefused(problems: [FigureProblem(.noData)]) }
        header = first.fields.map(\.trimmed)
        self.records = Array(records.dropFirst())
        let problems = Self.defects(first, header, self.records)
        if !problems.isEmpty { throw FiguresRefused(problems: problems) }
    }

    private static func defects(_ first: CSVRecord, _ header: [String], _ rest: [CSVRecord]) -> [FigureProblem] {
        if header.count == 1, let mark = header[0].first(where: { ";\t|".contains($0) }) {
            return [FigureProblem(line: first.line, .otherSeparator(mark))]
        }
        if header.allSatisfy({ Double($0) != nil }) { return [FigureProblem(line: first.line, .noHeader)] }
        if rest.isEmpty { return [FigureProblem(.noData)] }
        let twice = Dictionary(grouping: header, by: { $0 }).filter { $0.value.count > 1 && !$0.key.isEmpty }.keys
        return twice.sorted().map { FigureProblem(line: first.line, column: $0, .nameTwice) }
            + rest.filter { $0.fields.count != header.count }.map {
                FigureProblem(line: $0.line, .fields(expected: header.count, found: $0.fields.count))
            }
    }

    /// Number of data lines.
    public var count: Int { records.count }

    /// The lines of the file that the data came from, 1 being the header's.
    public var lines: [Int] { records.map(\.line) }

    /// The texts of a column.
    /// - Throws: `FigureProblem` when there is no such column.
    public func texts(_ name: String) throws(FigureProblem) -> [String] {
        let place = try place(name, askedAs: name)
        return records.map { $0.fields[place].trimmed }
    }

    /// The figures of a column, summed over its parts, one for each line.
    ///
    /// - Throws: `FiguresRefused` with every cell that is not an amount.
    public func figures(_ column: FigureColumn) throws(FiguresRefused) -> [Double] {
        var problems: [FigureProblem] = []
        var places: [Int] = []
        // A column whose own name holds a plus is one column.
        let parts = header.contains(column.written) ? [column.written] : column.parts
        for part in parts {
            do throws(FigureProblem) { places.append(try place(part, askedAs: part)) } catch { problems.append(error) }
        }
        var sums = [Double](repeating: 0, count: records.count)
        for (row, record) in records.enumerated() {
            for (part, place) in zip(parts, places) {
                do throws(FigureProblem.Fault) {
                    sums[row] += try FigureProblem.amount(record.fields[place].trimmed)
                } catch {
                    problems.append(
                        FigureProblem(
                            line: record.line, column: part, value: record.fields[place].trimmed, error.reason))
                }
            }
        }
        for (part, place) in zip(parts, places) { problems += doubtfulPoints(part, place) }
        if problems.isEmpty, sums.allSatisfy({ $0 == 0 }) {
            problems.append(FigureProblem(column: column.name, .emptyColumn))
        }
        if !problems.isEmpty { throw FiguresRefused(problems: problems) }
        return sums
    }

    /// Figures of a column that may be thousands: those with a point have exactly three digits behind it and at most three
    /// before, and others have none. Both readings make sense, so neither is taken.
    private func doubtfulPoints(_ column: String, _ place: Int) -> [FigureProblem] {
        let texts = records.map { $0.fields[place].trimmed }
        let pointed = texts.indices.filter { texts[$0].contains(".") }
        guard !pointed.isEmpty, pointed.count < texts.count, pointed.allSatisfy({ Self.mayBeThousands(texts[$0]) })
        else { return [] }
        return pointed.map { row in
            FigureProblem(
                line: records[row].line, column: column, value: texts[row],
                .decimalOrThousands(thousands: texts[row].replacing(".", with: ""), decimal: texts[row] + "0"))
        }
    }

    private static func mayBeThousands(_ text: String) -> Bool {
        let halves = text.split(separator: ".", omittingEmptySubsequences: false)
        return halves.count == 2 && (1...3).contains(halves[0].count) && halves[0].first != "0" && halves[1].count == 3
            && text.allSatisfy { $0 == "." || ("0"..."9").contains($0) }
    }

    private func place(_ name: String, askedAs: String) throws(FigureProblem) -> Int {
        guard let place = header.firstIndex(of: name) else {
            throw FigureProblem(column: askedAs, .unknownColumn(available: header.filter { !$0.isEmpty }))
        }
        return place
    }
}

extension FigureProblem {
    /// Why a text is not an amount.
    struct Fault: Error { let reason: Reason }

    /// A finite figure of at least 0 with a decimal point.
    fileprivate static func amount(_ text: String) throws(Fault) -> Double {
        if text.isEmpty || ["na", "n/a", "null", "-"].contains(text.lowercased()) { throw Fault(reason: .missing) }
        guard let value = Double(text) else { throw Fault(reason: misspelling(text)) }
        guard value.isFinite else { throw Fault(reason: .notFinite) }
        guard value >= 0 else { throw Fault(reason: .negative) }
        return value
    }

    /// What a text that is no number was meant to be.
    private static func misspelling(_ text: String) -> Reason {
        let commas = text.count { $0 == "," }
        let points = text.count { $0 == "." }
        guard text.allSatisfy({ $0.isNumber || ",.-".contains($0) }), commas + points > 0 else { return .notANumber }
        if commas == 1, points == 0 {
            return .decimalComma(suggestion: text.replacing(",", with: "."))
        }
        return .groupedThousands
    }
}

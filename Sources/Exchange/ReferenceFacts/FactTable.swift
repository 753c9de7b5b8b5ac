import Foundation

/// A reference file as records under a heading that was checked.
struct FactTable {
    let file: String
    let heading: [String]
    let records: [CSVRecord]

    /// - Throws: `FactsRefused` where the file is missing, is not CSV, or its heading or a record has other columns.
    init(_ file: String, bytes: [UInt8], heading: [String]) throws(FactsRefused) {
        self.file = file
        self.heading = heading
        let all: [CSVRecord]
        do {
            all = try CSVReader.records(of: bytes)
        } catch {
            throw FactsRefused(problems: [
                FactProblem(file, line: error.line, column: error.column, .notCSV(error.reason))
            ])
        }
        guard all.first?.fields == heading else {
            let found = all.first?.fields.joined(separator: ",") ?? ""
            throw FactsRefused(problems: [
                FactProblem(file, line: 1, value: found, .heading(expected: heading))
            ])
        }
        records = Array(all.dropFirst())
        let ragged = records.filter { $0.fields.count != heading.count }.map {
            FactProblem(
                file, line: $0.line, .columns(expected: heading.count, found: $0.fields.count))
        }
        guard ragged.isEmpty else { throw FactsRefused(problems: ragged) }
    }

    func problem(_ record: CSVRecord, _ column: Int, _ reason: FactProblem.Reason) -> FactProblem {
        FactProblem(
            file, line: record.line, column: column + 1, value: record.fields[column], reason)
    }

    /// Turns every record into a value and collects the problems of those that cannot be turned.
    func values<Value>(_ make: (CSVRecord) throws(FactProblem) -> Value) throws(FactsRefused) -> [Value] {
        var values: [Value] = []
        var problems: [FactProblem] = []
        for record in records {
            do {
                values.append(try make(record))
            } catch {
                problems.append(error)
            }
        }
        guard problems.isEmpty else { throw FactsRefused(problems: problems) }
        return values
    }

    func number(_ record: CSVRecord, _ column: Int) throws(FactProblem) -> Double {
        guard let value = Double(record.fields[column]), value.isFinite else {
            throw problem(record, column, .notANumber)
        }
        return value
    }

    /// - Returns: `nil`, not known, for an empty field.
    func optionalNumber(_ record: CSVRecord, _ column: Int) throws(FactProblem) -> Double? {
        record.fields[column].isEmpty ? nil : try number(record, column)
    }

    func count(_ record: CSVRecord, _ column: Int) throws(FactProblem) -> Int {
        guard let value = Int(record.fields[column]), value >= 0 else {
            throw problem(record, column, .notANumber)
        }
        return value
    }
}

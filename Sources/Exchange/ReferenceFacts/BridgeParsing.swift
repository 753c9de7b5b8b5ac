import Register

extension FactParser {
    /// What may have become of the codes of 2020: computed, not official.
    /// - Parameter codes: of both versions; no other may be named.
    func bridges(knowing codes: Set<IndustryCode>) throws(FactsRefused) -> [IndustryBridge] {
        let heading = [
            "code_2020", "candidate_2025", "likeness", "likeness_of_same_digits", "status", "other_candidates",
        ]
        var seen: Set<IndustryCode> = []
        return try values(of: "kbli-bridge.csv", heading) { (table, record) throws(FactProblem) -> IndustryBridge in
            let code = try industry(.kbli2020, Cell(table, record, 0), knowing: codes)
            guard seen.insert(code).inserted else { throw table.problem(record, 0, .duplicate) }
            guard let status = IndustryBridge.Status(rawValue: record.fields[4]) else {
                throw table.problem(record, 4, .unknownKind(allowed: IndustryBridge.Status.allCases.map(\.rawValue)))
            }
            let same = record.fields[3].isEmpty ? nil : try share(record, 3, in: table)
            return IndustryBridge(
                code: code, candidate: try candidate(record, in: table, knowing: codes),
                others: try others(record, in: table, knowing: codes),
                likenessOfSameDigits: same, status: status)
        }
    }

    /// Which five-digit codes belong to which branch.
    func branches(knowing codes: Set<IndustryCode>) throws(FactsRefused) -> [IndustryCode: IndustryBranch] {
        var branches: [IndustryCode: IndustryBranch] = [:]
        _ = try values(of: "kbli-fields.csv", ["version", "code", "branch"]) {
            (table, record) throws(FactProblem) -> Void in
            guard let version = Int(record.fields[0]).flatMap(IndustryCode.Version.init(rawValue:)) else {
                throw table.problem(record, 0, .notANumber)
            }
            let code = try industry(version, Cell(table, record, 1), knowing: codes)
            guard let branch = IndustryBranch(rawValue: record.fields[2]) else {
                throw table.problem(record, 2, .unknownKind(allowed: IndustryBranch.allCases.map(\.rawValue)))
            }
            guard branches.updateValue(branch, forKey: code) == nil else {
                throw table.problem(record, 1, .duplicate)
            }
        }
        return branches
    }

    /// - Returns: `nil` where code and likeness are empty.
    private func candidate(
        _ record: CSVRecord, in table: FactTable, knowing codes: Set<IndustryCode>
    ) throws(FactProblem) -> IndustryBridge.Candidate? {
        if record.fields[1].isEmpty, record.fields[2].isEmpty { return nil }
        return IndustryBridge.Candidate(
            try industry(.kbli2025, Cell(table, record, 1), knowing: codes), likeness: try share(record, 2, in: table))
    }

    /// The other candidates: `10113:0.72 10112:0.72`, the one to look at first in front.
    private func others(
        _ record: CSVRecord, in table: FactTable, knowing codes: Set<IndustryCode>
    ) throws(FactProblem) -> [IndustryBridge.Candidate] {
        var others: [IndustryBridge.Candidate] = []
        for text in record.fields[5].split(separator: " ") {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let likeness = Double(parts[1]), (0...1).contains(likeness) else {
                throw table.problem(record, 5, .notANumber)
            }
            guard let code = IndustryCode(.kbli2025, String(parts[0])), codes.contains(code) else {
                throw table.problem(record, 5, .unknownIndustry)
            }
            others.append(IndustryBridge.Candidate(code, likeness: likeness))
        }
        return others
    }

    private func industry(
        _ version: IndustryCode.Version, _ cell: Cell, knowing codes: Set<IndustryCode>
    ) throws(FactProblem) -> IndustryCode {
        guard let code = IndustryCode(version, cell.text) else { throw cell.problem(.notACode) }
        guard codes.contains(code) else { throw cell.problem(.unknownIndustry) }
        return code
    }

    private func share(_ record: CSVRecord, _ column: Int, in table: FactTable) throws(FactProblem) -> Double {
        let number = try table.number(record, column)
        guard (0...1).contains(number) else { throw table.problem(record, column, .notANumber) }
        return number
    }
}

/// A field with its place.
private struct Cell {
    let table: FactTable
    let record: CSVRecord
    let column: Int

    init(_ table: FactTable, _ record: CSVRecord, _ column: Int) {
        self.table = table
        self.record = record
        self.column = column
    }

    var text: String { record.fields[column] }

    func problem(_ reason: FactProblem.Reason) -> FactProblem { table.problem(record, column, reason) }
}

public import Register

extension Store {
    /// The titles of these codes; a code that the classification does not have is left out.
    public func titles(of codes: Set<IndustryCode>) async throws -> [IndustryCode: IndustryTitle] {
        try await read { connection in
            var titles: [IndustryCode: IndustryTitle] = [:]
            for code in codes {
                titles[code] = try connection.first(
                    "SELECT section, title FROM industry_code WHERE version = $1 AND code = $2",
                    [.integer(code.version.rawValue), .text(code.code)]
                ) { IndustryTitle(code: code, section: try $0.text(0), title: try $0.text(1)) }
            }
            return titles
        }
    }

    /// All codes and titles of a version, in the order of the codes.
    public func industries(of version: IndustryCode.Version) async throws -> [IndustryTitle] {
        try await read { connection in
            try connection.rows(
                "SELECT code, section, title FROM industry_code WHERE version = $1 ORDER BY code",
                [.integer(version.rawValue)]
            ) { row in
                IndustryTitle(
                    code: try row.industry(0, of: version), section: try row.text(1), title: try row.text(2))
            }
        }
    }

    /// What may have become of these codes of 2020; a code without a proposal is left out.
    public func bridges(of codes: Set<IndustryCode>) async throws -> [IndustryCode: IndustryBridge] {
        try await read { connection in
            var bridges: [IndustryCode: IndustryBridge] = [:]
            for code in codes where code.version == .kbli2020 { bridges[code] = try bridge(of: code, connection) }
            return bridges
        }
    }

    /// The codes of every branch, in both versions.
    public func branches() async throws -> [IndustryCode: IndustryBranch] {
        try await read { connection in
            let rows = try connection.rows("SELECT version, code, branch FROM industry_branch ORDER BY version, code") {
                row -> (IndustryCode, IndustryBranch) in
                guard let version = IndustryCode.Version(rawValue: try row.integer(0)) else {
                    throw StorageFault.unexpectedValue(column: 0)
                }
                return (try row.industry(1, of: version), try row.choice(2))
            }
            return Dictionary(rows, uniquingKeysWith: { first, _ in first })
        }
    }
}

private func bridge(of code: IndustryCode, _ connection: any Connection) throws -> IndustryBridge? {
    let others = try connection.rows(
        "SELECT code_2025, likeness FROM industry_bridge_other WHERE code_2020 = $1 ORDER BY number",
        [.text(code.code)]
    ) { IndustryBridge.Candidate(try $0.industry(0, of: .kbli2025), likeness: try $0.real(1)) }
    return try connection.first(
        """
        SELECT candidate_2025, likeness, likeness_of_same_digits, status FROM industry_bridge WHERE code_2020 = $1
        """, [.text(code.code)]
    ) { row in
        let candidate = try row.optionalReal(1).map { likeness in
            IndustryBridge.Candidate(try row.industry(0, of: .kbli2025), likeness: likeness)
        }
        return IndustryBridge(
            code: code, candidate: candidate, others: others, likenessOfSameDigits: try row.optionalReal(2),
            status: try row.choice(3))
    }
}

import Register

/// Proposals what became of the codes of 2020; decisions of offices are not touched.
func replaceBridges(_ bridges: [IndustryBridge], _ connection: any Connection) throws {
    try connection.execute("DELETE FROM industry_bridge_other")
    try connection.execute("DELETE FROM industry_bridge")
    try connection.execute(
        """
        INSERT INTO industry_bridge (code_2020, candidate_2025, likeness, likeness_of_same_digits, status)
        VALUES ($1, $2, $3, $4, $5)
        """,
        forEach: bridges.map { bridge in
            [
                .text(bridge.code.code), SQLValue(bridge.candidate?.code.code), SQLValue(bridge.candidate?.likeness),
                SQLValue(bridge.likenessOfSameDigits), .text(bridge.status.rawValue),
            ]
        })
    let others = bridges.flatMap { bridge in
        bridge.others.enumerated().map { index, other -> [SQLValue] in
            [.text(bridge.code.code), .integer(index + 1), .text(other.code.code), .real(other.likeness)]
        }
    }
    try connection.execute(
        "INSERT INTO industry_bridge_other (code_2020, number, code_2025, likeness) VALUES ($1, $2, $3, $4)",
        forEach: others)
}

func replaceBranches(_ branches: [IndustryCode: IndustryBranch], _ connection: any Connection) throws {
    try connection.execute("DELETE FROM industry_branch")
    let rows = branches.map { ($0.version.rawValue, $0.code, $1.rawValue) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    try connection.execute(
        "INSERT INTO industry_branch (version, code, branch) VALUES ($1, $2, $3)",
        forEach: rows.map { [.integer($0.0), .text($0.1), .text($0.2)] })
}

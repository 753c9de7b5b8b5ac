public import Register

/// What somebody chose on a page for a code of 2020, and what the page showed.
public struct IndustryChoice: Sendable, Equatable {
    public let office: RegionCode
    /// Of 2020.
    public let code: IndustryCode
    /// Of 2025; `nil` where it stays open.
    public let successor: IndustryCode?
    /// What was decided when the page was made; `nil` for nothing.
    public let seen: IndustryCode?

    public init(office: RegionCode, code: IndustryCode, successor: IndustryCode?, seen: IndustryCode?) {
        self.office = office
        self.code = code
        self.successor = successor
        self.seen = seen
    }
}

/// Why a choice is not kept, beside what `IndustryDecisionRefusal` says of its codes.
public enum IndustryChoiceRefused: Error, Equatable, Sendable {
    /// Somebody else decided first.
    case changedMeanwhile
}

extension Store {
    /// Keeps what was chosen on a page: a decision, or that the code stays open, which takes a decision back.
    /// - Returns: whether anything was changed; what is as it was leaves no event.
    /// - Throws: `IndustryDecisionRefusal`, `IndustryChoiceRefused`.
    @discardableResult
    public func settle(_ choice: IndustryChoice, by stamp: Stamp) async throws -> Bool {
        let decision = try choice.successor.map { successor in
            try IndustryDecision(office: choice.office, code: choice.code, successor: successor, decided: stamp)
        }
        return try await record(in: choice.office, by: stamp) { connection, book in
            let now = try successor(of: choice.code, in: choice.office, connection)
            guard now == choice.seen?.code else { throw IndustryChoiceRefused.changedMeanwhile }
            if let decision { return try confirm(decision, connection, &book) }
            guard let now else { return false }
            try reopen(choice.code, insteadOf: now, connection, &book)
            return true
        }
    }

    /// Keeps an office's decision what became of a code; the same decision a second time changes nothing.
    /// - Returns: whether anything was changed.
    /// - Throws: `IndustryDecisionRefusal`.
    @discardableResult
    public func confirmMigration(_ decision: IndustryDecision) async throws -> Bool {
        try await confirmMigrations(
            [decision.code: decision.successor], in: decision.office, by: decision.decided) == 1
    }

    /// Keeps an office's decisions about many codes, all or none; each that is new leaves an event of its own.
    /// - Parameter successors: codes of 2025 by the code of 2020 that has become them.
    /// - Returns: how many were changed.
    /// - Throws: `IndustryDecisionRefusal`.
    @discardableResult
    public func confirmMigrations(
        _ successors: [IndustryCode: IndustryCode], in office: RegionCode, by stamp: Stamp
    ) async throws -> Int {
        let decisions = try successors.sorted { $0.key.code < $1.key.code }.map { code, successor in
            try IndustryDecision(office: office, code: code, successor: successor, decided: stamp)
        }
        return try await record(in: office, by: stamp) { connection, book in
            var count = 0
            for decision in decisions where try confirm(decision, connection, &book) { count += 1 }
            return count
        }
    }

    /// What an office has decided, in the order of the codes of 2020.
    public func migrations(in office: RegionCode) async throws -> [IndustryDecision] {
        try await read { connection in
            try connection.rows(
                """
                SELECT code_2020, code_2025, decided_by, decided_at FROM industry_migration
                WHERE office = $1 ORDER BY code_2020
                """, [SQLValue(office)]
            ) { row in
                try IndustryDecision(
                    office: office, code: row.industry(0, of: .kbli2020), successor: row.industry(1, of: .kbli2025),
                    decided: Stamp(by: row.optionalKey(2), at: row.instant(3)))
            }
        }
    }
}

private func confirm(
    _ decision: IndustryDecision, _ connection: any Connection, _ book: inout EventBook
) throws -> Bool {
    guard try isKnown(decision.code, connection) else { throw IndustryDecisionRefusal.unknownCode }
    guard try isKnown(decision.successor, connection) else { throw IndustryDecisionRefusal.unknownSuccessor }
    let key: [SQLValue] = [SQLValue(decision.office), .text(decision.code.code)]
    let before = try successor(of: decision.code, in: decision.office, connection)
    guard before != decision.successor.code else { return false }
    try connection.execute(
        """
        INSERT INTO industry_migration (office, code_2020, code_2025, decided_by, decided_at)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (office, code_2020) DO UPDATE SET
            code_2025 = excluded.code_2025, decided_by = excluded.decided_by, decided_at = excluded.decided_at
        """,
        key + [.text(decision.successor.code), SQLValue(decision.decided.by), SQLValue(decision.decided.at)])
    try book.note(
        .industryMigrated, about: nil,
        [
            Event.Change("kbli-2020", to: .plain(decision.code.code)),
            Event.Change("kbli-2025", from: .init(before), to: .plain(decision.successor.code)),
        ])
    return true
}

/// The digits of 2025 that an office decided on; `nil` where it has not.
private func successor(
    of code: IndustryCode, in office: RegionCode, _ connection: any Connection
) throws -> String? {
    try connection.first(
        "SELECT code_2025 FROM industry_migration WHERE office = $1 AND code_2020 = $2",
        [SQLValue(office), .text(code.code)], read: { try $0.text(0) })
}

private func reopen(
    _ code: IndustryCode, insteadOf successor: String, _ connection: any Connection, _ book: inout EventBook
) throws {
    try connection.execute(
        "DELETE FROM industry_migration WHERE office = $1 AND code_2020 = $2",
        [SQLValue(book.office), .text(code.code)])
    try book.note(
        .industryReopened, about: nil,
        [
            Event.Change("kbli-2020", to: .plain(code.code)),
            Event.Change("kbli-2025", from: .plain(successor)),
        ])
}

private func isKnown(_ code: IndustryCode, _ connection: any Connection) throws -> Bool {
    try connection.exists(
        "SELECT 1 FROM industry_code WHERE version = $1 AND code = $2",
        [.integer(code.version.rawValue), .text(code.code)])
}

extension SQLRow {
    /// The digits of a code whose version the column's name says.
    func industry(_ column: Int, of version: IndustryCode.Version) throws -> IndustryCode {
        guard let code = IndustryCode(version, try text(column)) else {
            throw StorageFault.unexpectedValue(column: column)
        }
        return code
    }
}

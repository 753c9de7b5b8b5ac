import Testing
import World

@testable import Storage

struct SchemaTests {
    static let badRows = [
        "INSERT INTO region (code, kind, name) VALUES ('77', 'kingdom', 'Nowhere')",
        "INSERT INTO region (code, kind, name) VALUES ('77', 'province', '')",
        "INSERT INTO region (code, kind, name) VALUES ('77.01', 'city', 'Without province')",
        "INSERT INTO region (code, kind, name, latitude, longitude) VALUES ('77', 'province', 'Moon', 91, 0)",
        "INSERT INTO region (code, kind, name, men) VALUES ('77', 'province', 'Only men', 5)",
        "INSERT INTO industry_code (version, code, section, title) VALUES (2015, '13134', 'C', 'Batik')",
        """
        INSERT INTO fact_load (fingerprint, revision, region_count, industry_count, product_count, loaded_at)
        VALUES ('x', 'one', 1, 1, 1, 'today')
        """,
        "INSERT INTO area (code, kind, name, regency) VALUES ('77.01.01', 'district', 'In no regency', '77.01')",
        "INSERT INTO industry_branch (version, code, branch) VALUES (2015, '13134', 'clothing')",
        """
        INSERT INTO industry_bridge (code_2020, candidate_2025, likeness, status)
        VALUES ('13134', '13133', 1.5, 'gone')
        """,
    ]

    @Test(arguments: badRows, Desk.engines)
    func `the database itself refuses bad data`(sql: String, engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        await #expect(throws: (any Error).self) { try await store.write { try $0.execute(sql) } }
    }

    @Test(arguments: Desk.engines)
    func `dollar numbers bind by number, in any order and repeated`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        let found = try await store.read { connection in
            try connection.rows(
                "SELECT CAST($2 AS BIGINT), CAST($1 AS TEXT), CAST($2 AS BIGINT), CAST($3 AS TEXT)",
                [.text("one"), .integer(2), .null],
                read: {
                    [try $0.text(1), "\(try $0.integer(0))", "\(try $0.integer(2))", try $0.optionalText(3) ?? "-"]
                })
        }
        #expect(found == [["one", "2", "2", "-"]])
    }

    @Test(arguments: Desk.engines)
    func `a value of another type is a fault, never a guess`(engine: EngineKind) async throws {
        let desk = try Desk(engine)
        let store = try await desk.store()
        await #expect(throws: StorageFault.unexpectedValue(column: 0)) {
            try await store.read { connection in
                try connection.rows("SELECT 'word'", read: { try $0.integer(0) })
            }
        }
    }

    /// What every request asks; it must not read a whole table.
    @Test func `the question every page asks first is answered from an index`() async throws {
        let desk = try Desk()
        let store = try await desk.store()
        let plan = try await store.read { connection in
            try connection.rows(
                "EXPLAIN QUERY PLAN SELECT revision FROM fact_load ORDER BY revision DESC LIMIT 1",
                read: { try $0.text(3) })
        }
        #expect(plan.allSatisfy { $0.contains("USING") && $0.contains("INDEX") }, "\(plan)")
    }
}

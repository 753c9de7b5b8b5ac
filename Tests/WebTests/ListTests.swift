import Foundation
import HTTPTypes
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

/// Bringing a list by the form.
struct ListTests {
    private func send(
        _ office: Office, as desk: Office.Desk = .officer, token: String?, first: Bool = true,
        file: String? = "nama\nA\n"
    ) async throws -> Site.Answer {
        func part(_ disposition: String, _ body: String) -> String {
            "--tanda\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(body)\r\n"
        }
        let proof = token.map { part("name=\"form-token\"", $0) } ?? ""
        let list = file.map { part("name=\"file\"; filename=\"daftar.csv\"", $0) } ?? ""
        let headers: HTTPFields = [
            .contentType: "multipart/form-data; boundary=tanda", .origin: "http://tiru.test",
            .cookie: "tiru-session=\(try office.session(desk).text)",
        ]
        return try await office.raw(
            .post, "/register/lists", headers, body: (first ? proof + list : list + proof) + "--tanda--\r\n")
    }

    private func token(_ office: Office, _ desk: Office.Desk = .officer) throws -> String {
        office.house.keyring.fingerprint(of: try office.session(desk).text, for: .formToken)
    }

    @Test func `a list is kept, and its check waits`() async throws {
        let office = try await Office()
        let answer = try await send(office, token: try token(office))
        #expect(answer.status == 303)
        let path = try #require(answer.headers["location"])
        let page = try await office.get(path, as: .officer)
        #expect(page.status == 200 && page.body.contains("daftar.csv"))
        #expect(try await office.house.store.lists(in: [World.badung], limit: 5).count == 1)
    }

    @Test func `a list without the token of the own session is not kept`() async throws {
        let office = try await Office()
        for proof in [nil, "", "abc", try token(office, .stranger)] {
            #expect(try await send(office, token: proof).status == 403)
        }
        // The token comes first, so that nothing is kept for whoever has none.
        #expect(try await send(office, token: try token(office), first: false).status == 403)
        #expect(try await office.house.store.lists(in: [World.badung], limit: 5).isEmpty)
    }

    @Test func `nothing sent is said to be missing, and the page stays`() async throws {
        let office = try await Office()
        for file in [nil, ""] {
            let answer = try await send(office, token: try token(office), file: file)
            #expect(answer.status == 400)
            #expect(answer.headers["connection"] == "close")
            #expect(answer.body.contains("action=\"/register/lists\""))
        }
    }
}

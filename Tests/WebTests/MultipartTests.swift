import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

/// Forms that carry a file (RFC 7578).
struct MultipartTests {
    private static let type = "multipart/form-data; boundary=----tanda"

    private static func part(_ disposition: String, _ body: String) -> String {
        "------tanda\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(body)\r\n"
    }

    private static let token = part("name=\"form-token\"", "abc")
    private static let end = "------tanda--\r\n"

    private static func file(_ body: String, name: String = "daftar.csv") -> String {
        part("name=\"file\"; filename=\"\(name)\"", body)
    }

    private func read(
        _ body: String, cut: Int = .max, type: String = Self.type, limit: Int = 1 << 20,
        mayKeep: ([String: String]) throws -> Void = { _ in }
    ) async throws -> MultipartForm {
        let bytes = Array(body.utf8)
        let pieces = stride(from: 0, to: bytes.count, by: min(cut, max(bytes.count, 1))).map { start in
            ByteBuffer(bytes: bytes[start..<min(start + min(cut, bytes.count), bytes.count)])
        }
        let stream = AsyncStream { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "tiru.test", path: "/", headerFields: [.contentType: type])
        return try await MultipartForm.read(
            Request(head: head, body: RequestBody(asyncSequence: stream)), limit: limit, mayKeep: mayKeep)
    }

    private func text(_ form: MultipartForm) throws -> String {
        let next = try #require(form.file).pieces(of: 7)
        var bytes: [UInt8] = []
        while let piece = try next() { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// With what looks like a mark and is none.
    private static let awkward = "a;b\r\n------tand\r\n--\r\n-----tanda\n\r\n\r\n1;2\r"

    @Test(arguments: [1, 2, 3, 5, 8, 13, 64, 1000])
    func `a file is the same however it was cut on the way`(cut: Int) async throws {
        let form = try await read(Self.token + Self.file(Self.awkward) + Self.end, cut: cut)
        #expect(form.fields == ["form-token": "abc"])
        #expect(try text(form) == Self.awkward)
        #expect(form.file?.size == Self.awkward.utf8.count)
        #expect(form.file?.sha256.utf8.count == 64)
    }

    @Test(arguments: [
        ("daftar; 2024.xlsx", "daftar; 2024.xlsx"), ("C:\\Data\\daftar.csv", "daftar.csv"), ("../../a.csv", "a.csv"),
        ("%22a%22.csv", "\"a\".csv"), ("", ""), ("a\u{7}b.csv", "ab.csv"),
    ])
    func `a file is called as its owner calls it, without folders`(sent: String, name: String) async throws {
        #expect(try await read(Self.token + Self.file("x", name: sent) + Self.end).file?.name == name)
    }

    @Test func `an empty file is a file`() async throws {
        let form = try await read(Self.token + Self.file("") + Self.end)
        #expect(form.file?.size == 0)
        #expect(try text(form).isEmpty)
    }

    @Test(arguments: [
        "", "halo", token, token + file("x"), token + file("x") + "------tanda-",
        token + file("x") + file("y") + end, "------tanda\r\nContent-Type: text/plain\r\n\r\nx\r\n" + end,
        "------tandaXX\r\n" + end, "------tanda\r\n" + String(repeating: "a", count: 20_000),
    ])
    func `what is no whole form with one file is refused`(body: String) async throws {
        for cut in [7, Int.max] {
            await #expect(throws: RequestRefusal.unsupportedForm) { try await read(body, cut: cut) }
        }
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "text/plain; boundary=----tanda",
        "multipart/form-data; boundary=" + String(repeating: "a", count: 71),
    ])
    func `a form without its mark is refused`(type: String) async throws {
        await #expect(throws: RequestRefusal.unsupportedForm) {
            try await read(Self.token + Self.file("x") + Self.end, type: type)
        }
    }

    @Test func `too much is refused: altogether, and in a field`() async throws {
        await #expect(throws: RequestRefusal.tooLarge(limit: 500)) {
            try await read(
                Self.token + Self.file(String(repeating: "a", count: 600)) + Self.end, cut: 100, limit: 500)
        }
        let long = Self.part("name=\"office\"", String(repeating: "a", count: 17 << 10))
        await #expect(throws: RequestRefusal.tooLarge(limit: 16 << 10)) { try await read(long + Self.end) }
    }

    @Test func `whether a file may be kept is asked before a byte of it is`() async throws {
        struct Refused: Error {}
        var seen: [[String: String]] = []
        await #expect(throws: Refused.self) {
            try await read(Self.token + Self.file("x") + Self.end) { fields in
                seen.append(fields)
                throw Refused()
            }
        }
        #expect(seen == [["form-token": "abc"]])
        seen = []
        _ = try await read(Self.file("x") + Self.token + Self.end) { seen.append($0) }
        #expect(seen == [[:]])
    }
}

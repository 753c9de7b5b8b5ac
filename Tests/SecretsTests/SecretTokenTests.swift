import Secrets
import Testing

struct SecretTokenTests {
    @Test(arguments: [(SecretToken.Kind.bare, 43), (.personalAccess, 48)])
    func `a token comes back from its text`(kind: SecretToken.Kind, length: Int) throws {
        let token = SecretToken.random(kind)
        let again = try #require(SecretToken(token.text))
        #expect(again == token)
        #expect(again.kind == kind)
        #expect(again.digest == token.digest)
        #expect(token.text.utf8.count == length)
        #expect(token.text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") })
    }

    @Test func `a known token has the digest any other program would compute`() throws {
        let text = String(repeating: "A", count: 43)
        #expect(try #require(SecretToken(text)).digest == SHA256.hex(of: Array(text.utf8)))
    }

    @Test func `ten thousand tokens are all different`() {
        let texts = Set((0..<10_000).map { _ in SecretToken.random().text })
        #expect(texts.count == 10_000)
    }

    @Test func `programs' tokens begin so that scanners find them`() {
        #expect(SecretToken.random(.personalAccess).text.hasPrefix("tiru_"))
    }

    @Test func `a token of one kind does not pass for the other`() throws {
        let bare = SecretToken.random()
        let dressed = try #require(SecretToken("tiru_" + bare.text))
        #expect(dressed != bare)
        #expect(dressed.digest != bare.digest)
    }

    @Test(arguments: [
        "", "A", String(repeating: "A", count: 42), String(repeating: "A", count: 44),
        String(repeating: "A", count: 43) + "=", String(repeating: "A", count: 42) + "+",
        String(repeating: "A", count: 42) + "/", String(repeating: "A", count: 42) + " ",
        "TIRU_" + String(repeating: "A", count: 43), "tiru_" + String(repeating: "A", count: 42),
        String(repeating: "A", count: 41) + "é",
    ])
    func `text that is no token is refused`(text: String) {
        #expect(SecretToken(text) == nil)
    }

    @Test func `a second way to write the same bytes is refused`() {
        // The last letter carries four bits; A and B differ in those that are left over.
        #expect(SecretToken(String(repeating: "A", count: 42) + "B") == nil)
    }
}

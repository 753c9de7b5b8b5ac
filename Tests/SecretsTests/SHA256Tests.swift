import Secrets
import Testing

/// Source of the vectors: NIST, examples and short-message vectors of FIPS 180-4.
struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `the published digests come out`(text: String, digest: String) {
        #expect(SHA256.hex(of: Array(text.utf8)) == digest)
    }

    @Test func `a million letters in uneven pieces give the published digest`() {
        var hash = SHA256()
        var left = 1_000_000
        var piece = 1
        while left > 0 {
            hash.add([UInt8](repeating: UInt8(ascii: "a"), count: min(piece, left)))
            left -= piece
            piece = piece * 3 % 4_099 + 1
        }
        #expect(hash.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `asking for the digest does not end the hash`() {
        var hash = SHA256()
        hash.add(Array("ab".utf8))
        #expect(hash.hex == SHA256.hex(of: Array("ab".utf8)))
        hash.add([])
        hash.add(Array("c".utf8))
        #expect(hash.hex == SHA256.hex(of: Array("abc".utf8)))
    }
}

struct ConstantTimeTests {
    @Test(arguments: [("", ""), ("a", "a"), ("pasar", "pasar"), ("é", "\u{E9}")])
    func `the same letters are equal`(left: String, right: String) {
        #expect(ConstantTime.equal(left, right))
    }

    @Test(arguments: [("", "a"), ("a", "b"), ("pasar", "pasaR"), ("pasar", "pasar\0"), ("é", "e\u{301}")])
    func `any other byte is a difference`(left: String, right: String) {
        #expect(!ConstantTime.equal(left, right))
    }
}

import Testing

@testable import Secrets

/// Source of the vectors: RFC 3174, section 7.3.
struct SHA1Tests {
    @Test(arguments: [
        ("abc", 1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1, "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        ("a", 1_000_000, "34aa973cd4c4daa4f61eeb2bdbad27316534016f"),
        ("01234567012345670123456701234567", 20, "dea356a2cddd90c7a7ecedc5ebb563934f460452"),
        ("", 1, "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ])
    func `the published digests come out`(text: String, times: Int, digest: String) {
        let message = Array(String(repeating: text, count: times).utf8)
        #expect(Hexadecimal.text(SHA1.digest(message)) == digest)
    }

    /// Every length around the block's borders; the digest of all digests as Python's `hashlib` computes it.
    @Test func `every length up to three hundred bytes is padded rightly`() {
        let digests = (0..<300).flatMap { length in SHA1.digest((0..<length).map { UInt8($0 * 7 % 256) }) }
        #expect(Hexadecimal.text(SHA1.digest(digests)) == "d86f432ef2b3a77b72697e5684cf65ebf943b865")
    }

    /// Source of the vectors: RFC 2202, section 3.
    @Test(arguments: [
        ([UInt8](repeating: 0x0B, count: 20), "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00"),
        (Array("Jefe".utf8), "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        (
            [UInt8](repeating: 0xAA, count: 80), "Test Using Larger Than Block-Size Key - Hash Key First",
            "aa4ae5e15272d00e95705637ce8a3b55ed402112"
        ),
        (
            [UInt8](repeating: 0xAA, count: 80),
            "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data",
            "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"
        ),
    ])
    func `the published authentication codes come out`(key: [UInt8], message: String, code: String) {
        #expect(Hexadecimal.text(SHA1.authentication(of: Array(message.utf8), key: key)) == code)
    }
}

struct TimeCodeTests {
    /// The secret of both standards.
    private let published: TimeCode

    init() throws { published = try #require(TimeCode(secret: Array("12345678901234567890".utf8))) }

    /// Source: RFC 4226, appendix D.
    @Test func `the published codes of counters come out`() {
        let codes = (0..<10).map { published.code(counter: $0) }
        #expect(
            codes == [
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
            ])
    }

    /// Source: RFC 6238, appendix B; the last six of its eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `the published codes of moments come out`(seconds: Int, code: String) {
        #expect(published.code(at: seconds) == code)
        #expect(published.accepts(code, at: seconds, after: nil) == seconds / 30)
    }

    @Test(arguments: [(-60, false), (-30, true), (0, true), (30, true), (60, false)])
    func `clocks may be one step apart and no more`(drift: Int, isAccepted: Bool) {
        let counter = published.accepts(published.code(at: now + drift), at: now, after: nil)
        #expect(counter == (isAccepted ? (now + drift) / 30 : nil))
    }

    @Test func `a code is good for one use, and so are those before it`() throws {
        let code = published.code(at: now)
        let used = try #require(published.accepts(code, at: now, after: nil))
        #expect(published.accepts(code, at: now, after: used) == nil)
        #expect(published.accepts(code, at: now + 29, after: used) == nil)
        #expect(published.accepts(published.code(at: now - 30), at: now, after: used) == nil)
        #expect(published.accepts(published.code(at: now + 30), at: now + 30, after: used) == used + 1)
        #expect(published.accepts(code, at: now, after: used - 1) == used)
    }

    @Test func `anything but six digits is refused`() {
        let code = published.code(at: now)
        let fullWidth = String(code.unicodeScalars.map { Character(UnicodeScalar($0.value + 0xFEE0) ?? "x") })
        let others = ["", "0", String(code.dropFirst()), code + "0", " " + code, "+" + code.dropFirst(), fullWidth]
        for other in others { #expect(published.accepts(other, at: now, after: nil) == nil, "\(other)") }
    }

    @Test func `the first moments have no step before them`() {
        #expect(published.accepts("755224", at: 0, after: nil) == 0)
        #expect(published.accepts("755224", at: 0, after: 0) == nil)
        #expect(published.accepts("287082", at: -5, after: 0) == 1)
    }

    @Test func `another secret shows other codes`() {
        let moments = (0..<20).map { now + 30 * $0 }
        let other = TimeCode.random()
        #expect(moments.map { other.code(at: $0) } != moments.map { published.code(at: $0) })
        #expect(other.secret.count == 20)
        #expect(TimeCode.random().secret != other.secret)
    }

    @Test(arguments: [0, 15, 65])
    func `a secret too short to be one, or too long to be typed, is refused`(length: Int) {
        #expect(TimeCode(secret: [UInt8](repeating: 1, count: length)) == nil)
        #expect(TimeCode(secret: [UInt8](repeating: 1, count: 16)) != nil)
        #expect(TimeCode(secret: [UInt8](repeating: 1, count: 64)) != nil)
    }

    /// Source of the vectors: RFC 4648, section 10, without padding.
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"), ("12345678901234567890", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"),
    ])
    func `the published base32 comes out`(text: String, letters: String) {
        #expect(Base32.text(Array(text.utf8)) == letters)
    }

    @Test func `the address escapes the account's name`() {
        #expect(
            published.address(label: "ni.luh+é?&@bali")
                == "otpauth://totp/Tiru:ni.luh%2B%C3%A9%3F%26%40bali?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Tiru&algorithm=SHA1&digits=6&period=30")
    }
}

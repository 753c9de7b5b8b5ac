import Secrets
import Testing

struct RecoveryCodesTests {
    private let keyring: Keyring
    private let codes = RecoveryCodes.random()
    private let digests: [String]

    init() throws {
        keyring = try freshKeyring()
        digests = codes.digests(by: keyring, account: "7")
    }

    private func match(_ typed: String, account: String = "7") throws -> String? {
        try RecoveryCodes.match(typed, among: digests, by: keyring, account: account)
    }

    @Test func `there are ten, all different, of letters nobody misreads`() {
        #expect(Set(codes.codes).count == 10)
        #expect(codes.codes.allSatisfy { $0.contains(#/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/#) })
        #expect(Set(digests).count == 10)
        #expect(digests.allSatisfy { $0.contains(#/^1\.[0-9a-f]{64}$/#) })
    }

    @Test func `each code finds its own digest`() throws {
        for (code, digest) in zip(codes.codes, digests) { #expect(try match(code) == digest) }
    }

    @Test func `a code typed carelessly is the same code`() throws {
        let code = codes.codes[0]
        let misread = code.replacing("0", with: "o").replacing("1", with: "l")
        for typed in [
            code.lowercased(), code.replacing("-", with: ""), " \(code) ", code.replacing("-", with: " "), misread,
        ] {
            #expect(try match(typed) == digests[0], "\(typed)")
        }
    }

    @Test func `anything else finds none`() throws {
        let code = codes.codes[0]
        for typed in ["", "-", String(code.dropLast()), code + "0", code + code, "UUUUU-UUUUU", digests[0]] {
            #expect(try match(typed) == nil, "\(typed)")
        }
        #expect(try match(RecoveryCodes.random().codes[0]) == nil)
    }

    @Test func `a used code is gone with its digest`() throws {
        let left = Array(digests.dropFirst())
        #expect(try RecoveryCodes.match(codes.codes[0], among: left, by: keyring, account: "7") == nil)
        #expect(try RecoveryCodes.match(codes.codes[1], among: left, by: keyring, account: "7") == digests[1])
    }

    @Test func `a digest moved to another account, or without its key file, is of no use`() throws {
        #expect(try match(codes.codes[0], account: "8") == nil)
        #expect(try RecoveryCodes.match(codes.codes[0], among: digests, by: freshKeyring(), account: "7") == nil)
    }

    @Test func `codes outlive a rotation`() throws {
        let file = try KeyFile()
        let old = codes.digests(by: try Keyring.create(at: file.path, now: now), account: "7")
        let rotated = try Keyring.rotate(at: file.path, now: now)
        #expect(try RecoveryCodes.match(codes.codes[3], among: old, by: rotated, account: "7") == old[3])
        let new = codes.digests(by: rotated, account: "7")
        #expect(throws: SealError.unknownKey(number: 2)) {
            try RecoveryCodes.match(codes.codes[3], among: new, by: keyring, account: "7")
        }
        #expect(throws: SealError.malformed) {
            try RecoveryCodes.match(codes.codes[3], among: ["", "x"], by: keyring, account: "7")
        }
    }
}

import Testing

@testable import Secrets

struct PasswordHashTests {
    @Test func `a password is recognised by its hash, another is not`() throws {
        let hash = try PasswordHash.make("tenun ikat Gianyar")
        #expect(PasswordHash.verify("tenun ikat Gianyar", against: hash))
        #expect(!PasswordHash.verify("tenun ikat gianyar", against: hash))
        #expect(!PasswordHash.verify("", against: hash))
        #expect(!PasswordHash.verify("tenun ikat Gianyar\0", against: hash))
    }

    @Test func `a hash names its method and cost, and has a salt of its own`() throws {
        let hash = try PasswordHash.make("tenun ikat Gianyar")
        #expect(hash.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(try PasswordHash.make("tenun ikat Gianyar") != hash)
        #expect(!PasswordHash.needsRehash(hash))
    }

    /// Made by the reference program: `argon2 tirusalt-2026-16 -id -t 2 -k 19456 -p 1 -e`.
    @Test func `a hash of another program of the same method is read`() {
        let hash =
            "$argon2id$v=19$m=19456,t=2,p=1$dGlydXNhbHQtMjAyNi0xNg$yJf8b9BdKofOb8G1sbNpdQgLsGSrK85wgH5rK1223fY"
        #expect(PasswordHash.verify("sentra tenun 2026", against: hash))
        #expect(!PasswordHash.verify("sentra tenun 2027", against: hash))
        #expect(!PasswordHash.needsRehash(hash))
    }

    @Test(arguments: [
        "$argon2id$v=19$m=4096,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=3,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$", "plain text", "", "$2b$12$WApznUPhDubN0oeveSXHp.Rk0rMYF3P4nQKlwHKSPuLmUqYvGvYgy",
    ])
    func `a hash of another cost is made anew, and what is no hash lets nobody in`(hash: String) {
        #expect(PasswordHash.needsRehash(hash))
        #expect(!PasswordHash.verify("", against: hash))
        #expect(!PasswordHash.verify(hash, against: hash))
    }

    @Test func `the same letters typed on another keyboard are the same password`() throws {
        let hash = try PasswordHash.make("caf\u{E9} di Ubud")
        #expect(PasswordHash.verify("cafe\u{301} di Ubud", against: hash))
        #expect(!PasswordHash.verify("cafe di Ubud", against: hash))
    }

    @Test func `a password beyond a kilobyte is not hashed`() throws {
        let longest = String(repeating: "é", count: 512)
        #expect(PasswordHash.verify(longest, against: try PasswordHash.make(longest)))
        #expect(throws: PasswordHash.Refusal.tooLong) { try PasswordHash.make(longest + "a") }
        #expect(!PasswordHash.verify(longest + "a", against: PasswordHash.decoy))
        // 1,536 bytes as typed, 1,024 once normalised.
        let decomposed = String(repeating: "e\u{301}", count: 512)
        #expect(PasswordHash.verify(decomposed, against: try PasswordHash.make(longest)))
    }

    @Test func `nobody's password costs the same to check and fits nothing`() {
        #expect(!PasswordHash.needsRehash(PasswordHash.decoy))
        #expect(PasswordHash.decoy.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(!PasswordHash.verify("", against: PasswordHash.decoy))
    }
}

struct PasswordRuleTests {
    @Test(arguments: [
        "kain poleng 7 meter", "bengkel-besi-rapi", "Xk92!mvQpl", "tikus lapar mencari gudang", "rotan&pandan halus",
        "mimpi basah hujan reda", "sayangnya hujan turun lagi", "sayangrina12",
    ])
    func `a long password that is not on everybody's list is taken`(password: String) {
        #expect(PasswordRule.refusal(of: password, account: "wayan") == nil)
    }

    @Test(arguments: ["", "a", "Xk92!mvQp", "é\u{301}é\u{301}é\u{301}"])
    func `nine characters are too short`(password: String) {
        #expect(PasswordRule.refusal(of: password, account: "wayan") == .short)
    }

    @Test func `characters are counted as a reader does, bytes as the machine does`() {
        #expect(PasswordRule.refusal(of: String(repeating: "n\u{304}\u{302}", count: 9), account: "wayan") == .short)
        let longest = String((0..<1_024).map { Character(UnicodeScalar(UInt8(33 + $0 * 7 % 90))) })
        #expect(PasswordRule.refusal(of: longest, account: "wayan") == nil)
        #expect(PasswordRule.refusal(of: longest + "a", account: "wayan") == .long)
    }

    @Test(arguments: [
        ("wayan.sudana", "Wayan.Sudana"), ("wayan", "xx-WAYAN-kz4"), ("sudana@badungkab.go.id", "tenun-sudana-9"),
        ("rahmawati1", "rahmawati1"), ("caf\u{E9}bali", "cafe\u{301}bali-sukses"),
    ])
    func `the name of the account is no password, nor a part of one`(account: String, password: String) {
        #expect(PasswordRule.refusal(of: password, account: account) == .accountName)
    }

    @Test func `a name of three letters may stand in a word`() {
        #expect(PasswordRule.refusal(of: "kain tenunan ibu tetangga", account: "nan") == nil)
    }

    @Test(arguments: [
        "indonesia1", "Indonesia123", "indonesia2024", "INDONESIA1945", "rahasia123!", "bismillah1", "bismillah786",
        "Bismillah123", "sayangsayang", "sayangkamu", "sayang12345", "akusayangkamu", "cintaku123", "merdeka1945",
        "1234567890", "0987654321", "12345678910", "qwertyuiop", "qwerty12345", "asdfghjkl;", "zxcvbnm123",
        "1q2w3e4r5t", "1qaz2wsx3edc", "aaaaaaaaaa", "1111111111", "abababababab", "abcabcabcabc", "rinarinarina",
        "sayangrina1",
        "p@ssw0rd123", "P4$$w0rd!!", "password1234", "r4h4514123", "iloveyou123", "admin12345", "admin@2025",
        "tiru123456", "badung2026", "qwertyqwerty", "..........", "123456789a", "!@#$%^&*()",
    ])
    func `what everybody tries first is refused`(password: String) {
        #expect(PasswordRule.refusal(of: password, account: "wayan") == .common)
    }
}

struct GuessingTests {
    @Test(arguments: [
        ("", 0), ("x", 1), ("xk", 2), ("xkm", 3), ("qwe", 1), ("ewq", 1), ("qwer", 1), ("xxx", 2), ("sayang", 2),
        ("SAYANG", 2), ("r4h4514", 2), ("indonesia2024", 3), ("indonesia1899", 6), ("sayangrina", 6),
        ("sayangrina12", 8), ("rinarina", 5), ("rinarinax", 9), ("kain poleng", 11), ("merdekagaruda", 4),
    ])
    func `words count two, runs and years one, anything else each character`(password: String, effort: Int) {
        #expect(Guessing.effort(password) == effort)
    }

    @Test func `the lists are in the form they are looked up in`() {
        #expect(
            CommonPasswords.words.allSatisfy {
                $0 == $0.lowercased() && (3...CommonPasswords.longest).contains($0.count)
            })
        #expect(CommonPasswords.runs.allSatisfy { (3...CommonPasswords.longest).contains($0.count) })
    }
}

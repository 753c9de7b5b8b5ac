import Foundation
import Register
import Testing

struct SignInNameTests {
    @Test(arguments: [
        ("Ketut", "ketut"), ("KETUT@Badungkab.go.id", "ketut@badungkab.go.id"), ("w.a-y_a+n3", "w.a-y_a+n3"),
        ("José", "josé"), ("JOSE\u{301}", "josé"), ("\u{212A}adek", "kadek"), ("abc", "abc"), ("7up", "7up"),
    ])
    func `a name is folded to lower case and composed`(text: String, folded: String) throws {
        let name = try SignInName(text)
        #expect(Array(name.text.unicodeScalars) == Array(folded.unicodeScalars))
        #expect(try SignInName(name.text) == name)
    }

    @Test(arguments: [
        ("", SignInNameRefusal.tooShort), ("ab", .tooShort), (String(repeating: "a", count: 65), .tooLong),
        (String(repeating: "a", count: 100_000), .tooLong),
        (" ketut", .space), ("ketut ", .space), ("ke tut", .space), ("ke\u{A0}tut", .space), ("ke\ntut", .space),
        ("ke\ttut", .space), ("ke\u{2028}tut", .space),
        ("ke\u{0}tut", .control), ("ke\u{200B}tut", .control), ("ke\u{202E}tut", .control),
        ("ke\u{34F}tut", .control), ("ketut\u{FE0F}", .control), ("ke\u{AD}tut", .control), ("\u{3164}abc", .control),
        ("kеtut", .mixedScript), ("ketuτ", .mixedScript), ("kadek\u{131}", .mixedScript), ("ａdek", .mixedScript),
        ("кетут", .otherScript), ("كتوت", .otherScript), ("ᬓᭂᬢᬸᬢ᭄", .otherScript),
        ("ketut/../", .sign), ("ke'tut", .sign), ("ketut٣", .sign), ("ketut\u{301}x\u{327}\u{300}\u{301}", .sign),
        ("ketut🙂", .sign), ("<b>ketut", .sign),
        ("-ketut", .start), ("=ketut", .sign), ("+62812", .start), ("@ketut", .start), (".ketut", .start),
    ])
    func `what could pass for another name is refused`(text: String, refusal: SignInNameRefusal) {
        #expect(throws: refusal) { try SignInName(text) }
    }

    @Test func `64 characters are not too many, counted after folding`() throws {
        #expect(try SignInName(String(repeating: "e\u{301}", count: 64)).text.count == 64)
    }
}

struct DisplayNameTests {
    @Test(arguments: [
        ("I Ketut Suardana", "I Ketut Suardana"), ("  Ni  Luh\tSari ", "Ni Luh Sari"), ("ᬓᭂᬢᬸᬢ᭄", "ᬓᭂᬢᬸᬢ᭄"), ("7", "7"),
    ])
    func `blanks are put in order and any script is welcome`(text: String, shown: String) throws {
        #expect(try #require(DisplayName(text)).text == shown)
    }

    @Test(arguments: [
        "", "   ", "...", "\u{200D}", "Ketut\nAdmin", "Ketut\u{202E}nimda", "Ketut\u{0}", "\u{3164}",
        String(repeating: "a", count: 101), String(repeating: "a", count: 100_000),
    ])
    func `a name that cannot be read on one line is refused`(text: String) {
        #expect(DisplayName(text) == nil)
    }
}

struct AccountTests {
    private let now = Date(timeIntervalSince1970: 1_795_000_000)
    private let actor = Account.ID(AccessWorld.identifier(9))

    private func account() throws -> Account {
        Account(
            id: Account.ID(AccessWorld.identifier(8)), name: try SignInName("ketut"),
            displayName: try #require(DisplayName("I Ketut Suardana")), office: .nation,
            state: Account.State(.active, since: Stamp(by: nil, at: now)), createdAt: now)
    }

    @Test func `a suspension and its end keep who and when, and nothing else changes`() throws {
        let suspended = try account().suspended(by: actor, at: now + 60)
        #expect(suspended.state == Account.State(.suspended, since: Stamp(by: actor, at: now + 60)))
        let restored = try suspended.restored(by: actor, at: now + 120)
        #expect(restored.state == Account.State(.active, since: Stamp(by: actor, at: now + 120)))
        #expect(restored.id == suspended.id && restored.name == suspended.name)
        #expect(restored.displayName == suspended.displayName && restored.createdAt == now)
    }

    @Test func `nobody suspends or restores the own account`() throws {
        let account = try account()
        #expect(throws: AccountRefusal.ownAccount) { try account.suspended(by: account.id, at: now) }
        let suspended = try account.suspended(by: actor, at: now)
        #expect(throws: AccountRefusal.ownAccount) { try suspended.restored(by: account.id, at: now) }
    }

    @Test func `who did it first is not written over`() throws {
        let suspended = try account().suspended(by: actor, at: now)
        #expect(throws: AccountRefusal.alreadySuspended) { try suspended.suspended(by: actor, at: now + 1) }
        #expect(throws: AccountRefusal.alreadyActive) { try account().restored(by: actor, at: now) }
    }
}

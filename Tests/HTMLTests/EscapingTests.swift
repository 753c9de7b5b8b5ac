import HTML
import Testing

func text(_ node: Node) -> String {
    String(decoding: node.render(), as: UTF8.self)
}

struct EscapingTests {
    @Test func `a less-than sign in a name cannot open a tag`() {
        #expect(text(em { "<script>" }) == "<em>&lt;script&gt;</em>")
    }

    @Test func `an ampersand is escaped once`() {
        #expect(text(.text("A & B &amp; C")) == "A &amp; B &amp;amp; C")
    }

    @Test func `a quotation mark cannot end an attribute`() {
        let node = span(.title("\" onclick=\"x")) { "a" }
        #expect(text(node) == "<span title=\"&quot; onclick=&quot;x\">a</span>")
    }

    @Test func `letters of any language pass unchanged`() {
        #expect(text(.text("Kab. Ñuñoa — 12,3 % 🧵")) == "Kab. Ñuñoa — 12,3 % 🧵")
    }

    @Test func `control characters from a broken import do not reach the page`() {
        #expect(text(.text("a\u{0}b\u{1B}c\td\n")) == "a\u{FFFD}b\u{FFFD}c\td\n")
    }

    @Test func `escaping agrees with replacing sign by sign`() {
        let pieces = ["", "a", "<", ">", "&", "\"", "é", "&lt;"]
        for first in pieces {
            for second in pieces {
                for third in pieces {
                    let words = first + second + third
                    #expect(text(.text(words)) == naive(words))
                }
            }
        }
    }

    private func naive(_ words: String) -> String {
        words.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            case "\"": "&quot;"
            default: String(character)
            }
        }.joined()
    }
}

struct AddressTests {
    @Test(arguments: [
        "/compare/hosts?home=51.03", "hosts.csv", "#top", "?year=2019", "https://bps.go.id/a:b",
        "mailto:a@b.id", "tel:+62361", "/a:b", "", "//contoh.id/",
    ])
    func `an address that leads somewhere stays`(address: String) {
        #expect(text(a(.href(address)) { "x" }) == "<a href=\"\(address)\">x</a>")
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)",
        "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x",
    ])
    func `an address that runs as a program is left out`(address: String) {
        #expect(text(a(.href(address)) { "x" }) == "<a>x</a>")
        #expect(!text(form(.action(address)) { "x" }).contains("action"))
    }
}

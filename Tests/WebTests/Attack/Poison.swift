import Foundation

/// What attackers and accidents put into fields, each already encoded as it travels in a form.
enum Poison {
    static let all: [(name: String, encoded: String)] = [
        ("SQL", encoded("'; DROP TABLE person; --")),
        ("SQL that is always true", encoded("1' OR '1'='1")),
        ("script", encoded("<script>alert(1)</script>\"'><img src=x onerror=alert(1)>")),
        ("entity", encoded("&lt;script&gt;&#60;script&#62;")),
        ("template", encoded("{{7*7}}${7*7}<%= 7*7 %>")),
        ("zero", "a%00b"),
        ("zero, overlong", "a%C0%80b"),
        ("slash, overlong", "%C0%AF..%C0%AFetc"),
        ("half a pair of surrogates", "%ED%A0%80"),
        ("beyond Unicode", "%F4%90%80%80"),
        ("half an escape", "abc%4"),
        ("right to left", encoded("\u{202E}drowssap\u{202C} \u{2066}x")),
        ("not a character", encoded("\u{FFFE}\u{FFFF}")),
        ("combining signs", encoded("a" + String(repeating: "\u{0301}", count: 1500))),
        ("4,000 letters", String(repeating: "a", count: 4_000)),
        ("5,000 letters", String(repeating: "a", count: 5_000)),
        ("formula", encoded("=1+1")),
        ("formula of a program", encoded("@SUM(1+1)*cmd|' /C calc'!A0")),
        ("several lines", encoded("satu\r\nSet-Cookie: a=b\r\n\r\n<html>")),
        ("path", encoded("../../../../etc/passwd")),
        ("emoji", encoded("👩‍👩‍👧‍👦🇮🇩")),
        ("blank", "+++"),
        ("nothing", ""),
        ("minus one", "-1"),
        ("nought", "0"),
        ("largest whole", "9223372036854775807"),
        ("too large a whole", "9223372036854775808"),
        ("not a number", "NaN"),
    ]

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

/// A form as it stands on a page.
struct SeenForm: Hashable {
    struct Field: Hashable {
        let name: String
        let value: String
    }

    let action: String
    let fields: [Field]

    /// The forms of a page that are sent by POST.
    static func all(in html: String) -> [SeenForm] {
        html.matches(of: #/<form action="([^"]*)" method="post"(?:.|\n)*?<\/form>/#).map { form in
            let fields = form.output.0.matches(of: #/<(input|select|textarea)\b([^>]*)>/#).compactMap { tag in
                let attributes = String(tag.output.2)
                return attribute("name", attributes).map { name in
                    let chosen = tag.output.1 == "select" ? firstOption(of: name, String(form.output.0)) : nil
                    return Field(name: name, value: chosen ?? attribute("value", attributes) ?? "")
                }
            }
            return SeenForm(action: unescaped(String(form.output.1)), fields: fields)
        }
    }

    private static func attribute(_ name: String, _ tag: String) -> String? {
        tag.split(separator: "\(name)=\"", maxSplits: 1).dropFirst().first?
            .split(separator: "\"", omittingEmptySubsequences: false).first.map { unescaped(String($0)) }
    }

    private static func firstOption(of name: String, _ form: String) -> String? {
        form.split(separator: "name=\"\(name)\"").dropFirst().first?
            .firstMatch(of: #/<option value="([^"]+)"/#).map { String($0.output.1) }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&amp;", with: "&").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
    }
}

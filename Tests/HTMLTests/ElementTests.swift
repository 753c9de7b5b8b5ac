import HTML
import Testing

struct ElementTests {
    @Test func `a document begins with its doctype`() {
        let page = html(.lang("id")) {
            head { title { "Tiru" } }
            body { main { h1 { "Apa?" } } }
        }
        let source = String(decoding: page.renderDocument(), as: UTF8.self)
        #expect(
            source == """
                <!doctype html>
                <html lang="id"><head><title>Tiru</title>
                </head>
                <body><main><h1>Apa?</h1>
                </main>
                </body>
                </html>

                """)
    }

    @Test func `a void element has no closing tag`() {
        #expect(text(br()) == "<br>")
        #expect(
            text(input(.type(.number), .name("output")))
                == "<input type=\"number\" name=\"output\">")
        #expect(text(meta(.charset("utf-8"))) == "<meta charset=\"utf-8\">\n")
    }

    @Test func `an empty element that is not void is closed`() {
        #expect(text(td {}) == "<td></td>")
        #expect(text(script(src: "/tiru.js")) == "<script src=\"/tiru.js\" defer></script>\n")
    }

    @Test func `a boolean attribute is bare or absent`() {
        #expect(text(input(.checked(true))) == "<input checked>")
        #expect(text(input(.checked(false))) == "<input>")
    }

    @Test func `a value that is not known leaves its attribute out`() {
        #expect(text(input(.value(nil))) == "<input>")
        #expect(text(input(.value(""))) == "<input value=\"\">")
        #expect(text(td(.class("number", nil)) { "1" }) == "<td class=\"number\">1</td>")
        #expect(text(td(.class(nil)) { "1" }) == "<td>1</td>")
    }

    @Test func `of two attributes with one name the first stands`() {
        #expect(text(em(.id("a"), .id("b")) { "x" }) == "<em id=\"a\">x</em>")
        #expect(text(input(.value(nil), .value("b"))) == "<input value=\"b\">")
        #expect(
            text(input(.data("value", "1"), .value("2"))) == "<input data-value=\"1\" value=\"2\">")
    }

    @Test func `pieces keep the order in which they are written`() {
        let isShown = true
        let absent: Bool = false
        let node = fragment {
            "a"
            if isShown { em { "b" } }
            if absent { "never" } else { "c" }
            for number in 1...3 { "\(number)" }
            ["d", "e"].map { word in strong { word } }
        }
        #expect(text(node) == "a<em>b</em>c123<strong>d</strong><strong>e</strong>")
    }

    @Test func `nothing writes nothing`() {
        #expect(text(.nothing).isEmpty)
        #expect(text(fragment {}).isEmpty)
    }

    @Test func `a row of a table is one line of the source`() {
        let row = tr {
            th(.scope(.row)) { "Badung" }
            td(.class("number")) { "1.250" }
        }
        #expect(
            text(row) == "<tr><th scope=\"row\">Badung</th><td class=\"number\">1.250</td></tr>\n")
    }
}

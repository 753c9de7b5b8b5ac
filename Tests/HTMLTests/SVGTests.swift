import Charts
import Testing

@testable import HTML

struct SVGTests {
    private let caption = Caption(title: "Badung & Makassar", description: "Pangsa < 1.")

    private func drawn(_ shapes: Shape...) -> String {
        text(svg(Drawing(width: 400, height: 10.126, caption: caption, shapes: shapes), id: "s"))
    }

    @Test func `a drawing is named and described`() {
        #expect(
            drawn() == """
                <svg class="chart" role="img" aria-labelledby="s-title s-desc" \
                viewBox="0 0 400 10.13" width="400" height="10.13" font-size="15">\
                <title id="s-title">Badung &amp; Makassar</title>
                <desc id="s-desc">Pangsa &lt; 1.</desc>
                </svg>

                """)
    }

    @Test func `a shape has the class of its role and its label as a title`() {
        let circle = Shape(.circle(center: Point(x: 1, y: 2.5), radius: 6), .home, label: "<b>")
        #expect(
            drawn(circle).contains(
                """
                <circle class="c-home" cx="1" cy="2.5" r="6"><title>&lt;b&gt;</title></circle>
                """))
    }

    @Test func `a group gives its role to the shapes inside`() {
        let dot = Shape(.circle(center: Point(x: 1, y: 2), radius: 3), nil)
        #expect(
            drawn(Shape(.group([dot]), .rest)).contains(
                "<g class=\"c-rest\"><circle cx=\"1\" cy=\"2\" r=\"3\"></circle>\n</g>"))
    }

    @Test func `words are escaped and anchored`() {
        let words = Text("a < b", at: Point(x: 4, y: 8), anchor: .end)
        #expect(
            drawn(Shape(.text(words), .muted)).contains(
                "<text class=\"c-muted\" x=\"4\" y=\"8\" text-anchor=\"end\">a &lt; b</text>"))
    }

    @Test func `a polygon lists its corners`() {
        let corners = [Point(x: 0, y: 1), Point(x: 2.25, y: 3)]
        #expect(
            drawn(Shape(.polygon(corners), .other)).contains(
                "<polygon class=\"c-other\" points=\"0,1 2.25,3\">"))
    }

    @Test(arguments: [
        (0.0, "0"), (12, "12"), (0.5, "0.5"), (-3.25, "-3.25"), (1.005, "1"), (2.999, "3"),
        (0.07, "0.07"), (-0.001, "0"), (.nan, "0"), (.infinity, "0"), (1e300, "0"),
    ])
    func `a number has at most two decimals and no locale`(value: Double, written: String) {
        #expect(number(value) == written)
    }
}

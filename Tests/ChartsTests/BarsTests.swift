import Testing

@testable import Charts

let caption = Caption(title: "Judul", description: "Uraian")

/// All shapes, those in groups too.
func flat(_ shapes: [Shape]) -> [Shape] {
    shapes.flatMap { shape in
        if case .group(let inner) = shape.form { flat(inner) } else { [shape] }
    }
}

func boxes(_ drawing: Drawing) -> [Box] {
    drawing.shapes.compactMap { if case .rectangle(let box) = $0.form { box } else { nil } }
}

/// Every coordinate is a number and every word lies on the sheet.
func isSound(_ drawing: Drawing) -> Bool {
    let sheet = Box(x: -0.01, y: -0.01, width: drawing.width + 0.02, height: drawing.height + 0.02)
    let points = flat(drawing.shapes).flatMap { shape -> [Point] in
        switch shape.form {
        case .line(let start, let end): [start, end]
        case .rectangle(let box): [Point(x: box.x + box.width, y: box.y + box.height)]
        case .circle(let center, _): [center]
        case .polyline(let points), .polygon(let points), .dots(let points): points
        case .text(let text): [text.at]
        case .group: []
        }
    }
    return drawing.width > 0 && drawing.height > 0
        && points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
        && texts(in: drawing.shapes).allSatisfy { sheet.contains($0.box) }
}

struct StructureBarsTests {
    private let rows = [
        StructureRow(
            "Pertanian", home: Figure(0.1, "10 %"), other: Figure(0.2, "20 %")),
        StructureRow(
            "Penyediaan Akomodasi dan Makan Minum yang namanya lebih panjang daripada satu baris",
            home: Figure(0.4, "40 %"), other: Figure(nil, "belum diketahui")),
        StructureRow("Tambang", home: Figure(0, "0"), other: Figure(.nan, "belum diketahui")),
    ]

    @Test func `bars start at zero, and twice the share is twice as long`() {
        let bars = boxes(structureBars(rows, home: "Badung", other: "Makassar", caption: caption))
        #expect(bars.count == 4)
        #expect(Set(bars.map(\.x)).count == 1)
        #expect(abs(bars[1].width - 2 * bars[0].width) < 1e-9)
        #expect(abs(bars[2].width - 4 * bars[0].width) < 1e-9)
        #expect(bars[3].width == 0)
    }

    @Test func `a share that is not known has words and no bar`() {
        let drawing = structureBars(rows, home: "Badung", other: "Makassar", caption: caption)
        #expect(texts(in: drawing.shapes).filter { $0.words == "belum diketahui" }.count == 2)
    }

    @Test func `the names stand on the bars once, and words do not overlap`() {
        let drawing = structureBars(rows, home: "Badung", other: "Makassar", caption: caption)
        #expect(texts(in: drawing.shapes).filter { $0.words == "Badung" }.count == 1)
        #expect(isSound(drawing))
        #expect(overlaps(drawing) == [])
    }

    @Test func `no rows give a drawing that shows nothing and is valid`() {
        let drawing = structureBars([], home: "a", other: "b", caption: caption)
        #expect(drawing.shapes.isEmpty)
        #expect(isSound(drawing))
    }
}

struct DivergingBarsTests {
    @Test func `gains lie right of zero and losses left, on one scale`() {
        let rows = [
            DivergingRow("Nasional", Figure(6, "+6")), DivergingRow("Bauran", Figure(-3, "−3")),
            DivergingRow("Sisa", Figure(.infinity, "?")),
        ]
        let drawing = divergingBars(rows, caption: caption)
        let bars = boxes(drawing)
        #expect(bars.count == 2)
        #expect(abs(bars[1].x + bars[1].width - bars[0].x) < 1e-9)
        #expect(abs(bars[0].width - 2 * bars[1].width) < 1e-9)
        #expect(isSound(drawing))
        #expect(overlaps(drawing) == [])
    }

    @Test(arguments: [[], [0.0], [0, 0], [-1, -2], [5]])
    func `any numbers give a valid drawing`(numbers: [Double]) {
        let rows = numbers.map { DivergingRow("Bagian", Figure($0, "\($0)")) }
        let drawing = divergingBars(rows, caption: caption)
        #expect(isSound(drawing))
        #expect(boxes(drawing).allSatisfy { $0.width >= 0 })
    }
}

struct RankedDotsTests {
    private let axis = Axis(title: "kuosien") { "\($0)" }

    @Test func `a dot lies within its interval and the reference between below and above`() {
        let rows = [
            RankedRow(
                "Akomodasi", Figure(3, "3"), interval: Interval(low: 2, high: 4), role: .home),
            RankedRow("Tambang", Figure(0.5, "0,5")),
            RankedRow("Lainnya", Figure(nil, "belum diketahui")),
        ]
        let drawing = rankedDots(
            rows, axis: axis, reference: Figure(1, "Indonesia = 1"), caption: caption)
        let dots = drawing.shapes.compactMap { shape -> Point? in
            if case .circle(let center, _) = shape.form { center } else { nil }
        }
        let interval = drawing.shapes.first { $0.role == .home }
        let reference = drawing.shapes.first { $0.role == .axis }
        guard case .line(let low, let high)? = interval?.form,
            case .line(let one, _)? = reference?.form
        else { return #expect(Bool(false), "an interval and a reference line are drawn") }
        #expect(dots.count == 2)
        #expect(low.x < dots[0].x && dots[0].x < high.x)
        #expect(dots[1].x < one.x && one.x < dots[0].x)
        #expect(isSound(drawing))
        #expect(overlaps(drawing) == [])
    }

    @Test func `an interval that is no interval is left out`() {
        let row = RankedRow(
            "a", Figure(1, "1"), interval: Interval(low: .nan, high: 2), role: .home)
        let drawing = rankedDots([row], axis: axis, caption: caption)
        #expect(drawing.shapes.filter { $0.role == .home }.count == 1)
        #expect(isSound(drawing))
    }

    @Test func `no rows give a drawing that shows nothing and is valid`() {
        #expect(rankedDots([], axis: axis, caption: caption).shapes.isEmpty)
        #expect(isSound(rankedDots([], axis: axis, caption: caption)))
    }
}

// Where words fit. A drawing cannot ask the browser for the width of its letters, so widths are
// estimated a little too wide.

let fontSize = Drawing.fontSize
/// From one line of words to the next.
let lineHeight = fontSize * 1.3
/// Of an average letter in the wider system fonts.
private let letterWidth = fontSize * 0.6

func width(of words: String) -> Double {
    Double(words.count) * letterWidth
}

extension Text {
    /// The room that the words take.
    var box: Box {
        let width = width(of: words)
        let left =
            switch anchor {
            case .start: at.x
            case .middle: at.x - width / 2
            case .end: at.x - width
            }
        return Box(x: left, y: at.y - fontSize * 0.8, width: width, height: fontSize * 1.05)
    }
}

/// Words broken into lines that fit a width; a word too long for a line is cut with "…".
func lines(of words: String, within width: Double) -> [String] {
    let limit = max(Int(width / (letterWidth)), 2)
    var lines: [String] = []
    for word in words.split(whereSeparator: \.isWhitespace) {
        let word = word.count > limit ? word.prefix(limit - 1) + "…" : word
        if let line = lines.last, line.count + 1 + word.count <= limit {
            lines[lines.count - 1] = line + " " + word
        } else {
            lines.append(String(word))
        }
    }
    return lines
}

/// The height of words broken into lines, at least one line.
func height(of words: String, within width: Double) -> Double {
    Double(max(lines(of: words, within: width).count, 1)) * lineHeight
}

/// Words broken into lines that start at the left edge, below a height.
func paragraph(_ words: String, below top: Double, within width: Double) -> [Shape] {
    lines(of: words, within: width).enumerated().map { index, line in
        let baseline = top + Double(index) * lineHeight + fontSize
        return Shape(.text(Text(line, at: Point(x: 0, y: baseline))), .text)
    }
}

/// A sheet on which names are put where nothing else stands.
struct NamePlaces {
    let sheet: Box
    let marks: [Box]
    private(set) var words: [Box]

    init(on sheet: Box, words: [Box] = [], marks: [Box] = []) {
        self.sheet = sheet
        self.words = words
        self.marks = marks
    }

    /// The first free place beside a mark, or `nil`: better no name than two on top of each other;
    /// the mark still has its label.
    mutating func place(_ name: String, beside mark: Box) -> Text? {
        candidates(name, beside: mark).first { text in
            !marks.contains(where: text.box.overlaps) && take(text)
        }
    }

    /// As `place`, for a name that matters more than the marks it may cover.
    mutating func placeOverMarks(_ name: String, beside mark: Box) -> Text? {
        candidates(name, beside: mark).first { take($0) }
    }

    /// Puts words where they say, if they lie on the sheet and touch no others.
    mutating func take(_ text: Text) -> Bool {
        let box = text.box
        guard sheet.contains(box), !words.contains(where: box.overlaps) else { return false }
        words.append(box)
        return true
    }

    /// Right of the mark, left of it, above, below, then at its corners.
    private func candidates(_ name: String, beside mark: Box) -> [Text] {
        let gap = 4.0
        let right = mark.x + mark.width + gap
        let left = mark.x - gap
        let middle = mark.x + mark.width / 2
        let level = mark.y + mark.height / 2 + fontSize * 0.35
        let above = mark.y - gap
        let below = mark.y + mark.height + fontSize
        let places: [(Double, Double, Text.Anchor)] = [
            (right, level, .start), (left, level, .end), (middle, above, .middle),
            (middle, below, .middle), (right, above, .start), (right, below, .start),
            (left, above, .end), (left, below, .end),
        ]
        return places.map { x, y, anchor in Text(name, at: Point(x: x, y: y), anchor: anchor) }
    }
}

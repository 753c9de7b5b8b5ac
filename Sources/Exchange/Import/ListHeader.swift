public import Register

/// The heading of a list, wherever it stands on the sheet.
public struct ListHeader: Sendable, Equatable, Codable {
    /// The row on which it begins, and the last row that belongs to it: what follows are data.
    public let firstRow: Int
    public let lastRow: Int
    /// One a column, from the first column on; empty where nothing stands. Two lines are joined.
    public let headings: [String]

    /// By which the same list is recognised the next time.
    public var fingerprint: String {
        var fingerprint = Fingerprint([])
        for heading in headings { fingerprint.add(Array((HeadingText(heading).words + "\n").utf8)) }
        return fingerprint.text
    }

    /// - Parameter rows: the first thirty or so of the sheet.
    /// - Returns: `nil` where no row, alone or with the one below, names at least two columns that we know.
    public static func find(in rows: [SheetRow]) -> ListHeader? {
        var best: (header: ListHeader, next: Int, score: [Int])?
        func offer(_ place: Int, _ headings: [String], through last: Int) {
            let texts = headings.map(HeadingText.init)
            let fields = Set(texts.compactMap { HeadingSynonyms.field($0.words) }).count
            guard fields >= 2 else { return }
            // A line above may say "Nilai (Rp. 000)"; one that says nothing of that kind is a title.
            let score = [fields, texts.count { $0.scale != 1 }, place - last]
            guard best.map({ $0.score.lexicographicallyPrecedes(score) }) ?? true else { return }
            let header = ListHeader(
                firstRow: rows[place].number, lastRow: rows[last].number, headings: headings)
            best = (header, last + 1, score)
        }
        for place in rows.indices.prefix(30) {
            let headings = rows[place].cells.map(text)
            offer(place, headings, through: place)
            if rows.indices.contains(place + 1), let joined = joined(headings, rows[place + 1]) {
                offer(place, joined, through: place + 1)
            }
        }
        guard let best else { return nil }
        guard rows.indices.contains(best.next), isNumbering(rows[best.next]) else { return best.header }
        return ListHeader(
            firstRow: best.header.firstRow, lastRow: rows[best.next].number, headings: best.header.headings)
    }

    /// What a cell says as a heading or as a sample: one blank between two words.
    static func text(_ cell: SheetCell) -> String {
        switch cell {
        case .text(let text): text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .number(let number), .date(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        case .fault(let text): text
        case .empty: ""
        }
    }

    /// A second line under merged cells: "Tenaga Kerja" over "Pria" and "Wanita".
    /// - Returns: `nil` where the next row is no second line: a row of data names no columns.
    private static func joined(_ top: [String], _ row: SheetRow) -> [String]? {
        guard row.cells.allSatisfy(isHeading) else { return nil }
        let second = row.cells.map(text)
        let width = max(top.count, second.count)
        var joined = top + Array(repeating: "", count: width - top.count)
        var group = ""
        var known = 0
        var written = 0
        for place in 0..<width {
            if !joined[place].isEmpty { group = joined[place] }
            guard second.indices.contains(place), !second[place].isEmpty else { continue }
            written += 1
            let names = names(group, second[place])
            let meant = names.first { HeadingSynonyms.field(HeadingText($0).words) != nil }
            if meant != nil { known += 1 }
            let isIgnored = HeadingSynonyms.ignored.contains(HeadingText(second[place]).words)
            joined[place] = meant ?? (isIgnored ? second[place] : names[0])
        }
        return known > 0 && known * 2 >= written ? joined : nil
    }

    /// What two lines may mean together, best first: both; the lower in the unit that the upper says; the lower alone.
    private static func names(_ above: String, _ below: String) -> [String] {
        guard !above.isEmpty else { return [below] }
        let unit = above.firstMatch(of: /\([^)]*\)/).map { below + " " + $0.output } ?? below
        return [above + " " + below, unit, below]
    }

    /// Words, or nothing.
    private static func isHeading(_ cell: SheetCell) -> Bool {
        switch cell {
        case .empty: true
        case .text(let text):
            text.utf8.count <= 80 && (text.contains(where: \.isLetter) || !text.contains(where: \.isNumber))
        default: false
        }
    }

    /// A row that numbers the columns: 1, 2, 3 …
    private static func isNumbering(_ row: SheetRow) -> Bool {
        let numbers = row.cells.filter { $0 != .empty }.map { Int(text($0).filter(\.isNumber)) }
        return numbers.count >= 3 && numbers.allSatisfy { $0 != nil }
            && zip(numbers, numbers.dropFirst()).allSatisfy { ($0 ?? 0) + 1 == $1 }
    }
}

/// What each column of a list is taken for.
public struct ColumnMapping: Sendable, Equatable, Codable {
    public struct Column: Sendable, Equatable, Codable {
        /// 1 is the first column of the sheet.
        public let number: Int
        public let heading: String
        /// `nil` for a column that is not read.
        public var field: EnterpriseField?
        /// By what its figures are multiplied.
        public var scale: Double
        public var reason: Reason
    }

    public enum Reason: String, Sendable, Codable {
        /// The heading is one that we know.
        case known
        /// The heading is like one that we know.
        case alike
        /// What stands in the column looks like it.
        case content
        case remembered
        /// Somebody chose it.
        case chosen
        /// Another column has it already.
        case taken
        case none
    }

    public var columns: [Column]

    public init(columns: [Column]) { self.columns = columns }

    /// - Parameter samples: some rows under the header.
    public static func proposed(for header: ListHeader, samples: [SheetRow]) -> ColumnMapping {
        var taken: Set<EnterpriseField> = []
        var columns = header.headings.enumerated().map { place, heading in
            Column(
                number: place + 1, heading: heading, field: nil, scale: HeadingText(heading).scale, reason: .none)
        }
        func take(_ place: Int, _ field: EnterpriseField, _ reason: Reason) {
            guard columns[place].field == nil else { return }
            guard taken.insert(field).inserted else {
                columns[place].reason = .taken
                return
            }
            columns[place].field = field
            columns[place].reason = reason
        }
        let texts = header.headings.map(HeadingText.init)
        let open = columns.indices.filter { !HeadingSynonyms.ignored.contains(texts[$0].words) }
        func meant(_ place: Int, _ name: (String) -> EnterpriseField?) -> EnterpriseField? {
            var field = name(texts[place].words)
            // "Nomor Induk Berusaha (NIB)"; but "Produksi (ton)" is no value.
            if field == nil { field = name(texts[place].outside).flatMap { scaled.contains($0) ? nil : $0 } }
            // A figure of a day or a week is no figure of the year, whatever it is multiplied by.
            return field.flatMap { texts[place].isShorterThanMonth && scaled.contains($0) ? nil : $0 }
        }
        for place in open { if let field = meant(place, HeadingSynonyms.field) { take(place, field, .known) } }
        for place in open where columns[place].reason == .none {
            if let field = meant(place, HeadingSynonyms.alike) {
                take(place, field, .alike)
            } else if let field = ColumnContent.field(
                samples.map { $0.cells.indices.contains(place) ? $0.cells[place] : .empty })
            {
                take(place, field, .content)
            }
        }
        var mapping = ColumnMapping(columns: columns)
        mapping.settleScales()
        mapping.readLicencesAsNIB(samples)
        return mapping
    }

    /// Figures alone are multiplied.
    private mutating func settleScales() {
        for place in columns.indices where columns[place].field.map({ !Self.scaled.contains($0) }) ?? true {
            columns[place].scale = 1
        }
    }

    /// Since OSS many lists keep the NIB in the column of licences.
    private mutating func readLicencesAsNIB(_ samples: [SheetRow]) {
        guard column(.nib) == nil, let place = columns.firstIndex(where: { $0.field == .licence }) else { return }
        let cells = samples.map { $0.cells.indices.contains(place) ? $0.cells[place] : .empty }
        guard ColumnContent.field(cells) == .nib else { return }
        columns[place].field = .nib
        columns[place].reason = .content
    }

    /// Figures that a heading may say to be in thousands or by the month.
    private static let scaled: Set<EnterpriseField> = [.investment, .capacity, .output, .materials]

    public func column(_ field: EnterpriseField) -> Column? { columns.first { $0.field == field } }
}

/// What a column may be by what stands in it.
enum ColumnContent {
    static func field(_ cells: [SheetCell]) -> EnterpriseField? {
        let texts = cells.compactMap { cell -> String? in
            let text = ListHeader.text(cell)
            return text.isEmpty ? nil : text
        }
        guard texts.count >= 3 else { return nil }
        func most(_ test: (String) -> Bool) -> Bool { texts.count(where: test) * 10 >= texts.count * 8 }
        func isNumber(_ text: String, of digits: Int) -> Bool {
            text.filter(\.isNumber).count == digits && text.allSatisfy { $0.isNumber || $0 == "'" }
        }
        if most({ isNumber($0, of: 13) }) { return .nib }
        if most({ isNumber($0, of: 16) }) { return .ownerNIK }
        if most({ $0.contains("@") && $0.contains(".") }) { return .email }
        if most({ $0.hasPrefix("08") || $0.hasPrefix("+62") || $0.hasPrefix("628") }) { return .phone }
        return nil
    }
}

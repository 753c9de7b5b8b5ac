/// Cuts text into rows and cells, however it was cut into blocks on the way.
struct DelimitedRows {
    private let delimiter: UInt8
    private let limits: SheetLimits
    private var waiting: [UInt8] = []
    private var isAtStart = true
    /// The line on which the next row begins.
    private var line = 1

    init(delimiter: UInt8, _ limits: SheetLimits) {
        self.delimiter = delimiter
        self.limits = limits
    }

    mutating func feed(_ block: [UInt8], _ body: (SheetRow) throws -> Void) throws {
        waiting += block
        if isAtStart, waiting.count >= 16 {
            skipHead()
            isAtStart = false
        }
        guard !isAtStart else { return }
        try readRows(isEnd: false, body)
    }

    /// Reads what is left.
    mutating func finish(_ body: (SheetRow) throws -> Void) throws {
        if isAtStart { skipHead() }
        try readRows(isEnd: true, body)
    }

    /// The mark of the encoding, and a first line that only says what the delimiter is.
    private mutating func skipHead() {
        if waiting.starts(with: [0xEF, 0xBB, 0xBF]) { waiting.removeFirst(3) }
        guard waiting.starts(with: Array("sep=".utf8)) else { return }
        let rest = waiting.dropFirst(5)
        if rest.starts(with: [Byte.carriageReturn, Byte.lineFeed]) {
            waiting.removeFirst(7)
        } else if rest.first == Byte.lineFeed || rest.first == Byte.carriageReturn {
            waiting.removeFirst(6)
        } else {
            return
        }
        line += 1
    }

    private mutating func readRows(isEnd: Bool, _ body: (SheetRow) throws -> Void) throws {
        var start = 0
        var line = line
        let (delimiter, limits) = (delimiter, limits)
        try waiting.withUnsafeBufferPointer { bytes in
            var usual = 0
            while start < bytes.count {
                var row = RowCutter(bytes, start, line: line, delimiter, limits, usual: usual)
                guard let end = try row.cut(isEnd: isEnd) else { break }
                usual = row.cells.count
                if usual > 0 { try body(SheetRow(number: line, cells: row.cells)) }
                start = end
                line = row.nextLine
            }
        }
        self.line = line
        waiting.removeFirst(start)
        guard waiting.count <= limits.row else { throw SheetRefusal.rowTooLong(row: line, limit: limits.row) }
    }
}

/// One row, cut into cells.
private struct RowCutter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let delimiter: UInt8
    private let limits: SheetLimits
    private let firstLine: Int
    private var place: Int
    private(set) var cells: [SheetCell] = []
    private(set) var nextLine: Int

    /// - Parameter usual: how many cells the row before had.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, line: Int, _ delimiter: UInt8, _ limits: SheetLimits,
        usual: Int
    ) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.limits = limits
        firstLine = line
        nextLine = line
        place = start
        cells.reserveCapacity(usual)
    }

    /// - Returns: where the next row begins; `nil` when this one may not be all there yet.
    mutating func cut(isEnd: Bool) throws -> Int? {
        while true {
            guard cells.count < limits.columns else {
                throw SheetRefusal.tooManyColumns(row: firstLine, limit: limits.columns)
            }
            let isWhole = place < bytes.count && bytes[place] == Byte.quote ? try quoted(isEnd) : try bare(isEnd)
            guard isWhole else { return nil }
            guard place < bytes.count else { break }
            let sign = bytes[place]
            place += 1
            if sign == delimiter { continue }
            if sign == Byte.carriageReturn {
                // Its line feed may still be on the way.
                if place == bytes.count, !isEnd { return nil }
                if place < bytes.count, bytes[place] == Byte.lineFeed { place += 1 }
            }
            nextLine += 1
            break
        }
        while case .empty? = cells.last { cells.removeLast() }
        return place
    }

    private mutating func bare(_ isEnd: Bool) throws -> Bool {
        let start = place
        let (delimiter, bytes) = (delimiter, bytes)
        var end = start
        var (bits, hasZero) = (UInt8(0), false)
        while end < bytes.count {
            let byte = bytes[end]
            if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
            bits |= byte
            hasZero = hasZero || byte == 0
            end += 1
        }
        place = end
        guard end - start <= limits.cell else { throw tooLong() }
        guard end < bytes.count || isEnd else { return false }
        let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
        // Most cells: plain letters, of which nothing more needs to be asked.
        if bits < 0x80, !hasZero, content.first != UInt8(ascii: "'") {
            let own = CellText.trimmed(content)
            cells.append(own.isEmpty ? .empty : .text(String(decoding: own, as: UTF8.self)))
        } else {
            try add(content)
        }
        return true
    }

    private mutating func quoted(_ isEnd: Bool) throws -> Bool {
        let start = place + 1
        var hasDoubled = false
        var lines = 0
        place = start
        while place < bytes.count {
            let byte = bytes[place]
            if byte == Byte.lineFeed || byte == Byte.carriageReturn, !isSecondOfTwo(place, start) { lines += 1 }
            guard byte == Byte.quote else {
                place += 1
                continue
            }
            guard place + 1 < bytes.count || isEnd else { return false }
            if place + 1 < bytes.count, bytes[place + 1] == Byte.quote {
                hasDoubled = true
                place += 2
                continue
            }
            let content = UnsafeBufferPointer(rebasing: bytes[start..<place])
            place += 1
            guard try closeQuoted(content, hasDoubled, isEnd) else { return false }
            nextLine += lines
            return true
        }
        guard place - start <= 2 * limits.cell else { throw tooLong() }
        if isEnd { throw SheetRefusal.openQuote(row: firstLine, column: cells.count + 1) }
        return false
    }

    /// A line feed behind a carriage return ends the same line.
    private func isSecondOfTwo(_ place: Int, _ start: Int) -> Bool {
        bytes[place] == Byte.lineFeed && place > start && bytes[place - 1] == Byte.carriageReturn
    }

    private mutating func closeQuoted(
        _ content: UnsafeBufferPointer<UInt8>, _ hasDoubled: Bool, _ isEnd: Bool
    ) throws -> Bool {
        // Blanks between a closing quote and the next delimiter are somebody's idea of order.
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        guard place < bytes.count || isEnd else { return false }
        if place < bytes.count, bytes[place] != delimiter, bytes[place] != Byte.lineFeed,
            bytes[place] != Byte.carriageReturn
        {
            throw SheetRefusal.textAfterQuote(row: firstLine, column: cells.count + 1)
        }
        guard hasDoubled else {
            try add(content)
            return true
        }
        var single: [UInt8] = []
        single.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == Byte.quote && !isSecond
            if byte != Byte.quote || isSecond { single.append(byte) }
        }
        try single.withUnsafeBufferPointer { try add($0) }
        return true
    }

    private mutating func add(_ content: UnsafeBufferPointer<UInt8>) throws {
        guard content.count <= limits.cell else { throw tooLong() }
        let guarded = content.first == UInt8(ascii: "'")
        let own = guarded ? content : CellText.trimmed(content)
        guard !own.isEmpty else { return cells.append(.empty) }
        guard let zeros = linesBeforeZero(own) else { return cells.append(word(own, guarded)) }
        throw SheetRefusal.binary(row: firstLine + zeros)
    }

    /// `nil` where there is no zero; the lines before it otherwise.
    private func linesBeforeZero(_ content: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let place = content.firstIndex(of: 0) else { return nil }
        return content[..<place].count { $0 == Byte.lineFeed }
    }

    private func word(_ content: UnsafeBufferPointer<UInt8>, _ guarded: Bool) -> SheetCell {
        let utf8 = String(validating: content, as: UTF8.self)
        if let utf8, !guarded { return .text(utf8) }
        // Our own files put an apostrophe before what a spreadsheet would compute.
        var own = SheetText.withoutGuard(utf8 ?? Windows1252.text(content))
        return own.withUTF8 { bytes in
            let trimmed = CellText.trimmed(bytes)
            return trimmed.isEmpty ? .empty : .text(String(decoding: trimmed, as: UTF8.self))
        }
    }

    private func tooLong() -> SheetRefusal {
        .cellTooLong(row: firstLine, column: cells.count + 1, limit: limits.cell)
    }
}

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
        if isAtStart, waiting.count >= 8 {
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

    private mutating func skipHead() {
        if waiting.starts(with: [0xEF, 0xBB, 0xBF]) { waiting.removeFirst(3) }
        guard waiting.starts(with: Array("sep=".utf8)), let end = waiting.firstIndex(of: Byte.lineFeed) else { return }
        waiting.removeFirst(end + 1)
        line += 1
    }

    private mutating func readRows(isEnd: Bool, _ body: (SheetRow) throws -> Void) throws {
        var start = 0
        var line = line
        let (delimiter, limits) = (delimiter, limits)
        try waiting.withUnsafeBufferPointer { bytes in
            while start < bytes.count {
                var row = RowCutter(bytes, start, line: line, delimiter, limits)
                guard let end = try row.cut(isEnd: isEnd) else { break }
                if !row.isBlank { try body(SheetRow(number: line, cells: row.cells)) }
                start = end
                line = row.nextLine
            }
        }
        self.line = line
        waiting.removeFirst(start)
        // A row that is still open is no longer than its longest cell may be, times as many cells as it has.
        guard waiting.count <= 64 * limits.cell else {
            throw SheetRefusal.cellTooLong(row: line, column: 1, limit: limits.cell)
        }
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

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, line: Int, _ delimiter: UInt8, _ limits: SheetLimits) {
        self.bytes = bytes
        self.delimiter = delimiter
        self.limits = limits
        firstLine = line
        nextLine = line
        place = start
    }

    var isBlank: Bool { cells.allSatisfy { $0 == .empty } }

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
        while cells.last == .empty { cells.removeLast() }
        return place
    }

    private mutating func bare(_ isEnd: Bool) throws -> Bool {
        let start = place
        while place < bytes.count {
            let byte = bytes[place]
            if byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn { break }
            place += 1
        }
        guard place < bytes.count || isEnd else { return false }
        try add(UnsafeBufferPointer(rebasing: bytes[start..<place]))
        return true
    }

    private mutating func quoted(_ isEnd: Bool) throws -> Bool {
        let start = place + 1
        var hasDoubled = false
        var lines = 0
        place = start
        while place < bytes.count {
            let byte = bytes[place]
            if byte == Byte.lineFeed { lines += 1 }
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
            try closeQuoted(content, hasDoubled)
            nextLine += lines
            return true
        }
        guard place - start <= limits.cell else { throw tooLong() }
        if isEnd { throw SheetRefusal.openQuote(row: firstLine, column: cells.count + 1) }
        return false
    }

    private mutating func closeQuoted(_ content: UnsafeBufferPointer<UInt8>, _ hasDoubled: Bool) throws {
        // Blanks between a closing quote and the next delimiter are somebody's idea of order.
        while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        if place < bytes.count, bytes[place] != delimiter, bytes[place] != Byte.lineFeed,
            bytes[place] != Byte.carriageReturn
        {
            throw SheetRefusal.textAfterQuote(row: firstLine, column: cells.count + 1)
        }
        guard hasDoubled else { return try add(content) }
        var single: [UInt8] = []
        single.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == Byte.quote && !isSecond
            if !isSecond { single.append(byte) }
        }
        try single.withUnsafeBufferPointer { try add($0) }
    }

    private mutating func add(_ content: UnsafeBufferPointer<UInt8>) throws {
        guard content.count <= limits.cell else { throw tooLong() }
        var (start, end) = (0, content.count)
        while start < end, isBlank(content[start]) { start += 1 }
        while end > start, isBlank(content[end - 1]) { end -= 1 }
        guard start < end else { return cells.append(.empty) }
        let trimmed = UnsafeBufferPointer(rebasing: content[start..<end])
        guard !trimmed.contains(0) else { throw SheetRefusal.binary(row: firstLine) }
        cells.append(.text(String(validating: trimmed, as: UTF8.self) ?? Windows1252.text(trimmed)))
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private func tooLong() -> SheetRefusal {
        .cellTooLong(row: firstLine, column: cells.count + 1, limit: limits.cell)
    }
}

/// A zip archive written from front to back: sizes and check sums follow each part, so that nothing waits.
///
/// Nothing in it depends on the clock: the same parts make the same bytes.
///
/// - Source: PKWARE APPNOTE 6.3.10: .ZIP File Format Specification
struct ZipStream: ~Copyable {
    private var deflater: Deflater
    private var waiting: [UInt8] = []
    private var ready: [UInt8] = []
    private var entries: [Entry] = []
    /// Bytes that were taken already.
    private var taken: UInt64
    private var sum = CheckSum()
    /// Bytes of the current part, unfolded.
    private(set) var partSize: UInt64 = 0

    private struct Entry {
        let name: [UInt8]
        let offset: UInt64
        var sum: UInt32 = 0
        var folded: UInt32 = 0
        var size: UInt32 = 0
    }

    /// A part may not be larger: then its sizes fit into four bytes, which every program understands.
    static let longestPart = UInt64(UInt32.max)

    enum Fault: Error {
        case partTooLarge
    }

    /// - Parameter start: where the archive begins; other than zero only in tests of very large ones.
    init(level: Int32 = 1, start: UInt64 = 0) throws {
        deflater = try Deflater(level: level)
        taken = start
    }

    /// How many bytes can be taken.
    var readyCount: Int { ready.count }

    mutating func take() -> [UInt8] {
        taken += UInt64(ready.count)
        defer { ready = [] }
        return ready
    }

    private var position: UInt64 { taken + UInt64(ready.count) }

    /// Writes a small part.
    mutating func add(_ name: String, _ bytes: [UInt8]) throws {
        try begin(name)
        try write(bytes)
        try end()
    }

    mutating func begin(_ name: String) throws {
        let entry = Entry(name: Array(name.utf8), offset: position)
        entries.append(entry)
        ready.appendLittle(UInt32(0x0403_4B50))
        ready.appendLittle(UInt16(20))
        appendTraits()
        ready.append(contentsOf: Array(repeating: 0, count: 12))
        ready.appendLittle(UInt16(entry.name.count))
        ready.appendLittle(UInt16(0))
        ready += entry.name
        try deflater.restart()
        sum = CheckSum()
        partSize = 0
    }

    /// Sizes follow later, folded by deflate, first of January 1980.
    private mutating func appendTraits() {
        ready.appendLittle(UInt16(1 << 3))
        ready.appendLittle(UInt16(8))
        ready.appendLittle(UInt16(0))
        ready.appendLittle(UInt16(1 << 5 | 1))
    }

    mutating func write(_ bytes: [UInt8]) throws {
        waiting += bytes
        if waiting.count >= 1 << 16 { try fold(isEnd: false) }
    }

    private mutating func fold(isEnd: Bool) throws {
        guard let last = entries.indices.last else { return }
        partSize += UInt64(waiting.count)
        guard partSize < Self.longestPart else { throw Fault.partTooLarge }
        sum.add(waiting)
        let before = ready.count
        try deflater.fold(&waiting, isEnd: isEnd, into: &ready)
        entries[last].folded += UInt32(ready.count - before)
        waiting.removeAll(keepingCapacity: true)
    }

    mutating func end() throws {
        try fold(isEnd: true)
        guard let last = entries.indices.last else { return }
        entries[last].sum = sum.value
        entries[last].size = UInt32(partSize)
        ready.appendLittle(UInt32(0x0807_4B50))
        ready.appendLittle(entries[last].sum)
        ready.appendLittle(entries[last].folded)
        ready.appendLittle(entries[last].size)
    }

    /// Writes the directory; nothing may follow.
    mutating func finish() {
        let start = position
        for entry in entries { appendDirectory(entry) }
        let size = position - start
        let isLarge = start > UInt64(UInt32.max) - 1 || size > UInt64(UInt32.max) - 1 || entries.count > 0xFFFE
        if isLarge { appendLargeEnd(start: start, size: size) }
        let count = isLarge ? UInt16.max : UInt16(entries.count)
        ready.appendLittle(UInt32(0x0605_4B50))
        ready.appendLittle(UInt32(0))
        ready.appendLittle(count)
        ready.appendLittle(count)
        ready.appendLittle(isLarge ? UInt32.max : UInt32(size))
        ready.appendLittle(isLarge ? UInt32.max : UInt32(start))
        ready.appendLittle(UInt16(0))
    }

    private mutating func appendDirectory(_ entry: Entry) {
        let isFar = entry.offset >= UInt64(UInt32.max)
        ready.appendLittle(UInt32(0x0201_4B50))
        ready.appendLittle(UInt16(isFar ? 45 : 20))
        ready.appendLittle(UInt16(isFar ? 45 : 20))
        appendTraits()
        ready.appendLittle(entry.sum)
        ready.appendLittle(entry.folded)
        ready.appendLittle(entry.size)
        ready.appendLittle(UInt16(entry.name.count))
        ready.appendLittle(UInt16(isFar ? 12 : 0))
        ready.append(contentsOf: Array(repeating: 0, count: 10))
        ready.appendLittle(isFar ? UInt32.max : UInt32(entry.offset))
        ready += entry.name
        guard isFar else { return }
        ready.appendLittle(UInt16(1))
        ready.appendLittle(UInt16(8))
        ready.appendLittle(entry.offset)
    }

    /// What an archive beyond four gigabytes has besides.
    private mutating func appendLargeEnd(start: UInt64, size: UInt64) {
        let place = position
        ready.appendLittle(UInt32(0x0606_4B50))
        ready.appendLittle(UInt64(44))
        ready.appendLittle(UInt16(45))
        ready.appendLittle(UInt16(45))
        ready.appendLittle(UInt64(0))
        ready.appendLittle(UInt64(entries.count))
        ready.appendLittle(UInt64(entries.count))
        ready.appendLittle(size)
        ready.appendLittle(start)
        ready.appendLittle(UInt32(0x0706_4B50))
        ready.appendLittle(UInt32(0))
        ready.appendLittle(place)
        ready.appendLittle(UInt32(1))
    }
}

extension [UInt8] {
    mutating func appendLittle(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}

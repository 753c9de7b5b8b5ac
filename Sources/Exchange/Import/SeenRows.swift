/// What rows have said before, kept as numbers: eight bytes a thing, two to three slots of them.
///
/// Two things in a million are taken for one with a chance of one in a million: forty bits of their hashes are kept.
struct SeenRows: Sendable {
    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    private var count = 0

    /// Remembers that a row says this.
    /// - Parameter row: ≥ 1.
    /// - Returns: the row that said it first; `nil` where this one does.
    mutating func first(_ hash: LineHash, _ row: Int) -> Int? {
        if count * 4 >= slots.count * 3 { grow() }
        let kept = hash.value & ~Self.rowBits
        var place = Self.place(kept, slots.count)
        while slots[place] != 0 {
            if slots[place] & ~Self.rowBits == kept { return Int(slots[place] & Self.rowBits) }
            place = (place + 1) & (slots.count - 1)
        }
        slots[place] = kept | max(1, UInt64(truncatingIfNeeded: row) & Self.rowBits)
        count += 1
        return nil
    }

    /// Sixteen million rows are told apart by their numbers.
    private static let rowBits: UInt64 = (1 << 24) - 1

    private static func place(_ kept: UInt64, _ slots: Int) -> Int {
        Int(truncatingIfNeeded: (kept &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots - 1)
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: 2 * old.count)
        for slot in old where slot != 0 {
            var place = Self.place(slot & ~Self.rowBits, slots.count)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = slot
        }
    }
}

/// A hash that is the same in every run.
/// - Source: Fowler, Noll & Vo (1991), FNV-1a with 64 bits
struct LineHash: Sendable {
    private(set) var value: UInt64

    init() { value = 0xcbf2_9ce4_8422_2325 }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// A cell, however many blanks stand between its words.
    mutating func add(_ cell: SheetCell) {
        switch cell {
        case .empty: break
        case .text(let text): addWords(text)
        case .number, .date, .truth, .fault: addWords(ListHeader.text(cell))
        }
        add(0x1F)
    }

    private mutating func addWords(_ text: String) {
        var isBlank = false
        var isFirst = true
        for byte in text.utf8 {
            if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
                isBlank = true
                continue
            }
            if isBlank, !isFirst { add(UInt8(ascii: " ")) }
            isBlank = false
            isFirst = false
            add(byte)
        }
    }

    /// Letters and digits, in small letters.
    mutating func addName(_ name: String) {
        for byte in name.utf8 where byte >= UInt8(ascii: "0") {
            add((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte)
        }
        add(0x1F)
    }
}

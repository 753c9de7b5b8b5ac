/// What rows have said before, kept as numbers: twelve bytes a slot, sixteen with notes; of a million things two million
/// slots.
///
/// Whole hashes are kept: of a million things hardly ever two are taken for one (1 in 40 million); with forty bits of
/// them it would be every second list.
struct SeenRows: Sendable {
    struct Before: Equatable {
        /// The row that said it first.
        let row: Int
        /// What was noted with it.
        let note: UInt32
    }

    /// Zero is a free slot.
    private var hashes = [UInt64](repeating: 0, count: 1 << 10)
    private var rows = [UInt32](repeating: 0, count: 1 << 10)
    /// Empty until somebody notes something.
    private var notes: [UInt32] = []
    private var count = 0

    /// Remembers that a row says this.
    /// - Returns: `nil` where it is the first.
    mutating func first(_ hash: LineHash, _ row: Int, note: UInt32 = 0) -> Before? {
        if count * 4 >= hashes.count * 3 { grow() }
        let kept = max(1, hash.value)
        let place = place(of: kept)
        if hashes[place] != 0 { return Before(row: Int(rows[place]), note: notes.isEmpty ? 0 : notes[place]) }
        hashes[place] = kept
        rows[place] = UInt32(clamping: row)
        count += 1
        guard note != 0 else { return nil }
        if notes.isEmpty { notes = Array(repeating: 0, count: hashes.count) }
        notes[place] = note
        return nil
    }

    /// The slot of a hash, or the free one it would take.
    private func place(of kept: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (kept &* 0x9E37_79B9_7F4A_7C15) >> 32) & (hashes.count - 1)
        while hashes[place] != 0, hashes[place] != kept { place = (place + 1) & (hashes.count - 1) }
        return place
    }

    private mutating func grow() {
        let old = self
        let size = 2 * old.hashes.count
        hashes = Array(repeating: 0, count: size)
        rows = Array(repeating: 0, count: size)
        notes = old.notes.isEmpty ? [] : Array(repeating: 0, count: size)
        for (slot, kept) in old.hashes.enumerated() where kept != 0 {
            let place = place(of: kept)
            hashes[place] = kept
            rows[place] = old.rows[slot]
            if !notes.isEmpty { notes[place] = old.notes[slot] }
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

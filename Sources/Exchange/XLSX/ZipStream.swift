internal import CZlib

/// A zip archive that is written while it is sent: no part is held, and nothing is gone back to. What cannot be known
/// before a part ends (its size and check sum) stands behind it.
///
/// - Source: PKWARE APPNOTE 6.3.10, sections 4.3.9 and 4.3.14 (zip64); RFC 1951
struct ZipStream {
    struct Part {
        let name: [UInt8]
        let place: UInt64
        var sum: UInt32 = 0
        var size: UInt64 = 0
        var packed: UInt64 = 0
    }

    private var done: [Part] = []
    private var current: Part?
    private var folder: Folder?
    private var place: UInt64 = 0

    /// Begins a part. - Returns: the bytes to send.
    mutating func begin(_ name: String) -> [UInt8] {
        var bytes: [UInt8] = []
        let part = Part(name: Array(name.utf8), place: place)
        bytes.put(0x0403_4B50 as UInt32)
        // Version 4.5 (zip64), sizes behind the part, names in UTF-8, deflated, 1 January 1980.
        for word in [45, 0x0808, 8, 0, 0x21] as [UInt16] { bytes.put(word) }
        for _ in 0..<3 { bytes.put(0 as UInt32) }
        bytes.put(UInt16(part.name.count))
        bytes.put(0 as UInt16)
        bytes += part.name
        current = part
        folder = Folder()
        place += UInt64(bytes.count)
        return bytes
    }

    /// The next bytes of the part. - Returns: the bytes to send, often none.
    mutating func add(_ content: [UInt8]) -> [UInt8] { pack(content, isEnd: false) }

    /// Ends the part. - Returns: the bytes to send.
    mutating func end() -> [UInt8] {
        var bytes = pack([], isEnd: true)
        guard let part = current else { return bytes }
        let begun = bytes.count
        bytes.put(0x0807_4B50 as UInt32)
        bytes.put(part.sum)
        // Small parts say their sizes in four bytes, as every reader expects; large ones in eight.
        if part.isLarge {
            bytes.put(part.packed)
            bytes.put(part.size)
        } else {
            bytes.put(UInt32(part.packed))
            bytes.put(UInt32(part.size))
        }
        place += UInt64(bytes.count - begun)
        done.append(part)
        current = nil
        folder = nil
        return bytes
    }

    /// Ends the archive. - Returns: the bytes to send.
    mutating func finish() -> [UInt8] {
        let start = place
        var bytes: [UInt8] = []
        for part in done { bytes.putEntry(part) }
        let size = UInt64(bytes.count)
        let isLarge = start + size > 0xFFFF_FFFE || done.count > 0xFFFE
        if isLarge { bytes.putLargeEnd(count: UInt64(done.count), size: size, start: start) }
        bytes.put(0x0605_4B50 as UInt32)
        bytes.put(0 as UInt32)
        let count = UInt16(clamping: done.count)
        bytes.put(count)
        bytes.put(count)
        bytes.put(UInt32(clamping: size))
        bytes.put(isLarge ? 0xFFFF_FFFF : UInt32(start))
        bytes.put(0 as UInt16)
        return bytes
    }

    private mutating func pack(_ content: [UInt8], isEnd: Bool) -> [UInt8] {
        guard let folder else { return [] }
        let packed = folder.fold(content, isEnd: isEnd)
        let sum = uLong(current?.sum ?? 0)
        current?.sum = UInt32(
            truncatingIfNeeded: content.withUnsafeBufferPointer { crc32_z(sum, $0.baseAddress, $0.count) })
        current?.size += UInt64(content.count)
        current?.packed += UInt64(packed.count)
        place += UInt64(packed.count)
        return packed
    }

    /// zlib's state, which lives as long as its part. Used by one stream at a time, never shared.
    private final class Folder {
        private var stream = z_stream()

        init() {
            // Raw deflate, quick: a list is folded while somebody waits.
            deflateInit2_(
                &stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        }

        deinit { deflateEnd(&stream) }

        func fold(_ content: [UInt8], isEnd: Bool) -> [UInt8] {
            var packed: [UInt8] = []
            var content = content
            content.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = uInt(input.count)
                var piece = [UInt8](repeating: 0, count: 1 << 16)
                repeat {
                    let left = piece.withUnsafeMutableBufferPointer { output in
                        stream.next_out = output.baseAddress
                        stream.avail_out = uInt(output.count)
                        deflate(&stream, isEnd ? Z_FINISH : Z_NO_FLUSH)
                        return Int(stream.avail_out)
                    }
                    packed += piece[..<(piece.count - left)]
                } while stream.avail_out == 0
            }
            return packed
        }
    }
}

extension ZipStream.Part {
    fileprivate var isLarge: Bool { size > 0xFFFF_FFFE || packed > 0xFFFF_FFFE }
}

extension [UInt8] {
    fileprivate mutating func put(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func putEntry(_ part: ZipStream.Part) {
        let isLarge = part.isLarge || part.place > 0xFFFF_FFFE
        put(0x0201_4B50 as UInt32)
        for word in [45, 45, 0x0808, 8, 0, 0x21] as [UInt16] { put(word) }
        put(part.sum)
        put(isLarge ? 0xFFFF_FFFF : UInt32(part.packed))
        put(isLarge ? 0xFFFF_FFFF : UInt32(part.size))
        put(UInt16(part.name.count))
        put(UInt16(isLarge ? 28 : 0))
        for _ in 0..<3 { put(0 as UInt16) }
        put(0 as UInt32)
        put(isLarge ? 0xFFFF_FFFF : UInt32(part.place))
        self += part.name
        guard isLarge else { return }
        put(1 as UInt16)
        put(24 as UInt16)
        put(part.size)
        put(part.packed)
        put(part.place)
    }

    fileprivate mutating func putLargeEnd(count: UInt64, size: UInt64, start: UInt64) {
        put(0x0606_4B50 as UInt32)
        put(44 as UInt64)
        for word in [45, 45] as [UInt16] { put(word) }
        put(0 as UInt64)
        for number in [count, count, size, start] { put(number) }
        put(0x0706_4B50 as UInt32)
        put(0 as UInt32)
        put(start + size)
        put(1 as UInt32)
    }
}

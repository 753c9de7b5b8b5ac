import CZip

/// A zip archive on the disk, read part by part as a stream.
struct ZipArchive: Sendable {
    private let file: OpenFile
    private let limits: SheetLimits
    let names: Set<String>
    /// Whether any part is encrypted.
    let isLocked: Bool

    /// - Throws: `SheetRefusal.damaged` for what is no archive.
    init(_ file: OpenFile, _ limits: SheetLimits) throws(SheetRefusal) {
        self.file = file
        self.limits = limits
        let archive = try ZipSource.archive(file)
        defer { zip_discard(archive) }
        let count = zip_get_num_entries(archive, 0)
        // A workbook has some dozens of parts.
        guard count < 20_000 else { throw .bomb }
        var names: Set<String> = []
        var isLocked = false
        for index in 0..<max(0, count) {
            var entry = zip_stat_t()
            guard zip_stat_index(archive, zip_uint64_t(index), 0, &entry) == 0, let name = entry.name else { continue }
            names.insert(String(cString: name))
            isLocked = isLocked || entry.encryption_method != UInt16(ZIP_EM_NONE)
        }
        self.names = names
        self.isLocked = isLocked
    }

    /// The bytes of a part, unfolded, a block after the other.
    /// - Parameter progress: is told how far the part is read.
    /// - Throws: `SheetRefusal.damaged`, `.bomb`; whatever `body` throws.
    func forEachBlock(
        of name: String, _ progress: SheetProgress? = nil, atMost most: Int? = nil,
        _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
    ) throws {
        let archive = try ZipSource.archive(file)
        defer { zip_discard(archive) }
        var entry = zip_stat_t()
        guard zip_stat(archive, name, 0, &entry) == 0, let part = zip_fopen(archive, name, 0) else {
            throw SheetRefusal.damaged(part: name)
        }
        defer { zip_fclose(part) }
        // Sizes are what the archive says of itself: they are not to be trusted, and may be anything.
        let folded = min(Int(clamping: entry.comp_size), file.size)
        let (unfolded, isFar) = folded.multipliedReportingOverflow(by: limits.ratio)
        let most = min(most ?? limits.part, max(limits.ratioFrom, isFar ? .max : unfolded))
        let said = Int(clamping: entry.size)
        var count = 0
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
        defer { block.deallocate() }
        while true {
            let got = zip_fread(part, block.baseAddress, zip_uint64_t(block.count))
            guard got >= 0 else { throw SheetRefusal.damaged(part: name) }
            if got == 0 { return }
            count += Int(got)
            progress?.note(count, of: max(said, count))
            guard count <= most else { throw SheetRefusal.bomb }
            try body(UnsafeBufferPointer(rebasing: block[0..<Int(got)]))
        }
    }
}

/// Lets the library read through the file that is open already.
private final class ZipSource {
    private let file: OpenFile
    private var place = 0
    private var error = zip_error_t()

    private init(_ file: OpenFile) { self.file = file }

    /// An archive; to be ended by `zip_discard`.
    static func archive(_ file: OpenFile) throws(SheetRefusal) -> OpaquePointer {
        let state = Unmanaged.passRetained(ZipSource(file))
        var error = zip_error_t()
        guard let source = zip_source_function_create(answer, state.toOpaque(), &error) else {
            state.release()
            throw .damaged(part: "zip")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw .damaged(part: "zip")
        }
        return archive
    }

    /// What the library asks of a source.
    private static let answer: zip_source_callback = { state, data, count, command in
        guard let state else { return -1 }
        let source = Unmanaged<ZipSource>.fromOpaque(state)
        if command == ZIP_SOURCE_FREE {
            source.release()
            return 0
        }
        return source.takeUnretainedValue().answer(command, data, count)
    }

    private func answer(
        _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ count: zip_uint64_t
    ) -> zip_int64_t {
        switch command {
        case ZIP_SOURCE_OPEN:
            place = 0
            return 0
        case ZIP_SOURCE_CLOSE: return 0
        case ZIP_SOURCE_READ: return read(data, Int(clamping: count))
        case ZIP_SOURCE_TELL: return zip_int64_t(place)
        case ZIP_SOURCE_SEEK:
            let size = zip_uint64_t(file.size)
            let found = zip_source_seek_compute_offset(zip_uint64_t(place), size, data, count, &error)
            guard found >= 0 else { return -1 }
            place = Int(found)
            return 0
        case ZIP_SOURCE_STAT: return state(data, count)
        case ZIP_SOURCE_ERROR: return zip_error_to_data(&error, data, count)
        case ZIP_SOURCE_SUPPORTS:
            let known = [
                ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
                ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
            ]
            return known.reduce(0) { $0 | 1 << zip_int64_t($1.rawValue) }
        default:
            zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
            return -1
        }
    }

    private func read(_ data: UnsafeMutableRawPointer?, _ count: Int) -> zip_int64_t {
        let room = UnsafeMutableRawBufferPointer(start: data, count: count)
        // What could not be read is reported to the library, which has its own words for it.
        guard let got = try? file.read(at: place, into: room) else {
            zip_error_set(&error, ZIP_ER_READ, 0)
            return -1
        }
        place += got
        return zip_int64_t(got)
    }

    private func state(_ data: UnsafeMutableRawPointer?, _ count: zip_uint64_t) -> zip_int64_t {
        let size = MemoryLayout<zip_stat_t>.size
        guard let data, count >= size else { return -1 }
        let state = data.assumingMemoryBound(to: zip_stat_t.self)
        zip_stat_init(state)
        state.pointee.size = zip_uint64_t(file.size)
        state.pointee.valid |= zip_uint64_t(ZIP_STAT_SIZE)
        return zip_int64_t(size)
    }
}

internal import CZip
import Foundation

/// A zip archive on the disk, read part by part as a stream.
struct ZipArchive: Sendable {
    private let place: URL
    private let limits: SheetLimits
    let names: Set<String>
    /// Whether any part is encrypted.
    let isLocked: Bool

    /// - Throws: `SheetRefusal.damaged` for what is no archive.
    init(at place: URL, _ limits: SheetLimits) throws {
        self.place = place
        self.limits = limits
        let archive = try Self.open(place)
        defer { zip_discard(archive) }
        let count = zip_get_num_entries(archive, 0)
        // A workbook has some dozens of parts.
        guard count < 20_000 else { throw SheetRefusal.bomb }
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
    /// - Throws: `SheetRefusal.damaged`, `.bomb`; whatever `body` throws.
    func forEachBlock(of name: String, _ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        let archive = try Self.open(place)
        defer { zip_discard(archive) }
        var entry = zip_stat_t()
        guard zip_stat(archive, name, 0, &entry) == 0, let file = zip_fopen(archive, name, 0) else {
            throw SheetRefusal.damaged(part: name)
        }
        defer { zip_fclose(file) }
        let most = max(limits.ratioFrom, Int(entry.comp_size) * limits.ratio)
        var count = 0
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 18)
        defer { block.deallocate() }
        while true {
            let got = zip_fread(file, block.baseAddress, zip_uint64_t(block.count))
            guard got >= 0 else { throw SheetRefusal.damaged(part: name) }
            if got == 0 { return }
            count += Int(got)
            guard count <= min(limits.part, most) else { throw SheetRefusal.bomb }
            try body(UnsafeBufferPointer(rebasing: block[0..<Int(got)]))
        }
    }

    /// A small part as a whole.
    func bytes(of name: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachBlock(of: name) { block in
            bytes += block
            guard bytes.count <= 32 << 20 else { throw SheetRefusal.bomb }
        }
        return bytes
    }

    private static func open(_ place: URL) throws -> OpaquePointer {
        var error: Int32 = 0
        guard let archive = zip_open(place.path, ZIP_RDONLY, &error) else { throw SheetRefusal.damaged(part: "zip") }
        return archive
    }
}

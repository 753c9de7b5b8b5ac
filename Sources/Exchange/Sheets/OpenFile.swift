import Foundation

/// A file that was opened once and is read by place: it may be moved or removed meanwhile, and several may read it at
/// once.
final class OpenFile: Sendable {
    private let handle: Int32
    /// Bytes when it was opened.
    let size: Int

    /// - Throws: `SheetRefusal.unreadable` for what is no file or may not be read.
    init(at place: URL) throws(SheetRefusal) {
        handle = open(place.path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw .unreadable }
        var state = stat()
        guard fstat(handle, &state) == 0, state.st_mode & S_IFMT == S_IFREG else {
            close(handle)
            throw .unreadable
        }
        size = Int(state.st_size)
    }

    deinit { close(handle) }

    /// - Returns: how many bytes were read; fewer than there is room for only at the end of the file.
    func read(at place: Int, into room: UnsafeMutableRawBufferPointer) throws(SheetRefusal) -> Int {
        var count = 0
        while count < room.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: room[count...])
            let got = pread(handle, rest.baseAddress, rest.count, off_t(place + count))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .unreadable }
            if got == 0 { break }
            count += got
        }
        return count
    }

    func bytes(at place: Int, count: Int) throws(SheetRefusal) -> [UInt8] {
        var failure: SheetRefusal?
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { room, got in
            do throws(SheetRefusal) {
                got = try read(at: place, into: UnsafeMutableRawBufferPointer(room))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Whether some bytes stand anywhere in the file.
    func contains(_ wanted: [UInt8]) throws(SheetRefusal) -> Bool {
        var place = 0
        while place < size {
            let block = try bytes(at: place, count: 1 << 20)
            guard !block.isEmpty else { return false }
            if Data(block).range(of: Data(wanted)) != nil { return true }
            guard block.count == 1 << 20 else { return false }
            place += block.count - wanted.count
        }
        return false
    }
}

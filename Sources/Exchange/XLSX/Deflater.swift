import CZlib

/// Folds bytes as they come.
/// - Source: RFC 1951
struct Deflater: ~Copyable {
    /// The library keeps the address of its state; it must not move.
    private let stream: UnsafeMutablePointer<z_stream>

    struct Fault: Error {
        let code: Int32
    }

    /// - Parameter level: 1 is quick, 9 is small.
    init(level: Int32) throws {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        // Fifteen bits of window, without a header: that is how a zip archive holds it.
        let code = deflateInit2_(stream, level, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size)
        guard code == Z_OK else {
            stream.deallocate()
            throw Fault(code: code)
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Begins another stream.
    mutating func restart() throws {
        let code = deflateReset(stream)
        guard code == Z_OK else { throw Fault(code: code) }
    }

    /// Appends to `folded` what is ready; at the end, all there is.
    mutating func fold(_ bytes: inout [UInt8], isEnd: Bool, into folded: inout [UInt8]) throws {
        let room = 1 << 16
        let stream = stream
        try bytes.withUnsafeMutableBufferPointer { source in
            stream.pointee.next_in = source.baseAddress
            stream.pointee.avail_in = UInt32(source.count)
            while true {
                var code = Z_OK
                let piece = [UInt8](unsafeUninitializedCapacity: room) { target, count in
                    stream.pointee.next_out = target.baseAddress
                    stream.pointee.avail_out = UInt32(room)
                    code = deflate(stream, isEnd ? Z_FINISH : Z_NO_FLUSH)
                    count = room - Int(stream.pointee.avail_out)
                }
                folded += piece
                // Nothing to do is no fault.
                guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else { throw Fault(code: code) }
                if stream.pointee.avail_out > 0 { return }
            }
        }
    }
}

/// The check sum of an archive's part.
struct CheckSum {
    private(set) var value: UInt32 = 0

    mutating func add(_ bytes: [UInt8]) {
        value = UInt32(truncatingIfNeeded: crc32(UInt(value), bytes, UInt32(bytes.count)))
    }
}

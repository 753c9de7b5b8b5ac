import Hummingbird
import NIOCore
import Secrets

/// Takes the bytes of a reply that is made while it is sent, and gathers small pieces to larger ones.
struct ReplySink {
    private var writer: any ResponseBodyWriter
    private var waiting = ByteBuffer()
    private var hasBegun = false
    private var hash = SHA256()

    /// Of all that was sent so far: 64 hexadecimal digits.
    var sha256: String { hash.hex }

    init(_ writer: any ResponseBodyWriter) { self.writer = writer }

    /// What comes first leaves at once, so that the browser shows that something comes.
    mutating func send(_ bytes: [UInt8]) async throws {
        waiting.writeBytes(bytes)
        hash.add(bytes)
        if waiting.readableBytes >= 1 << 15 || !hasBegun { try await flush() }
    }

    mutating func finish() async throws {
        try await flush()
        try await writer.finish(nil)
    }

    private mutating func flush() async throws {
        hasBegun = true
        guard waiting.readableBytes > 0 else { return }
        let piece = waiting
        waiting = ByteBuffer()
        try await writer.write(piece)
    }
}

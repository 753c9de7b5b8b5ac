/// A number made of every byte: it tells files apart and finds a slip; it does not protect against anyone's intent.
/// - Source: Fowler, Noll & Vo (1991), FNV-1a with 64 bits
struct Fingerprint {
    private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

    init(_ bytes: [UInt8]) { add(bytes) }

    /// Line ends and the mark that some programs put at the head of a file are passed over: they change nothing.
    mutating func add(_ bytes: [UInt8]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for byte in bytes[start...] where byte != Byte.carriageReturn {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
    }

    /// Sixteen hexadecimal digits.
    var text: String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

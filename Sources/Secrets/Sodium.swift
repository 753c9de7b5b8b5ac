internal import CSodium

/// The library behind this room, made ready before its first use.
enum Sodium {
    /// A static is set once however many ask at the same time. Without a working source of random numbers nothing
    /// here could be trusted, so the program stops rather than go on.
    private static let isReady: Bool = {
        let answer = sodium_init()
        precondition(answer >= 0, "libsodium could not be made ready")
        return true
    }()

    /// To be called before any function of the library.
    static func start() { _ = isReady }

    /// Bytes nobody can foretell.
    static func random(_ count: Int) -> [UInt8] {
        start()
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }

    /// Overwrites with zeros, in a way the optimiser may not leave out.
    static func wipe(_ bytes: inout [UInt8]) {
        sodium_memzero(&bytes, bytes.count)
    }
}

/// Random numbers nobody can foretell: for identifiers, not for methods, whose numbers must be reproducible.
public struct Randomness: RandomNumberGenerator, Sendable {
    public init() { Sodium.start() }

    /// The next 64 random bits.
    public mutating func next() -> UInt64 {
        var number: UInt64 = 0
        randombytes_buf(&number, MemoryLayout<UInt64>.size)
        return number
    }
}

import Synchronization

/// How far a file is read, for whoever waits for it; may be asked from anywhere while it is read.
public final class SheetProgress: Sendable {
    private let done = Atomic<Int>(0)
    private let wanted = Atomic<Int>(0)

    public init() {}

    /// Bytes of the sheet that are read; those of a workbook's, unfolded.
    public var bytesRead: Int { done.load(ordering: .relaxed) }

    /// Bytes of the sheet; 0 before reading has begun.
    public var byteCount: Int { wanted.load(ordering: .relaxed) }

    /// 0…1.
    public var share: Double { byteCount > 0 ? min(1, Double(bytesRead) / Double(byteCount)) : 0 }

    func note(_ bytesRead: Int, of byteCount: Int) {
        wanted.store(byteCount, ordering: .relaxed)
        done.store(bytesRead, ordering: .relaxed)
    }
}

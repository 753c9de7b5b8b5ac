/// A stream of ticks, made anew for whoever listens. Tests hand in their own, so that nothing waits for a clock.
public struct Ticks: Sendable {
    let stream: @Sendable () -> AsyncStream<Void>

    public init(_ stream: @escaping @Sendable () -> AsyncStream<Void>) { self.stream = stream }

    /// No tick ever; ends at once.
    public static let none = Ticks { AsyncStream { $0.finish() } }

    public static func every(_ duration: Duration) -> Ticks {
        Ticks {
            AsyncStream(unfolding: {
                do {
                    try await Task.sleep(for: duration)
                    return ()
                } catch {
                    return nil
                }
            })
        }
    }
}

/// Wakes the runner of this process when a job was asked for. Ringing twice before it wakes is ringing once.
public struct JobBell: Sendable {
    let rings: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation

    public init() { (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    public func ring() { bell.yield() }
}

/// Lets through one at a time, in the order of coming.
///
/// Passwords are tried in turn: two guesses at once would both see the failures from before either, and a password
/// costs 20 milliseconds of a core on purpose, of which two cores have few to spare.
public actor Turnstile {
    private var last: Task<Void, Never>?
    private var waiting = 0
    private let most: Int

    /// - Parameter most: so many may wait; whoever comes then is turned away.
    public init(most: Int = 200) { self.most = most }

    /// - Returns: `nil` for who was turned away.
    func pass<Result: Sendable>(
        _ body: @Sendable @escaping () async throws -> Result
    ) async throws -> Result? {
        guard waiting < most else { return nil }
        waiting += 1
        defer { waiting -= 1 }
        let before = last
        let turn = Task {
            await before?.value
            return try await body()
        }
        // What the turn comes to is its own caller's; the next one only waits for its end.
        last = Task { _ = await turn.result }
        return try await turn.value
    }
}

import Dispatch

/// The connections to one server: at most so many, opened when they are needed, leased to one transaction at a time in
/// the order of asking.
actor PostgresPool {
    private let address: String
    private let limit: Int
    private var idle: [PostgresLink] = []
    private var count = 0
    private var waiting: [(ticket: Int, turn: CheckedContinuation<Bool, Never>)] = []
    private var lastTicket = 0
    private var isClosed = false

    init(address: String, limit: Int) {
        self.address = address
        self.limit = limit
    }

    /// - Throws: `StorageFault` where the server cannot be reached, `CancellationError` for who no longer wants it.
    func lease() async throws -> PostgresLink {
        // Who comes later does not overtake.
        if !waiting.isEmpty { try await waitForTurn() }
        while true {
            guard !isClosed else { throw StorageFault.engine(.other, "closed") }
            while let link = idle.popLast() {
                if link.isAlive { return link }
                count -= 1
            }
            if count < limit { return try await open() }
            try await waitForTurn()
        }
    }

    /// Takes a link back; one that lost its server, or is still inside something, is forgotten.
    func take(back link: PostgresLink) {
        if isClosed || !link.isIdle { count -= 1 } else { idle.append(link) }
        callNext()
    }

    /// Forgets idle links: when one has lost its server the others have too.
    func forgetIdle() {
        count -= idle.count
        idle = []
        callNext()
    }

    func close() {
        isClosed = true
        forgetIdle()
        for waiter in waiting { waiter.turn.resume(returning: true) }
        waiting = []
    }

    private func open() async throws -> PostgresLink {
        count += 1
        do {
            let address = address
            return try await withCheckedThrowingContinuation { continuation in
                DispatchQueue.global().async { continuation.resume(with: Result { try PostgresLink(address) }) }
            }
        } catch {
            count -= 1
            callNext()
            throw error
        }
    }

    private func waitForTurn() async throws {
        lastTicket += 1
        let ticket = lastTicket
        let came = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                if Task.isCancelled { turn.resume(returning: false) } else { waiting.append((ticket, turn)) }
            }
        } onCancel: {
            Task { await self.giveUp(ticket) }
        }
        guard came else { throw CancellationError() }
    }

    private func giveUp(_ ticket: Int) {
        guard let index = waiting.firstIndex(where: { $0.ticket == ticket }) else { return }
        waiting.remove(at: index).turn.resume(returning: false)
    }

    private func callNext() {
        guard !waiting.isEmpty else { return }
        waiting.removeFirst().turn.resume(returning: true)
    }
}

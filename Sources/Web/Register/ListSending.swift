/// A list on its way out as a file: sent line by line while it is read, and written down in the book.
struct ListSending<Line> {
    /// Calls for every line, as it is read.
    let each: ((Line) async throws -> Void) async throws -> Void
    /// Writes down how many lines went out, and the hash of what was sent.
    let note: @Sendable (_ count: Int, _ sha256: String) async throws -> Void

    /// Also where whoever asked breaks off, it is written down: what went out is out.
    /// - Parameter bytes: of a line; of the ending for `nil`.
    func send(_ sink: inout ReplySink, _ bytes: (Line?) throws -> [UInt8]) async throws {
        var count = 0
        let outcome: Result<Void, any Error>
        do {
            try await each { line in
                count += 1
                try await sink.send(try bytes(line))
            }
            try await sink.send(try bytes(nil))
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        let (note, sent, hash) = (note, count, sink.sha256)
        // Not cancelled with the request.
        try await Task { try await note(sent, hash) }.value
        try outcome.get()
    }
}

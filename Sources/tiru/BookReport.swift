import ArgumentParser
import Foundation
import Register
import Storage

/// What `tiru doctor --audit` says of the books of events.
struct BookReport {
    let words: any CommandWords

    /// A line a book, then a line for each line that was noted earlier.
    /// - Throws: `ExitCode(1)` where a book does not hold or a noted line is not there.
    func print(_ store: Store, _ noted: [NotedLine]) async throws {
        let progress = Progress(isQuiet: false, label: words.computing)
        let books = try await store.auditBooks { progress.count($0) }
        progress.end()
        if books.isEmpty { Terminal.say("\(words.fine)  \(words.noBooks)") }
        for book in books { Terminal.say(line(book)) }
        var isSound = books.allSatisfy { $0.fault == nil }
        for line in noted {
            let isThere = try await store.holds(line)
            let said = words.notedLine(isThere: isThere)
            Terminal.say("\(isThere ? words.fine : words.wrong)  \(line.office) \(line.number) \(line.hash)  \(said)")
            isSound = isSound && isThere
        }
        guard isSound else { throw ExitCode(1) }
    }

    private func line(_ book: BookState) -> String {
        let mark = book.fault == nil ? words.fine : words.wrong
        let state = book.fault.map { words.fault($0) } ?? words.intact
        return "\(mark)  \(book.office) \(book.length) \(book.head)  \(state)"
    }
}

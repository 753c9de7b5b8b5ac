import Dispatch
import Foundation
import Synchronization

/// How far long work is: a bar that fills on a terminal, a line now and then elsewhere, nothing when quiet or quick.
final class Progress: Sendable {
    private struct State {
        var shown = -1
        var isOpen = false
    }

    private static let width = 30
    /// Nothing is shown for work that ends sooner.
    private static let patience = 0.5

    private let isQuiet: Bool
    private let isTerminal: Bool
    private let label: String
    private let start = Date()
    private let state = Mutex(State())

    /// - Parameter label: what is being done, in one word.
    init(isQuiet: Bool, label: String) {
        self.isQuiet = isQuiet
        isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
        self.label = label
    }

    /// - Parameter share: 0…1 of the work is done.
    func show(_ share: Double) {
        guard !isQuiet, Date().timeIntervalSince(start) > Self.patience else { return }
        let percent = Int(share * 100)
        state.withLock { state in
            let step = isTerminal ? 1 : 10
            guard percent >= state.shown + step, percent < 100 else { return }
            state.shown = percent
            state.isOpen = true
            if isTerminal {
                let filled = Self.width * percent / 100
                let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
                Terminal.reportInPlace("\r\(label) \(bar) \(percent) %")
            } else {
                Terminal.report("\(label) \(percent) %")
            }
        }
    }

    /// Lines of unknown number are read.
    func count(_ lines: Int) {
        guard !isQuiet, isTerminal, Date().timeIntervalSince(start) > Self.patience else { return }
        state.withLock { $0.isOpen = true }
        Terminal.reportInPlace("\r\(label) \(lines)")
    }

    /// Leaves a clean line.
    func end() {
        state.withLock { state in
            if state.isOpen, isTerminal {
                Terminal.reportInPlace("\r" + String(repeating: " ", count: label.count + Self.width + 8) + "\r")
            }
            state.isOpen = false
        }
    }
}

/// Ctrl-C, as a request to stop rather than an end.
final class Interruption {
    private let source: any DispatchSourceSignal

    init() {
        signal(SIGINT, SIG_IGN)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    }

    func watch(_ stop: @escaping @Sendable () -> Void) {
        source.setEventHandler(handler: DispatchWorkItem(block: stop))
        source.resume()
    }

    func ignore() {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }
}

import Foundation

/// What is printed. Results go to standard output; progress and complaints to standard error.
enum Terminal {
    static func say(_ text: String) { write(text + "\n", to: .standardOutput) }
    static func say(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }
    static func report(_ text: String) { write(text + "\n", to: .standardError) }
    /// Without a line break, for a line that is written over.
    static func reportInPlace(_ text: String) { write(text, to: .standardError) }
    static func complain(_ text: String) { write("tiru: " + text + "\n", to: .standardError) }

    private static func write(_ text: String, to handle: FileHandle) { write([UInt8](text.utf8), to: handle) }

    /// An answer that could not be written is not an answer: the status says so (74, input or output failed).
    private static func write(_ bytes: [UInt8], to handle: FileHandle) {
        do {
            try handle.write(contentsOf: Data(bytes))
        } catch {
            exit(74)
        }
    }
}

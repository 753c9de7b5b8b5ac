import Foundation

/// What is printed. Results go to standard output; progress and complaints to standard error.
enum Terminal {
    static func say(_ text: String) { write(text + "\n", to: .standardOutput) }
    static func say(_ bytes: [UInt8]) { write(bytes, to: .standardOutput) }
    static func report(_ text: String) { write(text + "\n", to: .standardError) }
    static func complain(_ text: String) { write("tiru: " + text + "\n", to: .standardError) }

    private static func write(_ text: String, to handle: FileHandle) { write([UInt8](text.utf8), to: handle) }

    private static func write(_ bytes: [UInt8], to handle: FileHandle) {
        // A reader that went away (`| head`) is no fault of ours.
        try? handle.write(contentsOf: Data(bytes))
    }
}

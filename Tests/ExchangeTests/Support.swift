import Benchmarking
import Foundation
import World

/// Text of up to twelve characters of which many mean something to a reader of CSV or JSON.
func randomText(_ random: inout RandomStream) -> String {
    let alphabet: [Character] = [
        "a", "Z", "0", " ", ",", ",", "\"", "\"", "\n", "\r", "\r\n", "\t", ";", "'", "\\", "/", "=", "-", "+", "@",
        "é",
        "日", "😀", "\u{0}", "\u{1F}", "\u{7F}", "\u{2028}", "\u{FEFF}",
    ]
    let length = Int.random(in: 0...12, using: &random)
    return String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
}

/// The folder of official facts that comes with the product.
enum DataFolder {
    // The file may be reached through a link, the data may not.
    static let url = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Data")
}

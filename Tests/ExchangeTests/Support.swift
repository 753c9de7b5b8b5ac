import Foundation

/// A small generator of random numbers with a seed (splitmix64), so that a failing test fails again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Text of up to twelve characters of which many mean something to a reader of CSV or JSON.
func randomText(_ random: inout SplitMix64) -> String {
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

import Foundation
import Testing

/// A page as people read it: the text without tags, one block a line.
func readable(_ html: String) -> String {
    let body = html.split(separator: "<main", maxSplits: 1).last.map(String.init) ?? html
    var text = ""
    var isTag = true
    for character in body {
        switch character {
        case "<": isTag = true
        case ">": isTag = false
        default: if !isTag { text.append(character) }
        }
    }
    for (entity, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
        text = text.replacing(entity, with: sign)
    }
    return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        .filter { !$0.isEmpty }.joined(separator: "\n")
}

/// Compares with the transcript that was looked at and kept. `TIRU_RECORD=1 make test` writes it anew, for a
/// person to read before it is committed.
func expectTranscript(_ text: String, _ name: String) throws {
    let file = repository.appending(path: "Tests/Transcripts/\(name).txt")
    if ProcessInfo.processInfo.environment["TIRU_RECORD"] != nil {
        try Data((text + "\n").utf8).write(to: file)
        return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(text + "\n" == kept, "\(name)")
}

/// A page without its one script, which is a file of ours: any other would be somebody else's.
func withoutOwnScript(_ html: String) -> String {
    let own = "<script src=\"/assets/tiru.js\" defer></script>"
    guard let place = html.firstRange(of: own) else { return html }
    return html.replacingCharacters(in: place, with: "")
}

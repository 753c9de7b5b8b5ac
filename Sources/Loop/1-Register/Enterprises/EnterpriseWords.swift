import Foundation

/// The words by which an enterprise is found, one blank between two: as they are written in small letters, and as
/// `FoldedName` folds them, so that old spelling, doubled letters, titles and legal forms part nobody from what they look
/// for.
public struct EnterpriseWords: Sendable, Equatable {
    /// Of name, licence number, product, branch and street.
    public let open: String
    /// Of owner, contact, telephone and mail: asked for by whoever may see personal data only.
    public let personal: String

    public init(_ card: EnterpriseCard) {
        open = Self.join([
            card.name, card.nib?.digits, card.licence, card.product, card.branch, card.street,
        ])
        personal = Self.join([card.owner, card.contactPerson, card.phone, card.email])
    }

    /// The words of what somebody typed, folded, each once. A text of titles and legal forms alone is taken as it is
    /// written: "koperasi" finds those who are called so.
    public static func words(of text: String) -> [String] {
        var seen: Set<String> = []
        let known = FoldedName(text).words.flatMap(plain)
        return (known.isEmpty ? plain(text) : known).filter { seen.insert($0).inserted }
    }

    /// Every word of some texts, each once, as it is written and as it is folded.
    public static func join(_ texts: [String?]) -> String {
        var words: [String] = []
        // A card has some dozen words: looking through them is quicker than a set.
        func add(_ word: String) {
            if !words.contains(word) { words.append(word) }
        }
        for text in texts {
            guard let text else { continue }
            for word in plain(text) { add(word) }
            for word in FoldedName(text).words {
                if isPlain(word) { add(word) } else { for part in plain(word) { add(part) } }
            }
        }
        return words.joined(separator: " ")
    }

    private static func isPlain(_ word: String) -> Bool {
        word.utf8.allSatisfy {
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }

    /// Letters and digits in small letters, cut where anything else stands.
    static func plain(_ text: String) -> [String] {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let letters = isASCII ? text : text.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in letters.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
            default: close()
            }
        }
        close()
        return words
    }
}

import Foundation

/// The words by which an enterprise is found: small letters without accents, one blank between two words.
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

    /// The words of what somebody typed, each once.
    public static func words(of text: String) -> [String] {
        var seen: Set<String> = []
        return folded(text).filter { seen.insert($0).inserted }
    }

    private static func join(_ texts: [String?]) -> String {
        var seen: Set<String> = []
        return texts.compactMap { $0 }.flatMap(folded).filter { seen.insert($0).inserted }.joined(separator: " ")
    }

    /// Letters and digits in small letters, cut where anything else stands.
    static func folded(_ text: String) -> [String] {
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let plain = isASCII ? text : text.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
        var words: [String] = []
        var word: [UInt8] = []
        func close() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in plain.utf8 {
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

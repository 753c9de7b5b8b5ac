/// By what a list that comes again is held against the register: an enterprise is the same where its licence number is
/// the same or, where one of the two has none, where name, owner and village are, small differences of writing apart.
public struct EnterpriseKey: Hashable, Sendable {
    /// 64 bits of name, owner and village or district; equal for the same enterprise.
    public let number: Int64

    public init(_ card: EnterpriseCard) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        func addLetters(_ text: String) {
            for byte in text.utf8 {
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): add(byte | 0x20)
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: add(byte)
                // Blanks and points are set by one clerk and left out by the next.
                default: continue
                }
            }
            add(0)
        }
        addLetters(card.name)
        addLetters(card.owner ?? "")
        addLetters(card.area?.text ?? "")
        number = Int64(bitPattern: hash)
    }
}

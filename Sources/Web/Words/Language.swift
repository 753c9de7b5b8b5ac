/// A language of the product. Indonesian first, English as a full second.
public enum Language: String, Sendable, CaseIterable {
    case indonesian = "id"
    case english = "en"

    var words: any Words {
        switch self {
        case .indonesian: Indonesian()
        case .english: English()
        }
    }

    var other: Language { self == .indonesian ? .english : .indonesian }

    var numbers: NumberFormat {
        switch self {
        case .indonesian: NumberFormat(group: UInt8(ascii: "."), decimal: UInt8(ascii: ","))
        case .english: NumberFormat(group: UInt8(ascii: ","), decimal: UInt8(ascii: "."))
        }
    }
}

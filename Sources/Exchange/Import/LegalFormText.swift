import Foundation
import Register

/// Legal forms as lists write them.
enum LegalFormText {
    static func form(_ text: String) -> LegalForm? {
        let key = text.lowercased().filter { $0.isLetter }
        return LegalForm(rawValue: text.lowercased()) ?? forms[key]
    }

    /// "CV. Sari Rasa" is a CV, "UD Jaya" a UD.
    static func form(inName name: String) -> LegalForm? {
        let first = name.utf8.prefix { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
        guard (2...8).contains(first.count) else { return nil }
        let word = String(decoding: first.map { $0 | 0x20 }, as: UTF8.self)
        return signs.contains(word) ? forms[word] : nil
    }

    private static let signs: Set = ["cv", "ud", "pt", "koperasi", "kub", "fa", "bumdes"]
    private static let forms: [String: LegalForm] = [
        "perorangan": .soleProprietor, "po": .soleProprietor, "perseorangan": .soleProprietor,
        "pribadi": .soleProprietor,
        "usahaperorangan": .soleProprietor, "ud": .tradingBusiness, "usahadagang": .tradingBusiness,
        "pd": .tradingBusiness,
        "cv": .limitedPartnership, "fa": .partnership, "firma": .partnership, "pt": .company, "ptperorangan": .company,
        "perseroanterbatas": .company, "koperasi": .cooperative, "kop": .cooperative, "kub": .jointGroup,
        "kelompok": .jointGroup, "kelompokusahabersama": .jointGroup, "poktan": .jointGroup, "yayasan": .foundation,
        "bumdes": .villageEnterprise, "lainnya": .other, "lain": .other, "lainlain": .other,
    ]
}

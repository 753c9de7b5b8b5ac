import Foundation
import Register

/// What happens to a firm when another clerk writes it down in another year.
extension TwinMaker {
    mutating func twin(of firm: Firm) -> TwinRecord {
        var record = firm.record.renamed(nameAgain(firm), newID())
        record.owner = dice.chance(0.85) ? ownerAgain(firm.owner) : nil
        if dice.chance(0.04) { record.owner = (owner(in: firm.village).names).joined(separator: " ") }
        record.nib = firm.record.nib.flatMap { nib in
            dice.chance(0.4) ? nil : dice.chance(0.05) ? NIB(slip(inDigits: nib.digits)) : nib
        }
        record.phone = phoneAgain(firm.record.phone)
        record.area = areaAgain(firm)
        if dice.chance(0.15) { record.industry = nil }
        if dice.chance(0.1) { record.industry = IndustryCode(.kbli2020, dice.pick(TwinWords.products).1) }
        if dice.chance(0.35) { record.street = nil }
        record.street = record.street.map {
            dice.chance(0.4) ? $0.replacing("Jl. ", with: "Jalan ").replacing("No. ", with: "") : $0
        }
        return record
    }

    private mutating func phoneAgain(_ phone: String?) -> String? {
        guard let phone, dice.chance(0.7) else { return nil }
        if dice.chance(0.12) { return "628" + digits(10) }
        return dice.chance(0.04) ? slip(inDigits: phone) : dice.chance(0.5) ? "0" + phone.dropFirst(2) : phone
    }

    private mutating func areaAgain(_ firm: Firm) -> AreaCode? {
        let roll = dice.below(100)
        if roll < 8 { return nil }
        if roll < 16 { return firm.record.area?.district }
        guard roll < 21, let area = firm.record.area else { return firm.record.area }
        return AreaCode("\(area.district).\(2001 + dice.below(12))")
    }

    private mutating func nameAgain(_ firm: Firm) -> String {
        var words = firm.brand
        var product = firm.product
        if dice.chance(0.12) { product = product.isEmpty ? dice.pickUneven(TwinWords.products).0 : "" }
        if !product.isEmpty { words.insert(product, at: 0) }
        if words.count > 1, dice.chance(0.12) { words.swapAt(words.count - 1, dice.below(words.count - 1)) }
        if words.count > 2, dice.chance(0.08) { words.remove(at: dice.below(words.count)) }
        if dice.chance(0.45) { slip(in: &words) }
        if dice.chance(0.08) { slip(in: &words) }
        if dice.chance(0.06) { words = words.map(oldSpelling) }
        if words.count > 1, dice.chance(0.06) { words = [words[0] + words[1].lowercased()] + words.dropFirst(2) }
        if let number = firm.number {
            words.append(dice.chance(0.3) ? ["I", "II", "III", "IV", "V"][min(4, number - 1)] : "\(number)")
        }
        var name = words.joined(separator: " ")
        let form = dice.chance(0.6) ? firm.form : dice.pick([nil, "UD", "CV", "IKM", "Usaha", "Toko"])
        if let form { name = dice.chance(0.85) ? "\(form) \(name)" : "\(name), \(form)" }
        if dice.chance(0.3) { name = dice.chance(0.5) ? name.uppercased() : name.lowercased() }
        return name
    }

    private mutating func ownerAgain(_ owner: Firm.Owner) -> String {
        var titles = owner.titles
        var names = owner.names
        if dice.chance(0.35) {
            titles = titles.isEmpty ? [dice.pick(["H.", "Hj.", "Bpk.", "Ibu", "Sdr."])] : []
        }
        if owner.culture == .balinese, dice.chance(0.15) { names = Array(names.dropFirst()) }
        if owner.culture == .balinese, dice.chance(0.15) {
            names = names.map {
                ["Wayan": "Wyn", "Made": "Md", "Nyoman": "Nym", "Ketut": "Kt", "Gede": "Gd"][$0] ?? $0
            }
        }
        names = names.map { name in
            name == "Muhammad" ? dice.pick(["Muh.", "M.", "Muhamad", "Moh.", "Muhammad"]) : name
        }
        if names.count > 1, dice.chance(0.06) { names.swapAt(0, names.count - 1) }
        if dice.chance(0.3) { slip(in: &names) }
        var text = (titles + names).joined(separator: " ")
        if dice.chance(0.05) { text += dice.pick([", S.E.", ", S.Sos", ", SE", ", S.Pd., M.Si"]) }
        return dice.chance(0.25) ? text.uppercased() : text
    }

    private mutating func slip(in words: inout [String]) {
        let longer = words.indices.filter { words[$0].count >= 4 }
        guard !longer.isEmpty else { return }
        let place = dice.pick(longer)
        var letters = Array(words[place])
        let spot = dice.below(letters.count)
        switch dice.below(6) {
        case 0: letters.remove(at: spot)
        case 1: letters.insert(letters[spot], at: spot)
        case 2: if spot > 0 { letters.swapAt(spot, spot - 1) }
        case 3: letters[spot] = dice.pick(Array("abdeghiklmnoprstuwy"))
        case 4: letters.insert(dice.pick(Array("aeinrsth")), at: spot)
        default: letters = heard(letters)
        }
        words[place] = String(letters)
    }

    /// A letter that sounds alike.
    private mutating func heard(_ letters: [Character]) -> [Character] {
        let alike: [Character: Character] = [
            "f": "p", "v": "f", "p": "f", "z": "s", "j": "z", "i": "y", "u": "o", "o": "u", "e": "i", "k": "q",
            "d": "t",
        ]
        let spots = letters.indices.filter { alike[letters[$0]] != nil }
        guard !spots.isEmpty else { return letters }
        var letters = letters
        let spot = dice.pick(spots)
        letters[spot] = alike[letters[spot]] ?? letters[spot]
        return letters
    }

    private func oldSpelling(_ word: String) -> String {
        [("u", "oe"), ("j", "dj"), ("c", "tj"), ("y", "j")].reduce(word) { $0.replacing($1.0, with: $1.1) }
    }

    private mutating func slip(inDigits text: String) -> String {
        var digits = Array(text)
        let spot = 3 + dice.below(digits.count - 4)
        if dice.chance(0.5) { digits.swapAt(spot, spot + 1) } else { digits[spot] = dice.pick(Array("123456789")) }
        return String(digits)
    }
}

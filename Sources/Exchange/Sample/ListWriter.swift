import Benchmarking
import Foundation
import Register

/// Writes entries into cells as offices do: lawful, and never twice the same way.
struct ListWriter {
    private var random: RandomStream
    private let names: [AreaCode: String]

    init(seed: UInt64, areas: [Area]) {
        random = RandomStream(seed: seed, piece: 1)
        names = Dictionary(areas.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// The 27 cells of an entry.
    mutating func cells(_ entry: ListEntry) -> [SheetCell] {
        let (card, year) = (entry.card, entry.year)
        var cells: [SheetCell] = [
            words(card.name), words(card.owner), text(card.street),
            place(card.area, ["Ds. ", "Desa ", "Kel. ", "Kelurahan ", "", "", ""]),
            place(card.area?.district, ["Kec. ", "Kecamatan ", "", "", ""]),
            pick(["Kab. Badung", "Kabupaten Badung", "BADUNG", "Badung", "badung"]), pick(["Bali", "BALI", " Bali "]),
            words(card.contactPerson), phone(card.phone), text(card.email), licence(card.nib),
            licenceYear(card.licenceYear), industry(card), words(card.branch), text(card.product),
        ]
        cells += [
            pick(2024), workers(year?.men), workers(year?.women), amount(year?.investment),
            year?.capacity.map { .number($0) } ?? .empty, text(year?.unit), amount(year?.output),
            amount(year?.materials), truth(card.isExporting), text(card.exportCountry),
            card.isActive == true ? pick(["Aktif", "aktif", "Ya", "1", "YA"]) : pick(["Tidak aktif", "0"]),
            text(card.financing),
        ]
        return cells
    }

    private mutating func pick(_ texts: [String]) -> SheetCell { .text(texts[random.index(below: texts.count)]) }

    private mutating func pick(_ year: Int) -> SheetCell {
        random.uniform() < 0.7 ? .number(Double(year)) : .text("\(year)")
    }

    private func text(_ text: String?) -> SheetCell { text.map { .text($0) } ?? .empty }

    /// Capitals, small letters, blanks too many.
    private mutating func words(_ text: String?) -> SheetCell {
        guard let text else { return random.uniform() < 0.5 ? .empty : .text("-") }
        return switch random.index(below: 8) {
        case 0: .text(text.uppercased())
        case 1: .text(text.lowercased())
        case 2: .text("  " + text)
        case 3: .text(text.replacing(" ", with: "  "))
        case 4: .text(text + " ")
        default: .text(text)
        }
    }

    private mutating func place(_ area: AreaCode?, _ kinds: [String]) -> SheetCell {
        guard let name = area.flatMap({ names[$0] }) else { return .empty }
        let written = kinds[random.index(below: kinds.count)] + name
        return switch random.index(below: 6) {
        case 0: .text(written.uppercased())
        case 1: .text(written.lowercased())
        case 2: .text(written + "  ")
        default: .text(written)
        }
    }

    private mutating func phone(_ phone: String?) -> SheetCell {
        guard let phone else { return .empty }
        let own = String(phone.dropFirst(2))
        let parts = [own.prefix(3), own.dropFirst(3).prefix(4), own.dropFirst(7)]
        return switch random.index(below: 5) {
        case 0: .text("+62 " + parts.joined(separator: " "))
        case 1: .text("0" + parts.joined(separator: "-"))
        case 2: .number(Double(own) ?? 0)
        default: .text("0" + own)
        }
    }

    private mutating func licence(_ nib: NIB?) -> SheetCell {
        guard let nib else { return random.uniform() < 0.7 ? .empty : .text("-") }
        return switch random.index(below: 5) {
        case 0: .number(Double(nib.digits) ?? 0)
        case 1: .text("'" + nib.digits)
        case 2: .text(nib.digits + " ")
        default: .text(nib.digits)
        }
    }

    private mutating func licenceYear(_ year: Int?) -> SheetCell {
        guard let year else { return .empty }
        return switch random.index(below: 5) {
        case 0: .text("12/03/\(year)")
        case 1: .text("17 Agustus \(year)")
        // 1 July of the year, from 1 July 2019 on.
        case 2: .date(43_647 + Double((year - 2019) * 365 + (year > 2019 ? 1 : 0) + (year > 2023 ? 1 : 0)))
        case 3: .text("\(year)")
        default: .number(Double(year))
        }
    }

    private mutating func industry(_ card: EnterpriseCard) -> SheetCell {
        guard let code = card.industry?.code else { return .empty }
        return switch random.index(below: 5) {
        case 0: .text("\(code) - \(card.branch ?? "")")
        case 1: .text("KBLI \(code)")
        case 2: .text(code)
        default: .number(Double(code) ?? 0)
        }
    }

    private mutating func workers(_ count: Int?) -> SheetCell {
        guard let count else { return .empty }
        return switch random.index(below: 6) {
        case 0: .text("\(count) org")
        case 1: .text(" \(count) orang")
        default: .number(Double(count))
        }
    }

    /// "Rp 1.250.000,-", "1,25 jt", "1.250.000", or a number.
    private mutating func amount(_ rupiah: Rupiah?) -> SheetCell {
        guard let amount = rupiah?.amount else { return .empty }
        let grouped = Self.grouped(amount)
        return switch random.index(below: 9) {
        case 0: .text("Rp \(grouped),-")
        case 1: .text("Rp. \(grouped),00")
        case 2: .text(grouped)
        case 3: .text("Rp\(grouped)")
        case 4: .text(Self.millions(amount) + " jt")
        case 5: .text(Self.millions(amount) + " juta")
        default: .number(Double(amount))
        }
    }

    static func grouped(_ amount: Int64) -> String {
        var groups: [String] = []
        var rest = String(amount)[...]
        while rest.count > 3 {
            groups.insert(String(rest.suffix(3)), at: 0)
            rest = rest.dropLast(3)
        }
        return ([String(rest)] + groups).joined(separator: ".")
    }

    /// Amounts are in ten thousands, so that two decimals say all.
    private static func millions(_ amount: Int64) -> String {
        let (whole, rest) = (amount / 1_000_000, amount % 1_000_000 / 10_000)
        guard rest > 0 else { return "\(whole)" }
        return "\(whole)," + String(100 + rest).suffix(2)
    }

    private mutating func truth(_ truth: Bool?) -> SheetCell {
        switch truth {
        case true?: pick(["Ya", "ya", "YA", "1", "Ekspor"])
        case false?: pick(["Tidak", "tidak", "TIDAK", "0", "Belum"])
        case nil: .empty
        }
    }
}

import Foundation
import Register
import Testing
import World

@testable import Exchange

struct ListReadingTests {
    private let world: ReadingWorld

    init() throws { world = try ReadingWorld() }

    @Test func `a row with nothing wrong becomes an enterprise and its year`() throws {
        let entry = try world.entry([:])
        #expect(entry.row == 2)
        let card = entry.card
        #expect(card.name == "UD Tenun Sari")
        #expect(card.legalForm == .tradingBusiness)
        #expect(card.area?.text == "51.03.06.2002")
        #expect(card.phone == "6281234567890")
        #expect(card.email == "sari@mail.com")
        #expect(card.licenceYear == 2019)
        #expect(card.industry == IndustryCode(.kbli2020, "13134"))
        #expect(card.isExporting == true)
        #expect(card.isActive == true)
        var year = EnterpriseYear(year: 2024)
        year.men = 2
        year.women = 5
        year.investment = Rupiah(25_000_000)
        year.capacity = 1200.5
        year.unit = "lembar"
        year.output = Rupiah(150_000_000)
        year.materials = Rupiah(60_000_000)
        #expect(entry.year == year)
    }

    @Test func `nothing and signs for nothing are not known, and a zero is a zero`() throws {
        for nothing in ["", "-", " - ", "n/a", "N/A", "Nihil", "–"] {
            let cell = SheetCell.text(nothing)
            let entry = try world.entry([.owner: cell, .men: cell, .output: cell, .isActive: cell, .industry: cell])
            #expect(entry.card.owner == nil)
            #expect(entry.year?.men == nil)
            #expect(entry.year?.output == nil)
            #expect(entry.card.isActive == nil)
            #expect(entry.card.industry == nil)
        }
        let none = try world.entry([.men: .text("0"), .investment: .number(0)])
        #expect(none.year?.men == 0)
        #expect(none.year?.investment == Rupiah(0))
    }

    @Test func `a unit may stand behind the capacity, and its own column wins`() throws {
        let behind = try world.entry([.capacity: .text("1.200 Kg"), .unit: .empty])
        #expect(behind.year?.capacity == 1200)
        #expect(behind.year?.unit == "kg")
        #expect(try world.entry([.capacity: .text("1.200 kg")]).year?.unit == "lembar")
        #expect(try world.entry([.capacity: .text("100 m"), .unit: .empty]).year?.capacity == 100)
        #expect(try world.fault(.capacity, .text("500 kg/bulan")).reason == .notANumber)
    }

    @Test func `every fault of a row is told, with column, field and value`() throws {
        let outcome = world.read([
            .name: .empty, .phone: .text("abc"), .email: .text("sari"), .men: .text("dua"), .year: .text("2031"),
            .village: .text("Atlantis"),
        ])
        guard case .faulty(let faults) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(
            Set(faults.map(\.reason)) == [
                .nameMissing, .notAPhone, .notAnEmail, .notANumber, .yearAhead, .unknownVillage,
            ])
        #expect(faults.allSatisfy { $0.row == 2 })
        let phone = try #require(faults.first { $0.reason == .notAPhone })
        #expect(phone.column == 9)
        #expect(phone.field == .phone)
        #expect(phone.value == "abc")
    }

    @Test(arguments: [
        (EnterpriseField.name, SheetCell.text("***"), ListFault.Reason.nameMissing),
        (.name, .text(String(repeating: "a", count: 201)), .tooLong), (.owner, .fault("#N/A"), .formulaFault),
        (.output, .fault("#REF!"), .formulaFault), (.output, .text("banyak"), .notANumber),
        (.men, .text("2,5"), .notWhole),
        (.women, .number(1.5), .notWhole), (.men, .number(-1), .negative), (.output, .text("-500"), .negative),
        (.output, .number(1e300), .notANumber), (.output, .number(.nan), .notANumber),
        (.men, .text("12.34"), .notANumber),
        (.licenceYear, .text("31/02/2024"), .notADate), (.licenceYear, .text("19"), .notAYear),
        (.licenceYear, .text("12/03/19"), .notAYear), (.licenceYear, .text("lama"), .notAYear),
        (.licenceYear, .number(0), .notAYear), (.year, .text("2027"), .yearAhead), (.year, .text(""), .yearMissing),
        (.phone, .text("12345"), .notAPhone), (.phone, .text("0812345O7890"), .notAPhone),
        (.phone, .text("8,12346E+11"), .roundedNumber), (.email, .text("a@b"), .notAnEmail),
        (.email, .text("sari mail.com"), .notAnEmail), (.email, .text("a@@b.com"), .notAnEmail),
        (.email, .text("a@b..com"), .notAnEmail), (.industry, .text("99999"), .unknownIndustry),
        (.industry, .text("Batik"), .unknownIndustry), (.industry, .text("13134, 13121"), .unknownIndustry),
        (.regency, .text("Gianyar"), .elsewhere), (.regency, .text("5171"), .elsewhere),
        (.regency, .text("Bandung"), .ambiguousPlace), (.regency, .text("Badnug"), .unknownRegency),
        (.regency, .text("Bali"), .unknownRegency), (.province, .text("Jawa Barat"), .elsewhere),
        (.province, .text("Sulsel"), .elsewhere), (.province, .text("Balu"), .unknownProvince),
        (.district, .text("Ubud"), .unknownDistrict), (.village, .text("Legian"), .unknownVillage),
        (.village, .text("73.71.01.1001"), .elsewhere), (.village, .text("51.03.02.2001"), .unknownVillage),
        (.isActive, .text("mungkin"), .notAChoice), (.isExporting, .text("2"), .notAChoice),
    ])
    func `what is wrong has its reason`(field: EnterpriseField, cell: SheetCell, reason: ListFault.Reason) throws {
        let fault = try world.fault(field, cell)
        #expect(fault.reason == reason)
        #expect(fault.field == field)
        #expect(fault.value.count <= 200)
    }

    @Test func `a fault says what may have been meant`() throws {
        #expect(try world.fault(.regency, .text("Badnug")).details.first == "Kabupaten Badung")
        #expect(try world.fault(.province, .text("Balu")).details == ["Bali"])
        #expect(try world.fault(.district, .text("Mengwa Utara")).details.contains("Kuta Utara"))
        #expect(try world.fault(.village, .text("Legian")).details == ["Legian (Kuta)"])
        #expect(try world.fault(.licenceYear, .text("2030")).details == ["2026"])
        guard case .faulty(let faults) = world.read([.village: .text("Taman"), .district: .empty]) else {
            Issue.record("Taman is two villages")
            return
        }
        #expect(faults.map(\.reason) == [.ambiguousPlace])
        #expect(faults[0].details == ["Taman (Mengwi)", "Taman (Kuta Utara)"])
    }

    @Test(arguments: [
        "0812-3456-7890", "+62 812 3456 7890", "62812 34567890", "(0812) 3456 7890", "081234567890/081999888777",
        "081234567890; 0361123456", "081234567890 081999888777", "'081234567890", "812-3456-7890",
        "+62 (0)812 34567890",
        "081234567890 (Wayan)", "0812.3456.7890",
    ])
    func `a telephone is its digits with the country code`(text: String) throws {
        #expect(try world.entry([.phone: .text(text)]).card.phone == "6281234567890")
    }

    @Test func `telephones that a spreadsheet made numbers, and those of towns`() throws {
        #expect(try world.entry([.phone: .number(81_234_567_890)]).card.phone == "6281234567890")
        #expect(try world.entry([.phone: .text("0361-123456")]).card.phone == "62361123456")
        #expect(try world.entry([.phone: .text("+65 6123 4567")]).card.phone == "6561234567")
    }

    @Test(arguments: [
        ("2019", 2019), ("12/03/2019", 2019), ("2019-03-12", 2019), ("2019-03-12 00:00:00", 2019),
        ("12 Maret 2019", 2019),
        ("12-Mei-2019", 2019), ("12/31/2018", 2018), ("Maret 2019", 2019), ("Thn. 2019", 2019), ("2019.0", 2019),
        ("29/02/2024", 2024), ("2019-03-12T08:00:00", 2019),
    ])
    func `a year is read from a date too`(text: String, year: Int) throws {
        #expect(try world.entry([.licenceYear: .text(text)]).card.licenceYear == year)
    }

    @Test func `a date of a spreadsheet is days since 1899, with its form or without`() throws {
        #expect(try world.entry([.licenceYear: .date(43_536)]).card.licenceYear == 2019)
        #expect(try world.entry([.licenceYear: .number(43_536)]).card.licenceYear == 2019)
        #expect(try world.entry([.licenceYear: .number(2019)]).card.licenceYear == 2019)
        #expect(CalendarText.iso(43_536) == "2019-03-12")
        #expect(CalendarText.iso(1) == "1899-12-31")
        #expect(CalendarText.iso(45_351.75) == "2024-02-29")
    }

    @Test(arguments: [
        ("13134", IndustryCode.Version.kbli2020, "13134"), ("13134 - Industri Batik", .kbli2020, "13134"),
        ("KBLI 13134", .kbli2020, "13134"), ("13133", .kbli2025, "13133"), ("13121", .kbli2020, "13121"),
        ("1312", .kbli2020, "1312"), ("1111", .kbli2020, "01111"), ("2025:13121", .kbli2025, "13121"),
    ])
    func `a code of an industry belongs to a version`(text: String, version: IndustryCode.Version, code: String) throws
    {
        #expect(try world.entry([.industry: .text(text)]).card.industry == IndustryCode(version, code))
    }

    @Test func `digits that both versions have are of the one the list is in`() throws {
        var styles = ListStyles()
        styles.industries = .kbli2025
        #expect(try world.entry([.industry: .number(13_121)], styles).card.industry == IndustryCode(.kbli2025, "13121"))
        #expect(try world.entry([.industry: .number(13_134)], styles).card.industry == IndustryCode(.kbli2020, "13134"))
    }

    @Test(arguments: ["Badung", "Kab. Badung", "5103", "51.03", "KABUPATEN BADUNG", ""])
    func `the office's own regency is no news`(text: String) throws {
        #expect(try world.entry([.regency: .text(text)]).card.area?.text == "51.03.06.2002")
    }

    @Test(arguments: ["Bali", "Prov. Bali", "51", "PROVINSI BALI", ""])
    func `and so is its province`(text: String) throws { _ = try world.entry([.province: .text(text)]) }

    @Test func `places without one of their names`() throws {
        #expect(try world.entry([.village: .empty]).card.area?.text == "51.03.06")
        #expect(try world.entry([.district: .empty]).card.area?.text == "51.03.06.2002")
        #expect(try world.entry([.village: .empty, .district: .empty]).card.area == nil)
        #expect(
            try world.entry([.village: .number(5_103_062_002), .district: .empty]).card.area?.text == "51.03.06.2002")
    }

    @Test func `rows of sums and rows with nothing but a number are passed over`() throws {
        let empty = Dictionary(uniqueKeysWithValues: EnterpriseField.allCases.map { ($0, SheetCell.empty) })
        func with(_ cells: [EnterpriseField: SheetCell]) -> RowOutcome { world.read(empty.merging(cells) { $1 }) }
        #expect(with([:]) == .passedOver)
        #expect(with([.owner: .text("  ")]) == .passedOver)
        for text in ["JUMLAH", "Total", "Sub Total", "Jumlah Kecamatan Kuta", "Grand Total"] {
            #expect(with([.name: .text(text), .men: .text("120"), .output: .text("5.000.000")]) == .passedOver)
        }
        for text in ["Total Jaya", "Jumlah", "Grand Bali", "Subur"] {
            let entry = try world.entry([.name: .text(text)])
            #expect(entry.card.name == text)
        }
    }

    @Test func `the same row twice, and the same number for two`() throws {
        var reading = world.reading()
        let numbered = try ReadingWorld(PublishedHeaders.province + ["nib"])
        func read(_ number: Int, _ changes: [EnterpriseField: SheetCell]) -> [ListFault] {
            let row = numbered.row(number, [.nib: .text("1234567890123")].merging(changes) { $1 })
            guard case .faulty(let faults) = reading.read(row) else { return [] }
            return faults
        }
        reading = numbered.reading()
        #expect(read(2, [:]).isEmpty)
        #expect(read(3, [:]).map(\.reason) == [.sameRowTwice])
        #expect(read(4, [.owner: .text("Ni  Wayan Sari"), .name: .text("UD  Tenun Sari")]).first?.details == ["2"])
        #expect(read(5, [.year: .text("2023")]).isEmpty)
        let other = read(6, [.name: .text("UD Lain")])
        #expect(other.map(\.reason) == [.sameNIBTwice])
        #expect(other.first?.details == ["2"])
        #expect(read(7, [.phone: .text("08777888999")]).map(\.reason) == [.sameNIBTwice])
        #expect(read(8, [.nib: .empty, .name: .text("UD Lain")]).isEmpty)
    }

    @Test func `doubts are told and leave the row as it is`() {
        #expect(world.reasons([.materials: .text("200 jt")]) == [.materialsAboveOutput])
        #expect(world.reasons([.men: .text("0"), .women: .text("0")]) == [.noWorkers])
        #expect(world.reasons([.men: .text("0"), .women: .text("0"), .isActive: .text("Tidak")]).isEmpty)
        #expect(world.reasons([:]).isEmpty)
    }

    @Test func `no row stops the reading`() {
        var reading = world.reading()
        let odd: [SheetCell] = [
            .number(1e300), .number(-1e300), .number(.infinity), .number(.nan), .date(1e300), .date(-5), .date(.nan),
            .truth(true), .fault("#N/A"), .text(""), .text("\u{0}"), .text(String(repeating: "9", count: 5000)),
            .text("٣٤"), .text("'"), .text("+"), .text("@"), .text("e+"),
        ]
        for (place, cell) in odd.enumerated() {
            _ = reading.read(SheetRow(number: place + 1, cells: Array(repeating: cell, count: 40)))
        }
        _ = reading.read(SheetRow(number: 100, cells: []))
    }

    @Test func `every reason is explained in the docs, as the doubt or fault it is`() throws {
        let text = try String(contentsOf: Folders.repository.appending(path: "docs/import.md"), encoding: .utf8)
        for reason in ListFault.Reason.allCases {
            #expect(
                text.contains("| `\(reason.rawValue)` | \(reason.isDoubt ? "doubt" : "fault") |"), "\(reason.rawValue)")
        }
    }
}

import Register
import Testing
import World

@testable import Exchange

/// The list of the second application: numbers of persons and licences, certificates, months, no year.
struct ApplicationListTests {
    private let world: ReadingWorld

    init() throws { world = try ReadingWorld(PublishedHeaders.application) }

    private static let nik = "5103014101900001"

    private func styles(year: Int? = 2025) -> ListStyles {
        var styles = ListStyles()
        styles.year = year
        return styles
    }

    private func fault(_ field: EnterpriseField, _ cell: SheetCell) -> ListFault? {
        guard case .faulty(let faults) = world.read([field: cell], styles()), faults.count == 1 else { return nil }
        return faults[0]
    }

    @Test(arguments: [nik, "NIK \(nik)", "5103 0141 0190 0001", "'\(nik)"])
    func `a citizen number where everybody reads it is refused, and is not said back`(text: String) throws {
        for field in [EnterpriseField.name, .owner, .street] {
            let fault = try #require(self.fault(field, .text(text)))
            #expect(fault.reason == .misplacedNIK)
            #expect(fault.field == field)
            #expect(!fault.value.contains("0001"))
        }
        // Sixteen digits that no person has.
        #expect(try world.entry([.street: .text("5103010000000000")], styles()).card.street == "5103010000000000")
    }

    @Test func `a figure of a month is twelve in the year`() throws {
        let entry = try world.entry(
            [.capacity: .number(100), .output: .text("150 jt"), .materials: .text("5000000")], styles())
        #expect(entry.year?.capacity == 1200)
        #expect(entry.year?.output == Rupiah(1_800_000_000))
        #expect(entry.year?.materials == Rupiah(60_000_000))
        #expect(entry.year?.investment == Rupiah(25_000_000))
    }

    @Test func `figures without a year are not guessed one, unless somebody says which`() throws {
        guard case .faulty(let faults) = world.read([:], styles(year: nil)) else {
            Issue.record("a year was guessed")
            return
        }
        #expect(faults.map(\.reason) == [.yearMissing])
        #expect(try world.entry([:], styles()).year?.year == 2025)
        let header = ListHeader(firstRow: 1, lastRow: 1, headings: PublishedHeaders.application)
        var plan = ListPlan(
            sheet: 0, sheetName: "", header: header, mapping: world.mapping, styles: ListStyles(), takesDoubts: false)
        #expect(plan.wantsYear)
        plan.mapping = try ReadingWorld().mapping
        #expect(!plan.wantsYear)
    }

    @Test(arguments: [
        "1234567890123", "'1234567890123", "1234 5678 90123", "1234567890123/2021", "1234567890123 (2021)",
    ])
    func `a licence number is thirteen digits, however they stand`(text: String) throws {
        #expect(try world.entry([.nib: .text(text)], styles()).card.nib?.digits == "1234567890123")
    }

    @Test func `a licence number that a spreadsheet holds as a number is whole, and rounded in text it is lost`() throws
    {
        #expect(try world.entry([.nib: .number(1_234_567_890_123)], styles()).card.nib?.digits == "1234567890123")
        #expect(fault(.nib, .text("1,23457E+12"))?.reason == .roundedNumber)
        #expect(fault(.nib, .text("1.23457e+12"))?.reason == .roundedNumber)
        let short = fault(.nib, .text("123456789012"))
        #expect(short?.reason == .notANIB)
        #expect(short?.details == ["12"])
        #expect(fault(.nib, .text("0000000000000"))?.reason == .notANIB)
    }

    @Test func `a citizen number is read, and never said back`() throws {
        #expect(try world.entry([.ownerNIK: .text("'" + Self.nik)], styles()).nik == NIK(Self.nik))
        #expect(try world.entry([.ownerNIK: .text("5103.0141.0190.0001")], styles()).nik == NIK(Self.nik))
        for text in ["510301410190000", "5103014101900000", "5,10301E+15", "5103014101AB0001", "9903019901900001"] {
            guard case .faulty(let faults) = world.read([.ownerNIK: .text(text)], styles()) else {
                Issue.record("\(text) was read")
                continue
            }
            #expect(faults.allSatisfy { $0.value.isEmpty && !$0.details.joined().contains(text) })
        }
        #expect(fault(.ownerNIK, .text("5,10301E+15"))?.reason == .roundedNumber)
    }

    @Test func `certificates are kept as written`() throws {
        let entry = try world.entry(
            [.halal: .text("ID5111 / 2023"), .sni: .number(2021), .trademark: .text("-")], styles())
        #expect(entry.certificates == [.halal: "ID5111 / 2023", .sni: "2021"])
    }

    @Test func `a place on the globe is in Indonesia or is none`() throws {
        let entry = try world.entry([.latitude: .text("-8,6478"), .longitude: .number(115.1385)], styles())
        #expect(entry.card.position == Coordinates(latitude: -8.6478, longitude: 115.1385))
        #expect(fault2([.latitude: .text("115.1"), .longitude: .text("-8.6")]) == [.notOnTheGlobe])
        #expect(fault2([.latitude: .text("8°39'"), .longitude: .text("115.1")]) == [.notANumber])
        #expect(try world.entry([.latitude: .text("-8.6")], styles()).card.position == nil)
    }

    private func fault2(_ changes: [EnterpriseField: SheetCell]) -> [ListFault.Reason] {
        guard case .faulty(let faults) = world.read(changes, styles()) else { return [] }
        return faults.map(\.reason)
    }

    @Test(arguments: [
        ("CV", LegalForm.limitedPartnership), ("PT. Perorangan", .company), ("Perorangan", .soleProprietor),
        ("Usaha Dagang", .tradingBusiness), ("Koperasi", .cooperative), ("ud", .tradingBusiness),
        ("bumdes", .villageEnterprise),
        ("sole-proprietor", .soleProprietor),
    ])
    func `legal forms have many names`(text: String, form: LegalForm) throws {
        #expect(try world.entry([.legalForm: .text(text)], styles()).card.legalForm == form)
    }

    @Test(arguments: [
        ("CV. Sari Rasa", LegalForm?.some(.limitedPartnership)), ("UD Jaya", .tradingBusiness),
        ("Koperasi Maju", .cooperative),
        ("Udara Segar", nil), ("Tenun Sari", nil), ("", nil),
    ])
    func `a name may begin with the form`(name: String, form: LegalForm?) {
        #expect(LegalFormText.form(inName: name) == form)
    }
}

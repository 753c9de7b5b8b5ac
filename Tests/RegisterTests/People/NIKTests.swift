import Foundation
import Register
import Testing
import World

struct NIKTests {
    /// The number of nobody: a district that does not exist.
    private static let man = "5103990107801234"
    private static let woman = "5103994107801234"

    @Test(arguments: [man, woman, "1101013112990001", "9999997112999999", "5103992902010001"])
    func `a number with a place, a day, a month and a serial is read`(text: String) throws {
        let nik = try NIK(text)
        #expect(nik.digitsToSeal == text)
        #expect(nik.lastFour.text == String(text.suffix(4)))
    }

    @Test(arguments: [
        ("", NIKRefusal.length), ("510399010780123", .length), ("51039901078012345", .length),
        ("5103 9901 0780 1234", .sign), ("51.03.99.010780.1234", .sign), ("510399010780123x", .sign),
        ("٥١٠٣٩٩٠١٠٧٨٠١٢٣٤", .sign), (" 5103990107801234", .sign),
        ("5,10399E+15", .rounded), ("5.10399e+15", .rounded), ("5E+15", .rounded),
        ("0903990107801234", .place), ("5100990107801234", .place), ("5103000107801234", .place),
        ("5103990007801234", .day), ("5103993207801234", .day), ("5103994007801234", .day),
        ("5103997207801234", .day), ("5103990100801234", .month), ("5103990113801234", .month),
        ("5103990107800000", .serial),
    ])
    func `anything else is refused with its reason`(text: String, refusal: NIKRefusal) {
        #expect(throws: refusal) { try NIK(text) }
    }

    @Test(arguments: [
        (0, false), (1, true), (31, true), (32, false), (40, false), (41, true), (71, true), (72, false),
    ])
    func `days are 1 to 31 for men and 41 to 71 for women`(day: Int, isDay: Bool) {
        let text = "510399" + (day < 10 ? "0\(day)" : "\(day)") + "07801234"
        // Only whether it is read is asked here.
        let nik = try? NIK(text)
        #expect((nik != nil) == isDay)
    }

    @Test func `the number shows itself nowhere`() throws {
        let nik = try NIK(Self.man)
        let person = Person(
            id: Person.ID(AccessWorld.identifier(3)), office: World.badung,
            name: try #require(DisplayName("Ni Luh Sari")),
            contact: Person.Contact(phone: "081234567890", email: nil), lastFour: nik.lastFour)
        struct Row {
            let nik: NIK
            let person: Person
        }
        var dumped = ""
        dump(Row(nik: nik, person: person), to: &dumped)
        let shown = [
            "\(nik)", String(describing: nik), String(reflecting: nik), "\([nik])", "\(Optional(nik) as Any)",
            "\(Row(nik: nik, person: person))", String(reflecting: person), "\([person])", dumped,
        ]
        for text in shown {
            #expect(!text.contains("5103990107801234") && !text.contains("51039901"), "\(text)")
            #expect(!text.contains("Sari") && !text.contains("0812"), "\(text)")
        }
        #expect("\(nik)" == "••••••••••••1234")
    }

    @Test func `a refusal does not carry the number`() {
        #expect(throws: NIKRefusal.day) { try NIK("5103993207801234") }
        #expect(NIKRefusal.allCases.allSatisfy { $0.rawValue.hasPrefix("nik-") })
    }

    @Test(arguments: ["", "123", "12345", "12a4", "١٢٣٤", "5103990107801234"])
    func `the last four are four digits, so that a whole number cannot be kept in their place`(text: String) {
        #expect(NIK.LastFour(text) == nil)
    }

    @Test func `a contact that is empty is not known`() throws {
        #expect(Person.Contact(phone: nil, email: nil) == nil)
        #expect(Person.Contact(phone: "", email: "") == nil)
        let contact = try #require(Person.Contact(phone: "", email: "sari@example.id"))
        #expect(contact.phone == nil)
    }
}

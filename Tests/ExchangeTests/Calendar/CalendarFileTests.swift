import Foundation
import Register
import Testing

@testable import Exchange

struct CalendarFileTests {
    private let stamp = Date(timeIntervalSince1970: 1_792_168_200)

    /// What RFC 5545, section 3.1, does to read a folded line.
    private func unfolded(_ text: String) -> String { text.replacing("\r\n ", with: "").replacing("\r\n\t", with: "") }

    private func entry(_ title: String = "SPP-IRT", _ text: String = "") throws -> CalendarFile.Entry {
        CalendarFile.Entry(
            "0190-pirt@tiru", on: try #require(CalendarDay("2026-12-31")), title: title, text: text, reminderDays: 30)
    }

    private func text(_ entries: [CalendarFile.Entry]) -> String {
        String(decoding: CalendarFile.bytes(of: entries, name: "Sertifikat", at: stamp), as: UTF8.self)
    }

    @Test func `an entry is a whole day with its identifier, stamp and reminder`() throws {
        let expected = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tiru//Tiru//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:Sertifikat", "BEGIN:VEVENT", "UID:0190-pirt@tiru", "DTSTAMP:20261016T163000Z",
            "DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "SUMMARY:SPP-IRT",
            "DESCRIPTION:UD Sari", "TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:SPP-IRT",
            "TRIGGER:-P30D", "END:VALARM", "END:VEVENT", "END:VCALENDAR", "",
        ]
        #expect(text([try entry("SPP-IRT", "UD Sari")]) == expected.joined(separator: "\r\n"))
    }

    @Test func `the same certificate has the same identifier, whenever it is written`() throws {
        let later = CalendarFile.bytes(of: [try entry()], name: "Sertifikat", at: stamp + 86_400)
        let lines = String(decoding: later, as: UTF8.self).components(separatedBy: "\r\n")
        let before = text([try entry()]).components(separatedBy: "\r\n")
        #expect(zip(lines, before).filter { $0 != $1 }.map(\.0) == ["DTSTAMP:20261017T163000Z"])
    }

    /// RFC 5545, section 3.1: the line of the example is short enough to stay whole, and its folded form reads back as it.
    @Test func `the example of the standard is one line, folded or not`() {
        let line = "DESCRIPTION:This is a long description that exists on a long line."
        #expect(CalendarFile.folded(line) == line + "\r\n")
        let published = "DESCRIPTION:This is a lo\r\n ng description\r\n  that exists on a long line."
        #expect(unfolded(published) == line)
    }

    /// RFC 5545, section 3.3.11.
    @Test func `text is written as the standard's example`() {
        let text = "Project XYZ Final Review\nConference Room - 3B\nCome Prepared."
        #expect(
            CalendarFile.escaped(text) == #"Project XYZ Final Review\nConference Room - 3B\nCome Prepared."#)
        #expect(CalendarFile.escaped(#"a\b; c, d"#) == #"a\\b\; c\, d"#)
        #expect(CalendarFile.escaped("a\r\nb\rc\u{7}") == #"a\nb\nc"#)
    }

    @Test(arguments: [74, 75, 76, 149, 150, 300])
    func `no line is longer than 75 bytes, and unfolding gives it back`(length: Int) {
        let line = String(repeating: "x", count: length)
        let folded = CalendarFile.folded(line)
        let pieces = folded.components(separatedBy: "\r\n").dropLast()
        #expect(pieces.allSatisfy { $0.utf8.count <= 75 })
        #expect(pieces.count == (length <= 75 ? 1 : 1 + (length - 75 + 73) / 74))
        #expect(unfolded(folded) == line + "\r\n")
    }

    @Test func `letters of several bytes are not cut in two`() {
        for shift in 0..<4 {
            let line = String(repeating: "a", count: shift) + String(repeating: "é🧵", count: 60)
            let folded = CalendarFile.folded(line)
            #expect(folded.components(separatedBy: "\r\n").allSatisfy { $0.utf8.count <= 75 })
            #expect(unfolded(folded) == line + "\r\n")
        }
    }

    @Test func `nothing to remember is still a calendar`() {
        #expect(text([]).hasSuffix("X-WR-CALNAME:Sertifikat\r\nEND:VCALENDAR\r\n"))
    }
}

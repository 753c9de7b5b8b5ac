public import Foundation
public import Register

/// Writes days that must not be forgotten as an iCalendar file (`.ics`), which every calendar of a telephone takes in.
/// - Source: RFC 5545
public enum CalendarFile {
    /// Something that falls on a day.
    public struct Entry: Sendable, Equatable {
        /// The same at every writing, so that a calendar that has it already changes it instead of adding another.
        public let identifier: String
        public let day: CalendarDay
        public let title: String
        public let text: String
        /// Days before at which the calendar reminds; `nil` for no reminder.
        public let reminderDays: Int?

        public init(_ identifier: String, on day: CalendarDay, title: String, text: String, reminderDays: Int? = nil) {
            self.identifier = identifier
            self.day = day
            self.title = title
            self.text = text
            self.reminderDays = reminderDays
        }
    }

    /// - Parameters:
    ///   - name: of the calendar, as programs show it.
    ///   - stamp: when the file is written.
    /// - Returns: UTF-8 with CRLF; the entries in the order given.
    public static func bytes(of entries: [Entry], name: String, at stamp: Date) -> [UInt8] {
        head(name) + entries.flatMap { bytes(of: $0, at: stamp) } + foot
    }

    /// What stands before the entries, for a file that is made while it is sent.
    public static func head(_ name: String) -> [UInt8] {
        bytes([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tiru//Tiru//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:" + escaped(name),
        ])
    }

    /// One entry of a file that is made while it is sent.
    public static func bytes(of entry: Entry, at stamp: Date) -> [UInt8] { bytes(lines(of: entry, at: stamp)) }

    /// What stands behind the entries.
    public static var foot: [UInt8] { bytes(["END:VCALENDAR"]) }

    private static func bytes(_ lines: [String]) -> [UInt8] { lines.flatMap { Array(folded($0).utf8) } }

    private static func lines(of entry: Entry, at stamp: Date) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:" + escaped(entry.identifier), "DTSTAMP:" + instant(stamp),
            "DTSTART;VALUE=DATE:" + digits(entry.day),
            // The end is the day after the last.
            "DTEND;VALUE=DATE:" + digits(entry.day.adding(days: 1)),
            "SUMMARY:" + escaped(entry.title), "DESCRIPTION:" + escaped(entry.text), "TRANSP:TRANSPARENT",
        ]
        if let days = entry.reminderDays {
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escaped(entry.title),
                "TRIGGER:" + (days == 0 ? "PT0S" : "-P\(days)D"), "END:VALARM",
            ]
        }
        return lines + ["END:VEVENT"]
    }

    /// `20261017`.
    private static func digits(_ day: CalendarDay) -> String { day.description.replacing("-", with: "") }

    /// `20261017T031500Z`.
    private static func instant(_ instant: Date) -> String {
        instant.formatted(
            .iso8601.year().month().day().time(includingFractionalSeconds: false).timeZone(separator: .omitted)
        )
        .replacing("-", with: "").replacing(":", with: "")
    }

    /// Text as a value: backslash, semicolon, comma and line breaks are written with a backslash; other signs of control,
    /// which the format does not allow, are left out.
    static func escaped(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return String(
            String.UnicodeScalarView(
                lines.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
                    switch scalar {
                    case "\\", ";", ",": ["\\", scalar]
                    case "\n": ["\\", "n"]
                    case "\t": ["\t"]
                    case _ where scalar.properties.generalCategory == .control: []
                    default: [scalar]
                    }
                }))
    }

    /// Bytes of a line, without its end.
    static let lineLength = 75

    /// A line cut into pieces of at most 75 bytes, each after the first beginning with a blank. No letter is cut in two.
    static func folded(_ line: String) -> String {
        var result = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > lineLength {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += size
        }
        return result + "\r\n"
    }
}

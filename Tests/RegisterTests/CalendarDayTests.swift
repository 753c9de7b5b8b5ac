import Foundation
import Register
import Testing

struct CalendarDayTests {
    private func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01", "2026-1-1", "2026-01-01x", "26-01-01",
        "2026/01/01", "", "----------", "1900-02-29",
    ])
    func `a day that the calendar does not have is none`(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func `a day is written as it is read`() throws {
        for text in ["2026-10-17", "2024-02-29", "0001-01-01", "9999-12-31", "2000-02-29"] {
            #expect(try day(text).description == text)
        }
    }

    /// From the table of sample dates of Reingold & Dershowitz, whose day 719,163 is 1 January 1970.
    @Test(arguments: [
        (25_469, "0070-09-24"), (49_217, "0135-10-02"), (171_307, "0470-01-08"), (400_085, "1096-05-24"),
        (544_676, "1492-04-09"), (601_716, "1648-06-10"), (664_224, "1819-08-02"), (694_799, "1903-04-19"),
        (727_274, "1992-03-17"), (744_313, "2038-11-10"), (764_652, "2094-07-18"),
    ])
    func `the published days have their published numbers`(fixed: Int, text: String) throws {
        #expect(try day(text).number == fixed - 719_163)
        #expect(CalendarDay(number: fixed - 719_163).description == text)
    }

    @Test func `days are numbered from 1970, and every number is one day`() throws {
        #expect(try day("1970-01-01").number == 0)
        #expect(try day("0001-01-01").number == -719_162)
        var walked = try day("1999-12-31")
        for number in walked.number...(walked.number + 1600) {
            #expect(CalendarDay(number: number) == walked)
            #expect(walked.number == number)
            walked = naiveNext(walked)
        }
    }

    /// Tomorrow, by the lengths of the months.
    private func naiveNext(_ day: CalendarDay) -> CalendarDay {
        CalendarDay(year: day.year, month: day.month, day: day.day + 1)
            ?? CalendarDay(year: day.year, month: day.month + 1, day: 1)
            ?? CalendarDay(year: day.year + 1, month: 1, day: 1) ?? day
    }

    @Test func `29 February becomes the 28th in a common year, and stays in a leap year`() throws {
        #expect(try day("2024-02-29").adding(years: 5) == day("2029-02-28"))
        #expect(try day("2024-02-29").adding(years: 4) == day("2028-02-29"))
        #expect(try day("2024-02-28").adding(years: 5) == day("2029-02-28"))
    }

    @Test func `months end where the month ends`() throws {
        #expect(try day("2026-08-31").adding(months: -6) == day("2026-02-28"))
        #expect(try day("2026-01-31").adding(months: 1) == day("2026-02-28"))
        #expect(try day("2026-01-15").adding(months: -1) == day("2025-12-15"))
        #expect(try day("2026-12-15").adding(months: 13) == day("2028-01-15"))
    }

    @Test func `days are counted forth and back`() throws {
        let (first, last) = (try day("2026-12-30"), try day("2027-01-02"))
        #expect(first.days(to: last) == 3)
        #expect(last.days(to: first) == -3)
        #expect(first.adding(days: 3) == last)
        #expect(first < last)
    }

    @Test func `an instant falls on another day in another time`() throws {
        // 16.30 at Greenwich: 23.30 in Jakarta, half past midnight in Badung.
        let instant = Date(timeIntervalSince1970: 1_792_168_200)
        #expect(try CalendarDay(of: instant, by: .wib) == day("2026-10-16"))
        #expect(try CalendarDay(of: instant, by: .wita) == day("2026-10-17"))
    }

    @Test func `beyond the calendar there is its last day`() throws {
        #expect(CalendarDay(of: .distantFuture + 1e15, by: .wib) == (try day("9999-12-31")))
        #expect(try day("9999-12-31").adding(days: 1) == day("9999-12-31"))
        #expect(try day("9999-12-31").adding(years: 5) == day("9999-12-31"))
    }
}

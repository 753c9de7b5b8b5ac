import Foundation
import Testing
import World

@testable import Storage

struct InstantTests {
    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00.000Z"), (951_782_400.5, "2000-02-29T00:00:00.500Z"),
        (1_795_568_400.123, "2026-11-25T01:00:00.123Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
    ])
    func `an instant is written in one way`(seconds: Double, text: String) throws {
        #expect(Instant.text(Date(timeIntervalSince1970: seconds)) == text)
        let read = try #require(Instant.date(text))
        #expect(abs(read.timeIntervalSince1970 - seconds) < 0.0005)
    }

    @Test func `what is written is read back, and sorts as text as it does in time`() throws {
        var previous = ""
        for number in 0..<5000 {
            let date = Date(timeIntervalSince1970: Double(number) * 1_234_567.891 - 1_000_000_000)
            let text = Instant.text(date)
            #expect(text > previous)
            #expect(Instant.text(try #require(Instant.date(text))) == text)
            previous = text
        }
    }

    @Test(arguments: [
        "", "2026-11-25", "2026-11-25T01:00:00Z", "2026-11-25 01:00:00.123Z", "2026-11-25T01:00:00.123",
        "x026-11-25T01:00:00.123Z",
        "2026-11-25T01:00:00.123Zz", "２026-11-25T01:00:00.12Z",
    ])
    func `no other form is an instant`(text: String) {
        #expect(Instant.date(text) == nil)
    }
}

import Testing

@testable import Web

struct NumberFormatTests {
    static let examples: [(Double, Int, String, String)] = [
        (1_234_567.5, 1, "1.234.567,5", "1,234,567.5"),
        (0, 0, "0", "0"),
        (-1234.5, 2, "−1.234,50", "−1,234.50"),
        (999.995, 2, "1.000,00", "1,000.00"),
        (0.05, 1, "0,1", "0.1"),
        (12, 3, "12,000", "12.000"),
    ]

    @Test(arguments: examples)
    func `each language has its own marks`(value: Double, decimals: Int, indonesian: String, english: String) {
        #expect(Language.indonesian.numbers.number(value, decimals: decimals) == indonesian)
        #expect(Language.english.numbers.number(value, decimals: decimals) == english)
    }

    @Test func `a number that rounds to nothing has no sign`() {
        #expect(Language.indonesian.numbers.number(-0.001, decimals: 2) == "0,00")
        #expect(Language.indonesian.numbers.signed(0.001, decimals: 2) == "0,00")
        #expect(Language.indonesian.numbers.signedPercent(0.389) == "+38,9\u{a0}%")
    }

    @Test func `a number too large for groups is still a number`() {
        #expect(Language.indonesian.numbers.number(1e300) == "1e+300")
        #expect(Language.indonesian.numbers.number(.nan) == "nan")
    }

    @Test(arguments: [(0.25, "0,25"), (30, "30"), (0.1, "0,1"), (1000, "1.000")])
    func `an axis has no needless decimals`(value: Double, text: String) {
        #expect(Language.indonesian.numbers.tick(value) == text)
    }
}

import Benchmarking
import Foundation
import Testing

@testable import Exchange

struct NumberStyleTests {
    private func sign(_ text: String) -> NumberText.Sign { NumberText(text).sign }

    @Test(arguments: ["1.200,50", "1,5", "1.250.000", "Rp 1.250.000,-", "1,2 jt", "0,125", "1234,567", "1,2000"])
    func `these are written in the Indonesian way`(text: String) { #expect(sign(text) == .decides(.indonesian)) }

    @Test(arguments: ["1,200.50", "1.5", "1,250,000", "Rp 1,250,000.00", "1.2 jt", "0.125", "1234.567", "1.2000"])
    func `these are written in the English way`(text: String) { #expect(sign(text) == .decides(.english)) }

    @Test(arguments: ["1.200", "1,200", "-12.500", "Rp 1.200", "1.200 jt", "123,456"])
    func `three digits behind one sign leave it open`(text: String) { #expect(sign(text) == .undecided) }

    @Test(arguments: ["", "1200", "abc", "12.03.2024", "1.2.3", "1,000.50,3", "PT 1.5 sari", "1..5", "5-10"])
    func `what has no sign, or is no number, tells nothing`(text: String) { #expect(sign(text) == .none) }

    @Test func `one clear number decides a column, two that differ leave it open`() {
        var evidence = StyleEvidence()
        for text in ["1.200", "2.500", "300"] { evidence.add(text) }
        #expect(evidence.style == nil)
        #expect(evidence.undecided == 2)
        #expect(evidence.example == "1.200")
        evidence.add("1.200,50")
        #expect(evidence.style == .indonesian)
        evidence.add("1,200.50")
        #expect(evidence.style == nil)
    }

    @Test(arguments: [
        ("Rp 1,2 jt", 1_200_000.0), ("1,5 M", 1.5e9), ("500 ribu", 500_000), ("Rp. 1.250.000,-", 1_250_000),
        ("Rp1.250.000,00", 1_250_000), ("IDR 1.250.000", 1_250_000), ("1.250.000 rupiah", 1_250_000),
        ("2 Miliar", 2e9), ("1,5 juta rupiah", 1_500_000), ("750rb", 750_000), ("-2,5", -2.5), ("+7", 7), ("'0012", 12),
        ("1 250 000", 1_250_000), ("1\u{A0}250\u{A0}000,5", 1_250_000.5), ("1.250 jt", 1.25e9), ("0", 0), ("0,0", 0),
    ])
    func `money is written in many words`(text: String, value: Double) {
        #expect(NumberText(text).value(.indonesian) == value)
    }

    @Test(arguments: [
        "", "-", "Rp", "jt", "abc", "12 ekor", "5-10", "10 atau 12", "2jt500rb", "1e6", "12/3", "3 4", "1 2000", "½",
        "٣",
        "1,2,3", "1.2.3", "12.34.567", "0.500", "1,000.50", "1234.567", ".", ",-", "--5", "100%",
    ])
    func `what is no Indonesian number is not read as one`(text: String) {
        #expect(NumberText(text).value(.indonesian) == nil)
    }

    @Test func `a word behind a number is of what is counted`() {
        #expect(NumberText("5 m").value(.indonesian) == 5e9)
        #expect(NumberText("5 m", .measure).value(.indonesian) == 5)
        #expect(NumberText("5 m", .measure).unit == "m")
        #expect(NumberText("5 m", .people).value(.indonesian) == nil)
        #expect(NumberText("1.200 Kg", .measure).value(.indonesian) == 1200)
        #expect(NumberText("1.200 Kg", .measure).unit == "kg")
        #expect(NumberText("2 ton").value(.indonesian) == nil)
        #expect(NumberText("500 ribu", .measure).value(.indonesian) == 500_000)
        #expect(NumberText("500 kg/bulan", .measure).value(.indonesian) == nil)
        #expect(NumberText("500 kg per bulan", .measure).value(.indonesian) == nil)
        #expect(NumberText("100 ribu kg", .measure).value(.indonesian) == nil)
        #expect(NumberText("5 orang", .people).value(.indonesian) == 5)
        #expect(NumberText("5 orang").value(.indonesian) == nil)
    }

    @Test func `where a column tells nothing, each number is read by its own sign, and thousands are meant`() {
        #expect(NumberText("1.200").value(nil) == 1200)
        #expect(NumberText("1,200").value(nil) == 1200)
        #expect(NumberText("1,5").value(nil) == 1.5)
        #expect(NumberText("1.5").value(nil) == 1.5)
    }

    /// A number of up to twelve digits before and three behind the sign, as a program of either country writes it.
    private func written(_ thousandths: Int, _ style: NumberStyle, decimals: Int) -> String {
        let (group, point) = style == .indonesian ? (".", ",") : (",", ".")
        var whole = String(thousandths / 1000)
        var parts: [String] = []
        while whole.count > 3 {
            parts.insert(String(whole.suffix(3)), at: 0)
            whole.removeLast(3)
        }
        let fraction = String(String(1000 + thousandths % 1000).dropFirst().prefix(decimals))
        return ([whole] + parts).joined(separator: group) + (decimals > 0 ? point + fraction : "")
    }

    @Test(arguments: NumberStyle.allCases)
    func `whatever is written in a style is read back in it`(style: NumberStyle) throws {
        var random = RandomStream(seed: 20_240_701)
        for _ in 0..<20_000 {
            let digits = Int.random(in: 0...12, using: &random)
            let top = Int(pow(10, Double(digits)))
            let decimals = Int.random(in: 0...3, using: &random)
            let unit = [1000, 100, 10, 1][decimals]
            let thousandths = Int.random(in: 0..<(top * 1000), using: &random) / unit * unit
            let text = written(thousandths, style, decimals: decimals)
            let value = try #require(NumberText(text).value(style), "\(text)")
            #expect(value == Double(thousandths) / 1000, "\(text)")
        }
    }

    @Test(arguments: NumberStyle.allCases)
    func `a column that was written in a style is never taken for the other`(style: NumberStyle) {
        var random = RandomStream(seed: 7)
        for _ in 0..<300 {
            var evidence = StyleEvidence()
            for _ in 0..<20 {
                let thousandths = Int.random(in: 0..<10_000_000_000, using: &random)
                evidence.add(written(thousandths, style, decimals: Int.random(in: 0...3, using: &random)))
            }
            #expect(evidence.style == style)
        }
    }

    @Test func `no text stops the reading`() {
        var random = RandomStream(seed: 1)
        for _ in 0..<5000 {
            let text = randomText(&random) + "1." + randomText(&random)
            for style in NumberStyle.allCases { _ = NumberText(text).value(style) }
            _ = NumberText(text).sign
        }
    }
}

/// A number with at most two decimals and a point, whatever the language of the page: `12`,
/// `0.5`, `-3.25`. What no drawing can hold (not finite, beyond a thousand million) becomes 0.
func number(_ value: Double) -> String {
    var bytes: [UInt8] = []
    bytes.append(number: value)
    return String(decoding: bytes, as: UTF8.self)
}

extension [UInt8] {
    /// Writes a number straight into the page: a drawing has thousands of them.
    mutating func append(number value: Double) {
        guard abs(value) < 1e9 else { return append(UInt8(ascii: "0")) }
        let hundredths = Int((value * 100).rounded())
        let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
        if hundredths < 0 { append(UInt8(ascii: "-")) }
        append(digits: whole)
        guard rest > 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    private mutating func append(digits value: Int) {
        if value >= 10 { append(digits: value / 10) }
        append(UInt8(ascii: "0") + UInt8(value % 10))
    }
}

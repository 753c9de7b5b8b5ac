/// The apostrophe that a CSV file of ours puts before a text which a spreadsheet would take for a formula.
///
/// A text that looks as if it were guarded already is guarded too, so that every text comes back as it was:
/// `=1` is written `'=1`, and `'=1` is written `''=1`.
public enum SheetText {
    /// The text as it is written into a CSV file.
    public static func guarded(_ text: String) -> String { wantsGuard(text.utf8[...]) ? "'" + text : text }

    /// The text as it was before it was guarded. Reading a CSV file does this to every cell; a workbook's texts have no
    /// guard, because there a text is never a formula.
    public static func withoutGuard(_ text: String) -> String {
        guard text.utf8.first == apostrophe, wantsGuard(text.utf8.dropFirst()) else { return text }
        return String(text.unicodeScalars.dropFirst())
    }

    private static let apostrophe = UInt8(ascii: "'")

    private static func wantsGuard(_ text: Substring.UTF8View) -> Bool {
        guard let sign = text.first(where: { $0 != apostrophe }) else { return false }
        return "=+-@\t\r".utf8.contains(sign)
    }
}

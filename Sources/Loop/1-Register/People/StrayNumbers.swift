/// Citizen numbers where they do not belong: in a name, a reason, an address.
public enum StrayNumbers {
    /// A text that somebody typed, without the citizen numbers in it: sixteen digits or more, however divided.
    public static func hidden(in typed: String) -> String {
        guard mayHold(typed) else { return typed }
        return typed.replacing(#/\d(?:[\s\p{P}\p{Cf}]{0,3}\d){15,}/#, with: mask)
    }

    /// A sentence of ours that says back what was asked. It may list years, which are divided by a comma and a blank,
    /// and name an identifier, which by chance can have digits only.
    public static func hidden(inSentence sentence: String) -> String {
        guard mayHold(sentence) else { return sentence }
        let identifierOrDigits = #/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|\d(?:[ .\-]?\d){15,}/#
        return sentence.replacing(identifierOrDigits) { $0.output.1 ?? mask }
    }

    /// Few texts have so many digits at all, and counting them takes a fraction of what a pattern takes.
    private static func mayHold(_ text: String) -> Bool {
        guard text.utf8.count >= 16 else { return false }
        // Digits of other scripts are digits too, and none of them is ASCII.
        return text.utf8.count(where: { $0 >= 0x80 || (0x30...0x39).contains($0) }) >= 16
    }

    private static let mask: Substring = "••••"
}

/// Citizen numbers where they do not belong: in a name, a reason, an address.
enum StrayNumbers {
    /// A text that somebody typed, without the citizen numbers in it: sixteen digits or more, however divided.
    static func hidden(in typed: String) -> String {
        typed.replacing(#/\d(?:[\s\p{P}\p{Cf}]{0,3}\d){15,}/#, with: mask)
    }

    /// A sentence of ours that says back what was asked. It may list years, which are divided by a comma and a blank,
    /// and name an identifier, which by chance can have digits only.
    static func hidden(inSentence sentence: String) -> String {
        let identifierOrDigits = #/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|\d(?:[ .\-]?\d){15,}/#
        return sentence.replacing(identifierOrDigits) { $0.output.1 ?? mask }
    }

    private static let mask: Substring = "••••"
}

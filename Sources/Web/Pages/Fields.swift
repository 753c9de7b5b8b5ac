import Foundation

/// The fields of an address's query or of a command line, each given once.
public struct Fields: Sendable, Equatable {
    private let values: [String: String]

    public init(_ values: [String: String]) { self.values = values }

    /// - Parameter query: what follows the question mark, still encoded.
    /// - Throws: `.malformedQuery`, `.repeatedField`.
    public init(query: String?) throws(RequestRefusal) { try self.init(query ?? "", Limits.query) }

    /// - Parameter form: the body of a form that was sent, still encoded. Its texts may be longer and have several lines.
    /// - Throws: `.malformedQuery`, `.repeatedField`, `.tooLong`.
    init(form: String) throws(RequestRefusal) { try self.init(form, Limits.form) }

    private struct Limits {
        let longest: Int
        let mayHaveLines: Bool

        static let query = Limits(longest: Fields.longestValue, mayHaveLines: false)
        static let form = Limits(longest: 4_000, mayHaveLines: true)
    }

    private init(_ text: String, _ limits: Limits) throws(RequestRefusal) {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = try Self.decoded(sides[0], .query)
            let value = sides.count > 1 ? try Self.decoded(sides[1], limits) : ""
            guard value.utf8.count <= limits.longest else { throw .tooLong(field: name, limit: limits.longest) }
            guard values.updateValue(value, forKey: name) == nil else {
                throw .repeatedField(name)
            }
        }
        self.values = values
    }

    /// The address of the same question with one field changed.
    func address(_ path: String, replacing name: String, by value: String) -> String {
        var changed = values
        changed[name] = value
        let pairs = changed.sorted { $0.key < $1.key }.map { (Self.encoded($0.key), Optional(Self.encoded($0.value))) }
        return Paths.address(path, pairs)
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: ".-_"))) ?? ""
    }

    /// The value without blanks around it; `nil` for a field left out or left empty.
    public subscript(name: String) -> String? {
        let value = values[name]?.trimmingCharacters(in: .whitespacesAndNewlines)
        return value?.isEmpty == false ? value : nil
    }

    /// Refuses a field nobody knows, because a slip in a field's name would silently change the answer.
    /// What mail and chat programs append to shared addresses is passed over.
    func allow(_ names: [String]) throws(RequestRefusal) {
        let unknown = values.keys.sorted().first {
            !names.contains($0) && !$0.hasPrefix("utm_") && !Self.trackers.contains($0)
        }
        if let unknown { throw .unknownField(unknown, allowed: names) }
    }

    /// No name of a region is longer; longer texts are only ever sent to keep a server busy.
    static let longestValue = 100

    /// The same where fields may also be named by what follows a beginning, such as an identifier.
    func allow(_ names: [String], andBehind prefix: String) throws(RequestRefusal) {
        try Fields(values.filter { !$0.key.hasPrefix(prefix) }).allow(names)
    }

    /// What follows the beginning of a name, with its value.
    func behind(_ prefix: String) -> [String: String] {
        values.reduce(into: [:]) { found, field in
            if field.key.hasPrefix(prefix) { found[String(field.key.dropFirst(prefix.count))] = field.value }
        }
    }

    private static let trackers: Set = ["fbclid", "gclid", "igshid", "mc_cid", "mc_eid"]

    /// The value as it was typed, blanks included: for passwords.
    func verbatim(_ name: String) -> String { values[name] ?? "" }

    /// Control signs are refused: they are typed by nobody, and U+0000 is kept by no database.
    private static func decoded(_ text: Substring, _ limits: Limits) throws(RequestRefusal) -> String {
        guard text.utf8.count <= 9 * limits.longest,
            let decoded = text.replacing("+", with: " ").removingPercentEncoding,
            !holdsControl(decoded, besidesLines: limits.mayHaveLines)
        else { throw .malformedQuery(String(text.prefix(60))) }
        return decoded
    }

    /// - Parameter isBesidesLines: whether the signs that make lines and tabulators are passed over.
    static func holdsControl(_ text: String, besidesLines isBesidesLines: Bool = false) -> Bool {
        text.unicodeScalars.contains { isControl($0.value) && !(isBesidesLines && isLine($0.value)) }
    }

    /// Also those that turn the direction of writing for all that follows, so that a line reads as another.
    private static func isControl(_ sign: UInt32) -> Bool {
        sign < 0x20 || (0x7F...0x9F).contains(sign) || (0x2028...0x202E).contains(sign)
            || (0x2066...0x2069).contains(sign)
    }

    private static func isLine(_ sign: UInt32) -> Bool { [0x09, 0x0A, 0x0D].contains(sign) }
}

extension Fields {
    /// A whole number within a range.
    func integer(_ name: String, in range: ClosedRange<Int>) throws(RequestRefusal) -> Int? {
        guard let text = self[name] else { return nil }
        guard let value = Int(text) else { throw .notAWhole(field: name, value: text, allowed: range) }
        guard range.contains(value) else {
            throw .outOfRange(field: name, value: text, allowed: range)
        }
        return value
    }

    /// A number within a range; a decimal comma is understood.
    func number(_ name: String, in range: ClosedRange<Double>) throws(RequestRefusal) -> Double? {
        guard let text = self[name] else { return nil }
        let allowed = Int(range.lowerBound)...Int(range.upperBound)
        guard let value = Double(text.replacing(",", with: ".")), value.isFinite else {
            throw .notANumber(field: name, value: text, allowed: allowed)
        }
        guard range.contains(value) else {
            throw .outOfRange(field: name, value: text, allowed: allowed)
        }
        return value
    }

    /// One of the named choices.
    func choice<Choice: RawRepresentable & CaseIterable>(
        _ name: String, of type: Choice.Type
    ) throws(RequestRefusal) -> Choice? where Choice.RawValue == String {
        guard let text = self[name] else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw .notAllowed(field: name, value: text, allowed: type.allCases.map(\.rawValue))
        }
        return choice
    }
}

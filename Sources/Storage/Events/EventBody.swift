import Foundation
import Register
import Secrets

/// What an event keeps as JSON: the changes, the reason, and whose personal values are sealed in it.
struct EventBody: Codable {
    struct Change: Codable {
        let field: String
        let old: Value?
        let new: Value?
    }

    /// One of the two.
    struct Value: Codable {
        var plain: String?
        /// Base64 of what the person's key sealed.
        var sealed: String?
    }

    let person: String?
    let reason: String?
    let changes: [Change]?

    /// - Parameter place: of the event; what is sealed in one opens in no other.
    init(
        _ changes: [Event.Change], reason: String?, person: (id: Person.ID, key: PersonKey)?, place: String
    ) {
        self.person = person?.id.identifier.text
        self.reason = reason
        let kept = changes.map { change in
            Change(
                field: change.field,
                old: Self.value(change.old, person?.key, "\(place):\(change.field):old"),
                new: Self.value(change.new, person?.key, "\(place):\(change.field):new"))
        }
        self.changes = kept.isEmpty ? nil : kept
    }

    private static func value(_ value: Event.Value, _ key: PersonKey?, _ place: String) -> Value? {
        switch value {
        case .none, .erased: nil
        case .plain(let text): Value(plain: text)
        case .personal(let text):
            key.map { Value(sealed: Data($0.seal(Array(text.utf8), bound: place)).base64EncodedString()) }
        }
    }

    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    init(text: String) throws {
        self = try JSONDecoder().decode(EventBody.self, from: Data(text.utf8))
    }

    /// The changes with their personal values opened.
    /// - Parameter key: `nil` where the person's key was destroyed or cannot be had.
    func read(by key: PersonKey?, place: String) -> [Event.Change] {
        (changes ?? []).map { change in
            Event.Change(
                change.field,
                from: Self.read(change.old, key, "\(place):\(change.field):old"),
                to: Self.read(change.new, key, "\(place):\(change.field):new"))
        }
    }

    private static func read(_ value: Value?, _ key: PersonKey?, _ place: String) -> Event.Value {
        guard let value else { return .none }
        if let plain = value.plain { return .plain(plain) }
        guard let key, let sealed = value.sealed.flatMap({ Data(base64Encoded: $0) }),
            // What does not open is as good as erased to whoever reads; the audit looks at it more closely.
            let bytes = try? key.open([UInt8](sealed), bound: place)
        else { return .erased }
        return .personal(String(decoding: bytes, as: UTF8.self))
    }
}

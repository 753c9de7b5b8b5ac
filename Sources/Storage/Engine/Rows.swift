import Foundation
import Register

// What several tables keep alike.

extension SQLValue {
    init(_ instant: Date?) { self = instant.map { .text(Instant.text($0)) } ?? .null }
    init<Subject>(_ key: Key<Subject>?) { self = key.map { .text($0.identifier.text) } ?? .null }
    init(_ identifier: Identifier) { self = .text(identifier.text) }
    init(_ region: RegionCode) { self = .text(region.text) }
}

extension SQLRow {
    func instant(_ column: Int) throws -> Date { try made(text(column), column) { Instant.date($0) } }

    /// - Returns: `nil` for NULL.
    func optionalInstant(_ column: Int) throws -> Date? {
        try optionalText(column).map { try made($0, column) { Instant.date($0) } }
    }

    func key<Subject>(_ column: Int, of subject: Subject.Type = Subject.self) throws -> Key<Subject> {
        try made(text(column), column) { Key<Subject>($0) }
    }

    /// - Returns: `nil` for NULL.
    func optionalKey<Subject>(_ column: Int, of subject: Subject.Type = Subject.self) throws -> Key<Subject>? {
        try optionalText(column).map { try made($0, column) { Key<Subject>($0) } }
    }

    func identifier(_ column: Int) throws -> Identifier { try made(text(column), column) { Identifier($0) } }
    func region(_ column: Int) throws -> RegionCode { try made(text(column), column) { RegionCode($0) } }

    /// One of the cases whose raw values the table keeps.
    func choice<Choice: RawRepresentable>(
        _ column: Int, of type: Choice.Type = Choice.self
    ) throws -> Choice where Choice.RawValue == String {
        try made(text(column), column) { Choice(rawValue: $0) }
    }

    private func made<Text, Value>(_ text: Text, _ column: Int, _ make: (Text) -> Value?) throws -> Value {
        guard let value = make(text) else { throw StorageFault.unexpectedValue(column: column) }
        return value
    }
}

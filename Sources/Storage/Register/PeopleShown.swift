import Foundation
public import Register

extension Store {
    /// Writes down that a copy of all that is kept of a person was given out: the right of access was served.
    /// - Throws: `PersonRefused.unknownPerson`.
    public func noteShown(_ id: Person.ID, by stamp: Stamp) async throws {
        guard let office = try await office(of: id) else { throw PersonRefused.unknownPerson }
        try await record(in: office, by: stamp) { _, book in
            try book.note(.personShown, about: id.identifier)
        }
    }

    /// Writes down that a list of people left the house as a file, in the book of whoever took it.
    public func notePeopleExported(_ count: Int, from office: RegionCode, by stamp: Stamp) async throws {
        try await record(in: office, by: stamp) { _, book in
            try book.note(.peopleExported, about: nil, [Event.Change("count", to: .plain("\(count)"))])
        }
    }
}

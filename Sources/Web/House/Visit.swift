import Foundation
import HTTPTypes
import Register
import Secrets
import Storage

/// One request with all that a page may want of it.
struct Visit: Sendable {
    let house: House
    let path: String
    /// Path and fields as they were asked for.
    let address: String
    /// The parts of the path that have a name, decoded.
    let parameters: [String: String]
    /// What follows the question mark.
    let fields: Fields
    /// What a form sends; empty for a page that is only looked at.
    let form: Fields
    let rendering: Paths.Form
    let language: Language
    let visitor: Visitor?
    /// Where it comes from, and what its program calls itself.
    let origin: (address: String, program: String)
    /// What a form of ours carries so that no other site can send it.
    let formToken: String
    let now: Date
    /// The file that came with the form.
    var file: SentFile?

    var store: Store { house.store }
    var words: any Words { language.words }

    /// Who is asking. - Throws: `.signInNeeded`.
    func signedIn() throws(RequestRefusal) -> Visitor {
        guard let visitor, visitor.isComplete else { throw .signInNeeded }
        return visitor
    }

    /// The stamp for what is written now. - Throws: `.signInNeeded`.
    func stamp() throws(RequestRefusal) -> Stamp { Stamp(by: try signedIn().id, at: now) }

    func newIdentifier() -> Identifier { house.identifiers.next(at: now) }

    /// The regions that the visitor's hats open for a deed, for drawing lists.
    func regions(_ deed: Deed, _ dataClass: DataClass) -> [RegionCode] {
        Access.extents(hats: visitor?.hats ?? [], deed, on: dataClass).compactMap { extent in
            if case .region(let region) = extent { region } else { nil }
        }.sorted()
    }

    /// Whether the visitor may do this there, beyond what let the request in.
    func may(_ deed: Deed, _ dataClass: DataClass, at place: Place) -> Bool {
        guard let visitor, visitor.covers(deed) else { return false }
        return Access.decide(hats: visitor.hats, deed, on: dataClass, at: place).isAllowed
    }

    func parameter(_ name: String) -> String { parameters[name] ?? "" }

    /// An identifier in the path. - Throws: `.unknownPage` for a text that is none.
    func key<Subject>(_ name: String, of subject: Subject.Type = Subject.self) throws(RequestRefusal) -> Key<Subject> {
        guard let key = Key<Subject>(parameter(name)) else { throw .unknownPage(path) }
        return key
    }

    /// The same visit with another token for its forms (of the cookie that goes out with the page), about another thing,
    /// or with what was sent.
    func with(
        formToken: String? = nil, parameters: [String: String]? = nil, form: Fields? = nil, file: SentFile? = nil
    ) -> Visit {
        Visit(
            house: house, path: path, address: address, parameters: parameters ?? self.parameters, fields: fields,
            form: form ?? self.form, rendering: rendering, language: language, visitor: visitor, origin: origin,
            formToken: formToken ?? self.formToken, now: now, file: file ?? self.file)
    }

    func address(_ path: String) -> String { Paths.address(path, in: language) }
}

public import Exchange
import HTML
import Register

/// What is said, in either form, when a request cannot be answered.
public struct RefusalPage: Sendable {
    public let refusal: RequestRefusal
    public let language: Language

    private let asked: (path: String, fields: Fields)

    /// - Parameter asked: the address that was refused, for links that mend it.
    public init(
        _ refusal: RequestRefusal, in language: Language, asked: (path: String, fields: Fields) = ("", Fields([:]))
    ) {
        self.refusal = refusal
        self.language = language
        self.asked = asked
    }

    /// One sentence: the field, the value, what is allowed.
    public var message: String { language.words.message(refusal) }

    public func html() -> [UInt8] {
        let words = language.words
        let title = refusal.status == 404 ? words.pageUnknownTitle : words.refusalTitle
        return document(Frame(language: language, title: title)) {
            p(.class("refusal")) { message }
            if !refusal.suggestions.isEmpty {
                p { words.choices }
                ul {
                    for region in refusal.suggestions {
                        li {
                            a(.href(mended(region))) { region.name }
                            " (\(region.id.text))"
                        }
                    }
                }
            }
            p { a(.href(Paths.address(Paths.start, in: language))) { words.backToStart } }
        }
    }

    /// The same question with the region that was meant.
    private func mended(_ region: Region) -> String {
        guard let field = refusal.field, field != "region" else {
            return Paths.address(Paths.region(region.id), in: language)
        }
        return asked.fields.address(asked.path, replacing: field, by: region.id.text)
    }

    /// A problem document.
    /// - Source: RFC 9457
    public func json() -> JSON {
        .object([
            JSON.Member("type", .string("about:blank")),
            JSON.Member("status", .integer(refusal.status)),
            JSON.Member("code", .string(refusal.code)),
            JSON.Member("field", JSON(refusal.field.map(StrayNumbers.hidden(in:)))),
            JSON.Member("detail", .string(message)),
            JSON.Member("choices", .array(refusal.allowed.map(JSON.string))),
        ])
    }
}

/// The page for a fault of ours: a number to ask about, no detail.
public func faultPage(_ id: String, in language: Language) -> [UInt8] {
    let words = language.words
    return document(Frame(language: language, title: words.faultTitle)) {
        p { words.fault(id) }
        p { a(.href(Paths.address(Paths.start, in: language))) { words.backToStart } }
    }
}

import HTTPTypes
public import Register

/// Who is let in to a page.
public enum Admission: Sendable, Hashable {
    /// Everybody, signed in or not.
    case everybody
    /// Everybody who has signed in: pages about oneself.
    case account
    /// Who may do the deed with the class of things, there.
    case hat(Deed, DataClass, Whereabouts)

    /// Where the things of a page lie.
    public enum Whereabouts: String, Sendable, CaseIterable {
        /// In the regions of the visitor's hats; the page shows what lies there and nothing else.
        case own
        /// In the whole installation.
        case installation
        /// Where the one thing lies that the address names.
        case item
    }
}

/// A page, or what a form does: its address, who is let in, and what it answers. There is no way to add a page
/// without saying who is let in.
struct Route: Sendable {
    let method: HTTPRequest.Method
    /// With `:name` for the parts that vary.
    let path: String
    let admission: Admission
    /// The renderings it has.
    let forms: [Paths.Form]
    /// Where the item of an `.item` page lies; `nil` where there is no such item.
    let place: @Sendable (Visit) async throws -> Place?
    let answer: @Sendable (Visit) async throws -> Reply
    /// Most bytes of a form that carries a file; `nil` for one that carries none.
    let fileLimit: Int?

    init(
        _ method: HTTPRequest.Method, _ path: String, _ admission: Admission, forms: [Paths.Form] = [.page],
        fileLimit: Int? = nil,
        at place: @escaping @Sendable (Visit) async throws -> Place? = { _ in nil },
        answer: @escaping @Sendable (Visit) async throws -> Reply
    ) {
        self.method = method
        self.path = path
        self.admission = admission
        self.forms = forms
        self.place = place
        self.answer = answer
        self.fileLimit = fileLimit
    }
}

/// A route as the table in `docs/access.md` shows it.
public struct RouteRow: Sendable, Equatable {
    public let method: String
    public let path: String
    public let admission: Admission
}

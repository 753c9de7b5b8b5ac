import HTML
import Register
import Storage

/// What is around the content of every page.
struct Frame {
    let language: Language
    let title: String
    /// The verb of the loop the page belongs to, 0…5; `nil` for none.
    var verb: Int?
    var otherLanguage: PageLink?
    var twins: [PageLink] = []
    var sources: [String] = []
    /// Where whoever has signed in may go, besides the loop.
    var house: [PageLink] = []
    /// Seconds after which the browser asks anew; `nil` for a page that stays.
    var refreshSeconds: Int?
    /// Where the second verb begins: for whoever may see no office's figures, with what is open to everybody.
    var measure = Paths.measure
    /// The account whose page it is; `nil` on pages that are the same for everybody.
    var accountName: String?

    init(
        language: Language, title: String, verb: Int? = nil, otherLanguage: PageLink? = nil, twins: [PageLink] = [],
        sources: [String] = []
    ) {
        self.language = language
        self.title = title
        self.verb = verb
        self.otherLanguage = otherLanguage
        self.twins = twins
        self.sources = sources
    }

    /// A page for one visitor.
    init(_ visit: Visit, title: String, verb: Int? = nil) {
        self.init(language: visit.language, title: title, verb: verb)
        house = houseLinks(visit)
        if visit.regions(.view, .figures).isEmpty { measure = Paths.hayami }
        accountName = visit.visitor?.record.account.displayName.text
    }
}

/// The pages besides the loop that the visitor's hats open.
private func houseLinks(_ visit: Visit) -> [PageLink] {
    guard let visitor = visit.visitor, visitor.isComplete else { return [] }
    let words = visit.words
    func opens(_ deed: Deed, _ dataClass: DataClass) -> Bool {
        !Access.extents(hats: visitor.hats, deed, on: dataClass).isEmpty
    }
    let all: [(Bool, String, String)] = [
        (true, words.ownAccountTitle, Paths.account),
        (opens(.view, .personal), words.peopleTitle, Paths.people),
        // Who writes down in the field and does not read back begins with the form.
        (opens(.enter, .personal) && !opens(.view, .personal), words.newPersonTitle, Paths.people + "/new"),
        (opens(.view, .accounts), words.accountsTitle, Paths.accounts),
        (opens(.view, .audit), words.auditTitle, Paths.audit),
        (opens(.view, .jobs), words.jobsTitle, Paths.jobs),
        (opens(.view, .operations), words.operationsTitle, Paths.operations),
    ]
    // Whoever owns an enterprise sees no list, and begins with its page.
    let own = visitor.hats.filter { $0.role == .owner }.compactMap(\.subject).map { subject in
        (true, words.ownEnterprise, "\(Paths.enterprises)/\(subject.text)")
    }
    return (own + all).filter(\.0).map { PageLink(words: $0.1, address: visit.address($0.2)) }
}

/// A whole page: skip link, the six verbs, the question as heading, content, sources.
func document(_ frame: Frame, @NodeBuilder content: () -> Node) -> [UInt8] {
    let words = frame.language.words
    let page = html(.lang(frame.language.rawValue)) {
        head {
            meta(.charset("utf-8"))
            meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            meta(.name("color-scheme"), .content("light dark"))
            if let seconds = frame.refreshSeconds { refresh(seconds: seconds) }
            title { "\(frame.title) · Tiru" }
            link(.rel("stylesheet"), .href(Paths.stylesheet))
            script(src: Paths.script)
        }
        body {
            a(.class("skip"), .href("#isi")) { words.skipToContent }
            header(.class("top")) {
                masthead(frame, words)
                findBox(frame.language)
                verbs(frame, words)
                if !frame.house.isEmpty { house(frame, words) }
            }
            main(.id("isi")) {
                h1 { frame.title }
                content()
            }
            if !frame.twins.isEmpty || !frame.sources.isEmpty { colophon(frame, words) }
        }
    }
    return page.renderDocument()
}

private func masthead(_ frame: Frame, _ words: any Words) -> Node {
    p(.class("masthead")) {
        a(.class("name"), .href(Paths.address(Paths.start, in: frame.language))) { "Tiru" }
        " "
        span(.class("tagline")) { words.tagline }
        " "
        a(.class("account"), .href(Paths.address(Paths.account, in: frame.language))) {
            frame.accountName ?? words.accountLink
        }
        if let other = frame.otherLanguage {
            " "
            a(
                .class("language"), .href(other.address), .hreflang(frame.language.other.rawValue),
                .lang(frame.language.other.rawValue)
            ) { other.words }
        }
    }
}

/// The six verbs, in order, always visible; those that are not there yet say so.
private func verbs(_ frame: Frame, _ words: any Words) -> Node {
    nav(.class("verbs"), .ariaLabel(words.mainNavigation)) {
        ol {
            for (index, verb) in words.verbs.enumerated() {
                if let address = verbAddress(index) {
                    li {
                        a(
                            .href(Paths.address(index == 1 ? frame.measure : address, in: frame.language)),
                            .ariaCurrent(index == frame.verb ? .true : nil)
                        ) { verb }
                    }
                } else {
                    li { span(.class("later"), .title(words.notYet)) { verb } }
                }
            }
        }
    }
}

/// What is besides the loop, for whoever has signed in.
private func house(_ frame: Frame, _ words: any Words) -> Node {
    nav(.class("house"), .ariaLabel(words.houseNavigation)) {
        ul {
            for link in frame.house { li { a(.href(link.address)) { link.words } } }
        }
    }
}

/// Where a verb's pages begin; `nil` for a verb that is not there yet.
func verbAddress(_ verb: Int) -> String? {
    switch verb {
    case 0: Paths.enterprises
    case 1: Paths.measure
    case 2: Paths.hosts
    default: nil
    }
}

private func colophon(_ frame: Frame, _ words: any Words) -> Node {
    footer {
        if !frame.twins.isEmpty {
            p(.class("twins")) {
                "\(words.thisPageAs): "
                for (index, twin) in frame.twins.enumerated() {
                    if index > 0 { " · " }
                    a(.href(twin.address)) { twin.words }
                }
            }
        }
        if !frame.sources.isEmpty {
            p { "\(words.sources): \(frame.sources.joined(separator: "; "))." }
            p { words.noWarranty }
        }
    }
}

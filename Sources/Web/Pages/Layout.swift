import HTML

/// What is around the content of every page.
struct Frame {
    let language: Language
    let title: String
    /// The verb of the loop the page belongs to, 0…5; `nil` for none.
    var verb: Int?
    var otherLanguage: PageLink?
    var twins: [PageLink] = []
    var sources: [String] = []
}

/// A whole page: skip link, the six verbs, the question as heading, content, sources.
func document(_ frame: Frame, @NodeBuilder content: () -> Node) -> [UInt8] {
    let words = frame.language.words
    let page = html(.lang(frame.language.rawValue)) {
        head {
            meta(.charset("utf-8"))
            meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
            meta(.name("color-scheme"), .content("light dark"))
            title { "\(frame.title) · Tiru" }
            link(.rel("stylesheet"), .href(Paths.stylesheet))
        }
        body {
            a(.class("skip"), .href("#isi")) { words.skipToContent }
            header(.class("top")) {
                masthead(frame, words)
                verbs(frame, words)
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
                            .href(Paths.address(address, in: frame.language)),
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

/// Where a verb's pages begin; `nil` for a verb that is not there yet.
func verbAddress(_ verb: Int) -> String? {
    verb == 2 ? Paths.hosts : nil
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

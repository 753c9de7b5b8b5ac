import HTML

/// The front page: what the product is for, the six verbs, where to begin.
func startPage(_ language: Language) -> [UInt8] {
    let words = language.words
    let other = PageLink(
        words: words.otherLanguage, address: Paths.address(Paths.start, in: language.other))
    let frame = Frame(language: language, title: words.startTitle, otherLanguage: other)
    return document(frame) {
        p { words.startLead }
        ol(.class("loop")) {
            for (index, verb) in words.verbs.enumerated() {
                li {
                    strong { verb }
                    " — \(words.verbQuestions[index])"
                    if verbAddress(index) == nil {
                        " "
                        small { "(\(words.notYet))" }
                    }
                }
            }
        }
        p(.class("next")) {
            a(.class("button"), .href(Paths.address(Paths.hosts, in: language))) { words.startAction }
            " "
            a(.href(Paths.address(Paths.hayami, in: language))) { words.hayamiTitle }
        }
    }
}

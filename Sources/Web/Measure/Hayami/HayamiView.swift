import HTML

/// What a worksheet comes to: the answer, the tables, how it was computed.
func hayamiView(_ page: HayamiPage, _ words: any Words) -> Node {
    fragment {
        div(.class("answer")) {
            for sentence in page.sentences { p { sentence } }
        }
        tableView(page.table, id: "hayami", words)
        if let yardstick = page.yardstick { tableView(yardstick, id: "yardstick", words) }
        if let basket = page.basket { tableView(basket, id: "basket", words) }
        ul(.class("cautions")) {
            for caution in page.cautions { li { caution } }
        }
        details {
            summary { words.howComputed }
            for explanation in page.explanations { p { explanation } }
        }
    }
}

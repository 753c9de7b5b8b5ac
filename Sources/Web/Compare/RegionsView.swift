import Foundation
import HTML

extension RegionsPage {
    public func html() -> [UInt8] {
        let words = language.words
        let frame = Frame(
            language: language, title: words.regionsTitle, verb: 2,
            otherLanguage: PageLink(
                words: words.otherLanguage, address: address(page: page, in: language.other)),
            twins: Paths.Form.data.map {
                PageLink(words: $0.rawValue.uppercased(), address: address($0, page: page, in: language))
            }, sources: [words.regionSource])
        return document(frame) {
            searchView(words)
            if table.rows.isEmpty {
                p { words.regionsNone }
            } else {
                tableView(table, id: "regions", words)
            }
            if pages > 1 { pagesView(words) }
        }
    }

    private func searchView(_ words: any Words) -> Node {
        form(.action(Paths.regions), .method(.get), .role("search")) {
            div(.class("fields")) {
                fieldsView([HostsForm.Field(name: "q", label: words.searchField, value: query)])
            }
            if language != .indonesian {
                input(.type(.hidden), .name("lang"), .value(language.rawValue))
            }
            button(.type(.submit)) { words.show }
        }
    }

    private func pagesView(_ words: any Words) -> Node {
        nav(.class("pages"), .ariaLabel(words.pageField)) {
            "\(words.pageField): "
            for number in 1...pages {
                if number > 1 { " · " }
                a(
                    .href(address(page: number, in: language)),
                    .ariaCurrent(number == page ? .page : nil)
                ) { "\(number)" }
            }
        }
    }

    private func address(
        _ form: Paths.Form = .page, page: Int, in language: Language
    ) -> String {
        let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let fields = [
            ("q", encoded.isEmpty ? nil : encoded), ("page", page == 1 ? nil : "\(page)"),
        ]
        return Paths.address(Paths.address(Paths.regions + form.suffix, fields), in: language)
    }
}

import Exchange

extension Visit {
    /// A list in the rendering that was asked for.
    /// - Parameter document: what the list is in JSON; `nil` for its rows under its name.
    func reply(
        _ table: PageTable, _ document: JSON? = nil, named name: String, _ html: () -> [UInt8]
    ) -> Reply {
        var reply: Reply =
            switch rendering {
            case .page: .html(html())
            case .csv: Reply(contentType: "text/csv; charset=utf-8", bytes: CSVWriter.byteOrderMark + table.csv())
            case .xlsx: .workbook(table)
            case .json:
                Reply(
                    contentType: "application/json",
                    bytes: (document ?? JSON.object([JSON.Member(name, table.json())])).bytes())
            }
        reply.isPrivate = true
        if [.csv, .xlsx].contains(rendering) { reply.fileName = name + rendering.suffix }
        return reply
    }

    /// Links to the data of a page. - Parameter query: what the page was asked with, such as `?office=51.03`.
    func twins(of path: String, query: String = "") -> [PageLink] {
        Paths.Form.data.map {
            PageLink(words: $0.rawValue.uppercased(), address: address(path + $0.suffix + query))
        }
    }
}

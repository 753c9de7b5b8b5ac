import Exchange
import Foundation
import HTML
import Register
import Storage

/// The accounts of an office as a table.
struct AccountsPage: Sendable {
    let table: PageTable
    let mayMake: Bool

    init(
        _ records: [AccountRecord], regionName: (RegionCode) -> String, mayMake: Bool, _ visit: Visit
    ) {
        let words = visit.words
        self.mayMake = mayMake
        table = PageTable(
            caption: words.accountsFound(visit.language.numbers.integer(records.count)),
            columns: [
                PageTable.Column("display_name", words.displayNameField, isNumber: false),
                PageTable.Column("sign_in_name", words.signInNameField, isNumber: false),
                PageTable.Column("hats", words.hatsHeading, isNumber: false),
                PageTable.Column("standing", words.standingHeading, isNumber: false),
                PageTable.Column("second_factor", words.secondFactorHeading, isNumber: false),
                PageTable.Column("created", words.createdHeading, isNumber: false),
                PageTable.Column("id", nil, isNumber: false),
            ],
            rows: records.map { record in
                let hats = record.hats.map { words.hat($0, region: regionName($0.region)) }.joined(separator: "; ")
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(record.account.displayName.text).with(
                            address: visit.address("\(Paths.accounts)/\(record.id)")),
                        PageTable.Cell(record.account.name.text),
                        PageTable.Cell(hats),
                        PageTable.Cell(
                            .text(record.account.state.standing.rawValue), words.standing(record)),
                        PageTable.Cell(
                            .text(record.hasSecondFactor ? "yes" : "no"), words.yesNo(record.hasSecondFactor)),
                        PageTable.Cell(visit.day(record.account.createdAt)),
                        PageTable.Cell(record.id.identifier.text),
                    ], emphasis: nil)
            })
    }

    func reply(_ visit: Visit) -> Reply {
        visit.reply(table, named: "accounts", { html(visit) })
    }

    private func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        var frame = Frame(visit, title: words.accountsTitle)
        frame.twins = visit.twins(of: Paths.accounts)
        return document(frame) {
            p { words.accountsLead }
            tableView(table, id: "accounts", words)
            if mayMake {
                p(.class("next")) {
                    a(.class("button"), .href(visit.address(Paths.accounts + "/new"))) { words.newAccountTitle }
                }
            }
        }
    }
}

/// One account, with what its keeper may do.
struct AccountPage: Sendable {
    let record: AccountRecord
    let regionName: @Sendable (RegionCode) -> String
    let mayManage: Bool
    /// Whether the account wears no hat that is out of the visitor's reach.
    let mayOpen: Bool
    let isOwn: Bool
    let problem: String?
    /// The path of a link just made: shown once.
    let link: String?

    private var path: String { "\(Paths.accounts)/\(record.id)" }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: record.account.displayName.text)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            if let link {
                div(.class("once"), .role("status")) {
                    p { words.linkOnce(name: record.account.displayName.text) }
                    p { code { link } }
                }
            }
            p {
                words.accountLead(
                    signIn: record.account.name.text, office: regionName(record.account.office),
                    standing: words.standing(record))
            }
            if isOwn { p { words.message(.notDone(.ownAccount)) } }
            hatsView(visit)
            if mayManage && mayOpen { deedsView(visit) }
        }
    }

    private func hatsView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2 { words.hatsHeading }
            if record.hats.isEmpty { p { words.noHats } }
            ul(.class("rows")) {
                for hat in record.hats {
                    li {
                        words.hat(hat, region: regionName(hat.region))
                        if mayManage {
                            " "
                            buttonView(words.hatTake, action: path + "/hats/take", sending: fields(hat), visit)
                        }
                    }
                }
            }
            if mayManage {
                details {
                    summary { words.hatGive }
                    formView(
                        FormPage(
                            title: "", fields: HatFields.all(visit), action: path + "/hats", button: words.hatGive),
                        visit)
                }
            }
        }
    }

    private func fields(_ hat: Hat) -> [(String, String)] {
        [
            ("role", hat.role.rawValue), ("region", hat.region.text), ("subject", hat.subject?.text ?? ""),
            ("body", hat.body?.rawValue ?? ""),
        ]
    }

    private func deedsView(_ visit: Visit) -> Node {
        let words = visit.words
        let isActive = record.account.state.standing == .active
        return fragment {
            h2 { words.doorHeading }
            p { words.linkExplained }
            buttonView(
                record.hasPassword ? words.linkReset : words.linkInvite, action: path + "/link", visit)
            details {
                summary { isActive ? words.suspendButton : words.restoreButton }
                formView(
                    FormPage(
                        title: "", fields: [FormField(name: "reason", label: words.reasonField)],
                        action: path + (isActive ? "/suspend" : "/restore"),
                        button: isActive ? words.suspendButton : words.restoreButton), visit)
            }
        }
    }
}

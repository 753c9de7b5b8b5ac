import Foundation
import HTML
import Register
import Storage

/// Who changed what of an enterprise, in words: one by one, and by lists.
struct EnterpriseHistoryPage: Sendable {
    let record: EnterpriseRecord
    let tellings: [EventTelling]
    let traces: [ListTrace]

    private struct Entry {
        let at: Date
        let sentence: String
        var details: [String] = []
        /// Of the list it came by.
        var address: String?
    }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        let entries = entries(visit)
        return document(Frame(visit, title: words.historyOf(record.enterprise.card.name), verb: 0)) {
            p { words.enteredOn(visit.day(record.enteredAt)) }
            if entries.isEmpty { p { words.historyNone } }
            ol(.class("rows")) {
                for entry in entries {
                    li {
                        strong {
                            if let address = entry.address {
                                a(.href(address)) { entry.sentence }
                            } else {
                                entry.sentence
                            }
                        }
                        " "
                        small { visit.instant(entry.at) }
                        for detail in entry.details { p { detail } }
                    }
                }
            }
            p(.class("next")) {
                a(.href(visit.address("\(Paths.enterprises)/\(record.id)"))) { record.enterprise.card.name }
            }
        }
    }

    /// The newest first; what happened at one moment stays in its order.
    private func entries(_ visit: Visit) -> [Entry] {
        let events = tellings.map {
            Entry(at: $0.line.event.stamp.at, sentence: $0.sentence, details: $0.details)
        }
        return (events + traces.map { entry($0, visit) }).enumerated()
            .sorted { ($1.element.at, $0.offset) < ($0.element.at, $1.offset) }.map(\.element)
    }

    private func entry(_ trace: ListTrace, _ visit: Visit) -> Entry {
        let words = visit.words
        let actor = trace.actorName ?? words.program
        let sentence =
            switch trace.deed {
            case .brought: words.broughtByList(trace.fileName, actor: actor)
            case .changed(let row): words.changedByList(trace.fileName, row: row.map { "\($0)" }, actor: actor)
            }
        let maySee = visit.may(.enter, .jobs, at: Place(record.enterprise.office))
        return Entry(
            at: trace.entered.at, sentence: sentence,
            address: maySee ? visit.address("\(Paths.lists)/\(trace.list)") : nil)
    }
}

import Foundation
import HTML
import Register
import Storage

extension DetailsView {
    /// One that was removed, with the way back.
    private struct Removed {
        let kind: DetailKind
        let id: Identifier
        let name: String
        let at: Date
    }

    private func removed(_ visit: Visit) -> [Removed] {
        func these<Detail: EnterpriseDetail>(_ all: [KeptDetail<Detail>]) -> [Removed] {
            guard mayEnter(Detail.detailKind, visit) else { return [] }
            return all.compactMap { kept in
                kept.removedAt.map {
                    Removed(
                        kind: Detail.detailKind, id: kept.id.identifier, name: kept.detail.name(visit.words), at: $0)
                }
            }
        }
        let all =
            these(details.certificates) + these(details.products) + these(details.workers) + these(details.equipment)
            + these(details.worksheets)
        return all.sorted { ($1.at, $1.id) < ($0.at, $0.id) }
    }

    private func mayEnter(_ kind: DetailKind, _ visit: Visit) -> Bool {
        !isMerged && visit.may(.enter, kind.dataClass, at: Place(enterprise.office, about: enterprise.id.identifier))
    }

    private func putBackView(_ one: Removed, _ visit: Visit) -> Node {
        buttonView(
            visit.words.putBack, action: "\(Paths.enterprises)/\(enterprise.id)/\(one.kind.path)/\(one.id)/put-back",
            visit)
    }

    /// What was just removed, and how to get it back.
    func removedView(_ visit: Visit) -> Node {
        let asked = visit.fields["removed"]
        guard let one = removed(visit).first(where: { $0.id.text == asked }) else { return fragment {} }
        return div(.class("saved"), .role("status")) {
            p { visit.words.detailRemoved(one.kind, one.name) }
            putBackView(one, visit)
        }
    }

    /// Everything that was removed, the last first.
    func allRemovedView(_ visit: Visit) -> Node {
        let removed = removed(visit)
        guard !removed.isEmpty else { return fragment {} }
        return HTML.details {
            summary { "\(visit.words.removedHeading) (\(visit.language.numbers.integer(removed.count)))" }
            ul(.class("rows")) {
                for one in removed {
                    li {
                        "\(visit.words.detail(one.kind).capitalisedFirst): \(one.name), \(visit.words.removedOn(visit.day(one.at)))"
                        " "
                        putBackView(one, visit)
                    }
                }
            }
        }
    }
}

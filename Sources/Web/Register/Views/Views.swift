import Foundation
import HTTPTypes
import Register
import Storage

/// Views of the list of enterprises that people keep under a name: keeping, renaming, sharing, removing.
struct Views: Sendable {
    let house: House

    var routes: [Route] {
        let item = Paths.views + "/:view"
        let (own, one) = (Admission.hat(.view, .register, .own), Admission.hat(.view, .register, .item))
        return [
            Route(.get, Paths.views, own) { visit in
                try visit.fields.allow(["lang", "saved"])
                return try await page(visit)
            },
            Route(.post, Paths.views, own) { try await keep($0) },
            Route(.post, item, one, at: place) { try await change($0) },
            Route(.post, item + "/remove", one, at: place) { try await remove($0) },
        ]
    }

    @Sendable private func place(_ visit: Visit) async throws -> Place? {
        let id: ListView.ID = try visit.key("view")
        return try await house.store.office(of: id).map { Place($0) }
    }

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let page = ViewsPage(
            views: try await visit.listViews(), isSaved: visit.fields["saved"] != nil && problem == nil,
            problem: problem.map(visit.words.message))
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    // MARK: - Keeping

    private func keep(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(Enterprises.askedFields + ["view-name", "shared", Answering.tokenField])
            try Self.checkAsked(visit)
            let visitor = try visit.signedIn()
            let view = ListView(
                ListView.ID(visit.newIdentifier()), of: visitor.id, in: visitor.record.account.office,
                named: try Self.name(visit), asked: Self.asked(visit), isShared: try Self.isShared(visit))
            try await Self.refusing { try await house.store.keepView(view, by: try visit.stamp()) }
            return .seeOther(visit.address(view.address))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    /// A view is kept only where the list would answer it.
    private static func checkAsked(_ visit: Visit) throws(RequestRefusal) {
        _ = try Enterprises.searched(visit.form)
        _ = try Enterprises.filter(visit.form, visit.regions(.view, .register))
        _ = try EnterpriseColumn.chosen(visit.form)
        _ = try EnterpriseOrder.asked(visit.form)
    }

    private static func asked(_ visit: Visit) -> String {
        Enterprises.askedFields.compactMap { name in visit.form[name].map { "\(name)=\(Paths.encoded($0))" } }
            .joined(separator: "&")
    }

    /// - Throws: `.missing`, `.tooLong`, `.badEntry` for a citizen number.
    private static func name(_ visit: Visit) throws(RequestRefusal) -> String {
        let words = (visit.form["view-name"] ?? "").split(whereSeparator: \.isWhitespace)
        let name = words.joined(separator: " ")
        guard !name.isEmpty else { throw .missing(field: "view-name") }
        guard name.count <= longestName else { throw .tooLong(field: "view-name", limit: longestName) }
        guard StrayNumbers.hidden(in: name) == name else { throw .badEntry(field: "view-name", .numberMisplaced) }
        return name
    }

    private static let longestName = 80

    /// - Throws: `.forbidden` where the visitor shares nothing with the office.
    private static func isShared(_ visit: Visit) throws(RequestRefusal) -> Bool {
        guard visit.form["shared"] != nil else { return false }
        guard visit.mayShareViews else { throw .forbidden(.role) }
        return true
    }

    // MARK: - Changing

    private func change(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow(["view-name", "shared", "version", Answering.tokenField])
            let view = try await view(visit) { visit.keeps($0) }
            guard let version = try visit.form.integer("version", in: 1...Int.max) else {
                throw RequestRefusal.missing(field: "version")
            }
            let (name, isShared) = (try Self.name(visit), try Self.isShared(visit))
            try await Self.refusing {
                try await house.store.changeView(
                    view.id, name: name, isShared: isShared, from: version, by: try visit.stamp())
            }
            return .seeOther(visit.address(Paths.views + "?saved=1"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func remove(_ visit: Visit) async throws -> Reply {
        do {
            try visit.form.allow([Answering.tokenField])
            let view = try await view(visit) { visit.mayRemove($0) }
            try await Self.refusing { try await house.store.removeView(view.id, by: try visit.stamp()) }
            return .seeOther(visit.address(Paths.views + "?saved=1"))
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    /// Of somebody else's view it is not told that there is one.
    private func view(_ visit: Visit, where isOpen: (ListView) -> Bool) async throws -> ListView {
        let id: ListView.ID = try visit.key("view")
        let view = try await Self.refusing { try await house.store.view(id) }
        guard isOpen(view) else { throw RequestRefusal.notDone(.view(.unknown)) }
        return view
    }

    @discardableResult
    private static func refusing<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let refused as ListViewRefused {
            switch refused {
            case .unknownView: throw RequestRefusal.notDone(.view(.unknown))
            case .nameTaken: throw RequestRefusal.notDone(.view(.nameTaken))
            case .changedMeanwhile: throw RequestRefusal.notDone(.changedMeanwhile)
            case .tooMany(let most): throw RequestRefusal.notDone(.view(.tooMany(most)))
            }
        }
    }
}

extension ListView {
    /// The list as the view asks it.
    var address: String { asked.isEmpty ? Paths.enterprises : Paths.enterprises + "?" + asked }

    /// What people type into a search may be somebody's name.
    var holdsWords: Bool { asked.hasPrefix("q=") }
}

extension Visit {
    /// The visitor's own views and those that their office shares; with words that somebody searched for only by the
    /// right to personal data, because they may be a name.
    func listViews() async throws -> [ListView] {
        guard let visitor else { return [] }
        let mayRead = !regions(.view, .personal).isEmpty
        return try await store.views(of: visitor.id, in: visitor.record.account.office).filter {
            keeps($0) || mayRead || !$0.holdsWords
        }
    }

    /// Whoever may carry the list away may also arrange it for the others.
    var mayShareViews: Bool {
        visitor.map { may(.export, .register, at: Place($0.record.account.office)) } ?? false
    }

    /// Whether it is the visitor's own.
    func keeps(_ view: ListView) -> Bool { visitor.map { $0.id == view.keptBy } ?? false }

    /// One's own; and what is shared, by whoever approves there.
    func mayRemove(_ view: ListView) -> Bool {
        keeps(view) || view.isShared && may(.approve, .register, at: Place(view.office))
    }
}

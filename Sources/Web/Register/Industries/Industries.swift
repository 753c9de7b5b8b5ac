import Compare
import Exchange
import Foundation
import HTTPTypes
import Register
import Storage

/// The migration board: what becomes of an office's codes of KBLI 2020, and deciding it.
struct Industries: Sendable {
    let house: House

    var routes: [Route] {
        [
            Route(.get, Paths.industries, .hat(.view, .register, .own)) { try await page($0) },
            Route(.get, Paths.industries, .hat(.export, .register, .own), forms: Paths.Form.data) {
                try await file($0)
            },
            Route(.post, Paths.industries, .hat(.enter, .register, .own)) { try await decide($0) },
        ]
    }

    private func page(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["office", "code", "after", "saved", "lang"])
        do {
            let office = try await office(visit, visit.fields["office"], .view)
            return .own(try await board(of: office, visit).html(visit))
        } catch let refusal as RequestRefusal {
            var board = IndustryBoard()
            board.problem = visit.words.message(refusal)
            return .own(board.html(visit), status: refusal.status)
        }
    }

    private func file(_ visit: Visit) async throws -> Reply {
        try visit.fields.allow(["office", "lang"])
        guard let office = try await office(visit, visit.fields["office"], .export) else {
            throw RequestRefusal.missing(field: "office")
        }
        let table = try await board(of: office, visit).table(visit)
        let document = JSON.object([
            JSON.Member("office", .string(office.id.text)), JSON.Member("industries", table.json()),
        ])
        return visit.reply(table, document, named: "industries", { [] })
    }

    /// The office that is asked for, or the visitor's own; `nil` where neither says one.
    /// - Throws: what `named` refuses, and `.forbidden` for one that lies elsewhere.
    private func office(_ visit: Visit, _ text: String?, _ deed: Deed) async throws -> Region? {
        let directory = try await house.store.regionalEconomies().directory
        if let text {
            let office = try directory.named(text, in: "office")
            guard visit.may(deed, .register, at: Place(office.id)) else { throw RequestRefusal.forbidden(.region) }
            return office
        }
        let own = [visit.onlyOffice(.register), visit.visitor?.record.account.office].compactMap(\.self)
        return own.first { !$0.isProvince && visit.may(deed, .register, at: Place($0)) }.flatMap { directory[$0] }
    }

    private func board(of office: Region?, _ visit: Visit) async throws -> IndustryBoard {
        var board = IndustryBoard()
        guard let office else { return board }
        let store = house.store
        board.office = office
        board.mayEnter = visit.may(.enter, .register, at: Place(office.id))
        let uses = try await store.industriesInUse(in: office.id, most: IndustryBoard.mostCounted + 1)
        let codes = Set(uses.map(\.code))
        let bridges = try await store.bridges(of: codes)
        let decisions = try await store.migrations(in: office.id)
        let decided = Dictionary(decisions.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        board.lines = uses.map { use in
            IndustryBoard.Line(
                use: use, proposal: IndustryMigration.proposal(for: use.code, by: bridges[use.code]),
                decision: decided[use.code])
        }
        board.titles = try await store.titles(of: Set(board.lines.flatMap(\.mentioned)))
        for account in Set(board.lines.compactMap { $0.decision?.decided.by }) {
            board.names[account] = try await store.account(account).account.displayName.text
        }
        return board
    }

    // MARK: - Deciding

    static let fields = ["office", "code", "seen", "successor", "other"]

    private func decide(_ visit: Visit) async throws -> Reply {
        let office = try await office(visit, visit.form["office"], .enter)
        do {
            try visit.form.allow(Self.fields + [Answering.tokenField])
            guard let office else { throw RequestRefusal.missing(field: "office") }
            let choice = try choice(in: office.id, visit)
            let stamp = try visit.stamp()
            try await refusingDecision { try await house.store.settle(choice, by: stamp) }
            let address = Paths.address(Paths.industries, [("office", office.id.text), ("saved", "1")])
            return .seeOther(visit.address(address))
        } catch let refusal as RequestRefusal {
            var board = try await board(of: office, visit)
            board.problem = visit.words.message(refusal)
            return .own(board.html(visit), status: refusal.status)
        }
    }

    private func choice(in office: RegionCode, _ visit: Visit) throws(RequestRefusal) -> IndustryChoice {
        guard let code = IndustryCode(.kbli2020, visit.form["code"] ?? "") else {
            throw .badEntry(field: "code", .decision(.unknownCode))
        }
        let seen = visit.form["seen"].flatMap { IndustryCode(.kbli2025, $0) }
        var successor: IndustryCode?
        switch visit.form["successor"] {
        case nil: throw .missing(field: "successor")
        case IndustryBoard.staysOpen: successor = nil
        case IndustryBoard.another: successor = try newCode(visit.form["other"], in: "other")
        case let text: successor = try newCode(text, in: "successor")
        }
        return IndustryChoice(office: office, code: code, successor: successor, seen: seen)
    }

    private func newCode(_ text: String?, in field: String) throws(RequestRefusal) -> IndustryCode {
        guard let code = text.flatMap({ IndustryCode(.kbli2025, $0) }), code.code.utf8.count == 5 else {
            throw .badEntry(field: field, .decision(.notFiveDigits))
        }
        return code
    }

    private func refusingDecision(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let refused as IndustryDecisionRefusal {
            let isOld = refused == .unknownCode || refused == .notOf2020
            throw RequestRefusal.badEntry(field: isOld ? "code" : "successor", .decision(refused))
        } catch is IndustryChoiceRefused {
            throw RequestRefusal.notDone(.changedMeanwhile)
        }
    }
}

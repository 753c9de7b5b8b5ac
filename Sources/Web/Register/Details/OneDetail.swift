import Foundation
import HTTPTypes
import Register
import Storage

/// A detail of an enterprise: entering one, changing it, removing it and putting it back.
struct OneDetail<Detail: EnterpriseDetail>: Sendable {
    let house: House

    private var kind: DetailKind { Detail.detailKind }

    var routes: [Route] {
        let all = Paths.enterprises + "/:enterprise/" + kind.path
        let item = all + "/:" + kind.parameter
        let enters = Admission.hat(.enter, kind.dataClass, .item)
        let place = OneEnterprise(house: house).place
        return [
            Route(.get, all + "/new", enters, at: place) { visit in
                try visit.fields.allow(kind == .certificate ? ["lang", "paper"] : ["lang"])
                return try await newPage(visit)
            },
            Route(.post, all, enters, at: place) { try await enter($0) },
            Route(.get, item, enters, at: place) { visit in
                // What was just done with a photo of it.
                let told = kind == .product ? ["added", "saved", "removed", "erased"] : []
                try visit.fields.allow(["lang"] + told)
                return try await page(visit)
            },
            Route(.post, item, enters, at: place) { try await change($0) },
            Route(.post, item + "/remove", enters, at: place) { try await remove($0) },
            Route(.post, item + "/put-back", enters, at: place) { try await putBack($0) },
        ]
    }

    private func record(_ visit: Visit) async throws -> EnterpriseRecord {
        let id: Enterprise.ID = try visit.key("enterprise")
        return try await refusingEnterprise { try await house.store.enterprise(id) }
    }

    /// - Throws: `.unknownPage` for one of another enterprise.
    private func kept(_ visit: Visit) async throws -> KeptDetail<Detail> {
        let id: Key<Detail> = try visit.key(kind.parameter)
        let enterprise: Enterprise.ID = try visit.key("enterprise")
        let kept = try await refusingDetail { try await house.store.detail(id) }
        guard kept.enterprise == enterprise else { throw RequestRefusal.unknownPage(visit.path) }
        return kept
    }

    private func mayRead(_ record: EnterpriseRecord, _ visit: Visit) -> Bool {
        visit.may(.view, .personal, at: Place(record.enterprise.office, about: record.id.identifier))
    }

    private func done(_ id: Enterprise.ID, _ query: String, _ visit: Visit) -> Reply {
        .seeOther(visit.address("\(Paths.enterprises)/\(id)?\(query)") + "#" + kind.path)
    }

    // MARK: - Entering

    /// Whoever enters writes down whose machine it is, also who may not read it back.
    private func newPage(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let record = try await record(visit)
        var page = DetailPage<Detail>(enterprise: record.enterprise)
        page.problem = problem.map(visit.words.message)
        var texts: [DetailField: String] = [:]
        if let name = visit.fields["paper"] ?? visit.form["paper"] {
            guard let paper = EnterpriseField(rawValue: name), let text = record.papers[paper],
                let kind = CertificateKind(paper)
            else { throw RequestRefusal.unknownPage(visit.path) }
            page.paper = (paper, text)
            texts = kind.proposal(from: text)
        }
        page.fields = DetailFields<Detail>.all(
            visit, of: texts, isOpen: true, choices: try await visit.choices(of: kind))
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    private func enter(_ visit: Visit) async throws -> Reply {
        let enterprise: Enterprise.ID = try visit.key("enterprise")
        do {
            try visit.form.allow(DetailFields<Detail>.names + ["paper", Answering.tokenField])
            let id = Key<Detail>(visit.newIdentifier())
            let detail = try DetailFields<Detail>.detail(
                id, of: enterprise, visit, keeping: nil, isOpen: true, choices: try await visit.choices(of: kind))
            try await refusingDetail {
                try await house.store.enter(DetailEntry(id, of: enterprise, detail), by: try visit.stamp())
            }
            return done(enterprise, "saved=1", visit)
        } catch let refusal as RequestRefusal {
            return try await newPage(visit, problem: refusal)
        }
    }

    // MARK: - Changing

    /// - Parameter photoProblem: of a photo that was sent; the fields of the detail are then as they are kept.
    func page(
        _ visit: Visit, problem: RequestRefusal? = nil, photoProblem: RequestRefusal? = nil
    ) async throws -> Reply {
        let (record, kept) = (try await record(visit), try await kept(visit))
        let isOpen = mayRead(record, visit)
        var page = DetailPage<Detail>(enterprise: record.enterprise)
        page.problem = (problem ?? photoProblem).map(visit.words.message)
        page.kept = kept
        page.isShowingKept = problem == .notDone(.changedMeanwhile)
        page.mayRead = isOpen
        page.fields = DetailFields<Detail>.all(
            visit, of: kept.detail.texts, isOpen: isOpen, choices: try await visit.choices(of: kind),
            isSent: photoProblem == nil ? nil : false)
        page.photos = try await photos(of: kept, record)
        return .own(page.html(visit), status: (problem ?? photoProblem)?.status ?? 200)
    }

    /// - Returns: `nil` for what has no photos, and where none are added any more.
    private func photos(of kept: KeptDetail<Detail>, _ record: EnterpriseRecord) async throws -> PhotosView? {
        guard let product = kept as? KeptDetail<Product>, record.mergedInto == nil else { return nil }
        let all = try await house.store.photos(of: record.id)
        return PhotosView(
            enterprise: record.id, product: product, photos: all.filter { $0.photo.product == product.id })
    }

    /// Whoever comes second sees what the first one wrote, and keeps what they typed.
    private func change(_ visit: Visit) async throws -> Reply {
        let (record, kept) = (try await record(visit), try await kept(visit))
        do {
            try visit.form.allow(DetailFields<Detail>.names + ["version", Answering.tokenField])
            guard let version = try visit.form.integer("version", in: 1...Int.max) else {
                throw RequestRefusal.missing(field: "version")
            }
            let detail = try DetailFields<Detail>.detail(
                kept.id, of: record.id, visit, keeping: kept.detail, isOpen: mayRead(record, visit),
                choices: try await visit.choices(of: kind))
            try await refusingDetail {
                try await house.store.change(kept.id, to: detail, from: version, by: try visit.stamp())
            }
            return done(record.id, "saved=1", visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    // MARK: - Removing

    private func remove(_ visit: Visit) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        let kept = try await kept(visit)
        try await refusingDetail { try await house.store.remove(kept.id, by: try visit.stamp()) }
        return .seeOther(visit.address("\(Paths.enterprises)/\(kept.enterprise)?removed=\(kept.id)"))
    }

    private func putBack(_ visit: Visit) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        let kept = try await kept(visit)
        try await refusingDetail { try await house.store.putBack(kept.id, by: try visit.stamp()) }
        return done(kept.enterprise, "saved=1", visit)
    }
}

/// What the register refuses of details, as a page says it.
@discardableResult
private func refusingDetail<Result>(_ body: () async throws -> Result) async throws -> Result {
    do {
        return try await body()
    } catch let refused as DetailRefused {
        switch refused {
        case .unknownEnterprise, .merged: throw RequestRefusal.notDone(.unknownEnterprise)
        case .unknownDetail: throw RequestRefusal.notDone(.unknownDetail)
        case .changedMeanwhile: throw RequestRefusal.notDone(.changedMeanwhile)
        case .removed: throw RequestRefusal.notDone(.detailGone)
        case .already: throw RequestRefusal.notDone(.already)
        case .sameIsThere: throw RequestRefusal.notDone(.sameGroupIsThere)
        }
    }
}

extension CertificateKind {
    /// What a certificate in an office's list is.
    init?(_ paper: EnterpriseField) {
        switch paper {
        case .halal: self = .halal
        case .trademark: self = .trademark
        case .testReport: self = .testReport
        case .sni: self = .nationalStandard
        case .pirt: self = .homeFood
        default: return nil
        }
    }

    /// What a list wrote as fields of a certificate: a number; a year alone, or a word alone, is none.
    func proposal(from text: String) -> [DetailField: String] {
        var texts: [DetailField: String] = [.certificateKind: rawValue]
        let isYear = text.count == 4 && Int(text) != nil
        if !isYear, text.contains(where: \.isNumber) { texts[.certificateNumber] = text }
        return texts
    }
}

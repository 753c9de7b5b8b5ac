import Exchange
import HTML
import Measure
import Register
import Storage

/// What hangs on an enterprise, as its page shows it: certificates, products, workers, equipment.
struct DetailsView: Sendable {
    let enterprise: Enterprise
    let isMerged: Bool
    let details: EnterpriseDetails
    /// Certificates as a list has them.
    let papers: [EnterpriseField: String]
    /// By its newest figures; `nil` where that is not known.
    var legalSize: LegalSize?
    /// Of its products, also those that were removed.
    var photos: [KeptPhoto] = []
    /// What its worksheets are held against.
    var yardsticks = Yardsticks()

    private var place: Place { Place(enterprise.office, about: enterprise.id.identifier) }
    var path: String { "\(Paths.enterprises)/\(enterprise.id)" }

    private func may(_ deed: Deed, _ kind: DetailKind, _ visit: Visit) -> Bool {
        visit.may(deed, kind.dataClass, at: place) && !(deed == .enter && isMerged)
    }

    func view(_ visit: Visit) -> Node {
        fragment {
            certificatesView(visit)
            papersView(visit)
            productsView(visit)
            if may(.view, .workerGroup, visit) { workersView(visit) }
            if may(.view, .equipment, visit) { equipmentView(visit) }
            if may(.view, .worksheet, visit) { worksheetsView(visit) }
            allRemovedView(visit)
        }
    }

    // MARK: - One section

    func section<Detail: EnterpriseDetail>(
        _ table: DetailTable<Detail>, _ visit: Visit, @NodeBuilder more: () -> Node
    ) -> Node {
        let (words, kind) = (visit.words, Detail.detailKind)
        return fragment {
            h2(.id(kind.path)) { words.detailsHeading(kind) }
            if table.kept.isEmpty {
                p { words.detailsNone(kind) }
            } else {
                tableView(table.table(visit), id: "\(kind.path)-table", words)
                more()
            }
            if may(.enter, kind, visit) {
                p { a(.href(visit.address("\(path)/\(kind.path)/new"))) { words.newDetail(kind) } }
            }
        }
    }

    func table<Detail: EnterpriseDetail>(
        _ all: [KeptDetail<Detail>], _ fields: [DetailField], _ visit: Visit
    ) -> DetailTable<Detail> {
        let mayEnter = may(.enter, Detail.detailKind, visit)
        return DetailTable(
            kept: all.filter { $0.removedAt == nil }, fields: fields,
            address: { mayEnter ? visit.address("\(path)/\(Detail.detailKind.path)/\($0)") : nil })
    }

    // MARK: - Certificates and products

    private func certificatesView(_ visit: Visit) -> Node {
        let words = visit.words
        var table = table(
            details.certificates, [.certificateKind, .certificateNumber, .certificateScope], visit)
        func add(_ key: String, _ heading: String, _ cell: @escaping (Certificate) -> PageTable.Cell) {
            table.extra.append(.init(column: PageTable.Column(key, heading, isNumber: false), cell: cell))
        }
        add("issued", words.detailField(.issued)) { $0.issuedCell(visit) }
        add("expires", words.expiresHeading) { $0.expiresCell(visit) }
        add("renew-from", words.renewFromHeading) { $0.renewFromCell(visit) }
        add("standing", words.renewalHeading) { PageTable.Cell($0.standing(visit)) }
        add("act", words.actHeading) { $0.actCell(visit) }
        return fragment {
            section(table, visit) {
                HTML.details {
                    summary { words.howComputed }
                    p { words.certificatesComputed }
                }
            }
            if let duty = halalDuty(visit) { p { duty } }
        }
    }

    /// What is said of food and drink without a halal certificate; `nil` for everything else, and where the size by law is
    /// not known, on which the day depends.
    private func halalDuty(_ visit: Visit) -> String? {
        let words = visit.words
        let isFood = enterprise.card.industry.map { ["10", "11"].contains($0.code.prefix(2)) } ?? false
        let hasOne = details.certificates.contains { $0.removedAt == nil && $0.detail.kind == .halal }
        guard isFood, !hasOne, let legalSize, may(.view, .workerGroup, visit) else { return nil }
        let left = HalalDuty.daysLeft(for: legalSize, on: visit.today)
        return words.halalDuty(
            words.legalSizeName(legalSize), from: visit.day(HalalDuty.begins(for: legalSize)),
            days: visit.language.numbers.integer(abs(left)), isDuty: left <= 0)
    }

    private func papersView(_ visit: Visit) -> Node {
        let words = visit.words
        let papers = EnterpriseField.allCases.compactMap { field in self.papers[field].map { (field, $0) } }
        guard !papers.isEmpty else { return fragment {} }
        return fragment {
            h3 { words.papersHeading }
            dl(.class("facts")) {
                for (field, text) in papers {
                    dt { words.field(field) }
                    dd {
                        text
                        if let address = takeOver(field, visit) {
                            " "
                            a(.href(address)) { words.takePaperOver }
                        }
                    }
                }
            }
        }
    }

    /// Where a paper is entered as a certificate; `nil` where one of its kind is there, and for who may not.
    private func takeOver(_ paper: EnterpriseField, _ visit: Visit) -> String? {
        guard let kind = CertificateKind(paper), may(.enter, .certificate, visit),
            !details.certificates.contains(where: { $0.removedAt == nil && $0.detail.kind == kind })
        else { return nil }
        return visit.address("\(path)/certificates/new?paper=\(paper.rawValue)")
    }

    private func productsView(_ visit: Visit) -> Node {
        let table = table(details.products, Product.fields, visit)
        return section(table, visit) {
            for product in table.kept {
                let photos = photos(of: product.id)
                if !photos.isEmpty {
                    h3 { visit.words.photoTitle(product.detail.name) }
                    photoListView(photos, visit)
                }
            }
            if may(.enter, .product, visit) { p { visit.words.photosWhere } }
        }
    }

    /// Those that are shown.
    func photos(of product: Product.ID) -> [KeptPhoto] {
        photos.filter { $0.photo.product == product && $0.removedAt == nil }
    }

    // MARK: - Workers

    private func workersView(_ visit: Visit) -> Node {
        let (words, numbers) = (visit.words, visit.language.numbers)
        var table = table(
            details.workers, [.position, .workerSex, .pay, .workers, .hoursPerDay, .daysPerMonth], visit)
        let pay = PageTable.Column("pay-per-day", words.detailField(.payPerDay), unit: words.detailUnit(.payPerDay))
        table.extra.append(
            .init(column: pay) { group in
                group.pay == .unpaid
                    ? PageTable.Cell(.unknown, "–")
                    : DetailTable<WorkerGroup>.cell(group.text(.payPerDay), .payPerDay, visit)
            })
        let days = PageTable.Column("person-days", words.personDaysHeading, unit: words.personDaysUnit)
        table.extra.append(
            .init(column: days) { group in
                group.personDaysPerMonth.map { PageTable.Cell(.number($0), numbers.number($0, decimals: 1)) }
                    ?? PageTable.Cell(.unknown, words.notKnown)
            })
        let skills = PageTable.Column("skills", words.skillsHeading, isNumber: false)
        table.extra.append(.init(column: skills) { skillsCell($0, words) })
        let groups = table.kept.map(\.detail)
        return section(table, visit) { p { words.workforceAnswer(told(groups, numbers)) } }
    }

    private func skillsCell(_ group: WorkerGroup, _ words: any Words) -> PageTable.Cell {
        let fields: [DetailField] = [.skillsCertified, .skillsUncertified, .skills]
        let known = fields.compactMap { field in
            group.text(field).map { "\(words.detailField(field)): \(words.told($0, field))" }
        }
        return known.isEmpty ? PageTable.Cell(.unknown, words.notKnown) : PageTable.Cell(known.joined(separator: "; "))
    }

    private func told(_ groups: [WorkerGroup], _ numbers: NumberFormat) -> ToldWorkforce {
        let workforce = Workforce(groups)
        let days = groups.compactMap(\.personDaysPerMonth)
        func percent(_ share: Double?) -> String? { share.map { numbers.percent($0, decimals: 0) } }
        return ToldWorkforce(
            total: numbers.integer(workforce.total), women: percent(workforce.womenShare),
            unpaid: percent(workforce.unpaidShare), womenLeading: percent(workforce.womenLeadingShare),
            // A part is not told as the whole.
            personDays: days.count == groups.count ? numbers.number(days.reduce(0, +)) : nil)
    }

    // MARK: - Equipment

    private func equipmentView(_ visit: Visit) -> Node {
        let mayRead = visit.may(.view, .personal, at: place)
        let table = table(details.equipment, Equipment.fields.filter { mayRead || !$0.isPersonal }, visit)
        let equipment = table.kept.map(\.detail)
        let products = details.products.filter { $0.removedAt == nil }.map(\.detail)
        return section(table, visit) {
            for line in ProcessLine.lines(of: products, equipment) { ladderView(line, equipment, visit) }
        }
    }

    private func ladderView(_ line: ProcessLine, _ equipment: [Equipment], _ visit: Visit) -> Node {
        let words = visit.words
        let ladder = TechnologyLadder(equipment)
        let name = words.processLine(line)
        return fragment {
            h3 { words.ladderHeading(name) }
            if let lowest = ladder.lowest(along: line), let level = ladder.levels[lowest] {
                p { words.ladderLowest(words.stage(lowest), level: words.level(level)) }
                tableView(ladderTable(line, equipment, visit), id: "ladder-\(line.rawValue)", words)
            } else {
                p { words.ladderUnknown }
            }
        }
    }

    private func ladderTable(_ line: ProcessLine, _ equipment: [Equipment], _ visit: Visit) -> PageTable {
        let words = visit.words
        let unknown = PageTable.Cell(.unknown, words.notKnown)
        return PageTable(
            caption: words.ladderCaption(words.processLine(line)),
            columns: [
                PageTable.Column("stage", words.detailField(.stage), isNumber: false),
                PageTable.Column("level", words.detailField(.level), isNumber: false),
                PageTable.Column("equipment", words.equipmentThere, isNumber: false),
            ],
            rows: TechnologyLadder(equipment).levels(along: line).map { stage, level in
                let there = equipment.filter { $0.stage == stage }.map(\.name).joined(separator: ", ")
                return PageTable.Row(
                    cells: [
                        PageTable.Cell(words.stage(stage)),
                        level.map { PageTable.Cell(words.ladderLevel("\($0.rawValue)", words.level($0))) } ?? unknown,
                        there.isEmpty ? unknown : PageTable.Cell(there),
                    ], emphasis: nil)
            })
    }
}

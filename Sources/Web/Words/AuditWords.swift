import Measure
import Register

/// The book of an office as sentences.
protocol AuditWords: Sendable {
    var auditQuestion: String { get }
    /// What happened, in one sentence.
    func sentence(_ told: ToldEvent) -> String
    /// What a field of an event is called; a field of a later version is called as it is written.
    func eventField(_ field: String) -> String
    func change(_ field: String, to new: String) -> String
    func change(_ field: String, from old: String, to new: String) -> String
    var emptyValue: String { get }
    var erasedValue: String { get }
    var personalValue: String { get }
    func because(_ reason: String) -> String
    /// An erased person, or whatever is not known by a name any more.
    var namelessSubject: String { get }

    func auditAnswer(office: String, lines: String) -> String
    var auditNone: String { get }
    func chainHolds(_ number: String, on instant: String) -> String
    func chainBroken(_ number: String, kind: BookFault.Kind, on instant: String) -> String
    func chainChecked(on instant: String) -> String
    var chainUnchecked: String { get }
    var chainHead: String { get }
    var filterHeading: String { get }
    var filterButton: String { get }
    var filterAll: String { get }
    func onlyAbout(_ subject: String) -> String
    var kindField: String { get }
    var actorField: String { get }
    var fromField: String { get }
    var toField: String { get }
    var pageOlder: String { get }
    /// A link to what an event is about.
    func openSubject(_ subject: EventKind.Subject) -> String
    func auditLine(_ number: String, _ instant: String) -> String
    var hashHeading: String { get }
    var eventHeading: String { get }
}

/// An event with its values as finished words, for the sentence that tells it.
struct ToldEvent: Sendable {
    let kind: EventKind
    let actor: String
    /// Whom or what it is about.
    let subject: String
    /// By the field's name in the code; the new value, or the old one where nothing came after it.
    let values: [String: String]

    subscript(field: String) -> String { values[field] ?? "–" }

    /// Fields that the sentences tell; the others are listed under them.
    static let fields: Set = [
        "hat", "purpose", "kind", "outcome", "reason", "count", "key", "sealed-anew", "new", "changed", "unchanged",
        "left-out", "kept", "move", "production-year", "kbli-2020", "member", "enterprise", "facility", "detail",
        "detail-id", "twin", "change-request", "photo", "photo-product",
    ]
}

extension AuditWords where Self: Words {
    /// What is asked about production, as the book names it: `production-energy`.
    private func productionField(_ field: String) -> String? {
        guard field.hasPrefix("production-") else { return nil }
        if field == "production-state" { return productionStateHeading }
        return ProductionItem(rawValue: String(field.dropFirst("production-".count))).map(productionItem)
    }

    /// A field of something in the register, as its own pages call it; `nil` for a field of nothing there.
    func registerField(_ field: String) -> String? {
        EnterpriseField(rawValue: field).map { self.field($0) } ?? SentraField(rawValue: field).map { sentraField($0) }
            ?? productionField(field) ?? FacilityField(rawValue: field).map { facilityField($0) }
            ?? DetailField(rawValue: field).map(detailField) ?? photoEventField(field)
    }
}

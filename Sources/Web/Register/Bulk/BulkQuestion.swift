import Foundation
import Register
import Storage

/// What can be done to many enterprises at once, as the form under the list names it.
enum BulkChoice: String, Sendable, CaseIterable {
    case join, leave, closed, open
    case industry = "kbli"
    case branch, village

    /// What has to be said beside it; the fields of the page that asks.
    var fields: [String] {
        switch self {
        case .join: ["sentra", "from"]
        case .leave: ["sentra", "until"]
        case .closed, .open: []
        case .industry: ["value", "kbli-version"]
        case .branch, .village: ["value"]
        }
    }

    static let everyField = ["sentra", "from", "until", "value", "kbli-version"]
}

/// What a form asks to be done to many.
struct BulkQuestion: Sendable {
    /// The names of the ticks begin so; the identifier follows.
    static let pick = "pick-"
    static let fields =
        ["deed", "all", "asked", Answering.tokenField] + Enterprises.askedFields + BulkChoice.everyField

    let choice: BulkChoice
    /// Those that were ticked, with the version that the page showed.
    let picked: [Enterprise.ID: Int]
    /// All that the search finds.
    let isAll: Bool
    /// Whether the page that asks for the value was seen.
    let isAsked: Bool

    /// - Throws: `.missing`, `.unknownField`.
    init(_ visit: Visit) throws(RequestRefusal) {
        try visit.form.allow(Self.fields, andBehind: Self.pick)
        guard let choice = try visit.form.choice("deed", of: BulkChoice.self) else { throw .missing(field: "deed") }
        self.choice = choice
        var picked: [Enterprise.ID: Int] = [:]
        for (name, value) in visit.form.behind(Self.pick) {
            guard let id = Enterprise.ID(name), let version = Int(value) else { throw .unknownField(name, allowed: []) }
            picked[id] = version
        }
        self.picked = picked
        isAll = visit.form["all"] != nil
        isAsked = visit.form["asked"] != nil
    }

    /// - Returns: `nil` where the page has to ask for more first.
    /// - Throws: `.missing`, `.badEntry`.
    func deed(_ visit: Visit) throws(RequestRefusal) -> BulkDeed? {
        let form = visit.form
        switch choice {
        case .closed: return .set(.isActive, "no")
        case .open: return .set(.isActive, "yes")
        case .join, .leave: return try membership(form)
        case .industry, .branch, .village:
            guard let text = form["value"] else {
                if isAsked { throw .missing(field: "value") }
                return nil
            }
            return try Self.set(choice, text, form)
        }
    }

    private func membership(_ form: Fields) throws(RequestRefusal) -> BulkDeed? {
        guard let sentra = form["sentra"].flatMap({ Sentra.ID($0) }) else {
            if isAsked { throw .missing(field: "sentra") }
            return nil
        }
        if choice == .join { return .join(sentra, from: try SentraFields.day("from", form)) }
        guard let day = try SentraFields.day("until", form) else { throw .missing(field: "until") }
        return .leave(sentra, on: day)
    }

    private static func set(
        _ choice: BulkChoice, _ text: String, _ form: Fields
    ) throws(RequestRefusal) -> BulkDeed {
        guard StrayNumbers.hidden(in: text) == text else { throw .badEntry(field: "value", .numberMisplaced) }
        switch choice {
        case .industry:
            let version = form["kbli-version"].flatMap { Int($0) }.flatMap(IndustryCode.Version.init)
            guard let code = IndustryCode(version ?? .kbli2020, text) else {
                throw .badEntry(field: "value", .enterprise(.industry))
            }
            return .set(.industry, "\(code.version.rawValue):\(code.code)")
        case .village:
            guard let area = AreaCode(text) else { throw .badEntry(field: "value", .enterprise(.village)) }
            return .set(.village, area.text)
        default:
            guard text.count <= 200, !text.contains(where: \.isNewline) else {
                throw .badEntry(field: "value", .enterprise(.branch))
            }
            return .set(.branch, text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
    }
}

extension Visit {
    /// Who merges records also changes many at once.
    func mayChangeMany(in office: RegionCode) -> Bool {
        may(.enter, .jobs, at: Place(office)) && may(.enter, .register, at: Place(office))
    }
}

import Register

/// Sentra: their list, one of them, who belongs to it, what it shares. Numbers, days and names come in as finished text.
protocol SentraWords: Sendable {
    func sentraField(_ field: SentraField) -> String
    func facilityField(_ field: FacilityField) -> String
    func facilityKind(_ kind: SentraFacility.Kind) -> String
    func badSentraField(_ field: SentraField) -> String
    func badFacilityField(_ field: FacilityField) -> String

    var sentraTitle: String { get }
    var sentraQuestion: String { get }
    func sentraAnswer(_ count: String, members: String, places: String, day: String) -> String
    func sentraCounted(_ count: String, places: String) -> String
    func sentraFound(_ count: String, isMore: Bool) -> String
    var sentraNone: String { get }
    var sentraNoMatch: String { get }
    func sentraCaption(_ day: String) -> String
    var searchSentra: String { get }
    var searchSentraHint: String { get }
    var placeHeading: String { get }
    var membersHeading: String { get }
    var sentraMapHeading: String { get }
    func sentraMapCaption(_ shown: String, of all: String) -> String
    var sentraMapLegend: String { get }
    var sentraSource: String { get }
    func sentraDot(_ name: String, members: String) -> String
    var locationsOfEnterprises: String { get }

    var newSentraTitle: String { get }
    var newSentraLead: String { get }
    var sentraChange: String { get }
    var sentraUnknown: String { get }

    func membersOn(_ day: String) -> String
    func membersSentence(_ count: String, day: String) -> String
    var membersNone: String { get }
    var membersUnknown: String { get }
    var dayField: String { get }
    var memberFind: String { get }
    var memberFindField: String { get }
    var memberFindHint: String { get }
    func memberFound(_ count: String, text: String, isMore: Bool) -> String
    func memberNotFound(_ text: String) -> String
    var memberAdd: String { get }
    var memberAlready: String { get }
    var membershipHeading: String { get }
    var membershipHint: String { get }
    var otherMemberships: String { get }
    func membershipOf(_ name: String) -> String
    var firstDay: String { get }
    var firstDayHint: String { get }
    var lastDay: String { get }
    var lastDayHint: String { get }
    func membership(from: String?, until: String?) -> String
    var memberEnd: String { get }
    var memberTakeBack: String { get }
    func alreadyMember(_ name: String) -> String
    var badDay: String { get }
    var badLastDay: String { get }

    var facilitiesHeading: String { get }
    var facilitiesNone: String { get }
    var facilitiesExplanation: String { get }
    var facilityNew: String { get }
    func facilityChange(_ name: String) -> String
    var facilityRemove: String { get }
    var useShareHeading: String { get }
    var reachHeading: String { get }
    var hoursUnit: String { get }
    var useDoubt: String { get }
    var reachDoubt: String { get }

    func sentraRulersHeading(_ day: String) -> String
    func sentraRule(_ ruler: SentraRuler) -> String
    func sentraVerdict(_ isSentra: Bool?) -> String
    func verdictSentence(law: Bool?, statistics: Bool?) -> String
    var factHeading: String { get }
    var answerHeading: String { get }
    var originHeading: String { get }
    var unitsFact: String { get }
    var shareFact: String { get }
    var fromCard: String { get }
    var fromMembers: String { get }
    var computed: String { get }

    var sentraOfEnterprise: String { get }
}

/// The two rulers of a sentra.
enum SentraRuler: String, Sendable, CaseIterable {
    case law, statistics

    /// As it is called in every language.
    var name: String { self == .law ? "PP 29/2018" : "BPS" }
}

extension Words {
    /// A value of a sentra's card as the register keeps it, in words.
    func told(_ text: String, _ field: SentraField) -> String {
        switch field {
        case .industry: "KBLI " + text.replacing(":", with: " – ")
        case .foundingDay: told(day: text)
        case .latitude, .longitude: Double(text).map { language.numbers.number($0, decimals: 5) } ?? text
        case _ where field.isQuestion: text == "yes" ? yes : text == "no" ? no : text
        case _ where field.isCount: Int(text).map { language.numbers.integer($0) } ?? text
        default: text
        }
    }

    /// A value of a facility as the register keeps it, in words.
    func told(_ text: String, _ field: FacilityField) -> String {
        switch field {
        case .kind: SentraFacility.Kind(rawValue: text).map { facilityKind($0) } ?? text
        case .hoursOpen, .hoursUsed: Double(text).map { language.numbers.rough($0) } ?? text
        default: text
        }
    }

    /// A day as the register keeps it, such as `2026-11-25`.
    func told(day text: String) -> String {
        CalendarDay(text).map { CalendarFormat(language: language, time: .wib).day($0) } ?? text
    }
}

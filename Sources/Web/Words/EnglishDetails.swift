import Register

extension English: DetailWords {
    func detail(_ kind: DetailKind) -> String {
        switch kind {
        case .certificate: "certificate"
        case .product: "product"
        case .workerGroup: "group of workers"
        case .equipment: "equipment"
        case .worksheet: "worksheet of value added"
        }
    }
    func detailField(_ field: DetailField) -> String {
        switch field {
        case .certificateKind: "Kind"
        case .certificateNumber: "Number"
        case .certificateScope: "For what"
        case .issued: "Issued on"
        case .filed: "Application received on"
        case .printedEnd: "Valid until, as printed"
        case .productName: "Name of the product"
        case .madeOf: "Materials"
        case .technique: "Technique"
        case .motif: "Motif"
        case .processLine: "Line of work"
        case .subsector: "Creative subsector"
        case .price: "Price of a unit"
        case .priceUnit: "Unit"
        case .priceDay: "Price as of"
        case .workerSex: "Sex"
        case .pay: "Pay"
        case .position: "Position"
        case .workers: "Number"
        case .hoursPerDay: "Hours a day"
        case .daysPerMonth: "Days a month"
        case .payPerDay: "Pay a day"
        default: equipmentField(field)
        }
    }
    private func equipmentField(_ field: DetailField) -> String {
        switch field {
        case .skillsCertified: "Certified skills"
        case .skillsUncertified: "Skills without a certificate"
        case .skills: "Other skills"
        case .equipmentName: "Tool or machine"
        case .stage: "Stage of the process"
        case .level: "Level of technology"
        case .working: "Working"
        case .broken: "Broken"
        case .boughtYear: "Bought in"
        case .worth: "Cost"
        case .watts: "Power of one"
        case .lender: "Owner, where it is not this enterprise"
        default: sheetField(field)
        }
    }
    func detailUnit(_ field: DetailField) -> String? {
        switch field {
        case .price, .payPerDay, .worth: "Rp"
        case .workers: "persons"
        case .working, .broken: "pieces"
        case .watts: "watts"
        default: nil
        }
    }
    func detailHint(_ field: DetailField) -> String? {
        switch field {
        case .certificateScope: "The product, mark or motif it covers."
        case .filed: "Trade marks and industrial designs count from this day."
        case .printedEnd: "A day printed on the certificate goes first; left empty, the end is computed by the rule."
        case .madeOf: "One material a line, the main one first."
        case .technique: "Such as ikat weaving, hand-drawn batik, filigree."
        case .price: "For one unit, such as 175,000."
        case .priceUnit: "Such as sheet, piece, kg, pack."
        case .hoursPerDay, .daysPerMonth, .payPerDay: "Of one person."
        case .skillsCertified: "With a certificate of competence; one a line."
        case .skillsUncertified: "One a line."
        case .skills: "Not known whether certified; one a line."
        case .worth: "All pieces together."
        case .lender: "Such as the office, the sentra, or a name. Seen only by the right to personal data."
        default: sheetHint(field)
        }
    }

    func detailsHeading(_ kind: DetailKind) -> String {
        switch kind {
        case .certificate: "Certificates and licences"
        case .product: "Products"
        case .workerGroup: "Workers"
        case .equipment: "Machines and tools"
        case .worksheet: "Value added by product"
        }
    }
    func detailsNone(_ kind: DetailKind) -> String {
        switch kind {
        case .certificate: "No certificate is entered yet."
        case .product: "No product is entered yet."
        case .workerGroup: "The workers are not described yet."
        case .equipment: "No machine or tool is entered yet."
        case .worksheet: "No worksheet of value added is entered yet."
        }
    }
    func detailsCaption(_ kind: DetailKind, _ count: String) -> String {
        "\(detailsHeading(kind)): \(count) entered"
    }
    var skillsHeading: String { "Skills" }
    var asPrinted: String { "as printed" }
    func newDetail(_ kind: DetailKind) -> String {
        kind == .equipment ? "Enter equipment" : "Enter a \(detail(kind))"
    }
    func changeDetail(_ kind: DetailKind) -> String { "Change the \(detail(kind))" }
    var choose: String { "(choose)" }
    var detailSave: String { "Save" }
    func removeDetail(_ kind: DetailKind) -> String { "Remove this \(detail(kind))" }
    var putBack: String { "Put back" }
    func detailRemoved(_ kind: DetailKind, _ name: String) -> String {
        "The \(detail(kind)) “\(name)” was removed."
    }
    var removedHeading: String { "What was removed" }
    func removedOn(_ day: String) -> String { "removed on \(day)" }
    var keptNowHeading: String { "What is kept now" }
    func ofEnterprise(_ name: String) -> String { "Of \(name)" }
    var detailUnknown: String { "There is no such detail." }
    var detailGone: String { "This was removed. Put it back first, then change it." }
    var sameGroupIsThere: String {
        "There is a group of this sex, pay and position already. Change its number instead."
    }
    func badDetail(_ field: DetailField) -> String {
        if let words = badSheet(field) { return words }
        let name = detailField(field)
        return switch (field, field.form) {
        case (.payPerDay, _): "Pay a day is written in whole rupiah, such as 95,000; leave it empty for the unpaid."
        case (.priceUnit, _): "A price needs its unit, such as sheet; a unit or a day without a price is not kept."
        case (.priceDay, _): "The day of a price is kept with the price and its unit only; write it like 17/10/2026."
        case (.printedEnd, _): "Write the last day like 17/10/2026; it is not before the day of issue."
        case (_, .day): "“\(name)” cannot be read. Write day, month, year, such as 17/10/2026."
        case (_, .whole(let range)):
            "“\(name)” must be a whole number from \(told(range.lowerBound)) to \(told(range.upperBound))."
        case (_, .number(let range)):
            "“\(name)” must be a number from \(told(range.lowerBound)) to \(told(range.upperBound)), such as 7.5 or 175,000."
        case (_, .choice): "Choose “\(name)”."
        case (_, .line): "Fill in “\(name)”, 200 characters at most."
        case (_, .lines): "“\(name)”: 30 lines at most, of 100 characters each."
        }
    }
    private func told(_ number: Int) -> String { language.numbers.integer(number) }

    var takePaperOver: String { "enter as a certificate" }
    func paperLead(_ text: String) -> String {
        "The office's list says: “\(text)”. Complete it from the certificate; the note of the list is kept."
    }
    var expiresHeading: String { "Valid until" }
    var renewFromHeading: String { "Renew from" }
    var renewalHeading: String { "State" }
    var actHeading: String { "Legal basis" }
    var noRenewal: String { "cannot be renewed" }
    var withoutEnd: String { "without end" }
    func renewal(_ state: RenewalState, days: String) -> String {
        switch state {
        case .valid: "valid, \(days) days left"
        case .renewNow: "renew now, \(days) days left"
        case .expired: "ended \(days) days ago"
        case .noEnd: "valid without end"
        case .notKnown: "its day is not known"
        }
    }
    var certificatesComputed: String {
        """
        The end is computed from the day of issue or of the application by the rule; a day printed on the certificate \
        always goes first. Where no rule says when renewal begins, we remind six months before.
        """
    }

    func legalSizeName(_ size: LegalSize) -> String { size.rawValue }
    func halalDuty(_ size: String, from day: String, days: String, isDuty: Bool) -> String {
        let when = isDuty ? "since \(day), \(days) days ago" : "from \(day), in \(days) days"
        return """
            No halal certificate yet. By PP 42/2024, food and drink of \(size) enterprises must be certified \(when); \
            what is made of materials that are not halal is labelled so instead.
            """
    }

    func workforceAnswer(_ told: ToldWorkforce) -> String {
        let parts = [
            "Persons: \(told.total)", told.women.map { "women \($0)" }, told.unpaid.map { "unpaid \($0)" },
            told.womenLeading.map { "women among owners and managers \($0)" },
            told.personDays.map { "person-days a month \($0)" },
        ]
        return parts.compactMap(\.self).joined(separator: "; ") + "."
    }
    var personDaysHeading: String { "Work" }
    var personDaysUnit: String { "person-days/month" }
    func ladderHeading(_ line: String) -> String { "Ladder of technology: \(line)" }
    func ladderCaption(_ line: String) -> String {
        "Level reached at each stage of \(line), 1 (by hand) to 5 (connected)"
    }
    func ladderLowest(_ stage: String, level: String) -> String {
        "The lowest stage that is known: \(stage) (\(level)). A new tool or machine would change most there."
    }
    var ladderUnknown: String { "No tool of this line is known yet." }
    func ladderLevel(_ number: String, _ name: String) -> String { "\(number) – \(name)" }
    var equipmentThere: String { "Tools and machines" }
}

extension English: CertificateWords {
    var calendarTitle: String { "Renewal calendar" }
    var calendarQuestion: String { "Whose certificates have to be renewed?" }
    func calendarAnswer(toRenew: String, expired: String, notKnown: String) -> String {
        "To be renewed now: \(toRenew). Ended: \(expired). Day not known: \(notKnown)."
    }
    func calendarShown(_ count: String, isMore: Bool) -> String {
        isMore ? "The first \(count) are shown." : "Shown: \(count)."
    }
    var calendarNone: String { "Nothing matches this filter." }
    var calendarEmpty: String { "No certificate is entered yet. Open an enterprise and choose “Enter a certificate”." }
    var calendarCaptionBackwards: String { "Certificates, the last to end on top" }
    var calendarCaption: String { "Certificates, the first to end on top" }
    var calendarFile: String { "Calendar for telephones (.ics)" }
    var standingField: String { "Show" }
    func standing(_ standing: CalendarStanding) -> String {
        switch standing {
        case .renew: "to be renewed now"
        case .expired: "ended"
        case .within: "ending within some months"
        case .notKnown: "day not known"
        case .all: "all"
        }
    }
    var monthsField: String { "How many months ahead (for “ending within some months”)" }
    var holderHeading: String { "Enterprise" }
    func moreThan(_ count: String) -> String { "more than \(count)" }
    func beginRenewal(_ kind: String, of holder: String) -> String { "Begin to renew \(kind): \(holder)" }
    func lastDay(_ kind: String, of holder: String) -> String { "Last day of \(kind): \(holder)" }
    func calendarText(_ number: String?, ends day: String, act: String?) -> String {
        [number.map { "Number \($0)." }, "Valid until \(day).", act.map { "By \($0)." }]
            .compactMap(\.self).joined(separator: " ")
    }
}

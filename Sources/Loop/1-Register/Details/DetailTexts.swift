// The four kinds of details as texts.

extension Certificate: EnterpriseDetail {
    public static var detailKind: DetailKind { .certificate }
    public static var fields: [DetailField] {
        [.certificateKind, .certificateNumber, .certificateScope, .issued, .filed, .printedEnd]
    }
    public static var required: Set<DetailField> { [.certificateKind] }

    public func text(_ field: DetailField) -> String? {
        switch field {
        case .certificateKind: kind.rawValue
        case .certificateNumber: number
        case .certificateScope: scope
        case .issued: issued?.description
        case .filed: filed?.description
        case .printedEnd: printedEnd?.description
        default: nil
        }
    }

    public init?(_ id: ID, of enterprise: Enterprise.ID, texts: [DetailField: String]) {
        guard let kind = texts[.certificateKind].flatMap(CertificateKind.init) else { return nil }
        self.init(
            id, kind, number: texts[.certificateNumber], issued: texts[.issued].flatMap { CalendarDay($0) },
            filed: texts[.filed].flatMap { CalendarDay($0) }, printedEnd: texts[.printedEnd].flatMap { CalendarDay($0) }
        )
        scope = texts[.certificateScope]
    }
}

extension Product: EnterpriseDetail {
    public static var detailKind: DetailKind { .product }
    public static var fields: [DetailField] {
        [.productName, .madeOf, .technique, .motif, .processLine, .subsector, .price, .priceUnit, .priceDay]
    }
    public static var required: Set<DetailField> { [.productName] }

    public func text(_ field: DetailField) -> String? {
        switch field {
        case .productName: name
        case .madeOf: Lines.text(materials)
        case .technique: technique
        case .motif: motif
        case .processLine: line?.rawValue
        case .subsector: subsector?.rawValue
        case .price: price.map { Plain.text($0.rupiah) }
        case .priceUnit: price?.unit
        case .priceDay: price?.day?.description
        default: nil
        }
    }

    /// A price without its unit says nothing, nor does a unit or a day without a price.
    public init?(_ id: ID, of enterprise: Enterprise.ID, texts: [DetailField: String]) {
        guard let name = texts[.productName] else { return nil }
        self.init(id: id, of: enterprise, name: name, materials: Lines.read(texts[.madeOf]))
        technique = texts[.technique]
        motif = texts[.motif]
        line = texts[.processLine].flatMap(ProcessLine.init)
        subsector = texts[.subsector].flatMap(CreativeSubsector.init)
        guard let rupiah = texts[.price].flatMap(Double.init), let unit = texts[.priceUnit] else { return }
        price = UnitPrice(rupiah, per: unit, on: texts[.priceDay].flatMap { CalendarDay($0) })
    }
}

extension WorkerGroup: EnterpriseDetail {
    public static var detailKind: DetailKind { .workerGroup }
    public static var fields: [DetailField] {
        [
            .workerSex, .pay, .position, .workers, .hoursPerDay, .daysPerMonth, .payPerDay, .skillsCertified,
            .skillsUncertified, .skills,
        ]
    }
    public static var required: Set<DetailField> { [.workerSex, .pay, .position, .workers] }
    /// Two groups of one sex, pay and position would count their workers twice.
    public static var identity: [DetailField] { [.workerSex, .pay, .position] }

    public func text(_ field: DetailField) -> String? {
        switch field {
        case .workerSex: sex.rawValue
        case .pay: pay.rawValue
        case .position: position.rawValue
        case .workers: "\(count)"
        case .hoursPerDay: hoursPerDay.map(Plain.text)
        case .daysPerMonth: daysPerMonth.map(Plain.text)
        case .payPerDay: payPerDay.map { "\($0.amount)" }
        case .skillsCertified: skillLines(true)
        case .skillsUncertified: skillLines(false)
        case .skills: skillLines(nil)
        default: nil
        }
    }

    /// The unpaid have no pay.
    public init?(_ id: Key<WorkerGroup>, of enterprise: Enterprise.ID, texts: [DetailField: String]) {
        guard let sex = texts[.workerSex].flatMap(Sex.init), let pay = texts[.pay].flatMap(Pay.init),
            let position = texts[.position].flatMap(Position.init), let count = texts[.workers].flatMap({ Int($0) })
        else { return nil }
        self.init(sex, pay, position, count: count)
        hoursPerDay = texts[.hoursPerDay].flatMap(Double.init)
        daysPerMonth = texts[.daysPerMonth].flatMap(Double.init)
        if pay != .unpaid { payPerDay = texts[.payPerDay].flatMap { Int64($0) }.map(Rupiah.init) }
        for (field, isCertified) in [
            (DetailField.skillsCertified, true as Bool?), (.skillsUncertified, false), (.skills, nil),
        ] {
            skills.formUnion(Lines.read(texts[field]).map { Skill($0, isCertified: isCertified) })
        }
    }

    private func skillLines(_ isCertified: Bool?) -> String? {
        Lines.text(skills.filter { $0.isCertified == isCertified }.map(\.name).sorted())
    }
}

extension Equipment: EnterpriseDetail {
    public static var detailKind: DetailKind { .equipment }
    public static var fields: [DetailField] {
        [.equipmentName, .stage, .level, .working, .broken, .boughtYear, .worth, .watts, .lender]
    }
    public static var required: Set<DetailField> { [.equipmentName, .stage, .level] }

    public func text(_ field: DetailField) -> String? {
        switch field {
        case .equipmentName: name
        case .stage: stage.rawValue
        case .level: "\(level.rawValue)"
        case .working: working.map(String.init)
        case .broken: broken.map(String.init)
        case .boughtYear: boughtYear.map(String.init)
        case .worth: value.map { "\($0.amount)" }
        case .watts: watts.map(Plain.text)
        case .lender: lender
        default: nil
        }
    }

    public init?(_ id: Key<Equipment>, of enterprise: Enterprise.ID, texts: [DetailField: String]) {
        guard let name = texts[.equipmentName], let stage = texts[.stage].flatMap(ProcessStage.init),
            let level = texts[.level].flatMap({ Int($0) }).flatMap(TechnologyLevel.init)
        else { return nil }
        self.init(name, at: stage, level, working: texts[.working].flatMap { Int($0) })
        broken = texts[.broken].flatMap { Int($0) }
        boughtYear = texts[.boughtYear].flatMap { Int($0) }
        value = texts[.worth].flatMap { Int64($0) }.map(Rupiah.init)
        watts = texts[.watts].flatMap(Double.init)
        lender = texts[.lender]
    }
}

/// Several matters as lines of one text.
private enum Lines {
    /// - Returns: `nil` for none.
    static func text(_ lines: [String]) -> String? { lines.isEmpty ? nil : lines.joined(separator: "\n") }

    static func read(_ text: String?) -> [String] { (text ?? "").split(separator: "\n").map(String.init) }
}

/// A number without a needless `.0`.
private enum Plain {
    static func text(_ value: Double) -> String {
        value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}

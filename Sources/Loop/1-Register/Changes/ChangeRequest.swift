/// What an owner proposes to change on the card of an enterprise, and what became of it. The register changes when the
/// office says so, and never before.
public struct ChangeRequest: Sendable, Equatable, Identifiable {
    public typealias ID = Key<ChangeRequest>

    public let id: ID
    public let enterprise: Enterprise.ID
    /// Whose office decides.
    public let office: RegionCode
    /// The version of the card that it was made from.
    public let seen: Int
    /// In the order of the card, each once.
    public var fields: [ProposedField]
    /// In the owner's words.
    public let why: String
    public let made: Stamp
    public var state = State.open
    public var settled: Stamp?
    /// Why it was refused, or why some of its fields were left, in the office's words.
    public var reason: String?

    public enum State: String, Sendable, CaseIterable {
        case open
        /// At least one of its fields was taken over.
        case approved
        case refused
        /// By whoever made it.
        case withdrawn
    }

    /// - Parameter card: as the owner would have it.
    public init(_ id: ID, of enterprise: Enterprise, to card: EnterpriseCard, because why: String, made: Stamp) {
        self.init(
            id, of: enterprise.id, in: enterprise.office, seen: enterprise.version,
            ProposedField.between(enterprise.card, card), because: why, made: made)
    }

    public init(
        _ id: ID, of enterprise: Enterprise.ID, in office: RegionCode, seen: Int, _ fields: [ProposedField],
        because why: String, made: Stamp
    ) {
        self.id = id
        self.enterprise = enterprise
        self.office = office
        self.seen = seen
        self.fields = fields
        self.why = why
        self.made = made
    }

    /// Whether it was approved, but not in every field.
    public var isPartly: Bool { state == .approved && fields.contains { $0.outcome == .left } }

    /// Whether the office can say this of it.
    /// - Throws: `ChangeRequestRefusal`: `.settled`, `.undecided` for the first field that nothing, or both, is said of,
    ///   `.nothingTaken`, `.reasonMissing`.
    public func check(_ decision: ChangeDecision) throws(ChangeRequestRefusal) {
        guard state == .open else { throw .settled }
        let undecided = fields.first {
            decision.taken.contains($0.field) == decision.left.contains($0.field)
        }
        if let undecided { throw .undecided(undecided.field) }
        guard fields.contains(where: { decision.taken.contains($0.field) }) else { throw .nothingTaken }
        guard decision.left.isEmpty || decision.reason?.isEmpty == false else { throw .reasonMissing }
    }
}

/// One field of a change request: how it stood, and how it should stand. `nil` means not known.
public struct ProposedField: Sendable, Equatable {
    public let field: EnterpriseField
    public let old: String?
    public let new: String?
    public var outcome = Outcome.open

    public enum Outcome: String, Sendable, CaseIterable {
        case open
        /// Taken over into the register.
        case taken
        /// Left as it was.
        case left
    }

    /// How the proposal stands to the card as it is now.
    public enum Standing: Sendable, CaseIterable {
        /// As the owner saw it.
        case asSeen
        /// The card says already what is proposed.
        case already
        /// Somebody has written something else meanwhile.
        case changedMeanwhile
    }

    public init(_ field: EnterpriseField, from old: String?, to new: String?) {
        self.field = field
        self.old = old
        self.new = new
    }

    /// The fields in which two cards differ, in the order of the card.
    public static func between(_ old: EnterpriseCard, _ new: EnterpriseCard) -> [ProposedField] {
        EnterpriseCard.fields.compactMap { field in
            let (before, after) = (old.text(field), new.text(field))
            return before == after ? nil : ProposedField(field, from: before, to: after)
        }
    }

    public func standing(on card: EnterpriseCard) -> Standing {
        let now = card.text(field)
        if now == new { return .already }
        return now == old ? .asSeen : .changedMeanwhile
    }
}

/// What the office says to the fields of a change request.
public struct ChangeDecision: Sendable, Equatable {
    public let taken: Set<EnterpriseField>
    public let left: Set<EnterpriseField>
    /// For the owner; needed where something is left.
    public let reason: String?

    public init(
        taking taken: Set<EnterpriseField>, leaving left: Set<EnterpriseField> = [], because reason: String? = nil
    ) {
        self.taken = taken
        self.left = left
        self.reason = reason
    }
}

/// Why a change request is not made or settled as asked.
public enum ChangeRequestRefusal: Error, Sendable, Hashable {
    case unknownRequest
    /// Every field is as it stands on the card already.
    case nothingChanged
    /// The field stands in another request that is still open.
    case alreadyProposed(EnterpriseField)
    /// It was approved, refused or withdrawn before.
    case settled
    /// The office has not said whether the field is taken or left.
    case undecided(EnterpriseField)
    /// A request of which nothing is taken is refused, and not approved.
    case nothingTaken
    case reasonMissing
    /// The card cannot take this field without another one, such as a latitude without its longitude.
    case misfit(EnterpriseField)
    /// Only who made it withdraws it.
    case notOwn

    /// Stable, for programs.
    public var code: String {
        switch self {
        case .unknownRequest: "change-unknown"
        case .nothingChanged: "change-empty"
        case .alreadyProposed: "change-proposed-already"
        case .settled: "change-settled"
        case .undecided: "change-undecided"
        case .nothingTaken: "change-nothing-taken"
        case .reasonMissing: "change-reason-missing"
        case .misfit: "change-misfit"
        case .notOwn: "change-not-own"
        }
    }
}

extension EnterpriseCard {
    /// The card with some fields as they are proposed, and all others as they are.
    /// - Throws: `ChangeRequestRefusal.misfit` for the first field that would be lost on the card.
    public func with(_ fields: [ProposedField]) throws(ChangeRequestRefusal) -> EnterpriseCard {
        var texts = texts
        for proposed in fields { texts[proposed.field] = proposed.new }
        guard let card = EnterpriseCard(texts: texts) else { throw .misfit(.name) }
        let lost = Self.fields.first { texts[$0] != card.text($0) }
        if let lost { throw .misfit(lost) }
        return card
    }
}

/// What an office is told about a code of 2020 before it decides: the code proposed, what to beware of, and how much
/// attention the decision needs.
public struct IndustryProposal: Sendable, Equatable {
    /// The raw value is the stable code.
    public enum Alarm: String, Sendable, CaseIterable {
        /// 2025 has the same digits for another industry.
        case sameDigitsOtherMeaning = "same-digits-other-meaning"
        /// 2025 has the same digits, and the texts do not tell whether they mean the same.
        case sameDigitsUnclear = "same-digits-unclear"
        /// 2025 does not have these digits any more.
        case gone
        /// Nothing is known about this code.
        case unknown
    }

    /// How a person confirms. Nothing is moved without one: the proposals are computed, not official.
    public enum Confirmation: String, Sendable, CaseIterable {
        /// With others, after a look at the list.
        case together
        /// By itself, after reading both titles.
        case single
    }

    /// Of 2020.
    public let code: IndustryCode
    /// Of 2025; `nil` where nothing can be proposed.
    public let proposed: IndustryCode?
    /// Other codes of 2025 that may be meant, the likest first.
    public let others: [IndustryCode]
    public let alarm: Alarm?

    public var confirmation: Confirmation { alarm == nil ? .together : .single }
}

/// The move of an office's enterprises from the classification of 2020 to that of 2025.
/// - Source: BPS, Peraturan 7/2025
public enum IndustryMigration {
    /// - Parameters:
    ///   - code: of 2020. A code of 2025 needs no move and has no proposal.
    ///   - bridge: of this code; `nil` where there is none, such as outside manufacturing.
    public static func proposal(for code: IndustryCode, by bridge: IndustryBridge?) -> IndustryProposal? {
        guard code.version == .kbli2020 else { return nil }
        guard let bridge, bridge.code == code else {
            return IndustryProposal(code: code, proposed: nil, others: [], alarm: .unknown)
        }
        return IndustryProposal(
            code: code, proposed: bridge.candidate?.code, others: bridge.others.map(\.code), alarm: alarm(bridge))
    }

    private static func alarm(_ bridge: IndustryBridge) -> IndustryProposal.Alarm? {
        switch bridge.status {
        case .kept: nil
        case .gone: .gone
        case .reused: .sameDigitsOtherMeaning
        case .unclear: .sameDigitsUnclear
        }
    }

    /// Moves a code by an office's decisions.
    /// - Returns: the code itself where it is of 2025; `nil` where the office has not decided.
    public static func code(
        of code: IndustryCode, by decisions: [IndustryCode: IndustryDecision]
    ) -> IndustryCode? {
        code.version == .kbli2025 ? code : decisions[code]?.successor
    }
}

/// An office's decision what a code of 2020 has become: of a person, on a day, for all of its enterprises with that code.
public struct IndustryDecision: Sendable, Equatable {
    public let office: RegionCode
    /// Of 2020.
    public let code: IndustryCode
    /// Of 2025.
    public let successor: IndustryCode
    public let decided: Stamp

    /// - Throws: `IndustryDecisionRefusal` unless both codes are five digits of their version.
    public init(
        office: RegionCode, code: IndustryCode, successor: IndustryCode, decided: Stamp
    ) throws(IndustryDecisionRefusal) {
        guard code.version == .kbli2020 else { throw .notOf2020 }
        guard successor.version == .kbli2025 else { throw .notOf2025 }
        guard code.code.utf8.count == 5, successor.code.utf8.count == 5 else { throw .notFiveDigits }
        self.office = office
        self.code = code
        self.successor = successor
        self.decided = decided
    }
}

/// Why a decision about an industry code is not taken. The raw value is the stable code.
public enum IndustryDecisionRefusal: String, Error, Sendable, CaseIterable {
    case notOf2020 = "not-of-2020"
    case notOf2025 = "not-of-2025"
    case notFiveDigits = "not-five-digits"
    /// The classification of 2020 has no such code.
    case unknownCode = "unknown-code"
    /// The classification of 2025 has no such code.
    case unknownSuccessor = "unknown-successor"
}

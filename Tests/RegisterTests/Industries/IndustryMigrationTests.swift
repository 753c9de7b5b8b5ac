import Foundation
import Register
import Testing
import World

struct IndustryMigrationTests {
    private func old(_ digits: String) throws -> IndustryCode { try #require(IndustryCode(.kbli2020, digits)) }
    private func new(_ digits: String) throws -> IndustryCode { try #require(IndustryCode(.kbli2025, digits)) }

    private func proposal(_ status: IndustryBridge.Status) throws -> IndustryProposal {
        let bridge = IndustryBridge(
            code: try old("11040"), candidate: .init(try new("11053"), likeness: 0.9),
            others: [.init(try new("11059"), likeness: 0.4)], likenessOfSameDigits: 0.1, status: status)
        return try #require(IndustryMigration.proposal(for: old("11040"), by: bridge))
    }

    @Test(arguments: [
        (IndustryBridge.Status.kept, nil, IndustryProposal.Confirmation.together),
        (.gone, IndustryProposal.Alarm.gone, .single),
        (.reused, .sameDigitsOtherMeaning, .single),
        (.unclear, .sameDigitsUnclear, .single),
    ])
    func `what is kept is confirmed together, everything else alone and with its alarm`(
        status: IndustryBridge.Status, alarm: IndustryProposal.Alarm?, confirmation: IndustryProposal.Confirmation
    ) throws {
        let proposal = try proposal(status)
        #expect(proposal.alarm == alarm)
        #expect(proposal.confirmation == confirmation)
        #expect(proposal.proposed == (try new("11053")))
        #expect(proposal.others == [try new("11059")])
    }

    @Test func `without a bridge nothing is proposed, and a person is asked`() throws {
        let proposal = try #require(IndustryMigration.proposal(for: old("56101"), by: nil))
        #expect(proposal.proposed == nil)
        #expect(proposal.alarm == .unknown)
        #expect(proposal.confirmation == .single)
    }

    @Test func `a bridge of another code is none`() throws {
        let proposal = try #require(IndustryMigration.proposal(for: old("56101"), by: World.bridges[0]))
        #expect(proposal.alarm == .unknown)
    }

    @Test func `a code of 2025 needs no move`() throws {
        #expect(IndustryMigration.proposal(for: try new("13133"), by: nil) == nil)
        #expect(IndustryMigration.code(of: try new("13133"), by: [:]) == (try new("13133")))
    }

    @Test func `only a decision moves a code`() throws {
        let decision = try IndustryDecision(
            office: World.badung, code: old("13134"), successor: new("13133"),
            decided: Stamp(by: nil, at: Date(timeIntervalSince1970: 0)))
        let decisions = [decision.code: decision]
        #expect(IndustryMigration.code(of: try old("13134"), by: decisions) == (try new("13133")))
        #expect(IndustryMigration.code(of: try old("13133"), by: decisions) == nil)
    }

    @Test func `a decision is from five digits of 2020 to five digits of 2025`() throws {
        func refusal(_ code: IndustryCode, _ successor: IndustryCode) -> IndustryDecisionRefusal? {
            let stamp = Stamp(by: nil, at: Date(timeIntervalSince1970: 0))
            do {
                _ = try IndustryDecision(office: World.badung, code: code, successor: successor, decided: stamp)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(try new("13133"), try new("13133")) == .notOf2020)
        #expect(refusal(try old("13134"), try old("13133")) == .notOf2025)
        #expect(refusal(try old("1313"), try new("13133")) == .notFiveDigits)
        #expect(refusal(try old("13134"), try new("1313")) == .notFiveDigits)
        #expect(refusal(try old("13134"), try new("13133")) == nil)
    }
}

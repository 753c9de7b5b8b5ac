import Foundation
import Register
import Testing

struct DeadlineTests {
    private let start = Date(timeIntervalSince1970: 1_795_000_000)
    private let term: TimeInterval = 259_200

    @Test func `the term is 72 hours and its last instant is in time`() {
        let deadline = Deadline(from: start)
        #expect(deadline.due == start + term)
        #expect(deadline.state(at: start) == .open(left: term))
        #expect(deadline.state(at: start + term) == .open(left: 0))
        #expect(deadline.state(at: start + term + 1) == .overdue(by: 1))
    }

    @Test func `done in time, done late, and not yet done are told apart`() {
        let now = start + 2 * term
        #expect(Deadline(from: start, metAt: start + term).state(at: now) == .met)
        #expect(Deadline(from: start, metAt: start + term + 5).state(at: now) == .metLate(by: 5))
        #expect(Deadline(from: start, metAt: now + 1).state(at: now) == .overdue(by: term))
        #expect(Deadline(from: start, metAt: start + 10).state(at: start + 5) == .open(left: term - 5))
    }

    @Test func `the first time counts`() {
        let once = Deadline(from: start).met(at: start + 20)
        #expect(once.met(at: start + 30).metAt == start + 20)
        #expect(once.met(at: start + 10).metAt == start + 10)
    }
}

struct PersonalDataRequestTests {
    private let start = Date(timeIntervalSince1970: 1_795_000_000)
    private let officer = Account.ID(AccessWorld.identifier(3))

    private func request(_ kind: PersonalDataRequest.Kind) -> PersonalDataRequest {
        PersonalDataRequest(
            id: .init(AccessWorld.identifier(4)), person: .init(AccessWorld.identifier(5)), kind: kind,
            received: Stamp(by: officer, at: start))
    }

    private func step(_ outcome: PersonalDataRequest.Outcome, after seconds: Double) -> PersonalDataRequest.Step {
        PersonalDataRequest.Step(outcome, Stamp(by: officer, at: start + seconds))
    }

    @Test(arguments: PersonalDataRequest.Kind.allCases)
    func `every request is due in 3 x 24 hours and is met by its answer`(kind: PersonalDataRequest.Kind) throws {
        let open = request(kind)
        #expect(open.deadline == Deadline(from: start))
        let answered = try open.adding(step(.answered, after: 100))
        #expect(answered.deadline.state(at: start + 100) == .met)
        #expect(answered.steps.count == 1 && answered.received == open.received)
    }

    @Test(arguments: PersonalDataRequest.Kind.allCases)
    func `a request is refused only for a reason that the law leaves open`(kind: PersonalDataRequest.Kind) throws {
        for reason in PersonalDataRequest.Reason.allCases {
            if kind.reasons.contains(reason) {
                #expect(try request(kind).adding(step(.refused(reason), after: 5)).deadline.metAt == start + 5)
            } else {
                #expect(throws: PersonalDataRequestRefusal.reasonNotOpen) {
                    try request(kind).adding(step(.refused(reason), after: 5))
                }
            }
        }
    }

    @Test func `taking consent back is refused to nobody but a stranger`() {
        #expect(PersonalDataRequest.Kind.withdrawal.reasons == [.identityNotProven])
    }

    @Test func `a refusal may be reconsidered, an answer is the end`() throws {
        let refused = try request(.access).adding(step(.refused(.identityNotProven), after: 10))
        #expect(throws: PersonalDataRequestRefusal.alreadyRefused) {
            try refused.adding(step(.refused(.nationalSecurity), after: 20))
        }
        let answered = try refused.adding(step(.answered, after: 20))
        #expect(answered.deadline.metAt == start + 10)
        for outcome in [PersonalDataRequest.Outcome.answered, .refused(.identityNotProven)] {
            #expect(throws: PersonalDataRequestRefusal.alreadyAnswered) {
                try answered.adding(step(outcome, after: 30))
            }
        }
    }

    @Test func `nothing happens to a request before it came in, or before its last row`() throws {
        #expect(throws: PersonalDataRequestRefusal.tooEarly) { try request(.access).adding(step(.answered, after: -1)) }
        let refused = try request(.access).adding(step(.refused(.identityNotProven), after: 10))
        #expect(throws: PersonalDataRequestRefusal.tooEarly) { try refused.adding(step(.answered, after: 9)) }
    }
}

struct BreachNoticeTests {
    private let start = Date(timeIntervalSince1970: 1_795_000_000)
    private let head = Account.ID(AccessWorld.identifier(3))

    @Test func `persons and authority each have their term, and the first notice meets it`() throws {
        let content = try #require(
            BreachNotice.Content(what: "nama dan kontak", how: "laptop hilang, 24 November", handling: "sandi diganti"))
        func sending(_ recipient: BreachNotice.Recipient, after seconds: Double) -> BreachNotice.Sending {
            BreachNotice.Sending(to: recipient, content, Stamp(by: head, at: start + seconds))
        }
        let notice = BreachNotice(
            id: .init(AccessWorld.identifier(6)), known: Stamp(by: head, at: start),
            sendings: [sending(.authority, after: 300_000), sending(.authority, after: 90)])
        let now = start + 300_000
        #expect(notice.deadline(for: .authority).state(at: now) == .met)
        #expect(notice.deadline(for: .persons).state(at: now) == .overdue(by: 40_800))
    }

    @Test func `a notice says what, how and what is done about it`() {
        #expect(BreachNotice.Content(what: "", how: "x", handling: "y") == nil)
        #expect(BreachNotice.Content(what: "x", how: " ", handling: "y") == nil)
        #expect(BreachNotice.Content(what: "x", how: "y", handling: "\n") == nil)
    }
}

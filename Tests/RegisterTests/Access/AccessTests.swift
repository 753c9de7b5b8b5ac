import Benchmarking
import Register
import Testing
import World

struct AccessTests {
    @Test func `without a hat only public figures are seen and taken away`() {
        for dataClass in DataClass.allCases {
            for deed in Deed.allCases {
                for place in AccessWorld.allPlaces {
                    let decision = Access.decide(hats: [Hat](), deed, on: dataClass, at: place)
                    let isOpen = AccessWorld.isOpen(dataClass, deed)
                    #expect(decision == (isOpen ? .open : .refused(.noHat)))
                }
            }
        }
    }

    @Test func `one more hat never takes a right away`() throws {
        let hats = try AccessWorld.allHats()
        try overRandomQuestions { question, random in
            let worn = pick(from: hats, using: &random)
            guard question.decision(for: worn).isAllowed else { return }
            let more = worn + [hats[random.index(below: hats.count)]]
            #expect(question.decision(for: more).isAllowed)
        }
    }

    @Test func `several hats together allow what one of them allows, and no more`() throws {
        let hats = try AccessWorld.allHats()
        try overRandomQuestions { question, random in
            let worn = pick(from: hats, using: &random)
            let alone = worn.map { question.decision(for: [$0]).isAllowed }
            #expect(question.decision(for: worn).isAllowed == (alone.contains(true) || question.isOpen))
        }
    }

    @Test func `the order of hats changes nothing, not even the reason`() throws {
        let hats = try AccessWorld.allHats()
        try overRandomQuestions { question, random in
            let worn = pick(from: hats, using: &random)
            let shuffled = worn.shuffled(using: &random) + worn.prefix(1)
            #expect(question.decision(for: worn) == question.decision(for: shuffled))
        }
    }

    @Test func `a hat of one region gives nothing in another unless it was shared`() throws {
        for hat in try AccessWorld.allHats() where hat.region == World.badung {
            for place in AccessWorld.allPlaces where place.region != World.badung {
                guard !place.sharedWith.contains(World.badung) else { continue }
                for dataClass in DataClass.allCases {
                    for deed in Deed.allCases where !AccessWorld.isOpen(dataClass, deed) {
                        #expect(!Access.decide(hats: [hat], deed, on: dataClass, at: place).isAllowed)
                    }
                }
            }
        }
    }

    @Test func `a hat of one workshop gives nothing in another`() throws {
        let hat = try AccessWorld.hat(.owner, in: World.badung, of: AccessWorld.other)
        for dataClass in DataClass.allCases {
            for deed in Deed.allCases where !AccessWorld.isOpen(dataClass, deed) {
                let decision = Access.decide(
                    hats: [hat], deed, on: dataClass, at: Place(World.badung, about: AccessWorld.own))
                #expect(!decision.isAllowed)
            }
        }
    }

    @Test func `a list is drawn from exactly what may be seen one by one`() throws {
        let hats = try AccessWorld.allHats()
        try overRandomQuestions { question, random in
            let worn = pick(from: hats, using: &random)
            let extents = Access.extents(hats: worn, question.deed, on: question.dataClass)
            #expect(extents.contains { $0.contains(question.place) } == question.decision(for: worn).isAllowed)
        }
    }

    @Test func `the narrowest hat that suffices is named`() throws {
        let hats = try [RegionCode.nation, World.bali, World.badung].map { try AccessWorld.hat(.officer, in: $0) }
        let decision = Access.decide(hats: hats, .view, on: .personal, at: Place(World.badung))
        #expect(decision == .allowed(by: hats[2]))
        let next = Access.decide(hats: hats, .view, on: .personal, at: Place(World.denpasar))
        #expect(next == .allowed(by: hats[1]))
    }

    @Test func `a refusal names the nearest miss`() throws {
        let owner = try AccessWorld.hat(.owner, in: World.badung)
        let officer = try AccessWorld.hat(.officer, in: World.badung)
        let guest = try AccessWorld.hat(.guestRegion, in: World.badung)
        func reason(_ hats: [Hat], _ deed: Deed, at place: Place) -> Decision {
            Access.decide(hats: hats, deed, on: .register, at: place)
        }
        let another = Place(World.badung, about: AccessWorld.other)
        #expect(reason([owner], .view, at: another) == .refused(.subject))
        #expect(reason([officer], .view, at: Place(World.makassar)) == .refused(.region))
        #expect(reason([guest], .view, at: Place(World.makassar)) == .refused(.notShared))
        #expect(reason([guest, officer], .view, at: Place(World.makassar)) == .refused(.notShared))
        #expect(reason([guest], .enter, at: Place(World.makassar)) == .refused(.role))
        #expect(reason([owner, officer], .approve, at: another) == .refused(.role))
    }

    @Test func `a manager sees the members of the sentra, but not their figures or persons`() throws {
        let manager = try AccessWorld.hat(.sentraManager, in: World.badung)
        let member = Place(World.badung, about: AccessWorld.other, memberOf: AccessWorld.own)
        let seen = DataClass.allCases.filter { Access.decide(hats: [manager], .view, on: $0, at: member).isAllowed }
        #expect(seen == [.publicFigures, .register])
    }

    private struct Question {
        let dataClass: DataClass
        let deed: Deed
        let place: Place

        var isOpen: Bool { AccessWorld.isOpen(dataClass, deed) }

        func decision(for hats: [Hat]) -> Decision { Access.decide(hats: hats, deed, on: dataClass, at: place) }
    }

    private func overRandomQuestions(_ check: (Question, inout RandomStream) throws -> Void) rethrows {
        var random = RandomStream(seed: 20_261_125)
        for _ in 0..<4000 {
            let question = Question(
                dataClass: DataClass.allCases[random.index(below: DataClass.allCases.count)],
                deed: Deed.allCases[random.index(below: Deed.allCases.count)],
                place: AccessWorld.allPlaces[random.index(below: AccessWorld.allPlaces.count)])
            try check(question, &random)
        }
    }

    private func pick(from hats: [Hat], using random: inout RandomStream) -> [Hat] {
        (0..<random.index(below: 5)).map { _ in hats[random.index(below: hats.count)] }
    }
}

struct HatTests {
    @Test(arguments: Hat.Role.allCases)
    func `a hat is worn for an enterprise or a sentra exactly where its role asks for one`(role: Hat.Role) throws {
        let body: PartnerBody? = role == .partner ? .dekranasda : nil
        let refusal: HatRefusal = role.needsSubject ? .subjectMissing : .subjectNotWanted
        #expect(throws: refusal) {
            try Hat(role, in: World.badung, of: role.needsSubject ? nil : AccessWorld.own, from: body)
        }
        let hat = try Hat(role, in: World.badung, of: role.needsSubject ? AccessWorld.own : nil, from: body)
        #expect(hat.role == role)
    }

    @Test func `a partner says where it comes from, and nobody else does`() {
        #expect(throws: HatRefusal.bodyMissing) { try Hat(.partner, in: World.badung) }
        #expect(throws: HatRefusal.bodyNotWanted) { try Hat(.officer, in: World.badung, from: .tpPKK) }
    }

    @Test func `one person wears two hats of two bodies`() throws {
        let hats = [
            try Hat(.partner, in: World.badung, from: .tpPKK), try Hat(.partner, in: World.badung, from: .dekranasda),
        ]
        #expect(Set(hats).count == 2)
    }

    @Test func `codes of roles, classes and deeds stay as they are stored`() {
        #expect(
            Hat.Role.allCases.map(\.rawValue) == [
                "administrator", "head", "officer", "enumerator", "partner", "sentra-manager", "owner",
                "guest-region",
            ])
        #expect(
            DataClass.allCases.map(\.rawValue) == [
                "public-figures", "register", "figures", "personal", "consent", "requests", "accounts", "audit",
                "jobs", "operations",
            ])
        #expect(Deed.allCases.map(\.rawValue) == ["view", "enter", "approve", "manage", "export"])
        #expect(Hat.Role(rawValue: "superuser") == nil)
    }
}

import Foundation
import Register
import Testing
import World

struct AccessTableTests {
    /// A place as somebody sees it whose hat is of Badung and, where the role asks for one, of `AccessWorld.own`.
    struct Case {
        let name: String
        let place: Place
        /// The marks of the expectation that reach it.
        let reachedBy: Set<String>
    }

    private static let own = AccessWorld.own
    private static let other = AccessWorld.other

    private static let cases = [
        Case(name: "own region", place: Place(World.badung), reachedBy: [""]),
        Case(name: "own thing", place: Place(World.badung, about: own), reachedBy: ["", "*"]),
        Case(name: "another's thing", place: Place(World.badung, about: other), reachedBy: [""]),
        Case(
            name: "member of the own sentra", place: Place(World.badung, about: other, memberOf: own),
            reachedBy: ["", "+"]),
        Case(
            name: "member of another sentra", place: Place(World.badung, about: other, memberOf: other),
            reachedBy: [""]),
        Case(name: "regency next door", place: Place(World.gianyar), reachedBy: []),
        Case(name: "own thing next door", place: Place(World.gianyar, about: own), reachedBy: []),
        Case(
            name: "member next door", place: Place(World.gianyar, about: other, memberOf: own), reachedBy: []),
        Case(name: "another province", place: Place(World.makassar), reachedBy: []),
        Case(name: "own province", place: Place(World.bali), reachedBy: []),
        Case(name: "own thing at the province", place: Place(World.bali, about: own), reachedBy: []),
        Case(name: "nation", place: Place(.nation), reachedBy: []),
        Case(name: "the installation", place: .everywhere, reachedBy: []),
        Case(
            name: "shared with us", place: Place(World.makassar, about: other, sharedWith: [World.badung]),
            reachedBy: ["~"]),
        Case(
            name: "shared with our province", place: Place(World.makassar, sharedWith: [World.bali]), reachedBy: []),
        Case(name: "shared with the nation", place: Place(World.makassar, sharedWith: [.nation]), reachedBy: []),
        Case(
            name: "shared with others", place: Place(World.makassar, sharedWith: [World.gianyar]), reachedBy: []),
    ]

    @Test func `every role, class, deed and place answers as written by hand`() throws {
        try AccessWorld.forEachRight { role, dataClass, deed in
            let hat = try AccessWorld.hat(role, in: World.badung)
            let marks = marks(of: role, deed, on: dataClass)
            for example in Self.cases {
                let decision = Access.decide(hats: [hat], deed, on: dataClass, at: example.place)
                let isExpected =
                    AccessWorld.isOpen(dataClass, deed) || !marks.isDisjoint(with: example.reachedBy)
                #expect(
                    decision.isAllowed == isExpected, "\(role) \(deed) \(dataClass), \(example.name)")
            }
        }
    }

    @Test(arguments: [
        (World.bali, [World.badung, World.denpasar, World.bali], [World.makassar, World.southSulawesi, .nation]),
        (
            RegionCode.nation,
            [World.badung, World.makassar, World.bali, .nation], []
        ),
    ])
    func `a province's hat covers its regencies and the nation's covers all`(
        region: RegionCode, inside: [RegionCode], outside: [RegionCode]
    ) throws {
        try AccessWorld.forEachRight { role, dataClass, deed in
            guard !AccessWorld.isOpen(dataClass, deed) else { return }
            let hat = try AccessWorld.hat(role, in: region)
            let marks = marks(of: role, deed, on: dataClass)
            for (regions, isInside) in [(inside, true), (outside, false)] {
                for other in regions {
                    let place = Place(other, about: AccessWorld.own, memberOf: AccessWorld.own)
                    let decision = Access.decide(hats: [hat], deed, on: dataClass, at: place)
                    let isExpected = isInside && !marks.isDisjoint(with: ["", "*", "+"])
                    #expect(decision.isAllowed == isExpected, "\(role) \(deed) \(dataClass) in \(other)")
                }
            }
        }
    }

    @Test func `what belongs to the installation is reached from the nation only`() throws {
        for region in [World.badung, World.bali, RegionCode.nation] {
            let hat = try AccessWorld.hat(.administrator, in: region)
            let decision = Access.decide(hats: [hat], .manage, on: .operations, at: .everywhere)
            #expect(decision.isAllowed == (region == .nation))
        }
    }

    @Test func `every line of the expectation names a class, a deed and roles that exist`() {
        let roles = Set(Hat.Role.allCases.map(\.rawValue))
        for line in expectation.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            #expect(words.count > 2 && DataClass(rawValue: words[0]) != nil && Deed(rawValue: words[1]) != nil)
            for word in words.dropFirst(2) {
                #expect(roles.contains(word.trimmingCharacters(in: ["*", "+", "~"])), "\(word)")
            }
        }
    }

    @Test func `an administrator's hat alone reads no personal data and approves nothing`() throws {
        let hat = try AccessWorld.hat(.administrator, in: .nation)
        for place in AccessWorld.allPlaces {
            for deed in Deed.allCases {
                for dataClass in [DataClass.personal, .consent, .figures, .register, .requests, .audit] {
                    #expect(!Access.decide(hats: [hat], deed, on: dataClass, at: place).isAllowed)
                }
            }
            for dataClass in DataClass.allCases {
                #expect(!Access.decide(hats: [hat], .approve, on: dataClass, at: place).isAllowed)
            }
        }
    }

    @Test func `no role both manages accounts and reads personal data, and none both enters and approves`() {
        for role in Hat.Role.allCases {
            let grants = AccessTable.grants.filter { $0.role == role }
            let deeds = grants.reduce(into: Set<Deed>()) { $0.formUnion($1.deeds) }
            #expect(!deeds.isSuperset(of: [.enter, .approve]), "\(role)")
            let managesAccounts = grants.contains { $0.dataClass == .accounts && $0.deeds.contains(.manage) }
            let seesPersons = grants.contains { $0.dataClass == .personal }
            #expect(!(managesAccounts && seesPersons), "\(role)")
        }
    }

    @Test func `what a role may take away or change blindly is written down as such`() {
        // Only the enumerator writes what it does not read again.
        for role in Hat.Role.allCases where role != .enumerator {
            for grant in AccessTable.grants where grant.role == role && grant.dataClass != .publicFigures {
                #expect(grant.deeds.contains(.view), "\(role) \(grant.dataClass)")
            }
        }
    }

    @Test func `the page of the docs prints the table of the code`() throws {
        let page = Folders.data.deletingLastPathComponent().appending(path: "docs/access.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        #expect(text.contains(AccessTable.markdown()), "docs/access.md should contain:\n\(AccessTable.markdown())")
    }
}

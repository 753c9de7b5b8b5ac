import Benchmarking
import Foundation
import Register
import Testing
import World

/// Enterprises, a sentra, hats and places of the access tests.
enum AccessWorld {
    /// The workshop or the sentra that a hat is worn for.
    static let own = identifier(1)
    static let other = identifier(2)

    static func identifier(_ number: UInt64) -> Identifier {
        var random = RandomStream(seed: number)
        return Identifier(at: Date(timeIntervalSince1970: 1_795_000_000), using: &random)
    }

    static func hat(_ role: Hat.Role, in region: RegionCode, of subject: Identifier = own) throws -> Hat {
        try Hat(
            role, in: region, of: role.needsSubject ? subject : nil, from: role == .partner ? .tpPKK : nil)
    }

    /// Every hat that can be worn in some regions, for two subjects.
    static func allHats() throws -> [Hat] {
        let regions = [World.badung, World.denpasar, World.makassar, World.bali, World.southSulawesi, .nation]
        return try Hat.Role.allCases.flatMap { role in
            try regions.flatMap { region in
                try (role.needsSubject ? [own, other] : [own]).map { try hat(role, in: region, of: $0) }
            }
        }
    }

    static let allPlaces: [Place] = {
        let regions = [World.badung, World.denpasar, World.makassar, World.bali, World.southSulawesi, .nation]
        let subjects: [(Identifier?, Identifier?)] = [(nil, nil), (own, nil), (other, nil), (other, own), (own, other)]
        let shares: [Set<RegionCode>] = [[], [World.badung], [World.bali, World.makassar], [.nation]]
        let places = regions.flatMap { region in
            subjects.flatMap { subject, sentra in
                shares.map { Place(region, about: subject, memberOf: sentra, sharedWith: $0) }
            }
        }
        return places + [.everywhere]
    }()

    static func forEachRight(_ body: (Hat.Role, DataClass, Deed) throws -> Void) rethrows {
        for role in Hat.Role.allCases {
            for dataClass in DataClass.allCases {
                for deed in Deed.allCases { try body(role, dataClass, deed) }
            }
        }
    }

    /// Public figures may be seen and taken away by anybody.
    static func isOpen(_ dataClass: DataClass, _ deed: Deed) -> Bool {
        dataClass == .publicFigures && (deed == .view || deed == .export)
    }
}

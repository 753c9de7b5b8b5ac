/// How far a right goes, so that a list can be drawn from just what may be seen: one condition of a query each.
public enum Extent: Hashable, Sendable {
    /// What is for everybody.
    case everything
    /// All that lies in a region; the nation's reaches the installation itself too.
    case region(RegionCode)
    /// What is about one enterprise or sentra, inside a region.
    case subject(Identifier, in: RegionCode)
    /// The enterprises that belong to one sentra, inside a region.
    case members(of: Identifier, in: RegionCode)
    /// What was shared with a region, wherever it lies.
    case shared(with: RegionCode)

    public func contains(_ place: Place) -> Bool { miss(at: place) == nil }

    /// How far a hat reaches by a grant; `nil` for a reach that asks for a subject which the hat lacks.
    init?(_ hat: Hat, _ reach: Reach) {
        switch (reach, hat.subject) {
        case (.ownRegion, _): self = .region(hat.region)
        case (.shared, _): self = .shared(with: hat.region)
        case (.ownSubject, let subject?): self = .subject(subject, in: hat.region)
        case (.ownMembers, let subject?): self = .members(of: subject, in: hat.region)
        case (.ownSubject, nil), (.ownMembers, nil): return nil
        }
    }

    /// Why the place lies outside; `nil` when it lies inside.
    func miss(at place: Place) -> AccessRefusal? {
        switch self {
        case .everything: nil
        case .region(let region): Self.covers(region, place) ? nil : .region
        case .subject(let subject, let region):
            !Self.covers(region, place) ? .region : place.subject == subject ? nil : .subject
        case .members(let sentra, let region):
            !Self.covers(region, place) ? .region : place.sentra == sentra ? nil : .subject
        case .shared(let region): place.sharedWith.contains(region) ? nil : .notShared
        }
    }

    private static func covers(_ region: RegionCode, _ place: Place) -> Bool {
        guard let other = place.region else { return region == .nation }
        return region.covers(other)
    }
}

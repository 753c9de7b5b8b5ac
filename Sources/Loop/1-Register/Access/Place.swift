/// Where a thing lies, for the question whether a hat reaches it.
public struct Place: Hashable, Sendable {
    /// The region whose office keeps it; `nil` for what belongs to the whole installation, such as its backups.
    public let region: RegionCode?
    /// The enterprise or sentra it is about; `nil` when it is about none, or about many.
    public let subject: Identifier?
    /// The sentra that the enterprise belongs to; `nil` when it belongs to none.
    public let sentra: Identifier?
    /// The regions it was shared with, each by name: sharing with a regency is not sharing with its province, and
    /// sharing with a province is not sharing with its regencies.
    public let sharedWith: Set<RegionCode>

    /// The whole installation. Only a hat of the nation reaches it.
    public static let everywhere = Place()

    /// A place in a region.
    public init(
        _ region: RegionCode, about subject: Identifier? = nil, memberOf sentra: Identifier? = nil,
        sharedWith: Set<RegionCode> = []
    ) {
        self.region = region
        self.subject = subject
        self.sentra = sentra
        self.sharedWith = sharedWith
    }

    private init() {
        region = nil
        subject = nil
        sentra = nil
        sharedWith = []
    }
}

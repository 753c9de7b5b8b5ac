import Foundation
import Register

/// How photos lie in their tables.
enum PhotoRow {
    private static let shown = """
        p.id, p.product, p.caption, p.width, p.height, p.thumbnail_width, p.thumbnail_height, p.sha256,
        d.enterprise, p.version, p.added_at, p.removed_at
        """

    private static func read(_ row: SQLRow) throws -> KeptPhoto {
        let photo = Photo(
            try row.key(0), of: try row.key(1), caption: try row.text(2),
            size: PixelSize(try row.integer(3), try row.integer(4)),
            thumbnail: PixelSize(try row.integer(5), try row.integer(6)), sha256: try row.text(7))
        return KeptPhoto(
            photo: photo, enterprise: try row.key(8), version: try row.integer(9), addedAt: try row.instant(10),
            removedAt: try row.optionalInstant(11))
    }

    /// - Throws: `PhotoRefused.unknownPhoto`.
    static func photo(_ id: Photo.ID, _ connection: any Connection) throws -> KeptPhoto {
        let found = try connection.first(
            "SELECT \(shown) FROM photo p JOIN product d ON d.id = p.product WHERE p.id = $1", [SQLValue(id)],
            read: read)
        guard let found else { throw PhotoRefused.unknownPhoto }
        return found
    }

    static func photos(of enterprise: Enterprise.ID, _ connection: any Connection) throws -> [KeptPhoto] {
        try connection.rows(
            """
            SELECT \(shown) FROM product d JOIN photo p ON p.product = d.id WHERE d.enterprise = $1
            ORDER BY d.id, p.place, p.id
            """, [SQLValue(enterprise)], read: read)
    }

    static func insert(_ entry: PhotoEntry, at place: Int, by stamp: Stamp, _ connection: any Connection) throws {
        let photo = entry.photo
        let cells: [(String, SQLValue)] = [
            ("id", SQLValue(photo.id)), ("product", SQLValue(photo.product)), ("version", .integer(1)),
            ("added_at", SQLValue(stamp.at)), ("added_by", SQLValue(stamp.by)), ("changed_at", SQLValue(stamp.at)),
            ("removed_at", .null), ("list", .text(entry.list?.identifier.text ?? "")), ("place", .integer(place)),
            ("caption", .text(photo.caption)), ("sha256", .text(photo.sha256)), ("width", .integer(photo.size.width)),
            ("height", .integer(photo.size.height)), ("thumbnail_width", .integer(photo.thumbnail.width)),
            ("thumbnail_height", .integer(photo.thumbnail.height)),
        ]
        try connection.append(to: "photo", columns: cells.map(\.0), rows: [cells.map(\.1)])
        try connection.append(
            to: "photo_picture", columns: ["photo", "full_size", "thumbnail"],
            rows: [[SQLValue(photo.id), .bytes(entry.full), .bytes(entry.thumbnail)]])
    }

    static func set(
        _ cells: [(column: String, value: SQLValue)], of id: Photo.ID, at instant: Date, _ connection: any Connection
    ) throws {
        let columns = cells.enumerated().map { "\($1.column) = $\($0 + 3)" }.joined(separator: ", ")
        try connection.execute(
            "UPDATE photo SET changed_at = $2, version = version + 1, \(columns) WHERE id = $1",
            [SQLValue(id), SQLValue(instant)] + cells.map(\.value))
    }
}

/// The product that photos hang on, inside a transaction.
struct PhotoProduct {
    private let id: Product.ID
    private let name: String
    private let enterprise: Enterprise.ID
    private let photos: [(id: Photo.ID, place: Int, isShown: Bool)]

    /// With those that were removed.
    var kept: Int { photos.count }
    var lastPlace: Int? { photos.last?.place }
    var firstPlace: Int? { photos.first?.place }
    /// Of those that are shown.
    var first: Photo.ID? { photos.first(where: \.isShown)?.id }

    /// - Throws: `PhotoRefused.unknownProduct`.
    init(_ id: Product.ID, _ connection: any Connection) throws {
        let found = try connection.first(
            "SELECT product_name, enterprise FROM product WHERE id = $1", [SQLValue(id)],
            read: { (try $0.text(0), try $0.key(1, of: Enterprise.self)) })
        guard let found else { throw PhotoRefused.unknownProduct }
        self.id = id
        (name, enterprise) = found
        photos = try connection.rows(
            "SELECT id, place, removed_at FROM photo WHERE product = $1 ORDER BY product, place, id", [SQLValue(id)],
            read: { (try $0.key(0), try $0.integer(1), try $0.optionalText(2) == nil) })
    }

    /// One that may be worked on.
    /// - Throws: `PhotoRefused.unknownProduct`, also for one that was removed or is of another office; `.merged`.
    init(_ id: Product.ID, in office: RegionCode, _ connection: any Connection) throws {
        try self.init(id, connection)
        let merged = try connection.first(
            """
            SELECT e.merged_into FROM product d JOIN enterprise e ON e.id = d.enterprise
            WHERE d.id = $1 AND d.removed_at IS NULL AND e.office = $2
            """, [SQLValue(id), SQLValue(office)], read: { try $0.optionalKey(0, of: Enterprise.self) })
        guard let merged else { throw PhotoRefused.unknownProduct }
        guard merged == nil else { throw PhotoRefused.merged }
    }

    /// - Throws: `PhotoRefused.sameIsThere`, `.tooMany`.
    func checkRoom(for photo: Photo, _ connection: any Connection) throws {
        let isThere = try connection.exists(
            "SELECT 1 FROM photo WHERE product = $1 AND sha256 = $2 AND removed_at IS NULL",
            [SQLValue(id), .text(photo.sha256)])
        guard !isThere else { throw PhotoRefused.sameIsThere }
        guard photos.filter(\.isShown).count < Photo.mostShown else { throw PhotoRefused.tooMany }
    }

    /// A line of the book: it stands under the enterprise, and holds the hash and the size, not the bytes.
    func note(
        _ kind: EventKind, _ photo: Photo, from old: String?, to new: String?, _ book: inout EventBook
    ) throws {
        var changes = [
            Event.Change("photo", to: .plain(photo.id.identifier.text)),
            Event.Change("photo-product", to: .plain(name)),
        ]
        if old != nil || new != nil { changes.append(Event.Change("photo-caption", from: .init(old), to: .init(new))) }
        changes.append(Event.Change("photo-size", to: .plain("\(photo.size.width) × \(photo.size.height)")))
        changes.append(Event.Change("photo-sha256", to: .plain(photo.sha256)))
        try book.note(kind, about: enterprise.identifier, changes)
    }
}

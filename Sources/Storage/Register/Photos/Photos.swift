public import Foundation
public import Register
import Secrets

/// A photo of a product with what is kept beside it.
public struct KeptPhoto: Sendable, Equatable, Identifiable {
    public let photo: Photo
    public let enterprise: Enterprise.ID
    /// Rises with every change; a change names the version it was made from.
    public let version: Int
    public let addedAt: Date
    /// `nil` for one that is there.
    public let removedAt: Date?

    public var id: Photo.ID { photo.id }
}

/// A new photo, made ready: nothing is in its bytes but the picture.
public struct PhotoEntry: Sendable {
    public let photo: Photo
    public let full: [UInt8]
    public let thumbnail: [UInt8]
    /// The list by which it comes, with which it is taken back; `nil` for one that is sent by hand.
    public let list: OfficeList.ID?

    /// - Parameters:
    ///   - full: JPEG, with its size in pixels.
    ///   - thumbnail: the same, small.
    public init(
        _ id: Photo.ID, of product: Product.ID, caption: String, full: (bytes: [UInt8], size: PixelSize),
        thumbnail: (bytes: [UInt8], size: PixelSize), list: OfficeList.ID? = nil
    ) {
        photo = Photo(
            id, of: product, caption: caption, size: full.size, thumbnail: thumbnail.size,
            sha256: SHA256.hex(of: full.bytes))
        self.full = full.bytes
        self.thumbnail = thumbnail.bytes
        self.list = list
    }
}

/// In which size a photo is asked for.
public enum PhotoSize: Sendable, CaseIterable {
    case full, thumbnail
}

/// Why a photo is not written as asked.
public enum PhotoRefused: Error, Hashable, Sendable {
    case unknownPhoto
    /// No such product, or one that was removed.
    case unknownProduct
    /// The product's enterprise was merged into another one, where photos are added.
    case merged
    /// As many are shown as a product may have.
    case tooMany
    /// As many are kept as a product may have, with those that were removed.
    case tooManyKept
    /// The product has this picture already.
    case sameIsThere
    /// Somebody else changed it first.
    case changedMeanwhile
    /// It was removed, and is put back before it is changed.
    case removed
    /// It is so already.
    case already
    /// Only what was removed is erased.
    case notRemoved
}

extension Store {
    /// Adds a photo behind the others of its product.
    /// - Throws: `PhotoRefused`.
    public func add(_ entry: PhotoEntry, by stamp: Stamp) async throws {
        guard let office = try await office(ofProduct: entry.photo.product) else { throw PhotoRefused.unknownProduct }
        try await record(in: office, by: stamp) { connection, book in
            let product = try PhotoProduct(entry.photo.product, in: office, connection)
            guard product.kept < Photo.mostKept else { throw PhotoRefused.tooManyKept }
            try product.checkRoom(for: entry.photo, connection)
            try PhotoRow.insert(entry, at: (product.lastPlace ?? 0) + 1, by: stamp, connection)
            try product.note(.photoAdded, entry.photo, from: nil, to: entry.photo.caption, &book)
        }
    }

    /// Says anew what is seen on it.
    /// - Parameter version: of the page the change was made on.
    /// - Returns: whether anything was changed; what is as it was leaves no event.
    /// - Throws: `PhotoRefused`.
    @discardableResult
    public func recaption(
        _ id: Photo.ID, to caption: String, from version: Int, by stamp: Stamp
    ) async throws -> Bool {
        try await record(in: try await office(ofPhoto: id), by: stamp) { connection, book in
            let now = try PhotoRow.photo(id, connection)
            guard now.removedAt == nil else { throw PhotoRefused.removed }
            guard now.version == version else { throw PhotoRefused.changedMeanwhile }
            guard now.photo.caption != caption else { return false }
            let product = try PhotoProduct(now.photo.product, in: book.office, connection)
            try PhotoRow.set([("caption", .text(caption))], of: id, at: stamp.at, connection)
            try product.note(.photoCaptioned, now.photo, from: now.photo.caption, to: caption, &book)
            return true
        }
    }

    /// Shows it before the other photos of its product.
    /// - Throws: `PhotoRefused`.
    public func putFirst(_ id: Photo.ID, by stamp: Stamp) async throws {
        try await record(in: try await office(ofPhoto: id), by: stamp) { connection, book in
            let now = try PhotoRow.photo(id, connection)
            guard now.removedAt == nil else { throw PhotoRefused.removed }
            let product = try PhotoProduct(now.photo.product, in: book.office, connection)
            guard product.first != id else { throw PhotoRefused.already }
            try PhotoRow.set([("place", .integer((product.firstPlace ?? 0) - 1))], of: id, at: stamp.at, connection)
            try product.note(.photoPutFirst, now.photo, from: nil, to: now.photo.caption, &book)
        }
    }

    /// Takes it off the pages; its bytes stay, so that `putBack` brings it again, until it is erased.
    /// - Throws: `PhotoRefused`.
    public func remove(_ id: Photo.ID, by stamp: Stamp) async throws {
        try await record(in: try await office(ofPhoto: id), by: stamp) { connection, book in
            let now = try PhotoRow.photo(id, connection)
            guard now.removedAt == nil else { throw PhotoRefused.already }
            let product = try PhotoProduct(now.photo.product, connection)
            try PhotoRow.set([("removed_at", SQLValue(stamp.at))], of: id, at: stamp.at, connection)
            try product.note(.photoRemoved, now.photo, from: now.photo.caption, to: nil, &book)
        }
    }

    /// - Throws: `PhotoRefused`.
    public func putBack(_ id: Photo.ID, by stamp: Stamp) async throws {
        try await record(in: try await office(ofPhoto: id), by: stamp) { connection, book in
            let now = try PhotoRow.photo(id, connection)
            guard now.removedAt != nil else { throw PhotoRefused.already }
            let product = try PhotoProduct(now.photo.product, in: book.office, connection)
            try product.checkRoom(for: now.photo, connection)
            try PhotoRow.set([("removed_at", .null)], of: id, at: stamp.at, connection)
            try product.note(.photoPutBack, now.photo, from: nil, to: now.photo.caption, &book)
        }
    }

    /// Erases one that was removed, with its bytes; it does not come back. The book keeps its hash.
    /// - Throws: `PhotoRefused`.
    public func erase(_ id: Photo.ID, by stamp: Stamp) async throws {
        try await record(in: try await office(ofPhoto: id), by: stamp) { connection, book in
            let now = try PhotoRow.photo(id, connection)
            guard now.removedAt != nil else { throw PhotoRefused.notRemoved }
            let product = try PhotoProduct(now.photo.product, connection)
            try connection.execute("DELETE FROM photo_picture WHERE photo = $1", [SQLValue(id)])
            try connection.execute("DELETE FROM photo WHERE id = $1", [SQLValue(id)])
            try product.note(.photoErased, now.photo, from: nil, to: nil, &book)
        }
    }

    // MARK: - Reading

    /// Of every product of an enterprise, also those that were removed, in the order in which they are shown.
    public func photos(of enterprise: Enterprise.ID) async throws -> [KeptPhoto] {
        try await read { try PhotoRow.photos(of: enterprise, $0) }
    }

    /// - Throws: `PhotoRefused.unknownPhoto`.
    public func photo(_ id: Photo.ID) async throws -> KeptPhoto {
        try await read { try PhotoRow.photo(id, $0) }
    }

    /// JPEG. - Throws: `PhotoRefused.unknownPhoto`.
    public func bytes(of id: Photo.ID, _ size: PhotoSize) async throws -> [UInt8] {
        let bytes = try await read { connection in
            try connection.first(
                "SELECT \(size == .full ? "full_size" : "thumbnail") FROM photo_picture WHERE photo = $1",
                [SQLValue(id)], read: { try $0.bytes(0) })
        }
        guard let bytes else { throw PhotoRefused.unknownPhoto }
        return bytes
    }

    private func office(ofProduct id: Product.ID) async throws -> RegionCode? {
        try await read { connection in
            try connection.first(
                "SELECT e.office FROM product d JOIN enterprise e ON e.id = d.enterprise WHERE d.id = $1",
                [SQLValue(id)], read: { try $0.region(0) })
        }
    }

    /// - Throws: `PhotoRefused.unknownPhoto`.
    private func office(ofPhoto id: Photo.ID) async throws -> RegionCode {
        let office = try await read { connection in
            try connection.first(
                """
                SELECT e.office FROM photo p JOIN product d ON d.id = p.product
                JOIN enterprise e ON e.id = d.enterprise WHERE p.id = $1
                """, [SQLValue(id)], read: { try $0.region(0) })
        }
        guard let office else { throw PhotoRefused.unknownPhoto }
        return office
    }
}

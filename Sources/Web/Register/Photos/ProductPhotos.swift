import Foundation
import HTTPTypes
public import Pictures
public import Register
public import Storage

/// Photos of a product: looking at them, sending one, saying what is seen on it, removing it, putting it back, erasing it.
struct ProductPhotos: Sendable {
    let house: House

    /// Most bytes of the form that carries one: the picture, and some for what is said of it.
    static let limit = Picture.mostBytes + 64 << 10

    /// Whether it is the address that photos are sent to.
    static func isAddress(_ path: Substring) -> Bool {
        guard path.hasPrefix(Paths.enterprises + "/") else { return false }
        let parts = path.dropFirst(Paths.enterprises.count + 1).split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[1] == DetailKind.product.path && parts[3] == "photos"
    }

    static func address(of product: Product.ID, of enterprise: Enterprise.ID) -> String {
        "\(Paths.enterprises)/\(enterprise)/\(DetailKind.product.path)/\(product)"
    }

    static func address(of kept: KeptPhoto) -> String {
        "\(address(of: kept.photo.product, of: kept.enterprise))/photos/\(kept.id)"
    }

    var routes: [Route] {
        let all = Paths.enterprises + "/:enterprise/products/:product/photos"
        let item = all + "/:photo"
        let views = Admission.hat(.view, DetailKind.product.dataClass, .item)
        let enters = Admission.hat(.enter, DetailKind.product.dataClass, .item)
        let place = OneEnterprise(house: house).place
        return [
            Route(.post, all, enters, fileLimit: Self.limit, at: place) { try await add($0) },
            Route(.get, item, views, at: place) { visit in
                try visit.fields.allow(["lang"])
                return try await page(visit)
            },
            Route(.get, item + "/full.jpg", views, at: place) { try await bytes(.full, $0) },
            Route(.get, item + "/thumbnail.jpg", views, at: place) { try await bytes(.thumbnail, $0) },
            Route(.post, item, enters, at: place) { try await recaption($0) },
            Route(.post, item + "/first", enters, at: place) { visit in
                try await write(visit, "saved") { try await house.store.putFirst($0.id, by: $1) }
            },
            Route(.post, item + "/remove", enters, at: place) { visit in
                try await write(visit, "removed") { try await house.store.remove($0.id, by: $1) }
            },
            Route(.post, item + "/put-back", enters, at: place) { visit in
                try await write(visit, "saved") { try await house.store.putBack($0.id, by: $1) }
            },
            Route(.post, item + "/erase", enters, at: place) { try await erase($0) },
        ]
    }

    /// - Throws: `.unknownPage` for one of another product or enterprise, and for one that was removed, by itself or with its
    ///   product, where the visitor could not put it back.
    private func kept(_ visit: Visit) async throws -> (photo: KeptPhoto, product: KeptDetail<Product>, mayEnter: Bool) {
        let unknown = RequestRefusal.unknownPage(visit.path)
        let id: Photo.ID = try visit.key("photo")
        let enterprise: Enterprise.ID = try visit.key("enterprise")
        let product: Product.ID = try visit.key("product")
        do {
            let kept = try await house.store.photo(id)
            guard kept.photo.product == product, kept.enterprise == enterprise,
                let place = try await OneEnterprise(house: house).place(visit)
            else { throw unknown }
            let made = try await house.store.detail(product)
            let mayEnter = visit.may(.enter, DetailKind.product.dataClass, at: place)
            guard mayEnter || kept.removedAt == nil && made.removedAt == nil else { throw unknown }
            return (kept, made, mayEnter)
        } catch is PhotoRefused {
            throw unknown
        } catch is DetailRefused {
            throw unknown
        }
    }

    // MARK: - Looking

    private func page(_ visit: Visit, problem: RequestRefusal? = nil) async throws -> Reply {
        let (kept, product, mayEnter) = try await kept(visit)
        let record = try await house.store.enterprise(kept.enterprise)
        let others = try await house.store.photos(of: kept.enterprise).filter {
            $0.photo.product == kept.photo.product && $0.removedAt == nil
        }
        let page = PhotoPage(
            kept: kept, product: product.detail, enterprise: record.enterprise, isFirst: others.first?.id == kept.id,
            mayEnter: mayEnter && record.mergedInto == nil && product.removedAt == nil,
            problem: problem.map(visit.words.message))
        return .own(page.html(visit), status: problem?.status ?? 200)
    }

    private func bytes(_ size: PhotoSize, _ visit: Visit) async throws -> Reply {
        try visit.fields.allow([])
        let kept = try await kept(visit).photo
        var reply = Reply(contentType: "image/jpeg", bytes: try await house.store.bytes(of: kept.id, size))
        reply.isPrivate = true
        reply.mark = kept.photo.sha256 + (size == .full ? "" : "-thumbnail")
        return reply
    }

    // MARK: - Adding

    /// What is sent is looked at only now: whoever has no business here is refused before a byte of it is kept.
    private func add(_ visit: Visit) async throws -> Reply {
        let enterprise: Enterprise.ID = try visit.key("enterprise")
        let product: Product.ID = try visit.key("product")
        do {
            try visit.form.allow(["caption", Answering.tokenField])
            let kept = try await house.store.detail(product)
            guard kept.enterprise == enterprise else { throw RequestRefusal.unknownPage(visit.path) }
            guard let file = visit.file, file.size > 0 else {
                throw RequestRefusal.badEntry(field: "photo", .picture(.empty))
            }
            let caption = try PhotoForm.caption(visit)
            let picture = try await developed(file)
            let id = Photo.ID(visit.newIdentifier())
            try await refusingPhoto {
                try await house.store.add(PhotoEntry(id, of: product, caption: caption, picture), by: try visit.stamp())
            }
            return done(enterprise, product, "added=\(id)", visit)
        } catch is DetailRefused {
            throw RequestRefusal.unknownPage(visit.path)
        } catch let refusal as RequestRefusal where refusal != .unknownPage(visit.path) {
            return try await OneDetail<Product>(house: house).page(visit, photoProblem: refusal)
        }
    }

    private func developed(_ file: SentFile) async throws -> Picture {
        do {
            let pieces = try file.pieces(of: Picture.mostBytes + 1)
            return try await house.darkroom.run { try picture(from: try pieces() ?? []) }
        } catch let refusal as PictureRefusal {
            throw RequestRefusal.badEntry(field: "photo", .picture(refusal))
        }
    }

    // MARK: - Changing

    private func recaption(_ visit: Visit) async throws -> Reply {
        let kept = try await kept(visit).photo
        do {
            try visit.form.allow(["caption", "version", Answering.tokenField])
            guard let version = try visit.form.integer("version", in: 1...Int.max) else {
                throw RequestRefusal.missing(field: "version")
            }
            let caption = try PhotoForm.caption(visit)
            try await refusingPhoto {
                try await house.store.recaption(kept.id, to: caption, from: version, by: try visit.stamp())
            }
            return done(kept.enterprise, kept.photo.product, "saved=\(kept.id)", visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    /// - Parameter told: what the page says of the photo afterwards.
    private func write(
        _ visit: Visit, _ told: String, _ body: (KeptPhoto, Stamp) async throws -> Void
    ) async throws -> Reply {
        try visit.form.allow([Answering.tokenField])
        let kept = try await kept(visit).photo
        do {
            try await refusingPhoto { try await body(kept, try visit.stamp()) }
            return done(kept.enterprise, kept.photo.product, "\(told)=\(kept.id)", visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func erase(_ visit: Visit) async throws -> Reply {
        let kept = try await kept(visit).photo
        do {
            try visit.form.allow(["understood", Answering.tokenField])
            guard visit.form["understood"] == "1" else {
                throw RequestRefusal.badEntry(field: "understood", .notConfirmed)
            }
            try await refusingPhoto { try await house.store.erase(kept.id, by: try visit.stamp()) }
            return done(kept.enterprise, kept.photo.product, "erased=1", visit)
        } catch let refusal as RequestRefusal {
            return try await page(visit, problem: refusal)
        }
    }

    private func done(_ enterprise: Enterprise.ID, _ product: Product.ID, _ query: String, _ visit: Visit) -> Reply {
        .seeOther(visit.address("\(Self.address(of: product, of: enterprise))?\(query)") + "#photos")
    }
}

extension PhotoEntry {
    /// Of a picture that was made ready.
    public init(
        _ id: Photo.ID, of product: Product.ID, caption: String, _ picture: Picture, list: OfficeList.ID? = nil
    ) {
        self.init(
            id, of: product, caption: caption,
            full: (picture.full.bytes, PixelSize(picture.full.width, picture.full.height)),
            thumbnail: (picture.thumbnail.bytes, PixelSize(picture.thumbnail.width, picture.thumbnail.height)),
            list: list)
    }
}

/// What the store refuses of photos, as a page says it.
private func refusingPhoto(_ body: () async throws -> some Any) async throws {
    do {
        _ = try await body()
    } catch let refused as PhotoRefused {
        throw RequestRefusal.notDone(.photo(refused))
    }
}

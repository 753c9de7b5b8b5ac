import HTML
import Register
import Storage

/// Photos in a plain list, small, each with what is seen on it; the small one leads to the large one.
func photoListView(_ photos: [KeptPhoto], _ visit: Visit) -> Node {
    ul(.class("photos")) {
        for kept in photos {
            let address = ProductPhotos.address(of: kept)
            li {
                a(.href(visit.address(address))) {
                    image(
                        address + "/thumbnail.jpg", alternative: kept.photo.caption,
                        size: (kept.photo.thumbnail.width, kept.photo.thumbnail.height))
                }
                span { kept.photo.caption }
            }
        }
    }
}

/// The photos on the page of their product, where they are added and removed.
struct PhotosView: Sendable {
    let enterprise: Enterprise.ID
    let product: KeptDetail<Product>
    /// Of the product, also those that were removed.
    let photos: [KeptPhoto]

    private var path: String { ProductPhotos.address(of: product.id, of: enterprise) }
    private var shown: [KeptPhoto] { photos.filter { $0.removedAt == nil } }
    private var removed: [KeptPhoto] { photos.filter { $0.removedAt != nil } }

    /// A way down, past the fields of the product.
    func linkView(_ visit: Visit) -> Node {
        let numbers = visit.language.numbers
        return p {
            a(.href("#photos")) {
                visit.words.photoCount(numbers.integer(shown.count), of: numbers.integer(Photo.mostShown))
            }
        }
    }

    func view(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            h2(.id("photos")) { words.photosHeading }
            doneView(visit)
            if shown.isEmpty { p { words.photosNone } } else { photoListView(shown, visit) }
            if product.removedAt == nil {
                if shown.count >= Photo.mostShown {
                    p { words.photoRefused(.tooMany) }
                } else if photos.count >= Photo.mostKept {
                    p { words.photoRefused(.tooManyKept) }
                } else {
                    PhotoForm(action: path + "/photos").view(visit)
                }
            }
            removedView(visit)
        }
    }

    /// What was just done, and the way back.
    private func doneView(_ visit: Visit) -> Node {
        let words = visit.words
        func asked(_ name: String, of photos: [KeptPhoto]) -> KeptPhoto? {
            visit.fields[name].flatMap { id in photos.first { $0.id.identifier.text == id } }
        }
        if let gone = asked("removed", of: removed) {
            return div(.class("saved"), .role("status")) {
                p { words.photoRemoved(gone.photo.caption) }
                buttonView(words.putBack, action: ProductPhotos.address(of: gone) + "/put-back", visit)
            }
        }
        if asked("added", of: shown) != nil || asked("saved", of: shown) != nil {
            return p(.class("saved"), .role("status")) { words.saved }
        }
        guard visit.fields["erased"] == "1" else { return fragment {} }
        return p(.class("saved"), .role("status")) { words.photoErased }
    }

    private func removedView(_ visit: Visit) -> Node {
        let words = visit.words
        guard !removed.isEmpty else { return fragment {} }
        return HTML.details {
            summary { "\(words.photosRemovedHeading) (\(visit.language.numbers.integer(removed.count)))" }
            ul(.class("rows")) {
                for kept in removed {
                    li {
                        a(.href(visit.address(ProductPhotos.address(of: kept)))) { kept.photo.caption }
                        if let at = kept.removedAt { ", \(words.removedOn(visit.day(at))) " }
                        buttonView(words.putBack, action: ProductPhotos.address(of: kept) + "/put-back", visit)
                    }
                }
            }
        }
    }
}

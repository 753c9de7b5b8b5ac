import HTML
import Register
import Storage

/// One photo as large as it is kept, and what may be done with it.
struct PhotoPage: Sendable {
    let kept: KeptPhoto
    let product: Product
    let enterprise: Enterprise
    /// Whether it is shown before the others.
    let isFirst: Bool
    let mayEnter: Bool
    var problem: String?

    private var photo: Photo { kept.photo }
    private var path: String { ProductPhotos.address(of: kept) }

    func html(_ visit: Visit) -> [UInt8] {
        let words = visit.words
        return document(Frame(visit, title: words.photoTitle(product.name), verb: 0)) {
            if let problem { p(.class("refusal"), .role("alert")) { problem } }
            p {
                a(.href(visit.address("\(Paths.enterprises)/\(enterprise.id)") + "#products")) {
                    words.ofEnterprise(enterprise.card.name)
                }
                if mayEnter {
                    " · "
                    a(.href(visit.address(ProductPhotos.address(of: product.id, of: enterprise.id)) + "#photos")) {
                        words.photosOfProduct
                    }
                }
            }
            figureView(visit)
            if mayEnter { deedsView(visit) }
        }
    }

    private func figureView(_ visit: Visit) -> Node {
        let (words, numbers) = (visit.words, visit.language.numbers)
        return figure {
            a(.href(path + "/full.jpg")) {
                image(path + "/full.jpg", alternative: photo.caption, size: (photo.size.width, photo.size.height))
            }
            figcaption {
                p { photo.caption }
                p {
                    words.photoFacts(
                        width: numbers.integer(photo.size.width), height: numbers.integer(photo.size.height),
                        added: visit.day(kept.addedAt))
                }
            }
        }
    }

    private func deedsView(_ visit: Visit) -> Node {
        let words = visit.words
        return fragment {
            if kept.removedAt == nil {
                h2 { words.photoChange }
                formView(
                    FormPage(
                        title: "", fields: [PhotoForm.captionField(visit.form["caption"] ?? photo.caption, words)],
                        hidden: [("version", "\(kept.version)")], action: path, button: words.detailSave), visit)
                if !isFirst { buttonView(words.photoPutFirst, action: path + "/first", visit) }
                buttonView(words.photoRemove, action: path + "/remove", visit)
            } else {
                p { words.photoRemoved(photo.caption) }
                buttonView(words.putBack, action: path + "/put-back", visit)
                eraseView(visit)
            }
        }
    }

    private func eraseView(_ visit: Visit) -> Node {
        let words = visit.words
        return HTML.details {
            summary { words.photoErase }
            p { words.photoEraseLead }
            formView(
                FormPage(
                    title: "", fields: [FormField(name: "understood", label: words.photoEraseUnderstood, kind: .check)],
                    action: path + "/erase", button: words.photoErase), visit)
        }
    }
}

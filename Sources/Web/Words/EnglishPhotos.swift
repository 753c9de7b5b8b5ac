import Pictures
import Register
import Storage

extension English: PhotoWords {
    var photosHeading: String { "Photos" }
    var photosNone: String { "No photos yet." }
    var photosWhere: String { "To add or remove photos, open the product." }
    var photosOfProduct: String { "All photos of this product" }
    func photoCount(_ count: String, of most: String) -> String { "Photos: \(count) of \(most) at most" }
    func photoTitle(_ product: String) -> String { "Photo of \(product)" }
    func photoFacts(width: String, height: String, added day: String) -> String {
        "\(width) × \(height) pixels, added on \(day)"
    }

    var photoCaptionField: String { "What is seen?" }
    var photoCaptionHint: String {
        """
        One sentence, such as “Indigo endek cloth with the cepuk motif, front view”. It stands under the photo and is \
        read aloud to people who do not see it. Name no person.
        """
    }
    var badPhotoCaption: String { "Write what is seen on the photo, in 200 characters at most." }
    var photoFileField: String { "Photo file" }
    func photoFileHint(megabytes: String) -> String {
        """
        JPEG, PNG or WebP, \(megabytes) MB at most. Where and when it was taken, which the file may say, is not kept.
        """
    }
    var photoAdd: String { "Add the photo" }
    var photoChange: String { "Change what is said of it" }
    var photoPutFirst: String { "Show it first" }
    var photoRemove: String { "Remove this photo" }
    func photoRemoved(_ caption: String) -> String { "The photo “\(caption)” was removed." }
    var photosRemovedHeading: String { "Photos that were removed" }
    var photoErase: String { "Erase for good" }
    var photoEraseLead: String {
        """
        The file is erased and cannot be put back. The book still says who erased it and when. Backups that were made \
        keep it until they are deleted.
        """
    }
    var photoEraseUnderstood: String { "I understand: this photo cannot be put back." }
    var photoErased: String { "The photo was erased." }

    func pictureRefused(_ refusal: PictureRefusal) -> String {
        switch refusal {
        case .empty: "No photo was chosen, or its file is empty. Choose one photo."
        case .otherKind(.heic):
            """
            This photo is HEIC, which iPhones use. On the iPhone choose Settings › Camera › Formats › Most Compatible and \
            take it again; or save it as JPEG first.
            """
        case .otherKind(.video): "This is a video, not a photo. Take one picture from it and save it as JPEG."
        case .otherKind(.animation): "This picture moves. Save one still picture of it as JPEG and send it again."
        case .otherKind(.pdf): "This is a PDF, not a photo. Send the photo itself as JPEG, PNG or WebP."
        case .otherKind(.svg): "SVG is not taken. Save the picture as PNG and send it again."
        case .otherKind(let kind): "\(kind.rawValue.uppercased()) is not taken. Save it as JPEG and send it again."
        case .unknownKind: "This file is no photo of a kind that we know. Send JPEG, PNG or WebP."
        case .tooManyBytes(let limit):
            "This photo is larger than \(told(limit >> 20)) MB. Make it smaller and send it again."
        case .tooManyPixels(let width, let height, let limit):
            """
            This photo has \(told(width)) × \(told(height)) pixels; at most \(told(limit / 1_000_000)) million are taken. \
            Make it smaller and send it again.
            """
        case .cutOff: "This file is cut off: its end is missing. Copy or download it again and send it again."
        case .unreadable: "This file is damaged and cannot be read. Open it elsewhere, save it anew and send it again."
        }
    }
    private func told(_ number: Int) -> String { language.numbers.integer(number) }

    func photoRefused(_ refused: PhotoRefused) -> String {
        switch refused {
        case .unknownPhoto: "There is no such photo."
        case .unknownProduct: "There is no such product, or it was removed. Put the product back first."
        case .merged: "This record was merged into another enterprise. Add the photo there."
        case .tooMany: "There are \(told(Photo.mostShown)) photos, as many as are shown. Remove one to add another."
        case .tooManyKept: "Too many photos that were removed are still kept. Open one of them and erase it for good."
        case .sameIsThere: "This product has the same photo already."
        case .changedMeanwhile: "Somebody else changed it first. Compare, then save again."
        case .removed: "This photo was removed. Put it back first, then change it."
        case .already: "It is so already; nothing was changed."
        case .notRemoved: "This photo is still shown. Remove it first, then erase it."
        }
    }

    func photoSentence(_ told: ToldEvent) -> String {
        let (actor, product, subject) = (told.actor, told["photo-product"], told.subject)
        return switch told.kind {
        case .photoAdded: "\(actor) added a photo (\(product)) to \(subject)."
        case .photoCaptioned: "\(actor) changed what is said of a photo (\(product)) of \(subject)."
        case .photoPutFirst: "\(actor) put a photo (\(product)) of \(subject) first."
        case .photoRemoved: "\(actor) removed a photo (\(product)) of \(subject)."
        case .photoPutBack: "\(actor) put back a photo (\(product)) of \(subject)."
        case .photoErased: "\(actor) erased a photo (\(product)) of \(subject) for good."
        default: ""
        }
    }
    func photoEventField(_ field: String) -> String? {
        switch field {
        case "photo-caption": "What is seen on the photo"
        case "photo-size": "Size (pixels)"
        case "photo-sha256": "SHA-256 of the photo"
        default: nil
        }
    }
}

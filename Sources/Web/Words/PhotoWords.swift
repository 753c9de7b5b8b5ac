import Pictures
import Register
import Storage

/// Photos of products. Numbers and days come in as finished text.
protocol PhotoWords: Sendable {
    var photosHeading: String { get }
    var photosNone: String { get }
    /// Where photos of a product of this enterprise are added.
    var photosWhere: String { get }
    var photosOfProduct: String { get }
    func photoCount(_ count: String, of most: String) -> String
    func photoTitle(_ product: String) -> String
    func photoFacts(width: String, height: String, added day: String) -> String

    var photoCaptionField: String { get }
    var photoCaptionHint: String { get }
    var badPhotoCaption: String { get }
    var photoFileField: String { get }
    func photoFileHint(megabytes: String) -> String
    var photoAdd: String { get }
    var photoChange: String { get }
    var photoPutFirst: String { get }
    var photoRemove: String { get }
    func photoRemoved(_ caption: String) -> String
    var photosRemovedHeading: String { get }
    var photoErase: String { get }
    var photoEraseLead: String { get }
    var photoEraseUnderstood: String { get }
    var photoErased: String { get }

    func pictureRefused(_ refusal: PictureRefusal) -> String
    func photoRefused(_ refused: PhotoRefused) -> String

    func photoSentence(_ told: ToldEvent) -> String
    /// A field of an event about a photo; `nil` for a field of nothing there.
    func photoEventField(_ field: String) -> String?
}

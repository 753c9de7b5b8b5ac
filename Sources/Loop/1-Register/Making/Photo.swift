/// A photo of a product, with the words that say what is seen on it: shown under it, and read aloud to who does not see it.
public struct Photo: Sendable, Hashable, Identifiable {
    public typealias ID = Key<Photo>

    public let id: ID
    public let product: Product.ID
    /// One line, 1…200 characters.
    public var caption: String
    public let size: PixelSize
    public let thumbnail: PixelSize
    /// Of the bytes of the photo as it is kept; 64 hexadecimal digits.
    public let sha256: String

    /// As many are shown of a product at most.
    public static let mostShown = 6
    /// As many are kept of a product at most, those that were removed among them.
    public static let mostKept = 12

    public init(
        _ id: ID, of product: Product.ID, caption: String, size: PixelSize, thumbnail: PixelSize, sha256: String
    ) {
        self.id = id
        self.product = product
        self.caption = caption
        self.size = size
        self.thumbnail = thumbnail
        self.sha256 = sha256
    }

    /// What somebody typed as one line. - Returns: `nil` for none, and for more than 200 characters.
    public static func caption(_ text: String) -> String? {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (1...200).contains(line.count) ? line : nil
    }
}

/// How large a picture is, in pixels, each ≥ 1.
public struct PixelSize: Sendable, Hashable {
    public let width: Int
    public let height: Int

    public init(_ width: Int, _ height: Int) {
        self.width = width
        self.height = height
    }
}

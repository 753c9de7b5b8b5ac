/// A photo as it is kept: made anew, turned as it is seen, with nothing in it but the picture. Where and when it was taken
/// is gone, so that the place of somebody's home goes nowhere.
public struct Picture: Sendable, Equatable {
    /// JPEG.
    public struct Rendition: Sendable, Equatable {
        public let bytes: [UInt8]
        /// Pixels, ≥ 1.
        public let width: Int
        public let height: Int
    }

    /// At most 1,600 pixels long.
    public let full: Rendition
    /// At most 320 pixels long.
    public let thumbnail: Rendition

    /// Most bytes that are taken: a telephone's photo has 2 to 8 MB.
    public static let mostBytes = 12 << 20
    /// Most pixels that are decoded: with four bytes each they take 200 MB of memory while the picture is made.
    public static let mostPixels = 50_000_000
    static let fullSide = 1600
    static let thumbnailSide = 320
    private static let quality = 82
    private static let thumbnailQuality = 75

    init?(of canvas: Canvas) {
        guard let small = canvas.shrunk(to: Self.thumbnailSide),
            let full = Rendition(canvas, quality: Self.quality),
            let thumbnail = Rendition(small, quality: Self.thumbnailQuality)
        else { return nil }
        self.full = full
        self.thumbnail = thumbnail
    }
}

extension Picture.Rendition {
    fileprivate init?(_ canvas: Canvas, quality: Int) {
        guard let bytes = canvas.jpeg(quality: quality) else { return nil }
        self.init(bytes: bytes, width: canvas.width, height: canvas.height)
    }
}

/// Makes a picture from a file that somebody sent: JPEG, PNG or WebP, known by its first bytes. Its head is asked for its
/// size before anything is decoded, so that a small file cannot unfold to more than the memory holds.
///
/// The same bytes give the same picture, always. Takes up to some seconds and 250 MB: not on an event loop, and one at a
/// time.
/// - Throws: `PictureRefusal`.
/// - Complexity: O(pixels).
public func picture(from bytes: [UInt8]) throws(PictureRefusal) -> Picture {
    guard bytes.count <= Picture.mostBytes else { throw .tooManyBytes(limit: Picture.mostBytes) }
    let head = try PictureHead(of: bytes)
    guard head.width <= Picture.mostPixels / head.height else {
        throw .tooManyPixels(width: head.width, height: head.height, limit: Picture.mostPixels)
    }
    // It is turned when it is small: that is less to turn.
    guard let decoded = Canvas.decoded(bytes, as: head.kind),
        let seen = decoded.shrunk(to: Picture.fullSide)?.turned(head.orientation),
        let picture = Picture(of: seen)
    else { throw .unreadable }
    return picture
}

/// Why bytes are not taken as a picture. Each is something the person who sends it can mend.
public enum PictureRefusal: Error, Sendable, Hashable {
    case empty
    /// A kind that is known by its first bytes, and not taken.
    case otherKind(ForeignKind)
    /// No kind that is known.
    case unknownKind
    /// More bytes than are taken.
    case tooManyBytes(limit: Int)
    /// More pixels than are taken, as its head says; it was not decoded.
    case tooManyPixels(width: Int, height: Int, limit: Int)
    /// The end is missing: it was not sent, or not copied, to the end.
    case cutOff
    /// It says what it is and cannot be read.
    case unreadable

    /// Kinds of files that people send instead of a photo.
    public enum ForeignKind: String, Sendable, CaseIterable {
        case heic, avif, gif, svg, pdf, tiff, bmp, video
        /// A WebP that moves.
        case animation
    }

    /// Stable, for programs.
    public var code: String {
        switch self {
        case .empty: "picture-empty"
        case .otherKind(let kind): "picture-is-\(kind.rawValue)"
        case .unknownKind: "picture-unknown"
        case .tooManyBytes: "picture-too-large"
        case .tooManyPixels: "picture-too-many-pixels"
        case .cutOff: "picture-cut-off"
        case .unreadable: "picture-unreadable"
        }
    }
}

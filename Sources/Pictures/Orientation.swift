/// How a picture is stored against how it is seen: cameras store what their sensor saw, and write beside it how they were
/// held.
/// - Source: CIPA DC-008 (Exif), tag 274
enum Orientation: Int, CaseIterable {
    case upright = 1
    case mirrored, halfTurned, flipped, transposed, turnedRight, transversed, turnedLeft

    /// What the first directory says; upright where it says nothing that makes sense.
    init(exif: ByteReader) {
        let isLittle = exif.says("II", at: 0)
        func short(_ place: Int) -> Int? { isLittle ? exif.little16(place) : exif.big16(place) }
        func long(_ place: Int) -> Int? { isLittle ? exif.little32(place) : exif.big32(place) }
        self = .upright
        guard isLittle || exif.says("MM", at: 0), short(2) == 42, let directory = long(4), let count = short(directory)
        else { return }
        for entry in 0..<count {
            let place = directory + 2 + 12 * entry
            guard let tag = short(place) else { return }
            guard tag == 274 else { continue }
            // Type 3 is a short, which stands in the entry itself.
            if short(place + 2) == 3, let told = short(place + 8).flatMap(Orientation.init(rawValue:)) { self = told }
            return
        }
    }

    /// Whether width and height change places.
    var isOnItsSide: Bool { rawValue >= 5 }

    /// Where the pixel lies in the stored picture that is seen at a place.
    /// - Parameter size: of the stored picture.
    func source(_ x: Int, _ y: Int, in size: (width: Int, height: Int)) -> (x: Int, y: Int) {
        let (right, bottom) = (size.width - 1, size.height - 1)
        return switch self {
        case .upright: (x, y)
        case .mirrored: (right - x, y)
        case .halfTurned: (right - x, bottom - y)
        case .flipped: (x, bottom - y)
        case .transposed: (y, x)
        case .turnedRight: (y, bottom - x)
        case .transversed: (right - y, bottom - x)
        case .turnedLeft: (right - y, x)
        }
    }
}

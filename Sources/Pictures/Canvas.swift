import CGD

/// A picture of gd in true colours. It is worked on by one task at a time and freed with its last owner.
final class Canvas {
    let image: gdImagePtr

    var width: Int { Int(image.pointee.sx) }
    var height: Int { Int(image.pointee.sy) }

    private init(_ image: gdImagePtr) { self.image = image }

    deinit { gdImageDestroy(image) }

    /// gd writes on the standard error what it cannot read; here that is an answer and no fault.
    private static let isQuiet: Bool = {
        gdSetErrorMethod { _, _, _ in }
        return true
    }()

    /// White all over. - Returns: `nil` where there is no memory for it.
    static func white(_ width: Int, _ height: Int) -> Canvas? {
        guard isQuiet, let image = gdImageCreateTrueColor(Int32(width), Int32(height)) else { return nil }
        gdImageFilledRectangle(image, 0, 0, Int32(width - 1), Int32(height - 1), 0xFFFFFF)
        return Canvas(image)
    }

    /// - Returns: `nil` for what cannot be decoded.
    static func decoded(_ bytes: [UInt8], as kind: PictureHead.Kind) -> Canvas? {
        let bytes = kind == .png ? PNGHead.essential(bytes) : bytes
        guard isQuiet, let count = Int32(exactly: bytes.count) else { return nil }
        let image = bytes.withUnsafeBytes { bytes -> gdImagePtr? in
            // gd asks for memory it could change, and only reads it.
            let data = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
            return switch kind {
            // Many telephones write files about which the library warns, and which every program shows.
            case .jpeg: gdImageCreateFromJpegPtrEx(count, data, 1)
            case .png: gdImageCreateFromPngPtr(count, data)
            case .webp: gdImageCreateFromWebpPtr(count, data)
            }
        }
        return image.map(Canvas.init)
    }

    /// The same picture with no side longer than so many pixels, over white where one could see through it.
    func shrunk(to longest: Int) -> Canvas? {
        let scale = min(1, Double(longest) / Double(max(width, height)))
        let size = (
            width: max(1, Int((Double(width) * scale).rounded())),
            height: max(1, Int((Double(height) * scale).rounded()))
        )
        guard let small = Canvas.white(size.width, size.height) else { return nil }
        gdImageCopyResampled(
            small.image, image, 0, 0, 0, 0, Int32(size.width), Int32(size.height), Int32(width), Int32(height))
        return small
    }

    /// As it is seen.
    func turned(_ orientation: Orientation) -> Canvas? {
        guard orientation != .upright else { return self }
        let size = orientation.isOnItsSide ? (height, width) : (width, height)
        guard let seen = Canvas.white(size.0, size.1), let from = image.pointee.tpixels,
            let to = seen.image.pointee.tpixels
        else { return nil }
        for y in 0..<size.1 {
            for x in 0..<size.0 {
                let place = orientation.source(x, y, in: (width, height))
                to[y]?[x] = from[place.y]?[place.x] ?? 0xFFFFFF
            }
        }
        return seen
    }

    /// - Parameter quality: 0…100.
    /// - Returns: bytes with nothing in them but the picture.
    func jpeg(quality: Int) -> [UInt8]? {
        var count: Int32 = 0
        // In steps: on a slow line all of it is seen early.
        gdImageInterlace(image, 1)
        guard let made = gdImageJpegPtr(image, &count, Int32(quality)) else { return nil }
        defer { gdFree(made) }
        return Self.withoutComments([UInt8](UnsafeRawBufferPointer(start: made, count: Int(count))))
    }

    /// gd signs what it writes; the same picture is to be the same bytes whatever wrote it.
    private static func withoutComments(_ jpeg: [UInt8]) -> [UInt8] {
        let file = ByteReader(jpeg)
        var kept = Array(jpeg.prefix(2))
        var place = 2
        while let marker = file.byte(place + 1), marker != 0xDA, let length = file.big16(place + 2) {
            let end = min(place + 2 + length, jpeg.count)
            if marker != 0xFE { kept += jpeg[place..<end] }
            place = end
        }
        return kept + jpeg[place...]
    }
}

/// What the head of a picture says, read without decoding it.
struct PictureHead: Equatable {
    let kind: Kind
    /// Pixels, ≥ 1, as they are stored: before it is turned.
    let width: Int
    let height: Int
    let orientation: Orientation

    enum Kind: Equatable { case jpeg, png, webp }

    /// - Throws: `PictureRefusal`: no picture that is taken, without its end, or with a head that makes no sense.
    init(of bytes: [UInt8]) throws(PictureRefusal) {
        guard !bytes.isEmpty else { throw .empty }
        let file = ByteReader(bytes)
        let kind = try Self.kind(of: file)
        let told =
            switch kind {
            case .jpeg: try JPEGHead.read(file)
            case .png: try PNGHead.read(file)
            case .webp: try WebPHead.read(file)
            }
        guard told.width > 0, told.height > 0 else { throw .unreadable }
        self.kind = kind
        (width, height, orientation) = (told.width, told.height, told.exif.map(Orientation.init(exif:)) ?? .upright)
    }

    /// What the walk through a file finds.
    struct Told {
        var width = 0
        var height = 0
        /// A TIFF structure.
        var exif: ByteReader?
    }

    /// By the first bytes; a name says nothing.
    private static func kind(of file: ByteReader) throws(PictureRefusal) -> Kind {
        if file.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if file.says("RIFF", at: 0), file.says("WEBP", at: 8) { return .webp }
        throw foreign(file).map(PictureRefusal.otherKind) ?? .unknownKind
    }

    private static func foreign(_ file: ByteReader) -> PictureRefusal.ForeignKind? {
        if file.says("ftyp", at: 4) {
            if file.says("avi", at: 8) { return .avif }
            let brands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"]
            return brands.contains { file.says($0, at: 8) } ? .heic : .video
        }
        if file.says("GIF8", at: 0) { return .gif }
        if file.says("%PDF", at: 0) { return .pdf }
        if file.says("BM", at: 0) { return .bmp }
        if file.starts(with: [0x49, 0x49, 0x2A, 0]) || file.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return .tiff }
        let beginning = String(decoding: file.bytes.prefix(1024), as: UTF8.self).lowercased()
        return beginning.contains("\u{3C}svg") ? .svg : nil
    }
}

/// JPEG: segments up to the first scan, then scans up to the end.
/// - Source: ITU-T T.81, annex B
private enum JPEGHead {
    /// A picture in steps has some ten scans; one with thousands is made to keep a machine busy.
    private static let mostScans = 64

    static func read(_ file: ByteReader) throws(PictureRefusal) -> PictureHead.Told {
        var told = PictureHead.Told()
        var place = 2
        while true {
            // The library that decodes passes over bytes between segments; so that it can find no other size than the one
            // read here, such a file is not taken.
            guard file.byte(place) == 0xFF else { throw file.byte(place) == nil ? .cutOff : .unreadable }
            while file.byte(place + 1) == 0xFF { place += 1 }
            guard let marker = file.byte(place + 1), let length = file.big16(place + 2) else { throw .cutOff }
            guard length >= 2, marker >= 0xC0, !(0xD0...0xD9).contains(marker) else { throw .unreadable }
            if marker == 0xDA { break }
            let body = place + 4
            switch marker {
            case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
                guard let height = file.big16(body + 1), let width = file.big16(body + 3) else { throw .cutOff }
                (told.width, told.height) = (width, height)
            case 0xE1 where told.exif == nil && file.says("Exif\0\0", at: body):
                told.exif = file.part(from: body + 6, to: place + 2 + length)
            default: break
            }
            place += 2 + length
        }
        try checkScans(file, from: place)
        return told
    }

    /// Inside a scan 0xFF is followed by 0 or a restart, so that marks can be told from data.
    private static func checkScans(_ file: ByteReader, from start: Int) throws(PictureRefusal) {
        var scans = 0
        var isEnded = false
        file.bytes.withUnsafeBufferPointer { bytes in
            var place = start
            while place + 1 < bytes.count {
                if bytes[place] == 0xFF {
                    if bytes[place + 1] == 0xDA { scans += 1 }
                    if bytes[place + 1] == 0xD9 { isEnded = true }
                }
                place += 1
            }
        }
        guard isEnded else { throw .cutOff }
        guard scans <= mostScans else { throw .unreadable }
    }
}

/// PNG: chunks, the first of them with the size.
/// - Source: W3C PNG (Third Edition)
enum PNGHead {
    static func read(_ file: ByteReader) throws(PictureRefusal) -> PictureHead.Told {
        guard file.says("IHDR", at: 12), let width = file.big32(16), let height = file.big32(20) else {
            throw .unreadable
        }
        var told = PictureHead.Told(width: width, height: height)
        var place = 8
        while let length = file.big32(place) {
            if file.says("IEND", at: place + 4) { return told }
            if file.says("eXIf", at: place + 4) { told.exif = file.part(from: place + 8, to: place + 8 + length) }
            place += 12 + length
        }
        throw .cutOff
    }
}

extension PNGHead {
    /// The file without the chunks that no picture needs: text, profiles, times. They may be packed, and the library unpacks
    /// them, or says on the standard error what is wrong with them.
    static func essential(_ bytes: [UInt8]) -> [UInt8] {
        let file = ByteReader(bytes)
        var kept = Array(bytes.prefix(8))
        var place = 8
        while let length = file.big32(place), place + 12 + length <= bytes.count {
            let end = place + 12 + length
            if ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].contains(where: { file.says($0, at: place + 4) }) {
                kept += bytes[place..<end]
            }
            place = end
        }
        return kept
    }
}

/// WebP: chunks in a RIFF; the size stands in the first, in one of three forms.
/// - Source: RFC 9649
private enum WebPHead {
    static func read(_ file: ByteReader) throws(PictureRefusal) -> PictureHead.Told {
        guard let size = file.little32(4) else { throw .cutOff }
        guard file.bytes.count >= 8 + size else { throw .cutOff }
        var told = PictureHead.Told()
        if file.says("VP8 ", at: 12), let width = file.little16(26), let height = file.little16(28) {
            (told.width, told.height) = (width & 0x3FFF, height & 0x3FFF)
        } else if file.says("VP8L", at: 12), let bits = file.little32(21) {
            (told.width, told.height) = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        } else if file.says("VP8X", at: 12), let flags = file.byte(20), flags & 2 != 0 {
            throw .otherKind(.animation)
        } else if file.says("VP8X", at: 12), let width = file.little24(24), let height = file.little24(27) {
            (told.width, told.height) = (width + 1, height + 1)
        }
        var place = 12
        while let length = file.little32(place + 4) {
            if file.says("EXIF", at: place) { told.exif = file.part(from: place + 8, to: place + 8 + length) }
            place += 8 + length + length % 2
        }
        return told
    }
}

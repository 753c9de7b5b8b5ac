import CGD
import Foundation
import Testing

@testable import Pictures

/// Pictures that tests draw, as files of each kind.
enum Drawn {
    enum Kind: CaseIterable { case jpeg, png, webp }

    /// Corners of a picture: top left, top right, bottom left, bottom right.
    static let inks: [Int32] = [0xD02020, 0x20A020, 0x2020D0, 0xE0D020]

    /// A picture in four colours, one for each quarter.
    static func quarters(_ width: Int, _ height: Int, as kind: Kind) throws -> [UInt8] {
        let image = try #require(gdImageCreateTrueColor(Int32(width), Int32(height)))
        defer { gdImageDestroy(image) }
        for (place, ink) in inks.enumerated() {
            let (x, y) = (place % 2 * width / 2, place / 2 * height / 2)
            gdImageFilledRectangle(image, Int32(x), Int32(y), Int32(width - 1), Int32(height - 1), ink)
        }
        // The last quarter went over the second and third; each again in its own place.
        for (place, ink) in inks.enumerated() {
            let (x, y) = (place % 2 * width / 2, place / 2 * height / 2)
            gdImageFilledRectangle(
                image, Int32(x), Int32(y), Int32(x + width / 2 - 1), Int32(y + height / 2 - 1), ink)
        }
        return try file(image, as: kind)
    }

    static func file(_ image: gdImagePtr, as kind: Kind) throws -> [UInt8] {
        var count: Int32 = 0
        let made =
            switch kind {
            case .jpeg: gdImageJpegPtr(image, &count, 90)
            case .png: gdImagePngPtr(image, &count)
            case .webp: gdImageWebpPtr(image, &count)
            }
        let bytes = try #require(made)
        defer { gdFree(bytes) }
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(count)))
    }

    /// Red, green, blue of the middle of each quarter of a JPEG.
    static func corners(of jpeg: [UInt8]) throws -> [(Int, Int, Int)] {
        var jpeg = jpeg
        let image = try #require(gdImageCreateFromJpegPtr(Int32(jpeg.count), &jpeg))
        defer { gdImageDestroy(image) }
        let (width, height) = (image.pointee.sx, image.pointee.sy)
        let middles: [(Int32, Int32)] = [(1, 1), (3, 1), (1, 3), (3, 3)]
        return middles.map { x, y in
            let pixel = Int(gdImageGetTrueColorPixel(image, x * width / 4, y * height / 4))
            return (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
        }
    }

    /// Which of the inks each corner has.
    static func order(of jpeg: [UInt8]) throws -> [Int] {
        try corners(of: jpeg).map { corner in
            inks.indices.min { distance(corner, inks[$0]) < distance(corner, inks[$1]) } ?? -1
        }
    }

    private static func distance(_ colour: (Int, Int, Int), _ ink: Int32) -> Int {
        let ink = Int(ink)
        return abs(colour.0 - (ink >> 16 & 255)) + abs(colour.1 - (ink >> 8 & 255)) + abs(colour.2 - (ink & 255))
    }

    // MARK: - What cameras write beside it

    /// A TIFF structure with an orientation, and a directory of a place.
    static func exif(orientation: Int, isLittle: Bool = true) -> [UInt8] {
        func number(_ value: Int, _ count: Int) -> [UInt8] {
            let big = (0..<count).reversed().map { UInt8(value >> (8 * $0) & 255) }
            return isLittle ? big.reversed() : big
        }
        func short(_ value: Int) -> [UInt8] { number(value, 2) }
        func long(_ value: Int) -> [UInt8] { number(value, 4) }
        let head = Array((isLittle ? "II" : "MM").utf8) + short(42) + long(8)
        let turned = short(274) + short(3) + long(1) + short(orientation) + short(0)
        // A pointer to the directory of the place, whose text follows.
        let place = short(34853) + short(4) + long(1) + long(38)
        let directory = short(1) + short(29) + short(2) + long(11) + long(56) + long(0)
        return head + short(2) + turned + place + long(0) + directory + Array("2026:11:27\0GPS-8.5069S115.2625E".utf8)
    }

    /// The JPEG with an Exif segment behind its first two bytes.
    static func jpeg(_ jpeg: [UInt8], exif: [UInt8]) -> [UInt8] {
        let body = Array("Exif\0\0".utf8) + exif
        let length = body.count + 2
        return Array(jpeg[..<2]) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 255)] + body + Array(jpeg[2...])
    }
}

func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    let text = Array(text.utf8)
    return bytes.indices.dropLast(text.count - 1).contains { bytes[$0...].starts(with: text) }
}

/// Numbers that are the same in every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

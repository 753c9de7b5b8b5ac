import Foundation
import Testing

@testable import Pictures

struct PictureRefusalTests {
    private func refusal(of bytes: [UInt8]) -> PictureRefusal? {
        do throws(PictureRefusal) {
            _ = try picture(from: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func refusal(of text: String) -> PictureRefusal? { refusal(of: Array(text.utf8)) }

    @Test func `what is no photo is called by its name`() {
        #expect(refusal(of: "") == .empty)
        #expect(refusal(of: "\0\0\0\u{18}ftypheic\0\0\0\0mif1heic") == .otherKind(.heic))
        #expect(refusal(of: "\0\0\0\u{18}ftypmif1\0\0\0\0") == .otherKind(.heic))
        #expect(refusal(of: "\0\0\0\u{18}ftypavif\0\0\0\0") == .otherKind(.avif))
        #expect(refusal(of: "\0\0\0\u{18}ftypisom\0\0\0\0") == .otherKind(.video))
        #expect(refusal(of: "GIF89a\u{1}\0\u{1}\0") == .otherKind(.gif))
        #expect(refusal(of: "%PDF-1.7\n") == .otherKind(.pdf))
        #expect(refusal(of: "II*\0\u{8}\0\0\0") == .otherKind(.tiff))
        #expect(refusal(of: "BM\u{1}\u{1}") == .otherKind(.bmp))
        #expect(refusal(of: "<?xml version=\"1.0\"?>\n<svg onload=\"alert(1)\">") == .otherKind(.svg))
        #expect(refusal(of: "<html><img src=x>") == .unknownKind)
        #expect(refusal(of: "nama;alamat\n") == .unknownKind)
        #expect(refusal(of: "RIFF\0\0\0\0WAVE") == .unknownKind)
    }

    @Test func `more bytes than are taken are not looked at`() {
        let limit = PictureRefusal.tooManyBytes(limit: Picture.mostBytes)
        #expect(refusal(of: [UInt8](repeating: 0xFF, count: Picture.mostBytes + 1)) == limit)
    }

    @Test func `a small file that unfolds to more than the memory holds is refused by its head`() throws {
        var png = try Drawn.quarters(60, 40, as: .png)
        png.replaceSubrange(16..<24, with: [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60])
        let most = Picture.mostPixels
        #expect(refusal(of: png) == .tooManyPixels(width: 60_000, height: 60_000, limit: most))
        png.replaceSubrange(16..<24, with: [0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF])
        #expect(refusal(of: png)?.code == "picture-too-many-pixels")
        var jpeg = try Drawn.quarters(60, 40, as: .jpeg)
        let frame = try #require(jpeg.indices.first { jpeg[$0...].starts(with: [0xFF, 0xC0]) })
        jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xDC, 0xFF, 0xDC])
        #expect(refusal(of: jpeg) == .tooManyPixels(width: 65_500, height: 65_500, limit: most))
        let webp: [UInt8] =
            Array("RIFF".utf8) + [14, 0, 0, 0] + Array("WEBPVP8L".utf8) + [1, 0, 0, 0, 0x2F] + [
                0xFF, 0xFF, 0xFF, 0xFF, 0,
            ]
        #expect(refusal(of: webp) == .tooManyPixels(width: 16_384, height: 16_384, limit: most))
    }

    @Test func `a picture that moves is no damaged one`() throws {
        let moving: [UInt8] =
            Array("RIFF".utf8) + [22, 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 2, 0, 0, 0, 99, 0, 0, 99, 0, 0]
        #expect(refusal(of: moving) == .otherKind(.animation))
    }

    @Test(arguments: Drawn.Kind.allCases)
    func `a file without its end is refused, wherever it was cut`(kind: Drawn.Kind) throws {
        let file = try Drawn.quarters(320, 240, as: kind)
        for part in 1...60 {
            let cut = Array(file.prefix(file.count * part / 61))
            #expect(refusal(of: cut) != nil, "\(cut.count) of \(file.count)")
        }
        #expect(refusal(of: Array(file.dropLast(kind == .png ? 14 : 3))) == .cutOff)
        #expect(refusal(of: file) == nil)
    }

    @Test(arguments: Drawn.Kind.allCases)
    func `a file in which bits were turned is refused or shown, and nothing worse`(kind: Drawn.Kind) throws {
        let exif = Drawn.exif(orientation: 3)
        let drawn = try Drawn.quarters(160, 120, as: kind)
        let file = kind == .jpeg ? Drawn.jpeg(drawn, exif: exif) : drawn
        var dice = Dice(state: 7)
        var refused = 0
        for round in 0..<400 {
            var bytes = file
            // The head, where every bit means something, as often as all the rest.
            let range = round.isMultiple(of: 2) ? 0..<min(200, file.count) : 0..<file.count
            for _ in 0...round % 4 {
                bytes[Int.random(in: range, using: &dice)] ^= 1 << UInt8.random(in: 0...7, using: &dice)
            }
            if let made = try? picture(from: bytes) {
                #expect(max(made.full.width, made.full.height) <= Picture.fullSide)
            } else {
                refused += 1
            }
        }
        #expect(refused > 50 && refused < 400)
    }

    @Test func `random bytes behind a right beginning are refused`() {
        let beginnings: [[UInt8]] = [
            [0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
            Array("RIFF\u{10}\0\0\0WEBPVP8 ".utf8), Array("RIFF\u{10}\0\0\0WEBPVP8X".utf8),
        ]
        var dice = Dice(state: 11)
        for round in 0..<400 {
            let rest = (0..<round).map { _ in UInt8.random(in: 0...255, using: &dice) }
            #expect(refusal(of: beginnings[round % 4] + rest) != nil)
        }
    }

    @Test func `lengths that lead beyond the file, backwards or around lead nowhere`() throws {
        let jpeg = try Drawn.quarters(60, 40, as: .jpeg)
        for (high, low) in [(0, 0), (0, 1), (0xFF, 0xFF)] as [(UInt8, UInt8)] {
            var bytes = jpeg
            (bytes[4], bytes[5]) = (high, low)
            #expect(refusal(of: bytes) != nil)
        }
        for length in [0, 1, 0x7FFF_FFFF, 0xFFFF_FFFF] {
            var png = try Drawn.quarters(60, 40, as: .png)
            for place in 0...3 { png[8 + place] = UInt8(length >> (24 - 8 * place) & 255) }
            #expect(refusal(of: png) != nil)
        }
        // Directories that point at themselves, behind the end, or have more entries than bytes.
        for (place, value) in [(4, 0), (4, 200), (8, 255), (9, 255)] as [(Int, UInt8)] {
            var exif = Drawn.exif(orientation: 6)
            exif[place] = value
            #expect(refusal(of: Drawn.jpeg(jpeg, exif: exif)) == nil)
        }
    }

    @Test func `a file with thousands of scans is not worked through`() throws {
        let jpeg = try Drawn.quarters(60, 40, as: .jpeg)
        let scans = (0..<100).flatMap { _ in [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0] as [UInt8] }
        #expect(refusal(of: jpeg.dropLast(2) + scans + [0xFF, 0xD9]) == .unreadable)
    }
}

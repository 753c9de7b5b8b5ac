import CGD
import Foundation
import Testing

@testable import Pictures

struct PictureTests {
    @Test(arguments: Drawn.Kind.allCases)
    func `a photo of each kind is made smaller, and smaller still`(kind: Drawn.Kind) throws {
        let made = try picture(from: Drawn.quarters(2000, 1000, as: kind))
        #expect((made.full.width, made.full.height) == (1600, 800))
        #expect((made.thumbnail.width, made.thumbnail.height) == (320, 160))
        #expect(try Drawn.order(of: made.full.bytes) == [0, 1, 2, 3])
        #expect(try Drawn.order(of: made.thumbnail.bytes) == [0, 1, 2, 3])
    }

    @Test func `nothing is made larger, and a thread keeps its width`() throws {
        let small = try picture(from: Drawn.quarters(120, 90, as: .png))
        #expect((small.full.width, small.full.height) == (120, 90))
        #expect((small.thumbnail.width, small.thumbnail.height) == (120, 90))
        let thread = try picture(from: Drawn.quarters(4000, 2, as: .png))
        #expect((thread.full.width, thread.full.height) == (1600, 1))
        #expect((thread.thumbnail.width, thread.thumbnail.height) == (320, 1))
    }

    @Test func `the same file gives the same picture`() throws {
        let file = try Drawn.quarters(700, 500, as: .jpeg)
        #expect(try picture(from: file) == picture(from: file))
    }

    @Test func `what one can see through lies on white`() throws {
        let image = try #require(gdImageCreateTrueColor(40, 40))
        defer { gdImageDestroy(image) }
        gdImageAlphaBlending(image, 0)
        gdImageSaveAlpha(image, 1)
        gdImageFilledRectangle(image, 0, 0, 39, 39, 127 << 24)
        let made = try picture(from: Drawn.file(image, as: .png))
        #expect(try Drawn.corners(of: made.full.bytes).allSatisfy { $0.0 > 250 && $0.1 > 250 && $0.2 > 250 })
    }

    /// Where the first row and the first column of the stored picture are seen, as the standard says it.
    private static let sides: [Int: (row: String, column: String)] = [
        1: ("top", "left"), 2: ("top", "right"), 3: ("bottom", "right"), 4: ("bottom", "left"), 5: ("left", "top"),
        6: ("right", "top"), 7: ("right", "bottom"), 8: ("left", "bottom"),
    ]

    @Test(arguments: 1...8, [true, false])
    func `a camera held in any way gives an upright picture`(orientation: Int, isLittle: Bool) throws {
        let exif = Drawn.exif(orientation: orientation, isLittle: isLittle)
        let file = Drawn.jpeg(try Drawn.quarters(400, 200, as: .jpeg), exif: exif)
        let made = try picture(from: file)
        #expect((made.full.width, made.full.height) == (orientation < 5 ? (400, 200) : (200, 400)))
        let (row, column) = try #require(Self.sides[orientation])
        let opposite = ["top": "bottom", "bottom": "top", "left": "right", "right": "left"]
        var seen = [0, 0, 0, 0]
        for stored in 0...3 {
            let places = [
                stored / 2 == 0 ? row : try #require(opposite[row]),
                stored % 2 == 0 ? column : try #require(opposite[column]),
            ]
            seen[(places.contains("bottom") ? 2 : 0) + (places.contains("right") ? 1 : 0)] = stored
        }
        #expect(try Drawn.order(of: made.full.bytes) == seen)
        #expect(try Drawn.order(of: made.thumbnail.bytes) == seen)
    }

    @Test func `where and when a photo was taken is gone`() throws {
        let file = Drawn.jpeg(try Drawn.quarters(300, 200, as: .jpeg), exif: Drawn.exif(orientation: 6))
        #expect(contains(file, "Exif") && contains(file, "GPS-8.5069S"))
        let made = try picture(from: file)
        for bytes in [made.full.bytes, made.thumbnail.bytes] {
            for word in ["Exif", "GPS", "2026:11:27", "gd-jpeg", "CREATOR"] {
                #expect(!contains(bytes, word), "\(word)")
            }
            #expect(Array(bytes.prefix(4)) == [0xFF, 0xD8, 0xFF, 0xE0] && Array(bytes.suffix(2)) == [0xFF, 0xD9])
        }
    }

    @Test(arguments: SamplePattern.allCases)
    func `a pattern of the sample is drawn alike every time, and in several colours`(pattern: SamplePattern) throws {
        let first = try #require(pattern.picture(number: 0))
        #expect(first == pattern.picture(number: 0) && first != pattern.picture(number: 1))
        #expect((first.full.width, first.full.height) == (800, 600) && first.full.bytes.count < 250_000)
        #expect(SamplePattern.allCases.filter { $0.picture(number: 0) == first } == [pattern])
    }
}

import Foundation
import HTTPTypes
import Pictures
import Register
import Secrets
import Storage
import Testing
import World

@testable import Web

struct PhotoTests {
    /// A weaver's cloth in an office.
    struct Cloth {
        let office: Office
        let enterprise: String
        /// The path of its page.
        let path: String

        init() async throws {
            office = try await Office()
            enterprise = try await office.newEnterprise()
            try await office.hang("products", ["product-name": "Kain endek"], on: enterprise)
            path = try await office.item("products", of: enterprise)
        }

        /// Sends a file with the form, as a browser would.
        func send(
            _ file: [UInt8]?, caption: String? = "Tampak depan", as desk: Office.Desk = .officer, token: String? = nil,
            to path: String? = nil
        ) async throws -> Site.Answer {
            let own = office.house.keyring.fingerprint(of: try office.session(desk).text, for: .formToken)
            func part(_ disposition: String, _ body: [UInt8]) -> [UInt8] {
                Array("--tanda\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n".utf8) + body
                    + Array("\r\n".utf8)
            }
            var body = part("name=\"form-token\"", Array((token ?? own).utf8))
            if let caption { body += part("name=\"caption\"", Array(caption.utf8)) }
            if let file { body += part("name=\"photo\"; filename=\"IMG_0001.jpg\"", file) }
            let headers: HTTPFields = [
                .contentType: "multipart/form-data; boundary=tanda", .origin: "http://tiru.test",
                .cookie: "tiru-session=\(try office.session(desk).text)",
            ]
            return try await office.raw(
                .post, path ?? self.path + "/photos", headers, bytes: body + Array("--tanda--\r\n".utf8))
        }

        /// Adds a photo by the form; the path of its page.
        @discardableResult
        func add(_ number: Int = 0, _ caption: String = "Tampak depan") async throws -> String {
            let answer = try await send(try PhotoTests.drawn(number), caption: caption)
            #expect(answer.status == 303, "\(readable(answer.body))")
            let next = try #require(answer.headers["location"])
            let id = try #require(next.split(separator: "=").last?.split(separator: "#").first)
            return "\(path)/photos/\(id)"
        }
    }

    /// A JPEG that differs from others by its number.
    static func drawn(_ number: Int) throws -> [UInt8] {
        let pattern = SamplePattern.allCases[number % SamplePattern.allCases.count]
        return try #require(pattern.picture(number: number)).full.bytes
    }

    @Test func `a photo is sent with a form and seen on both pages, small and then large`() async throws {
        let cloth = try await Cloth()
        let office = cloth.office
        let photo = try await cloth.add(0, "Kain endek nila <cepuk>, tampak depan")
        for path in [cloth.path, cloth.enterprise] {
            let page = try await office.get(path, as: .officer).body
            let shown = """
                <a href="\(photo)"><img src="\(photo)/thumbnail.jpg" alt="Kain endek nila &lt;cepuk&gt;, tampak depan" \
                width="320" height="240" loading="lazy" decoding="async"></a>
                """
            #expect(page.contains(shown), "\(path)")
        }
        let page = try await office.get(photo, as: .head)
        #expect(page.body.contains("src=\"\(photo)/full.jpg\"") && page.body.contains("width=\"800\" height=\"600\""))
        #expect(page.headers["content-security-policy"]?.contains("img-src 'self'") == true)
        for (name, most) in [("full.jpg", 150_000), ("thumbnail.jpg", 40_000)] {
            let answer = try await office.get("\(photo)/\(name)", as: .head)
            #expect(answer.status == 200 && answer.contentType == "image/jpeg")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["cache-control"] == "private, no-cache")
            #expect(answer.bytes.prefix(3) == [0xFF, 0xD8, 0xFF] && answer.bytes.count < most)
        }
    }

    @Test func `who has the bytes is not sent them again, and is asked for the right each time`() async throws {
        let cloth = try await Cloth()
        let photo = try await cloth.add()
        let first = try await cloth.office.get(photo + "/full.jpg", as: .head)
        let mark = try #require(first.headers["etag"])
        func ask(_ mark: String, as desk: Office.Desk) async throws -> Site.Answer {
            let cookie = "tiru-session=\(try cloth.office.session(desk).text)"
            return try await cloth.office.raw(
                .get, photo + "/full.jpg", [.cookie: cookie, .ifNoneMatch: mark])
        }
        let again = try await ask("\"other\", W/\(mark)", as: .head)
        #expect(again.status == 304 && again.bytes.isEmpty && again.headers["etag"] == mark)
        #expect(again.headers["cache-control"] == "private, no-cache")
        #expect(try await ask("\"other\"", as: .head).bytes == first.bytes)
        #expect(try await ask(mark, as: .stranger).status == 404)
        let small = try await cloth.office.get(photo + "/thumbnail.jpg", as: .head)
        #expect(small.headers["etag"] != mark)
    }

    @Test(arguments: ["", "/full.jpg", "/thumbnail.jpg"])
    func `another office gets the same answer as for a photo that never was`(part: String) async throws {
        let cloth = try await Cloth()
        let photo = try await cloth.add()
        for desk in [Office.Desk.head, .officer, .enumerator] {
            #expect(try await cloth.office.get(photo + part, as: desk).status == 200, "\(desk)")
        }
        #expect(try await cloth.office.ask(photo + part, session: try await cloth.office.partner()).status == 200)
        let nowhere = "\(cloth.path)/photos/\(cloth.office.house.identifiers.next(at: cloth.office.now).text)"
        for desk in [Office.Desk.stranger, .strangeHead] {
            let (one, other) = (
                try await cloth.office.get(photo + part, as: desk),
                try await cloth.office.get(nowhere + part, as: desk)
            )
            #expect(one.status == 404 && other.status == 404, "\(desk)")
            #expect(one.body.replacing(photo, with: "") == other.body.replacing(nowhere, with: ""))
        }
        let unknown = try await cloth.office.get(nowhere + part, as: .officer)
        #expect(unknown.status == 404 && unknown.headers["tiru-refusal"] == "page-unknown")
        #expect(try await cloth.office.get(photo + part, as: .administrator).status == 403)
        #expect(try await cloth.office.get(photo + part, as: nil).headers["location"]?.hasPrefix("/sign-in") == true)
    }

    @Test func `a photo has one address: under its own product and enterprise`() async throws {
        let cloth = try await Cloth()
        let office = cloth.office
        let id = try #require(try await cloth.add().split(separator: "/").last)
        let other = try await office.newEnterprise("Tenun Lain")
        try await office.hang("products", ["product-name": "Songket"], on: other)
        let songket = try await office.item("products", of: other)
        #expect(try await office.get("\(songket)/photos/\(id)/full.jpg", as: .officer).status == 404)
        let product = try #require(cloth.path.split(separator: "/").last)
        #expect(try await office.get("\(other)/products/\(product)/photos/\(id)", as: .officer).status == 404)
        #expect(try await office.post("\(songket)/photos/\(id)/remove", as: .officer).status == 404)
        let astray = try await cloth.send(
            try Self.drawn(1), to: "\(other)/products/\(product)/photos")
        #expect(astray.status == 404)
    }

    @Test func `what was removed is seen by those alone who can put it back`() async throws {
        let cloth = try await Cloth()
        let office = cloth.office
        let photo = try await cloth.add(0, "Tampak depan")
        let next = try #require(try await office.post(photo + "/remove", as: .officer).headers["location"])
        #expect(next.hasPrefix("\(cloth.path)?removed=") && next.hasSuffix("#photos"))
        let page = try await office.get(String(next.prefix { $0 != "#" }), as: .officer)
        #expect(readable(page.body).contains("Foto “Tampak depan” sudah dihapus."))
        #expect(page.body.ranges(of: "action=\"\(photo)/put-back\"").count == 2, "at the top, and in the list")
        #expect(!(try await office.get(cloth.enterprise, as: .officer)).body.contains("<img"))
        for part in ["", "/full.jpg", "/thumbnail.jpg"] {
            #expect(try await office.get(photo + part, as: .officer).status == 200)
            #expect(try await office.get(photo + part, as: .head).status == 404)
        }
        #expect(try await office.post(photo + "/put-back", as: .officer).status == 303)
        #expect(try await office.post(photo + "/put-back", as: .officer).headers["tiru-refusal"] == nil)
        #expect(try await office.get(photo, as: .head).status == 200)
        // It goes with its product, and comes again with it.
        #expect(try await office.post(cloth.path + "/remove", as: .officer).status == 303)
        #expect(try await office.get(photo + "/full.jpg", as: .head).status == 404)
        #expect(!(try await office.get(cloth.enterprise, as: .officer)).body.contains("<img"))
        #expect(try await office.post(cloth.path + "/put-back", as: .officer).status == 303)
        #expect(try await office.get(photo + "/full.jpg", as: .head).status == 200)
    }

    @Test func `erasing asks whether it is understood, and leaves nothing but a line in the book`() async throws {
        let cloth = try await Cloth()
        let office = cloth.office
        let photo = try await cloth.add(0, "Tampak depan")
        let shown = try await office.post(photo + "/erase", ["understood": "1"], as: .officer)
        #expect(shown.status == 409 && readable(shown.body).contains("Foto ini masih ditampilkan."))
        #expect(try await office.post(photo + "/remove", as: .officer).status == 303)
        let hasty = try await office.post(photo + "/erase", as: .officer)
        #expect(hasty.status == 400 && readable(hasty.body).contains("Centang dahulu"))
        #expect(try await office.post(photo + "/erase", ["understood": "1"], as: .officer).status == 303)
        #expect(try await office.get(photo + "/full.jpg", as: .officer).status == 404)
        #expect(
            readable(try await office.get(cloth.path + "?erased=1", as: .officer).body).contains("Foto sudah dibuang."))
        let history = try await office.read(cloth.enterprise + "/history", as: .head)
        for text in [
            "menambahkan foto Kain endek pada", "menghapus foto Kain endek dari",
            "membuang foto Kain endek dari Tenun Sari untuk selamanya", "Keterangan foto: Tampak depan",
            "Ukuran (piksel): 800 × 600", "SHA-256 foto: (hash)",
        ] {
            #expect(history.contains(text), "\(text)")
        }
    }

    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let file: [UInt8]?
        var caption: String? = "Tampak depan"
        /// A part of what is said.
        let told: String
    }

    static let bad: [Bad] = [
        Bad(testDescription: "no file", file: nil, told: "Belum ada foto yang dipilih"),
        Bad(testDescription: "an empty file", file: [], told: "Belum ada foto yang dipilih"),
        Bad(testDescription: "HEIC", file: Array("\0\0\0\u{18}ftypheic\0\0\0\0".utf8), told: "Paling Kompatibel"),
        Bad(testDescription: "PDF", file: Array("%PDF-1.7".utf8), told: "Ini PDF, bukan foto"),
        Bad(testDescription: "SVG", file: Array("<svg onload=\"a()\">".utf8), told: "Simpan gambarnya sebagai PNG"),
        Bad(testDescription: "GIF", file: Array("GIF89a".utf8), told: "GIF tidak diterima"),
        Bad(testDescription: "a list", file: Array("nama;alamat".utf8), told: "bukan foto yang kami kenal"),
        Bad(testDescription: "cut off", file: [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 1], told: "terpotong"),
        Bad(testDescription: "no caption", file: try? drawn(0), caption: nil, told: "Tulis apa yang terlihat"),
        Bad(testDescription: "blanks", file: try? drawn(0), caption: " \t ", told: "Tulis apa yang terlihat"),
        Bad(
            testDescription: "a long caption", file: try? drawn(0), caption: String(repeating: "k", count: 201),
            told: "paling panjang 200 karakter"),
        Bad(
            testDescription: "a citizen number", file: try? drawn(0), caption: "Milik \(Office.number)",
            told: "Ada NIK di dalam teks ini"),
    ]

    @Test(arguments: bad)
    func `what is no photo, or says nothing, is refused in words, and nothing is kept`(bad: Bad) async throws {
        let cloth = try await Cloth()
        let answer = try await cloth.send(bad.file, caption: bad.caption)
        #expect(answer.status == 400)
        #expect(readable(answer.body).contains(bad.told), "\(readable(answer.body))")
        #expect(!answer.body.contains(Office.number))
        // The product's own fields are as they are kept, and what was said of the photo stays.
        #expect(answer.body.contains("value=\"Kain endek\""))
        if bad.caption == "Tampak depan" { #expect(answer.body.contains("value=\"Tampak depan\"")) }
        #expect(try await cloth.office.house.store.photos(of: cloth.office.key(cloth.enterprise)).isEmpty)
    }

    @Test func `a photo is taken from our own form alone, and from those who may`() async throws {
        let cloth = try await Cloth()
        let photo = try Self.drawn(0)
        #expect(try await cloth.send(photo, token: "abc").status == 403)
        #expect(try await cloth.send(photo, as: .stranger).status == 404)
        #expect(try await cloth.send(photo, as: .head).status == 403)
        #expect(try await cloth.office.house.store.photos(of: cloth.office.key(cloth.enterprise)).isEmpty)
        #expect(try await cloth.send(photo, as: .enumerator).status == 303)
    }

    @Test func `six are shown, the same one once, and the page says what to do`() async throws {
        let cloth = try await Cloth()
        var last = ""
        for number in 0..<6 { last = try await cloth.add(number, "Foto \(number)") }
        let full = try await cloth.office.get(cloth.path, as: .officer).body
        #expect(readable(full).contains("Sudah ada 6 foto") && !full.contains("type=\"file\""))
        let seventh = try await cloth.send(try Self.drawn(7))
        #expect(seventh.status == 409 && seventh.headers["tiru-refusal"] == nil)
        #expect(readable(seventh.body).contains("Sudah ada 6 foto"))
        #expect(try await cloth.office.post(last + "/remove", as: .officer).status == 303)
        let twice = try await cloth.send(try Self.drawn(0))
        #expect(twice.status == 409 && readable(twice.body).contains("Foto yang sama sudah ada"))
        let page = try await cloth.office.get(cloth.enterprise, as: .officer)
        #expect(page.body.utf8.count < 60_000)
    }

    @Test func `the second who says what is seen sees what the first one wrote`() async throws {
        let cloth = try await Cloth()
        let photo = try await cloth.add(0, "Depan")
        let first = try await cloth.office.post(photo, ["caption": "Tampak depan", "version": "1"], as: .officer)
        #expect(first.status == 303)
        let second = try await cloth.office.post(photo, ["caption": "Belakang", "version": "1"], as: .enumerator)
        #expect(second.status == 409)
        #expect(readable(second.body).contains("Tampak depan") && second.body.contains("value=\"Belakang\""))
        #expect(second.body.contains("name=\"version\" value=\"2\""))
    }

    @Test func `one is put before the others`() async throws {
        let cloth = try await Cloth()
        let (first, second) = (try await cloth.add(0, "Satu"), try await cloth.add(1, "Dua"))
        #expect(!(try await cloth.office.get(first, as: .officer)).body.contains("/first\""))
        #expect(try await cloth.office.post(second + "/first", as: .officer).status == 303)
        let page = try await cloth.office.get(cloth.path, as: .officer).body
        #expect(
            try #require(page.firstRange(of: "alt=\"Dua\"")).lowerBound
                < #require(page.firstRange(of: "alt=\"Satu\"")).lowerBound)
    }

    @Test func `the data of an enterprise name its photos`() async throws {
        let cloth = try await Cloth()
        let photo = try await cloth.add(0, "Tampak depan")
        let gone = try await cloth.add(1, "Sudah dihapus")
        #expect(try await cloth.office.post(gone + "/remove", as: .officer).status == 303)
        let data = try await cloth.office.get(cloth.enterprise + ".json", as: .head).body
        let parsed = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
        let products = try #require(parsed["products"] as? [[String: Any]])
        let photos = try #require(products.first?["photos"] as? [[String: Any]])
        #expect(photos.count == 1)
        #expect(photos.first?["address"] as? String == photo + "/full.jpg")
        #expect(photos.first?["thumbnail"] as? String == photo + "/thumbnail.jpg")
        #expect(photos.first?["caption"] as? String == "Tampak depan")
        #expect(photos.first?["width"] as? Int == 800 && photos.first?["height"] as? Int == 600)
    }

    @Test(arguments: ["", "?lang=en"])
    func `the page of a photo, and of a product with photos, read as last read`(query: String) async throws {
        let cloth = try await Cloth()
        let photo = try await cloth.add(0, "Kain endek nila, tampak depan")
        let gone = try await cloth.add(1, "Kain endek merah, terlipat")
        #expect(try await cloth.office.post(gone + "/remove", as: .officer).status == 303)
        let end = query.isEmpty ? "" : "-en"
        try expectTranscript(try await cloth.office.read(photo + query, as: .officer), "photo" + end)
        try expectTranscript(try await cloth.office.read(gone + query, as: .officer), "photo-removed" + end)
        let product = try await cloth.office.read(cloth.path + query, as: .officer)
        let start = try #require(product.ranges(of: query.isEmpty ? "\nFoto\n" : "\nPhotos\n").last)
        try expectTranscript(String(product[start.lowerBound...].dropFirst()), "product-photos" + end)
    }

    @Test func `only the addresses of lists and photos take a file`() throws {
        func limit(_ path: String, _ method: HTTPRequest.Method = .post) -> Int? {
            fileLimit(of: HTTPRequest(method: method, scheme: "http", authority: "tiru.test", path: path))
        }
        #expect(limit("/register/enterprises/a/products/b/photos") == ProductPhotos.limit)
        #expect(limit("/register/enterprises/a/products/b/photos?lang=en") == ProductPhotos.limit)
        #expect(limit("/register/enterprises/a/products/b/photos", .get) == nil)
        for path in [
            "/register/enterprises/a/products/b/photos/c", "/register/enterprises/a/products/b",
            "/register/enterprises/a/equipment/b/photos", "/register/enterprises/a/b/products/photos",
            "/register/enterprisesa/products/b/photos", "/register/enterprises//products//x/photos",
        ] {
            #expect(limit(path) == nil, "\(path)")
        }
    }
}

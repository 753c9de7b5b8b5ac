import Pictures
import Register
import Storage

extension Indonesian: PhotoWords {
    var photosHeading: String { "Foto" }
    var photosNone: String { "Belum ada foto." }
    var photosWhere: String { "Untuk menambah atau menghapus foto, buka produknya." }
    var photosOfProduct: String { "Semua foto produk ini" }
    func photoCount(_ count: String, of most: String) -> String { "Foto: \(count) dari paling banyak \(most)" }
    func photoTitle(_ product: String) -> String { "Foto \(product)" }
    func photoFacts(width: String, height: String, added day: String) -> String {
        "\(width) × \(height) piksel, ditambahkan \(day)"
    }

    var photoCaptionField: String { "Apa yang terlihat?" }
    var photoCaptionHint: String {
        """
        Satu kalimat, misalnya “Kain endek nila bermotif cepuk, tampak depan”. Kalimat ini tertulis di bawah foto dan \
        dibacakan bagi yang tidak melihatnya. Jangan sebut nama orang.
        """
    }
    var badPhotoCaption: String { "Tulis apa yang terlihat di foto, paling panjang 200 karakter." }
    var photoFileField: String { "Berkas foto" }
    func photoFileHint(megabytes: String) -> String {
        """
        JPEG, PNG, atau WebP, paling besar \(megabytes) MB. Tempat dan waktu pemotretan yang tersimpan di dalam berkas \
        tidak ikut disimpan.
        """
    }
    var photoAdd: String { "Tambahkan foto" }
    var photoChange: String { "Ubah keterangan" }
    var photoPutFirst: String { "Tampilkan paling depan" }
    var photoRemove: String { "Hapus foto ini" }
    func photoRemoved(_ caption: String) -> String { "Foto “\(caption)” sudah dihapus." }
    var photosRemovedHeading: String { "Foto yang sudah dihapus" }
    var photoErase: String { "Buang untuk selamanya" }
    var photoEraseLead: String {
        """
        Berkas foto dibuang dan tidak dapat dikembalikan. Buku catatan tetap menyebut siapa yang membuangnya dan kapan. \
        Cadangan yang sudah dibuat tetap memuatnya sampai cadangan itu dihapus.
        """
    }
    var photoEraseUnderstood: String { "Saya mengerti: foto ini tidak dapat dikembalikan." }
    var photoErased: String { "Foto sudah dibuang." }

    func pictureRefused(_ refusal: PictureRefusal) -> String {
        switch refusal {
        case .empty: "Belum ada foto yang dipilih, atau berkasnya kosong. Pilih satu foto."
        case .otherKind(.heic):
            """
            Foto ini HEIC, jenis yang dipakai iPhone. Di iPhone pilih Pengaturan › Kamera › Format › Paling Kompatibel, \
            lalu potret lagi; atau simpan dahulu sebagai JPEG.
            """
        case .otherKind(.video): "Ini video, bukan foto. Ambil satu gambar darinya dan simpan sebagai JPEG."
        case .otherKind(.animation):
            "Gambar ini bergerak. Simpan satu gambar diam darinya sebagai JPEG, lalu kirim lagi."
        case .otherKind(.pdf): "Ini PDF, bukan foto. Kirim foto aslinya sebagai JPEG, PNG, atau WebP."
        case .otherKind(.svg): "SVG tidak diterima. Simpan gambarnya sebagai PNG, lalu kirim lagi."
        case .otherKind(let kind): "\(kind.rawValue.uppercased()) tidak diterima. Simpan sebagai JPEG, lalu kirim lagi."
        case .unknownKind: "Berkas ini bukan foto yang kami kenal. Kirim JPEG, PNG, atau WebP."
        case .tooManyBytes(let limit):
            "Foto ini lebih besar dari \(language.numbers.integer(limit >> 20)) MB. Perkecil dahulu, lalu kirim lagi."
        case .tooManyPixels(let width, let height, let limit):
            """
            Foto ini \(told(width)) × \(told(height)) piksel; paling banyak \(told(limit / 1_000_000)) juta piksel. \
            Perkecil dahulu, lalu kirim lagi.
            """
        case .cutOff: "Berkas foto ini terpotong: bagian akhirnya tidak ada. Salin atau unduh lagi, lalu kirim lagi."
        case .unreadable:
            "Berkas foto ini rusak dan tidak dapat dibaca. Buka di gawai lain, simpan lagi, lalu kirim lagi."
        }
    }
    private func told(_ number: Int) -> String { language.numbers.integer(number) }

    func photoRefused(_ refused: PhotoRefused) -> String {
        switch refused {
        case .unknownPhoto: "Foto ini tidak ada."
        case .unknownProduct: "Produk ini tidak ada, atau sudah dihapus. Kembalikan dahulu produknya."
        case .merged: "Data ini sudah digabung ke perusahaan lain. Tambahkan fotonya di sana."
        case .tooMany: "Sudah ada \(told(Photo.mostShown)) foto, sebanyak yang ditampilkan. Hapus satu untuk menambah."
        case .tooManyKept:
            "Terlalu banyak foto yang sudah dihapus masih tersimpan. Buka salah satunya dan buang untuk selamanya."
        case .sameIsThere: "Foto yang sama sudah ada pada produk ini."
        case .changedMeanwhile: "Orang lain sudah mengubahnya lebih dahulu. Bandingkan, lalu simpan lagi."
        case .removed: "Foto ini sudah dihapus. Kembalikan dahulu, lalu ubah."
        case .already: "Keadaannya sudah demikian; tidak ada yang diubah."
        case .notRemoved: "Foto ini masih ditampilkan. Hapus dahulu, lalu buang."
        }
    }

    func photoSentence(_ told: ToldEvent) -> String {
        let (actor, product, subject) = (told.actor, told["photo-product"], told.subject)
        return switch told.kind {
        case .photoAdded: "\(actor) menambahkan foto \(product) pada \(subject)."
        case .photoCaptioned: "\(actor) mengubah keterangan foto \(product) pada \(subject)."
        case .photoPutFirst: "\(actor) menempatkan satu foto \(product) paling depan pada \(subject)."
        case .photoRemoved: "\(actor) menghapus foto \(product) dari \(subject)."
        case .photoPutBack: "\(actor) mengembalikan foto \(product) pada \(subject)."
        case .photoErased: "\(actor) membuang foto \(product) dari \(subject) untuk selamanya."
        default: ""
        }
    }
    func photoEventField(_ field: String) -> String? {
        switch field {
        case "photo-caption": "Keterangan foto"
        case "photo-size": "Ukuran (piksel)"
        case "photo-sha256": "SHA-256 foto"
        default: nil
        }
    }
}

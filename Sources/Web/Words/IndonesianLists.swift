import Exchange
import Register

extension Indonesian: ListWords {
    var listsTitle: String { "Unggah daftar" }
    var listsQuestion: String { "Punya daftar perusahaan?" }
    var listsLead: String {
        "Unggah daftar Excel (.xlsx) atau CSV dengan kolom kantor Anda sendiri. Semua baris diperiksa dahulu; sebelum Anda setuju, tidak ada yang berubah. Sesudahnya masih dapat dibatalkan."
    }
    var listFileField: String { "Berkas" }
    func listFileHint(megabytes: String) -> String { ".xlsx atau .csv, paling besar \(megabytes) MB" }
    var listUpload: String { "Unggah dan periksa" }
    var listsBrought: String { "Daftar yang pernah diunggah" }
    var listsNone: String { "Belum ada daftar yang diunggah." }
    var listFileHeading: String { "Berkas" }
    var listStandingHeading: String { "Keadaan" }
    var listBroughtHeading: String { "Diunggah" }
    func listStanding(_ standing: OfficeList.Standing) -> String {
        switch standing {
        case .brought: "sudah diunggah"
        case .surveyed: "kolom sudah dikenali"
        case .checked: "sudah diperiksa, belum dimasukkan"
        case .entered: "sudah dimasukkan"
        case .undone: "dibatalkan"
        case .laidAside: "disisihkan"
        }
    }
    var listFileMissing: String { "Pilih dahulu berkasnya." }
    func listWorking(_ kind: String) -> String {
        switch kind {
        case "list-enter": "Sedang memasukkan. Peramban boleh ditutup."
        case "list-undo": "Sedang membatalkan. Peramban boleh ditutup."
        default: "Sedang memeriksa. Peramban boleh ditutup."
        }
    }
    func listStopped(_ kind: String) -> String {
        switch kind {
        case "list-enter": "Pemasukan dihentikan. Tidak satu baris pun masuk; daftar dapat dimasukkan lagi."
        case "list-undo": "Pembatalan dihentikan. Semua baris tetap ada; daftar dapat dibatalkan lagi."
        default: "Pemeriksaan dihentikan. Data tidak berubah; daftar dapat diperiksa lagi."
        }
    }
    func listFailed(_ code: String) -> String {
        switch code {
        case "sheet-empty": "Berkas ini kosong."
        case "sheet-unknown", "sheet-binary":
            "Berkas ini bukan Excel dan bukan CSV. Simpan tabelnya sebagai .xlsx atau .csv."
        case "sheet-damaged", "sheet-unreadable":
            "Berkas ini rusak. Buka di Excel, simpan sebagai berkas baru, lalu unggah lagi."
        case "sheet-locked": "Berkas ini berkata sandi. Hapus kata sandinya, lalu unggah lagi."
        case "sheet-old": "Ini berkas Excel lama (.xls). Simpan sebagai .xlsx, lalu unggah lagi."
        case "sheet-other": "Ini bukan berkas tabel. Simpan tabelnya sebagai .xlsx atau .csv."
        case "sheet-macros": "Berkas ini memuat makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi."
        case "sheet-bomb": "Isi berkas ini jauh terlalu besar."
        case "cell-too-long", "row-too-long":
            "Ada sel yang isinya terlalu panjang. Periksa tanda kutip yang tidak ditutup."
        case "too-many-columns": "Kolomnya terlalu banyak."
        case "open-quote", "text-after-quote":
            "Ada tanda kutip yang tidak ditutup. Simpan lagi dari Excel sebagai .xlsx."
        case "list-no-header":
            "Tidak ada baris judul kolom yang dikenali. Beri judul seperti “Nama perusahaan” dan “Alamat”."
        case "list-no-name": "Belum ada kolom untuk nama perusahaan. Pilih kolomnya di bawah, lalu periksa lagi."
        case "list-no-rows": "Di bawah judul kolom tidak ada baris."
        default: "Pemeriksaan gagal (\(code)). Coba lagi; bila gagal lagi, sampaikan kode ini kepada pengelola."
        }
    }
    func listChecked(_ counts: ListFigures) -> String {
        "\(counts.rows) baris diperiksa: \(counts.new) baru, \(counts.changed) berubah, \(counts.unchanged) sama, \(counts.faulty) salah, \(counts.doubtful) meragukan."
    }
    func listLeftOut(_ counts: ListFigures) -> String {
        "Yang salah dan yang meragukan tidak ikut dimasukkan; sebab dan cara memperbaikinya ada di bawah."
    }
    func listYearsEntered(_ count: String, locked: String?) -> String {
        "Angka tahunan \(count) baris tidak diambil, karena tahun itu sudah diisi lewat formulir produksi; formulir itulah yang berlaku."
            + (locked.map { " \($0) di antaranya sudah dikunci." } ?? "")
    }
    func listYearsToPass(_ count: String, locked: String?) -> String {
        "Angka tahunan \(count) baris tidak akan diambil, karena tahun itu sudah diisi lewat formulir produksi; formulir itulah yang berlaku."
            + (locked.map { " \($0) di antaranya sudah dikunci." } ?? "")
    }
    func listLikely(_ count: String) -> String {
        "\(count) di antara yang baru mungkin sudah ada dengan ejaan lain; lihat di bawah sebelum memasukkan."
    }
    func listUnsought(_ count: String) -> String {
        "\(count) baris baru tidak dibandingkan dengan daftar perusahaan, karena terlalu banyak. Setelah dimasukkan, cari data ganda."
    }
    var listTwinsHeading: String { "Mungkin sudah ada" }
    var listTwinsLead: String {
        "Baris ini tidak dikenali sebagai perusahaan yang sudah tercatat, tetapi mirip. Jika memang sama, samakan nama atau NIB-nya di berkas lalu unggah lagi. Jika tetap dimasukkan, pasangannya menunggu keputusan di Data ganda."
    }
    var listTwinsFile: String { "Semua yang mungkin sudah ada sebagai CSV" }
    var listTwinName: String { "Nama di berkas" }
    var listTwinKnown: String { "Sudah tercatat sebagai" }
    func listEntered(_ counts: ListFigures) -> String {
        "Sudah dimasukkan: \(counts.new) baru, \(counts.changed) berubah, \(counts.unchanged) tetap. Tidak dimasukkan: \(counts.faulty) salah, \(counts.doubtful) meragukan."
    }
    func listUndone(_ counts: ListFigures) -> String {
        "Sudah dibatalkan: \(counts.new) dihapus, \(counts.changed) dikembalikan. \(counts.kept) dibiarkan karena sudah diubah orang."
    }
    var listNothingWrong: String { "Tidak ada yang salah." }
    var listEnter: String { "Masukkan ke daftar" }
    var listUndo: String { "Batalkan pemasukan" }
    var listLayAside: String { "Sisihkan daftar ini" }
    var listCheck: String { "Periksa lagi" }
    var listCheckAgain: String { "Simpan dan periksa lagi" }
    var listTakeDoubts: String { "Masukkan juga baris yang meragukan" }
    var listColumnsHeading: String { "Kolom" }
    func listColumnsLead(sheet: String, row: String) -> String {
        sheet.isEmpty ? "Judul kolom di baris \(row)." : "Lembar “\(sheet)”, judul kolom di baris \(row)."
    }
    var listColumnHeading: String { "Judul di berkas" }
    var listFieldHeading: String { "Dibaca sebagai" }
    var listReasonHeading: String { "Karena" }
    var listIgnored: String { "(tidak dibaca)" }
    func listReason(_ reason: ColumnMapping.Reason) -> String {
        switch reason {
        case .known: "judulnya dikenal"
        case .alike: "judulnya mirip; periksa"
        case .content: "isinya; periksa"
        case .remembered: "seperti terakhir kali"
        case .chosen: "pilihan Anda"
        case .taken: "sudah ada kolom lain untuk itu"
        case .none: "tidak dikenal"
        }
    }
    func listScale(_ scale: String) -> String { "dikalikan \(scale)" }
    var listYearQuestion: String { "Angka di daftar ini dari tahun berapa?" }
    var listSample: String { "Daftar contoh untuk dicoba (2.000 baris rekaan, 60 di antaranya salah)" }
    func listStyleQuestion(_ field: String, example: String) -> String {
        "Di kolom “\(field)”, berapakah “\(example)”?"
    }
    func listStyle(_ style: NumberStyle, example: String) -> String {
        switch style {
        case .indonesian: "titik untuk ribuan, koma untuk desimal (1.200,50)"
        case .english: "koma untuk ribuan, titik untuk desimal (1,200.50)"
        }
    }
    var listFaultsHeading: String { "Yang perlu dilihat" }
    func listFaultsShown(_ shown: String) -> String { "\(shown) yang pertama; semuanya ada di berkas CSV." }
    var rowHeading: String { "Baris" }
    var valueShownHeading: String { "Isi" }
    var whatHeading: String { "Apa yang salah, dan bagaimana memperbaikinya" }
    var listReturned: String { "Baris yang salah sebagai Excel, dengan kolom alasan: perbaiki, lalu unggah lagi" }
    var reasonColumn: String { "Alasan" }
    var listFaultFile: String { "Semua kesalahan sebagai CSV" }
    func listReceipt(size: String, sha256: String) -> String { "Ukuran \(size) bita, SHA-256 \(sha256)." }
    var listAgain: String { "Unggah daftar lain" }

    func fault(_ fault: ListFault) -> String {
        let names = fault.details.joined(separator: ", ")
        return switch fault.reason {
        case .nameMissing: "Nama perusahaan kosong. Isi namanya."
        case .tooLong: "Terlalu panjang; batasnya \(names) karakter. Pendekkan."
        case .notANumber: "Bukan angka. Tulis angka saja, misalnya 1.250.000."
        case .notWhole: "Harus bilangan bulat. Orang tidak dapat setengah."
        case .negative: "Tidak boleh kurang dari nol."
        case .notADate: "Tanggal ini tidak ada di kalender. Periksa hari dan bulannya."
        case .notAYear: "Bukan tahun. Tulis empat angka, misalnya 2023."
        case .yearAhead: "Tahun ini belum tiba. Paling akhir \(names)."
        case .formulaFault: "Rumus di sel ini gagal. Perbaiki rumusnya, atau tulis hasilnya."
        case .notANIB: "NIB terdiri dari 13 angka; di sini \(names). Salin lagi dari OSS."
        case .notANIK: "NIK tidak benar. Salin lagi dari KTP; isinya tidak ditampilkan di sini."
        case .misplacedNIK:
            "Ada NIK di kolom ini. Pindahkan ke kolom “NIK”, yang disimpan tersandi; isinya tidak ditampilkan."
        case .roundedNumber: "Excel sudah membulatkan nomor ini. Ubah selnya menjadi teks, lalu tulis lagi lengkap."
        case .notAPhone: "Nomor telepon tidak terbaca. Tulis misalnya 0812-3456-7890."
        case .notAnEmail: "Alamat surel tidak terbaca. Tulis misalnya nama@contoh.id."
        case .unknownIndustry: "Kode KBLI ini tidak ada, baik di KBLI 2020 maupun 2025. Periksa kodenya."
        case .unknownProvince, .unknownRegency, .unknownDistrict, .unknownVillage, .ambiguousPlace, .elsewhere,
            .outsideRegency:
            placeFault(fault.reason, names)
        case .notAChoice: "Isinya tidak dikenal. Tulis “ya” atau “tidak”, atau salah satu pilihan yang ada."
        case .notOnTheGlobe: "Titik ini tidak di Indonesia. Periksa lintang dan bujurnya."
        case .sameRowTwice: "Sama persis dengan baris \(names). Hapus salah satunya."
        case .sameNIBTwice: "NIB ini sudah dipakai di baris \(names). Periksa, mana yang benar."
        case .yearMissing: "Ada angka, tetapi tidak ada tahunnya. Isi kolom tahun data."
        case .shiftedPoint:
            "Kira-kira \(names) dari yang lazim untuk usaha sejenis di daftar ini. Mungkin nol atau titiknya salah; periksa."
        case .farFromPast: pastFault(fault)
        case .materialsAboveOutput: "Bahan baku lebih besar daripada nilai produksi (\(names)). Periksa keduanya."
        case .noWorkers: "Tidak ada pekerja sama sekali, padahal pemiliknya pun bekerja. Periksa."
        }
    }

    private func pastFault(_ fault: ListFault) -> String {
        guard fault.details.count == 3 else { return "" }
        let factor = fault.details[0].replacing("1000", with: language.numbers.integer(1000))
        let before = past(fault.details[2], fault.field, people: "orang", in: language.numbers)
        return
            "Tahun \(fault.details[1]) tercatat \(before); di sini kira-kira \(factor). Mungkin nol atau titiknya salah; periksa."
    }

    private func placeFault(_ reason: ListFault.Reason, _ names: String) -> String {
        switch reason {
        case .unknownProvince: "Provinsi ini tidak dikenal."
        case .unknownRegency:
            names.isEmpty ? "Kabupaten/kota ini tidak dikenal." : "Kabupaten/kota ini tidak dikenal. Mungkin: \(names)."
        case .unknownDistrict:
            names.isEmpty ? "Kecamatan ini tidak ada di sini." : "Kecamatan ini tidak ada di sini. Mungkin: \(names)."
        case .unknownVillage:
            names.isEmpty
                ? "Desa atau kelurahan ini tidak ada di kecamatan itu."
                : "Desa atau kelurahan ini tidak ada di kecamatan itu. Mungkin: \(names)."
        case .ambiguousPlace: "Nama ini dipakai beberapa tempat: \(names). Tambahkan kecamatannya."
        case .elsewhere: "Ini \(names), di luar daerah kantor Anda. Keluarkan dari daftar, atau perbaiki."
        case .outsideRegency: "Letaknya di luar daerah kantor Anda (\(names)). Periksa."
        default: ""
        }
    }
}

import Register

/// What a column's heading says.
struct HeadingText: Hashable {
    /// Words in small letters, one blank between two, without units and what stands in brackets.
    let words: String
    /// The same without what stands in brackets.
    let outside: String
    /// By what the figures of the column are multiplied: 12 for a figure a month, 1,000 for thousands.
    let scale: Double

    /// Whether its figures are of a day or a week: nobody knows how many of these make a year.
    let isShorterThanMonth: Bool

    init(_ heading: String) {
        let lower = heading.lowercased()
        var words = Self.words(lower).map { Self.spelling[$0] ?? $0 }
        var scale = words.lazy.compactMap { Self.scales[$0] }.first ?? (Self.saysThousands(lower) ? 1e3 : 1)
        if Self.takeOut(["perbulan", "bulan", "bln", "sebulan"], of: &words) { scale *= 12 }
        isShorterThanMonth = Self.takeOut(["perhari", "hari", "sehari", "perminggu", "minggu", "seminggu"], of: &words)
        self.scale = scale
        if scale.truncatingRemainder(dividingBy: 1000) == 0 {
            words.removeAll { ["1", "x", "1000", "x1000"].contains($0) }
        }
        self.words = Self.joined(words)
        outside = Self.joined(Self.words(lower.replacing(/\([^)]*\)/, with: " ")).map { Self.spelling[$0] ?? $0 })
    }

    private static func joined(_ words: [String]) -> String {
        words.filter { !units.contains($0) }.joined(separator: " ")
    }

    /// Takes a word out, and "per" before it.
    private static func takeOut(_ marks: Set<String>, of words: inout [String]) -> Bool {
        guard words.count > 1, let place = words.firstIndex(where: marks.contains) else { return false }
        words.remove(at: place)
        if place > 0, words[place - 1] == "per" { words.remove(at: place - 1) }
        return true
    }

    /// "(Rp. 000)", "(Rp 1.000)", "(x 1000)".
    private static func saysThousands(_ lower: String) -> Bool {
        let tight = lower.filter { !$0.isWhitespace }
        return ["000)", "rp.000", "rp000", "rp.1.000", "rp1.000", "x1.000", "x1000"].contains(where: tight.contains)
    }

    private static let scales: [String: Double] = [
        "miliar": 1e9, "milyar": 1e9, "miliaran": 1e9, "juta": 1e6, "jutaan": 1e6, "jt": 1e6, "ribu": 1e3,
        "ribuan": 1e3,
        "rb": 1e3,
    ]
    private static let spelling = [
        "th": "tahun", "thn": "tahun", "pertahun": "tahun", "setahun": "tahun", "tlp": "telp",
    ]
    private static let units: Set = Set(scales.keys).union([
        "rp", "rupiah", "orang", "org", "jiwa", "000", "dalam",
    ])

    static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for letter in text {
            if letter.isLetter || letter.isNumber {
                word.append(letter)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}

/// What offices call the columns of their lists.
enum HeadingSynonyms {
    /// The field that is meant by exactly these words, or by these and "per tahun", which a list's figures are anyway.
    static func field(_ words: String) -> EnterpriseField? {
        if let field = table[words] { return field }
        guard words.hasSuffix(" tahun") else { return nil }
        let rest = words.dropLast(" tahun".count)
        return table[String(rest.hasSuffix(" per") ? rest.dropLast(" per".count) : rest)].flatMap {
            $0.isYearly ? $0 : nil
        }
    }

    /// The field whose name is these words, slips of the pen apart. Other words are never passed over: a column of fuel
    /// ("bahan bakar") is no column of materials ("bahan baku").
    static func alike(_ words: String) -> EnterpriseField? {
        guard words.utf8.count >= 4 else { return nil }
        let split = words.split(separator: " ")
        let tight = split.joined()
        var best: (slips: Int, name: String, field: EnterpriseField)?
        for (name, field) in table {
            guard let slips = slips(split, tight, name) else { continue }
            if best.map({ (slips, name) < ($0.slips, $0.name) }) ?? true { best = (slips, name, field) }
        }
        return best?.field
    }

    /// - Returns: `nil` for another name.
    private static func slips(_ words: [Substring], _ tight: String, _ name: String) -> Int? {
        let named = name.split(separator: " ")
        let joined = named.joined()
        // "namaperusahaan", "e mail".
        if joined == tight { return 0 }
        guard named.count == words.count, abs(joined.utf8.count - tight.utf8.count) <= named.count else { return nil }
        var sum = 0
        for (word, meant) in zip(words, named) {
            let slips = NameLikeness.slips(String(word), String(meant))
            guard slips <= (meant.utf8.count >= 8 ? 2 : meant.utf8.count >= 5 ? 1 : 0) else { return nil }
            sum += slips
        }
        return sum
    }

    /// Columns that lists have and the register does not: numbers of rows, photographs.
    static let ignored: Set = [
        "no", "nomor", "no urut", "nomor urut", "foto alat produksi", "foto ruang produksi", "foto", "keterangan",
        "ket",
        "alasan", "kesalahan", "alasan dikembalikan", "row", "rt", "rw", "kode pos", "kodepos",
        // Sums and neighbours of what is kept; taken for it, they would be wrong figures.
        "tenaga kerja", "jumlah tenaga kerja", "total tenaga kerja", "jumlah tk", "total tk", "tk", "jumlah pekerja",
        "bahan bakar", "nilai bahan bakar", "biaya bahan bakar", "bahan penolong", "nilai bahan penolong",
        "nilai ekspor", "nilai tambah", "volume ekspor", "jumlah", "total",
    ]

    private static let table: [String: EnterpriseField] = {
        var table: [String: EnterpriseField] = [:]
        for field in EnterpriseField.allCases { table[HeadingText(field.rawValue).words] = field }
        for (field, names) in names { for name in names { table[name] = field } }
        return table
    }()

    private static let names: [EnterpriseField: [String]] = [
        .name: [
            "nama perusahaan", "nama usaha", "nama ikm", "nama umkm", "nama unit usaha", "nama industri",
            "perusahaan", "nama badan usaha", "nama perusahaan ikm", "nama sentra ikm", "ikm", "usaha",
            "nama perusahaan usaha", "nama perusahaan industri", "nama perusahaan pemilik usaha", "nama unit",
            "nama wirausaha", "nama ukm", "nama kelompok", "nama kub", "nama industri kecil", "nama toko",
        ],
        .legalForm: [
            "bentuk usaha", "bentuk badan usaha", "badan hukum", "bentuk badan hukum", "legalitas", "badan usaha",
        ],
        .owner: [
            "nama pemilik", "pemilik", "nama direktur", "direktur", "penanggung jawab", "nama penanggung jawab",
            "pimpinan", "nama pimpinan", "nama pengusaha", "pemilik usaha", "nama pemilik usaha", "pengusaha",
            "nama pemilik penanggung jawab", "pemilik penanggung jawab", "nama pemilik pengelola", "pengelola",
            "nama pj", "pj", "nama owner", "owner",
        ],
        .ownerNIK: [
            "nik", "no ktp", "nomor ktp", "nik pemilik", "ktp", "nomor induk kependudukan", "no nik",
            "nik penanggung jawab", "nik direktur",
        ],
        .ownerSex: [
            "jenis kelamin", "jenis kelamin pemilik", "jk", "l p", "gender", "sex", "kelamin", "jenis kelamin l p",
        ],
        .nib: [
            "nib", "nomor nib", "no nib", "nomor induk berusaha", "nib nomor", "nib tahun", "nib oss",
            "nomor nib oss", "no induk berusaha",
        ],
        .licence: [
            "nomor izin", "no izin", "nomor izin usaha", "izin usaha", "no izin usaha", "iui", "nomor iui", "tdi",
            "nomor tdi", "sku", "izin", "nomor izin lain", "no izin iui tdi", "nomor iui tdi", "no iui", "no tdi",
            "no sku", "no izin usaha industri", "nomor izin usaha industri", "izin usaha industri", "iui tdi",
            "nomor izin iui tdi", "no siup", "siup", "iumk", "no iumk", "nomor iumk", "no izin iui", "no ijin",
            "nomor ijin", "ijin usaha",
        ],
        .licenceYear: [
            "tahun izin", "tahun izin usaha", "thn izin", "tahun ijin", "tanggal izin", "tgl izin",
            "tanggal izin usaha", "tahun iui", "tahun terbit izin",
        ],
        .street: [
            "jalan", "alamat", "alamat lengkap", "alamat usaha", "alamat perusahaan", "alamat pabrik", "alamat jalan",
            "alamat tempat usaha", "jln", "jl", "alamat lokasi", "alamat ikm", "alamat lengkap usaha",
            "alamat tempat produksi", "lokasi", "lokasi usaha", "alamat jalan dan nomor",
        ],
        .village: [
            "desa", "kelurahan", "desa kelurahan", "kelurahan desa", "id kelurahan", "kel desa", "desa kel",
            "nama desa", "kel", "kode desa", "desa lurah", "id desa", "kelurahan desa nama", "desa atau kelurahan",
            "nama desa kelurahan", "nama kelurahan", "ds kel", "kode kelurahan",
        ],
        .district: [
            "kecamatan", "id kecamatan", "kec", "nama kecamatan", "kode kecamatan", "kecamatan usaha",
        ],
        .regency: [
            "kabupaten", "kota", "kabupaten kota", "kab kota", "id kabkota", "id kabupaten", "kab", "kota kabupaten",
            "nama kabupaten", "kabupaten atau kota", "nama kabupaten kota", "kode kabupaten", "kode kab kota",
            "kab kota nama",
        ],
        .province: [
            "provinsi", "id prov", "prov", "propinsi", "id provinsi", "nama provinsi", "kode provinsi",
        ],
        .latitude: ["lat", "latitude", "lintang", "koordinat lintang"],
        .longitude: ["lng", "long", "lon", "longitude", "bujur", "koordinat bujur"],
        .contactPerson: [
            "kontak person", "contact person", "narahubung", "kontak", "cp", "nama kontak", "nama kontak person",
            "contact", "person kontak",
        ],
        .phone: [
            "no hp", "hp", "telepon", "telp", "no telp", "no telepon", "nomor telepon", "nomor hp", "no hp telp",
            "no telp hp", "whatsapp", "no wa", "wa", "nomor wa", "telp hp", "nomor whatsapp", "no telpon",
            "handphone", "no hp wa", "no wa hp", "nomor hp wa", "no telp wa", "no telepon hp", "nomor telepon hp",
            "nomor telp", "no tlp", "telpon", "no hp whatsapp", "nomor handphone", "no handphone", "no telp wa",
            "hp wa", "telp wa", "telepon hp", "kontak hp",
        ],
        .email: [
            "email", "e mail", "surel", "alamat email", "alamat e mail", "alamat surel", "mail",
        ],
        .website: [
            "media sosial", "website", "situs", "medsos", "instagram", "situs atau media sosial", "web",
            "sosial media", "sosmed", "akun media sosial", "alamat website", "facebook", "marketplace",
        ],
        .industry: [
            "kbli", "id kbli", "kode kbli", "kbli 2020", "kbli 2025", "no kbli", "kode kbli 2020", "kode kbli 2025",
            "kbli 5 digit", "kode kbli 5 digit", "kbli 4 digit", "nomor kbli", "klbi", "kelompok kbli",
        ],
        .branch: [
            "jenis industri", "cabang industri", "jenis usaha", "sub cabang industri", "bidang usaha",
            "kelompok industri", "sektor", "jenis ikm", "jenis industri kbli", "bidang industri", "cabang usaha",
            "jenis usaha industri", "jenis bidang usaha", "jenis industri cabang industri",
        ],
        .product: [
            "jenis produk", "produk", "komoditi", "komoditas", "nama produk", "hasil produksi", "jenis produksi",
            "produk utama", "jenis komoditi", "jenis produk komoditi", "produk yang dihasilkan", "jenis barang",
            "hasil produk", "komoditas utama", "produk komoditi", "jenis barang yang diproduksi",
            "jenis produksi komoditi", "jenis komoditas",
        ],
        .foundedYear: [
            "tahun berdiri", "tahun mulai usaha", "mulai usaha", "tahun pendirian", "berdiri", "tahun mulai",
            "tahun berdiri usaha", "thn mulai", "tahun mulai berdiri", "tahun mulai produksi", "tahun beroperasi",
            "mulai beroperasi",
        ],
        .isActive: [
            "aktif", "id aktif", "status aktif", "status usaha", "status", "aktif tidak", "masih berusaha",
            "aktif tidak aktif", "keaktifan", "kondisi usaha", "status operasional", "aktif nonaktif",
            "status keaktifan",
        ],
        .financing: [
            "pembiayaan", "id pembiayaan", "sumber dana", "sumber modal", "sumber pembiayaan", "permodalan",
            "sumber pendanaan", "pendanaan", "asal modal", "sumber permodalan",
        ],
        .isExporting: [
            "ekspor", "id ekspor", "export", "status ekspor", "ekspor tidak", "ekspor ya tidak", "ekspor lokal",
            "pemasaran ekspor",
        ],
        .exportCountry: [
            "negara ekspor", "negaraa ekspor", "negara tujuan", "negara tujuan ekspor", "tujuan ekspor",
            "negara tujuan eksport", "tujuan negara ekspor", "negara eksport",
        ],
        .year: [
            "tahun data", "tahun", "tahun pendataan", "thn data", "tahun pelaporan", "tahun laporan", "periode",
            "tahun data industri",
        ],
        .men: [
            "tk pria", "pria", "laki laki", "tenaga kerja pria", "tenaga kerja laki laki", "tk laki laki", "tk l",
            "jumlah tenaga kerja pria", "jumlah tenaga kerja laki laki", "pekerja pria", "tenaga kerja l", "tk lk",
            "pekerja laki laki", "jumlah pekerja pria", "laki", "tk pria orang", "jumlah tk pria",
            "jumlah tk laki laki", "lk", "jumlah tenaga kerja l", "jumlah tk l", "karyawan pria",
            "karyawan laki laki", "naker pria", "tenaga kerja lk", "tenaga kerja laki", "jumlah pria",
            "jumlah laki laki",
        ],
        .women: [
            "tk wanita", "wanita", "perempuan", "tenaga kerja wanita", "tenaga kerja perempuan", "tk perempuan",
            "tk p", "jumlah tenaga kerja wanita", "jumlah tenaga kerja perempuan", "pekerja wanita", "tenaga kerja p",
            "tk pr", "pekerja perempuan", "jumlah pekerja wanita", "tk wanita orang", "jumlah tk wanita",
            "jumlah tk perempuan", "pr", "jumlah tenaga kerja p", "jumlah tk p", "karyawan wanita",
            "karyawan perempuan", "naker wanita", "tenaga kerja pr", "jumlah wanita", "jumlah perempuan",
        ],
        .investment: [
            "nilai investasi", "investasi", "investasi modal", "modal", "modal usaha", "jumlah investasi",
            "nilai modal", "total investasi", "nilai investasi modal", "investasi di luar tanah dan bangunan",
            "nilai inv", "modal investasi",
        ],
        .capacity: [
            "nilai kapasitas", "kapasitas produksi", "kapasitas", "kapasitas terpasang", "jumlah kapasitas produksi",
            "kapasitas produksi tahun", "kapasitas tahun", "kap produksi", "kap terpasang",
            "kapasitas produksi jumlah", "kapasitas jumlah", "kapasitas produksi terpasang", "jumlah kapasitas",
            "volume kapasitas", "kapasitas volume", "kapasitas produksi volume",
        ],
        .unit: [
            "satuan", "id satuan", "satuan produksi", "satuan kapasitas", "satuan kapasitas produksi",
            "kapasitas satuan", "kapasitas produksi satuan", "unit satuan", "kapasitas terpasang satuan",
        ],
        .output: [
            "nilai produksi", "produksi", "nilai produksi tahun", "omzet", "omset", "nilai produksi per tahun",
            "nilai penjualan", "penjualan", "nilai prod", "nilai hasil produksi", "total nilai produksi",
            "jumlah nilai produksi", "nilai omzet", "nilai omset", "omset penjualan", "omzet penjualan",
            "nilai produk",
        ],
        .materials: [
            "nilai bahan baku", "bahan baku", "nilai bb", "nilai bb bp", "nilai bahan baku tahun", "biaya bahan baku",
            "nilai bahan baku penolong", "bb bp", "nilai bahan baku dan penolong", "nilai bb dan bp", "biaya bb bp",
            "nilai bahan baku bahan penolong", "bahan baku penolong", "nilai bahan", "nilai b baku", "nilai bhn baku",
        ],
        .halal: [
            "nomor sertifikat halal tahun", "sertifikat halal", "halal", "no halal", "nomor halal",
            "sertifikasi halal", "no sertifikat halal", "nomor sertifikat halal", "halal tahun",
        ],
        .trademark: [
            "sertifikat merek tahun", "merek", "sertifikat merek", "merk", "hki", "haki", "no merek", "nomor merek",
            "sertifikat hki", "merek terdaftar", "nama merek", "merek dagang",
        ],
        .testReport: [
            "nomor test report tahun", "test report", "laporan uji", "nomor test report", "uji lab", "hasil uji",
        ],
        .sni: [
            "sni tahun", "sni", "nomor sni", "sertifikat sni", "no sni", "nomor sertifikat sni",
        ],
        .pirt: [
            "pirt", "p irt", "spp irt", "no pirt", "nomor pirt", "sertifikat pirt", "no p irt", "nomor p irt",
            "nomor spp irt", "no spp irt", "sertifikat p irt", "izin pirt",
        ],
    ]
}

import Measure
import Register

extension Indonesian: StandingWords {
    var standingTitle: String { "Di mana posisi kita?" }
    func standingTitle(_ place: String) -> String { "Di mana posisi \(place)?" }
    func standingAnswer(_ figure: String, _ value: String, told: String, _ place: String, _ year: String) -> String {
        "\(figure) di \(place) tahun \(year): \(value), menurut \(told) usaha yang tercatat."
    }
    func standingNotTold(_ figure: String, _ place: String, _ year: String) -> String {
        "\(figure) di \(place) tahun \(year) belum dapat dihitung: belum ada usaha yang melaporkannya."
    }
    func standingSecretAnswer(_ figure: String, _ place: String, _ year: String) -> String {
        "\(figure) di \(place) tahun \(year) dirahasiakan: kelompoknya terlalu kecil."
    }
    func standingWomen(_ share: String, told: String) -> String {
        "Dari semua pekerja, \(share) perempuan (\(told) usaha melaporkan)."
    }
    func standingTold(_ count: String, of size: String) -> String { "\(count) dari \(size)" }
    var standingSecret: String { "dirahasiakan (kelompok kecil)" }
    var standingNobody: String { "belum ada yang melaporkan" }
    var standingTooFew: String { "terlalu sedikit" }
    var standingEmpty: String {
        "Belum ada angka tahunan di kantor ini. Bawa daftar kantor yang memuat tahun, pekerja, dan nilai produksi, atau isi "
            + "produksi di halaman sebuah usaha."
    }
    var standingEmptyNext: String { "Bawa daftar" }
    func standingTogether(_ field: String, _ other: String) -> String {
        "Isian “\(field)” dan “\(other)” tidak dapat dipakai bersama: kelompoknya akan terlalu kecil untuk dilindungi. "
            + "Kosongkan salah satu. Yang boleh bersama: bidang dengan skala, atau bidang dengan pemilik."
    }

    func standingFigure(_ figure: StandingFigure) -> String {
        switch figure {
        case .enterprises: "Banyaknya usaha"
        case .workers: "Pekerja"
        case .womenShare: "Bagian perempuan di antara pekerja"
        case .output: "Nilai produksi"
        case .investment: "Modal tanpa tanah dan bangunan"
        case .valueAddedPerWorker: "Nilai tambah per orang"
        case .valueAddedRatio: "Rasio nilai tambah"
        case .labourShare: "Pangsa upah"
        case .wage: "Upah per pekerja yang diupah"
        case .capacityUse: "Pemakaian kapasitas"
        case .exportShare: "Bagian ekspor"
        }
    }
    func standingDefinition(_ figure: StandingFigure) -> String {
        switch figure {
        case .enterprises: "usaha yang punya angka tahun itu"
        case .workers:
            "laki-laki dan perempuan bersama, yang diupah dan yang tidak; jumlah dari usaha yang melaporkan keduanya"
        case .womenShare: "pekerja perempuan dibagi semua pekerja"
        case .output: "nilai produk yang dibuat dalam setahun; jumlah dari usaha yang melaporkannya"
        case .investment: "jumlah modal dari usaha yang melaporkannya"
        case .valueAddedPerWorker: "output dikurangi biaya antara, dibagi semua pekerja, yang diupah dan yang tidak"
        case .valueAddedRatio: "nilai tambah dibagi output"
        case .labourShare: "upah dibagi nilai tambah, dari usaha yang nilai tambahnya di atas nol"
        case .wage:
            "upah setahun dibagi dua belas dan dibagi pekerja yang diupah, rata-rata, juga yang tidak bekerja penuh"
        case .capacityUse: "yang dibuat dibagi yang dapat dibuat; rata-rata biasa, karena satuannya berbeda-beda"
        case .exportShare: "yang dijual ke luar negeri dibagi semua penjualan"
        }
    }
    func standingUnit(_ unit: StandingFigure.Unit) -> String {
        switch unit {
        case .enterprises: "usaha"
        case .people: "orang"
        case .rupiah: "Rp setahun"
        case .rupiahPerWorker: "Rp per orang setahun"
        case .rupiahPerMonth: "Rp sebulan"
        case .share: "%"
        }
    }
    func standingSource(_ figure: StandingFigure) -> String {
        figure.isInLists ? "daftar kantor dan formulir produksi" : "formulir produksi"
    }
    func standingDimension(_ dimension: StandingDimension) -> String {
        switch dimension {
        case .field: "Bidang"
        case .size: "Skala (BPS)"
        case .sex: "Pemilik"
        case .district: "Kecamatan"
        case .sentra: "Sentra"
        }
    }
    func standingCategory(_ dimension: StandingDimension, _ key: String) -> String {
        switch (dimension, key) {
        case (.sentra, StandingFacts.unknown): return "di luar sentra"
        case (_, StandingFacts.unknown): return notKnown
        case (.field, _):
            switch StandingField(rawValue: key) {
            case .clothing: return "sandang"
            case .food: return "pangan"
            case .craft: return "kriya"
            default: return "bidang lain"
            }
        case (.size, _):
            switch StatisticalSize(rawValue: key) {
            case .micro: return "mikro (1–4 pekerja)"
            case .small: return "kecil (5–19)"
            case .medium: return "sedang (20–99)"
            default: return "besar (100 ke atas)"
            }
        case (.sex, _): return key == Sex.woman.rawValue ? "perempuan" : "laki-laki"
        default: return key
        }
    }
    func standingState(_ state: StandingState) -> String {
        switch state {
        case .list: "Dari daftar"
        case .open: "Formulir, belum disetujui"
        case .approved: "Disetujui atau terkunci"
        }
    }
    func paperStanding(_ standing: PaperStanding) -> String {
        switch standing {
        case .inForce: "berlaku lebih dari 6 bulan lagi"
        case .ending: "berakhir dalam 6 bulan"
        case .expired: "sudah berakhir"
        case .notKnown: "akhirnya belum diketahui"
        }
    }

    var standingAll: String { "semua" }
    var standingByField: String { "Rincian menurut" }
    var standingFigureField: String { "Angka yang dirinci" }
    func standingCaption(_ group: String, _ year: String) -> String { "\(group), \(year)" }
    func standingTrendHeading(_ figure: String) -> String { "\(figure): perkembangan" }
    func standingTrendCaption(_ figure: String, _ group: String) -> String { "\(figure) per tahun, \(group)" }
    var standingHistoryHeading: String { "Semua angka per tahun" }
    func standingHistoryCaption(_ group: String) -> String { "Semua angka per tahun, \(group)" }
    func standingBreakdownHeading(_ figure: String, _ dimension: String) -> String {
        "\(figure) menurut \(dimension.lowercasedFirst)"
    }
    func standingBreakdownCaption(_ figure: String, _ group: String, _ year: String) -> String {
        "\(figure), \(group), \(year)"
    }
    var standingPapersHeading: String { "Sertifikat" }
    func standingPapersCaption(_ group: String, _ day: String) -> String { "Sertifikat per \(day), \(group)" }
    var standingDefinitionsCaption: String { "Definisi, rumus, dan sumber setiap angka" }
    var standingValueHeading: String { "Nilai" }
    var standingUnitHeading: String { "Satuan" }
    var standingToldHeading: String { "Yang melaporkan" }
    var standingLowHeading: String { "Seperempat di bawah" }
    var standingMedianHeading: String { "Tengah" }
    var standingHighHeading: String { "Seperempat di atas" }
    var standingBeforeHeading: String { "Tahun sebelumnya" }
    var standingYardstickHeading: String { "Pembanding" }
    var standingDefinitionHeading: String { "Definisi" }
    var standingFormulaHeading: String { "Rumus" }
    var standingSourceHeading: String { "Sumber" }
    var standingVersionHeading: String { "Versi" }
    var standingPapersColumn: String { "Sertifikat" }
    var standingHoldersColumn: String { "Usaha" }
    func standingNational(_ ratio: String) -> String { "\(ratio) industri pengolahan se-Indonesia (2016)" }
    func standingMinimumWage(_ amount: String) -> String { "\(amount) upah minimum" }
    var standingMinimumWageUnknown: String { "upah minimum tahun itu belum dimuat" }
    func standingChart(_ figure: String, _ group: String) -> String {
        "\(figure), \(group): titik tengah setiap tahun; garis dari seperempat bawah sampai seperempat atas"
    }
    var standingChartNote: String { "Tanpa titik: dirahasiakan, terlalu sedikit, atau belum ada yang melaporkan." }
    var standingCautions: [String] {
        [
            "Jumlah dan rata-rata hanya dari usaha yang melaporkan. Tidak ada yang diperkirakan untuk yang lain.",
            "Angka menunjukkan keadaan, bukan kesalahan siapa pun. Bandingkan, jangan menuduh.",
        ]
    }
    var standingExplanations: [String] {
        [
            """
            Rata-rata dan rasio adalah jumlah pembilang dibagi jumlah penyebut: usaha besar berbobot besar. “Tengah” \
            memberi setiap usaha bobot yang sama.
            """,
            """
            Kelompok kecil dilindungi untuk siapa pun, juga petugas: angka dari kurang dari 5 usaha, atau yang hampir \
            seluruhnya milik satu usaha, dirahasiakan, begitu pula angka lain yang dengan pengurangan akan membukanya. \
            Nilai tengah ditampilkan mulai 10 usaha, seperempat bawah dan atas mulai 20, dibulatkan ke tiga angka penting.
            """,
            """
            Skala menurut banyaknya pekerja tahun itu (BPS). Sentra: yang diikuti dalam tahun itu; bila beberapa, yang \
            terakhir dimasuki. Bidang menurut kode KBLI.
            """,
            """
            Angka dari formulir yang belum disetujui ikut dihitung; kolom keadaan data menyebut banyaknya. Angka dari \
            daftar kantor tidak cukup untuk nilai tambah dan upah.
            """,
        ]
    }
    var standingHayami: String { "Hitung nilai tambah satu produk (Hayami)" }
    var standingCompare: String { "Siapa yang serupa dan lebih baik?" }
}

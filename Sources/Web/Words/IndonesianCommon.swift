struct Indonesian: Words {
    let language = Language.indonesian
}

extension Indonesian: CommonWords {
    var tagline: String { "Amati, tiru, modifikasi — dengan bukti" }
    var skipToContent: String { "Langsung ke isi" }
    var mainNavigation: String { "Langkah" }
    var verbs: [String] { ["Daftar", "Ukur", "Banding", "Belajar", "Terap", "Buktikan"] }
    var verbQuestions: [String] {
        [
            "Siapa saja pelaku industri kita?", "Bagaimana keadaan mereka, dalam angka?",
            "Siapa yang serupa dengan kita dan lebih baik?", "Apa yang kita lihat di sana?",
            "Apa yang kita kerjakan, siapa, kapan?", "Apakah berhasil?",
        ]
    }
    var notYet: String { "belum tersedia" }
    var otherLanguage: String { "English" }
    var thisPageAs: String { "Halaman ini sebagai" }
    var howComputed: String { "Bagaimana ini dihitung" }
    var nextStep: String { "Langkah berikutnya" }
    var sources: String { "Sumber" }
    var noWarranty: String {
        "Angka ditampilkan sebagaimana diterbitkan. Angka yang meragukan ditandai *, tidak diperbaiki."
    }
    var notKnown: String { "belum diketahui" }
    var doubtful: String { "angka meragukan" }
    var startTitle: String { "Belajar dari siapa, dan apakah berhasil?" }
    var startLead: String {
        "Tiru membantu pemerintah daerah menaikkan nilai tambah, mutu, inovasi, dan daya saing industri "
            + "kecilnya dengan belajar dari daerah lain berdasarkan bukti. Enam langkah, berurutan:"
    }
    var startAction: String { "Cari daerah yang patut ditiru" }
    var and: String { "dan" }
    var region: String { "Daerah" }
    var show: String { "Tampilkan" }
}

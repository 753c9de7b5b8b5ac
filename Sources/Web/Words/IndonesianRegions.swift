import Register

extension Indonesian: RegionWords {
    var regionsTitle: String { "Daerah mana yang Anda cari?" }
    func regionsFound(_ count: String, query: String, shown: String) -> String {
        let found =
            query.isEmpty ? "\(count) kabupaten dan kota" : "\(count) daerah cocok dengan “\(query)”"
        return "\(found), ditampilkan \(shown)"
    }
    var pageField: String { "Halaman" }
    var regionsNone: String { "Tidak ada yang cocok. Coba sebagian namanya saja." }
    var searchField: String { "Nama daerah" }
    var provinceHeading: String { "Provinsi" }
    var codeHeading: String { "Kode Kemendagri" }
    var bpsHeading: String { "Kode BPS" }
    var populationHeading: String { "Penduduk" }
    func regionTitle(_ name: String) -> String { "\(name) hidup dari apa, dan mengapa ekonominya berubah?" }
    func regionSummary(_ name: String, top: String, year: String) -> String {
        "Pada \(year) \(name) terutama hidup dari \(top)."
    }
    func quotientSentence(_ name: String, quotient: String, share: String) -> String {
        "Pangsa industri pengolahan di \(name) \(share), yaitu \(quotient) kali pangsa nasional (LQ)."
    }
    func shiftSentence(_ name: String, _ parts: ShiftFigures) -> String {
        "Dari \(parts.start) ke \(parts.end) ekonomi \(name) \(parts.hasShrunk ? "berkurang" : "bertambah") "
            + "Rp\(parts.change) miliar (harga konstan 2010): \(parts.national) miliar karena ikut pertumbuhan "
            + "nasional, \(parts.mix) miliar karena bauran lapangan usahanya, \(parts.regional) miliar karena daya "
            + "saing daerah sendiri."
    }
    var shiftUnknown: String {
        "Mengapa berubah belum dapat dikatakan: angka salah satu tahunnya belum diketahui."
    }
    var industryHeading: String { "Lapangan usaha" }
    var valueHeading: String { "Nilai tambah" }
    var billionUnit: String { "miliar rupiah, harga konstan 2010" }
    var shareColumn: String { "Pangsa" }
    var nationalShareHeading: String { "Pangsa nasional" }
    var specialisationHeading: String { "Seberapa terpusat" }
    var measureHeading: String { "Ukuran" }
    var figureHeading: String { "Angka" }
    var meaningHeading: String { "Artinya" }
    var specialisationMeasures: [(name: String, meaning: String)] {
        [
            ("Indeks Krugman", "0 sama dengan susunan nasional, 2 sama sekali lain"),
            ("Herfindahl–Hirschman (HHI)", "1/17 merata, 1 satu lapangan usaha saja"),
            ("Setara berapa lapangan usaha", "sama terpusatnya dengan sekian lapangan usaha yang sama besar"),
            ("Gini spesialisasi", "0 sama dengan susunan nasional, mendekati 1 sangat berat sebelah"),
            ("Theil", "0 sama dengan susunan nasional; makin besar makin berbeda"),
        ]
    }
    func shiftHeading(_ start: String, _ end: String) -> String { "Mengapa berubah, \(start)–\(end)" }
    var changeHeading: String { "Perubahan" }
    var nationalPart: String { "Pertumbuhan nasional" }
    var mixPart: String { "Bauran lapangan usaha" }
    var regionalPart: String { "Daya saing daerah" }
    var competitivePart: String { "Daya saing murni" }
    var allocationPart: String { "Alokasi" }
    var shiftExplanation: String {
        "Shift-share Dunn: perubahan = bagian nasional + bauran lapangan usaha + daya saing daerah. "
            + "Esteban-Marquillas memecah daya saing daerah menjadi daya saing murni, seandainya susunan "
            + "daerah sama dengan nasional, dan alokasi. Pertumbuhan nasional diambil dari jumlah PDB yang "
            + "diterbitkan."
    }
    var flagsHeading: String { "Angka yang meragukan" }
    var noFlags: String { "Tidak ada angka daerah ini yang ditandai." }
    func flagsSentence(_ count: String) -> String {
        "\(count) angka daerah ini ditandai. Angkanya tidak diperbaiki; tanyakan kepada BPS setempat."
    }
    var ruleHeading: String { "Alasan" }
    var publishedHeading: String { "Diterbitkan" }
    var yardstickHeading: String { "Pembanding" }
    var neighboursHeading: String { "Tetangga di peta" }
    var likestHeading: String { "Paling mirip susunannya" }
    func quotientCaption(_ name: String, year: String) -> String {
        "LQ (perbandingan pangsa) \(name), \(year): 1 berarti sama dengan pangsa nasional"
    }
    func shiftCaption(_ name: String, _ start: String, _ end: String) -> String {
        "Bagian-bagian perubahan ekonomi \(name), \(start)–\(end)"
    }
    var fairShare: String { "nasional" }
    var quotientExplanation: String {
        "LQ = pangsa lapangan usaha di daerah dibagi pangsanya secara nasional, masing-masing atas jumlah "
            + "yang diterbitkan. Jumlah nasional memuat pajak atas produk."
    }
}

/// Searching from every page.
protocol FindWords: Sendable {
    var findTitle: String { get }
    /// What the box is for, for those who hear it.
    var findLabel: String { get }
    var findPlaceholder: String { get }
    var searchAction: String { get }
    /// What can be looked for.
    var findHint: String { get }
    func findAnswer(_ count: String, text: String) -> String
    func findNothing(_ text: String) -> String
    var findPlaces: String { get }
    var findPlaceLeads: String { get }
    var findMoreEnterprises: String { get }
    var findSignIn: String { get }
}

extension Indonesian: FindWords {
    var findTitle: String { "Apa yang Anda cari?" }
    var findLabel: String { "Cari di Tiru (tombol / atau Ctrl+K)" }
    var findPlaceholder: String { "Nama, NIB, pemilik, produk, tempat" }
    var searchAction: String { "Cari" }
    var findHint: String {
        "Ketik nama usaha atau sentra, NIB, produk, desa, kecamatan, atau daerah di kotak di atas. Ejaan lama, gelar, "
            + "dan huruf ganda tidak menjadi soal."
    }
    func findAnswer(_ count: String, text: String) -> String { "\(count) yang cocok dengan “\(text)”." }
    func findNothing(_ text: String) -> String {
        "Tidak ada yang cocok dengan “\(text)”. Coba sebagian kata saja, atau periksa ejaannya."
    }
    var findPlaces: String { "Desa dan kecamatan" }
    var findPlaceLeads: String { "usaha di sana" }
    var findMoreEnterprises: String { "Lihat semua usaha yang cocok" }
    var findSignIn: String { "Masuk untuk mencari usaha dan sentra juga" }
}

extension English: FindWords {
    var findTitle: String { "What are you looking for?" }
    var findLabel: String { "Search Tiru (key / or Ctrl+K)" }
    var findPlaceholder: String { "Name, NIB, owner, product, place" }
    var searchAction: String { "Search" }
    var findHint: String {
        "Type the name of an enterprise or a sentra, a licence number (NIB), a product, a village, a district or a "
            + "region into the box above. Old spelling, titles and doubled letters do not matter."
    }
    func findAnswer(_ count: String, text: String) -> String { "\(count) that fit “\(text)”." }
    func findNothing(_ text: String) -> String {
        "Nothing fits “\(text)”. Try a part of a word, or look at the spelling again."
    }
    var findPlaces: String { "Villages and districts" }
    var findPlaceLeads: String { "enterprises there" }
    var findMoreEnterprises: String { "See all enterprises that fit" }
    var findSignIn: String { "Sign in to search enterprises and sentra too" }
}

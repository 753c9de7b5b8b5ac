extension Indonesian: BulkWords {
    var pickHeading: String { "Pilih" }
    func pick(_ name: String) -> String { "Pilih \(name)" }
    var bulkHeading: String { "Ubah sekaligus" }
    var bulkLead: String {
        "Centang perusahaan di tabel, pilih yang dilakukan, lalu periksa. Belum ada yang berubah sebelum Anda menyetujui."
    }
    var bulkDeed: String { "Yang dilakukan" }
    func bulkChoice(_ choice: BulkChoice) -> String {
        switch choice {
        case .join: "Masukkan ke sentra"
        case .leave: "Keluarkan dari sentra"
        case .closed: "Tandai sudah tutup"
        case .open: "Tandai masih berusaha"
        case .industry: "Isi kode KBLI"
        case .branch: "Isi jenis industri"
        case .village: "Isi desa atau kecamatan"
        }
    }
    func bulkAll(_ count: String) -> String { "Semua yang cocok dengan pencarian ini: \(count)" }
    func bulkAll(atMost most: String) -> String { "Semua yang cocok dengan pencarian ini (paling banyak \(most))" }
    var bulkCheck: String { "Periksa dahulu" }
    func bulkAbout(_ count: String) -> String { "Untuk \(count) perusahaan yang dipilih." }
    var bulkSentra: String { "Sentra" }
    var bulkFrom: String { "Anggota sejak" }
    var bulkUntil: String { "Anggota sampai" }

    func deedSet(_ field: String, to value: String) -> String { "\(field): \(value)" }
    func deedJoin(_ sentra: String) -> String { "Masuk \(sentra)" }
    func deedLeave(_ sentra: String) -> String { "Keluar dari \(sentra)" }
    var memberNot: String { "bukan anggota" }
    var memberStill: String { "anggota" }
    func memberFrom(_ day: String) -> String { "anggota sejak \(day)" }
    func memberUntil(_ day: String) -> String { "anggota sampai \(day)" }
    func bulkPlan(_ count: String) -> String { "\(count) perusahaan akan berubah seperti dalam tabel." }
    var bulkNothing: String { "Tidak ada yang berubah: semuanya sudah demikian." }
    func bulkAsItIs(_ count: String) -> String { "\(count) perusahaan sudah demikian dan tidak disentuh." }
    func bulkNotMembers(_ count: String) -> String {
        "\(count) perusahaan bukan anggota sentra itu pada hari tersebut dan tidak disentuh."
    }
    var bulkCaption: String { "Yang berubah, satu per satu" }
    var bulkBefore: String { "Sebelum" }
    var bulkAfter: String { "Sesudah" }
    func bulkButton(_ count: String) -> String { "Ubah \(count) perusahaan" }
    var bulkBack: String { "Kembali ke daftar perusahaan" }

    func bulkDone(_ count: String, on instant: String) -> String { "\(count) perusahaan diubah \(instant)." }
    var bulkUndo: String { "Batalkan perubahan ini" }
    func bulkUndone(_ count: String, on instant: String) -> String {
        "Dibatalkan \(instant) untuk \(count) perusahaan."
    }
    func bulkStays(_ count: String, isOver: Bool) -> String {
        isOver
            ? "\(count) perusahaan dibiarkan, karena sudah diubah lagi sesudahnya:"
            : "\(count) perusahaan sudah diubah lagi sesudahnya, jadi tidak ikut dibatalkan:"
    }
    var bulkRecent: String { "Perubahan sekaligus yang terakhir" }

    var bulkUnknown: String { "Perubahan ini tidak ada." }
    var bulkSeveralOffices: String {
        "Pilihan ini milik beberapa kantor. Pilih perusahaan dari satu kabupaten atau kota saja."
    }
    var bulkNonePicked: String {
        "Belum ada perusahaan yang dipilih. Kembali ke daftar, lalu centang perusahaan atau pilih semua yang cocok."
    }
    func bulkTooMany(_ most: String) -> String {
        "Sekali jalan paling banyak \(most) perusahaan. Persempit dahulu pencarian atau saringannya."
    }
    var bulkAllSince: String {
        "Semua perusahaan ini sudah diubah lagi sesudahnya, jadi tidak ada yang dapat dibatalkan. Ubah satu per satu."
    }
}

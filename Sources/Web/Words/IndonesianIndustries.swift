import Register

extension Indonesian: IndustryWords {
    var boardTitle: String { "Peralihan KBLI 2020 ke 2025" }
    var boardQuestion: String { "Menjadi apa kode KBLI 2020 kita?" }
    func boardAnswer(_ count: String, place: String, decided: String, open: String) -> String {
        "\(count) kode KBLI 2020 dipakai perusahaan di \(place): \(decided) sudah ditetapkan, \(open) masih terbuka."
    }
    func boardAlarm(_ count: String) -> String {
        "Awas: \(count) kode yang terbuka masih ada di KBLI 2025, tetapi artinya lain."
    }
    var boardHint: String { "Pilih satu kode untuk membaca kedua judulnya dan menetapkan penggantinya." }
    func boardEmpty(_ place: String) -> String {
        "Belum ada perusahaan dengan kode KBLI 2020 di \(place). Isi KBLI pada kartu perusahaan, atau unggah daftar."
    }
    func boardCaption(_ place: String) -> String { "Kode KBLI 2020 yang dipakai di \(place)" }
    func boardComputed(_ most: String) -> [String] {
        [
            """
            Usulan dihitung dengan membandingkan uraian kedua klasifikasi (Peraturan BPS 2/2020 dan 7/2025), karena tabel \
            padanan resmi tidak kami miliki. Usulan bukan ketetapan: yang menetapkan adalah orang, dan tercatat di jejak \
            perubahan.
            """,
            "Data yang digabung ke data lain tidak dihitung. Tiap kode dihitung sampai \(most) perusahaan.",
        ]
    }
    var enterprisesHeading: String { "Perusahaan" }
    var becameHeading: String { "Di KBLI 2025" }
    var proposedHeading: String { "Usulan" }
    var decidedHeading: String { "Ditetapkan" }
    func became(_ alarm: IndustryProposal.Alarm?, isComplete: Bool) -> String {
        guard isComplete else { return "kurang dari lima angka: lengkapi dahulu pada kartu perusahaan" }
        return switch alarm {
        case nil: "tetap: angka dan artinya sama"
        case .gone: "hilang: angka ini tidak ada lagi"
        case .sameDigitsOtherMeaning: "angka sama, arti lain"
        case .sameDigitsUnclear: "angka sama, artinya belum jelas"
        case .unknown: "tidak ada di jembatan kami"
        }
    }
    var sameDigitsWarning: String { "Angkanya sama, tetapi di KBLI 2025 artinya lain." }
    func mayBeSplit(_ others: String) -> String { "mungkin terpecah: juga \(others)" }
    func mayBeMerged(_ others: String) -> String { "mungkin bergabung dengan \(others)" }
    var nothingProposed: String { "tidak ada usulan" }
    var staysOpen: String { "masih terbuka" }
    func decidedBy(_ name: String, on day: String) -> String { "oleh \(name), \(day)" }
    func decideHeading(_ code: String) -> String { "Menjadi apa KBLI 2020 \(code)?" }
    func titleOf(_ version: String, _ code: String, _ title: String) -> String { "KBLI \(version) \(code): \(title)" }
    var successorField: String { "Penggantinya di KBLI 2025" }
    var anotherCode: String { "kode lain, ditulis di bawah" }
    var leaveOpen: String { "biarkan terbuka" }
    var anotherField: String { "Kode lain" }
    var anotherHint: String { "Lima angka KBLI 2025; hanya bila memilih kode lain." }
    var decideButton: String { "Simpan ketetapan" }
    func badDecision(_ refusal: IndustryDecisionRefusal) -> String {
        switch refusal {
        case .notOf2020, .unknownCode: "Kode ini tidak ada di KBLI 2020. Pilih satu kode dari tabel."
        case .notOf2025, .unknownSuccessor: "Kode ini tidak ada di KBLI 2025. Periksa angkanya, atau pilih satu usulan."
        case .notFiveDigits: "Pengganti ditulis lima angka KBLI 2025, misalnya 13133."
        }
    }

    var siinasTitle: String { "Bahan laporan SIINas" }
    func siinasLead(empty: String) -> [String] {
        [
            """
            Sebelas butir yang dilaporkan industri kecil pada tahap produksi (Permenperin 13/2025 pasal 7): satu baris untuk \
            tiap perusahaan, angka dari tahun terakhir yang tercatat. Nama pemilik dan kontak tidak ikut.
            """,
            "Belum dicatat di daftar ini, jadi kolomnya kosong: \(empty).",
        ]
    }
    func siinasItem(_ item: SIINasItem) -> String {
        switch item {
        case .investment: "Nilai investasi tanpa tanah dan bangunan (Rp)"
        case .productionCapacity: "Kapasitas produksi"
        case .installedCapacity: "Kapasitas terpasang"
        case .production: "Produksi (Rp)"
        case .rawMaterials: "Bahan baku (Rp)"
        case .landAndBuildings: "Nilai investasi tanah dan bangunan (Rp)"
        case .workers: "Tenaga kerja"
        case .processWater: "Penggunaan air baku untuk proses produksi"
        case .fuelAndLubricants: "Penggunaan bahan bakar dan pelumas"
        case .electricity: "Penggunaan tenaga listrik untuk produksi"
        case .machines: "Mesin dan peralatan produksi"
        }
    }
}

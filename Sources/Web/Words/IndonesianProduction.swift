import Measure
import Register

extension Indonesian: ProductionWords {
    var productionHeading: String { "Produksi per tahun" }
    func productionTitle(_ name: String, _ year: String) -> String { "Produksi \(name) tahun \(year)" }
    func productionOfYear(_ year: String) -> String { "Isi produksi \(year)" }
    var productionNone: String { "Belum ada tahun yang diisi lewat formulir produksi." }
    var productionFill: String { "Isian" }
    var productionLead: String {
        """
        Isi yang diketahui. Kosong berarti belum diketahui; tulis 0 bila memang tidak ada. Nilai tambah baru dapat dihitung \
        bila semua hasil dan biaya diisi.
        """
    }
    var productionFromList: String { "Isian awal ini usulan dari daftar kantor. Periksa, lengkapi, lalu simpan." }
    var productionSave: String { "Simpan dan hitung" }
    var productionStateHeading: String { "Keadaan data" }
    func productionState(_ state: ProductionState) -> String {
        switch state {
        case .draft: "Konsep, masih diisi"
        case .submitted: "Diajukan, menunggu keputusan"
        case .returned: "Dikembalikan untuk diperbaiki"
        case .approved: "Disetujui"
        case .locked: "Terkunci"
        }
    }
    func productionMove(_ move: ProductionMove) -> String {
        switch move {
        case .submit: "Ajukan"
        case .giveBack: "Kembalikan dengan alasan"
        case .approve: "Setujui"
        case .lock: "Kunci"
        case .unlock: "Buka kunci dengan alasan"
        }
    }
    func productionDone(_ move: ProductionMove) -> String {
        switch move {
        case .submit: "mengajukan"
        case .giveBack: "mengembalikan"
        case .approve: "menyetujui"
        case .lock: "mengunci"
        case .unlock: "membuka kunci"
        }
    }
    func productionStep(_ move: ProductionMove) -> String {
        switch move {
        case .submit: "diajukan"
        case .giveBack: "dikembalikan"
        case .approve: "disetujui"
        case .lock: "dikunci"
        case .unlock: "kunci dibuka"
        }
    }
    var productionReason: String { "Alasan" }
    var productionReasonMissing: String { "Tulis alasannya: yang mengisi perlu tahu apa yang harus diperbaiki." }
    func productionNotOpen(_ state: String) -> String {
        "Angka tahun ini tidak dapat diubah (\(state)). Minta kepala dinas mengembalikan atau membuka kuncinya dahulu."
    }
    func productionNotNow(_ state: String) -> String {
        "Langkah ini tidak dapat dilakukan sekarang (\(state)). Muat ulang halaman untuk melihat keadaan terakhir."
    }
    var productionChangedMeanwhile: String {
        "Orang lain sudah mengubah tahun ini lebih dahulu. Buka halaman ini di tab lain, bandingkan, lalu isi lagi."
    }
    func productionUnreadable(_ field: String) -> String {
        "“\(field)” tidak terbaca. Tulis angka seperti 1.250.000 atau 7,5; rupiah dan orang ditulis bulat."
    }
    func productionFault(_ fault: ProductionFault) -> String {
        switch fault {
        case .outOfRange(let item):
            "“\(productionItem(item))” tidak boleh di bawah nol atau di luar batas. Periksa angkanya."
        case .outputWithoutPrice(let name): "“\(name)”: jumlahnya ada, harganya belum. Isi harga satuan atau nilainya."
        case .quantityWithoutUnit(let name): "“\(name)”: isi satuannya, misalnya lembar atau kg."
        case .unitMissing: "Kapasitas, yang dibuat, dan yang cacat memerlukan satuan."
        case .rejectsAboveMade: "Yang cacat lebih banyak daripada yang dibuat. Periksa kedua angka itu."
        case .exportsAboveSales: "Ekspor lebih besar daripada seluruh penjualan. Periksa ekspor dan saluran penjualan."
        case .wagesWithoutWorkers: "Ada upah untuk kelompok tanpa pekerja. Isi jumlah orangnya, atau kosongkan upahnya."
        }
    }

    var periodGroup: String { "Angka ini untuk masa" }
    func productGroup(_ number: String) -> String { "Produk \(number)" }
    var revenueGroup: String { "Pendapatan lain dan persediaan" }
    var costGroup: String { "Yang habis dipakai (biaya antara), Rp" }
    var workGroup: String { "Tenaga kerja dan upah" }
    var workHint: String {
        "Orang rata-rata, hari orang kerja (HOK) seluruhnya, dan upah seluruhnya dalam masa itu. Kosongkan baris yang tidak ada."
    }
    var workHeading: String { "Siapa" }
    var makingGroup: String { "Modal, kapasitas, dan mutu" }
    var salesGroup: String { "Penjualan menurut saluran, Rp" }
    func productionPeriod(_ kind: ProductionPeriod.Kind) -> String {
        switch kind {
        case .year: "setahun"
        case .month: "sebulan"
        case .season: "satu musim"
        case .batch: "sekali produksi"
        }
    }
    var perYearField: String { "Berapa kali dalam setahun" }
    func productPart(_ part: String, _ number: String) -> String {
        switch part {
        case "name": "Nama produk \(number)"
        case "quantity": "Banyaknya produk \(number)"
        case "unit": "Satuan produk \(number)"
        case "price": "Harga satuan produk \(number) (Rp)"
        default: "Nilai produk \(number) (Rp), bila banyaknya tidak diketahui"
        }
    }
    func salesChannel(_ channel: SalesChannel) -> String {
        switch channel {
        case .workshop: "Langsung di tempat usaha"
        case .market: "Pasar dan pameran"
        case .trader: "Pengepul atau pedagang"
        case .shop: "Toko, hotel, galeri"
        case .online: "Daring"
        case .government: "Pengadaan pemerintah"
        case .abroad: "Langsung ke luar negeri"
        case .other: "Saluran lain"
        }
    }
    func productionHint(_ field: String) -> String? {
        switch field {
        case "per-year": "Untuk sebulan, satu musim, atau sekali produksi; misalnya 8 bulan kerja ditulis 8."
        case ProductionItem.stockChange.rawValue:
            "Persediaan akhir dikurangi awal; boleh di bawah nol, misalnya -500.000."
        case ProductionItem.otherRevenue.rawValue: "Jasa untuk orang lain, sewa alat, sisa bahan; 0 bila tidak ada."
        case ProductionItem.investment.rawValue: "Tanpa tanah dan bangunan."
        case ProductionItem.capacity.rawValue: "Yang dapat dibuat dalam masa itu."
        case ProductionItem.unit.rawValue: "Untuk kapasitas, yang dibuat, dan yang cacat."
        case ProductionItem.exports.rawValue: "Yang sampai ke luar negeri, sendiri atau lewat orang lain."
        default: nil
        }
    }
}

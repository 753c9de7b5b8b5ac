import Measure

/// What is asked about production, and what is computed from it.
extension Indonesian {
    func productionItem(_ item: ProductionItem) -> String {
        switch item {
        case .products: "Nilai produksi"
        case .otherRevenue: "Pendapatan lain (Rp)"
        case .stockChange: "Perubahan persediaan (Rp)"
        case .materials: "Bahan baku"
        case .auxiliary: "Bahan penolong"
        case .energy: "Listrik, gas, bahan bakar"
        case .water: "Air"
        case .rent: "Sewa"
        case .services: "Jasa dari luar"
        case .workers: "Orang"
        case .personDays: "HOK"
        case .wages: "Upah (Rp)"
        case .investment: "Modal (Rp)"
        case .capacity: "Kapasitas terpasang"
        case .made: "Yang dibuat"
        case .rejects: "Yang cacat"
        case .unit: "Satuan"
        case .exports: "Ekspor (Rp)"
        case .sales: "Penjualan"
        case .quantity: "Banyaknya produk"
        case .period: "Masa"
        }
    }

    var figuresOfYear: String { "Angka yang dihitung" }
    func figuresCaption(_ year: String) -> String { "Dihitung dari isian tahun \(year), untuk setahun" }
    func productionFigure(_ figure: ProductionFigure) -> String {
        switch figure {
        case .output: "Output"
        case .intermediateInput: "Biaya antara"
        case .valueAdded: "Nilai tambah"
        case .valueAddedPerWorker: "Nilai tambah per orang"
        case .valueAddedPerPersonDay: "Nilai tambah per HOK"
        case .valueAddedRatio: "Rasio nilai tambah"
        case .labourShare: "Pangsa upah"
        case .unitMaterialCost: "Biaya bahan per satuan"
        case .capacityUse: "Pemakaian kapasitas"
        case .rejectShare: "Bagian cacat"
        case .capitalProductivity: "Produktivitas modal"
        case .labourProductivity: "Produktivitas tenaga kerja"
        case .womenShareOfWork: "Bagian perempuan dalam kerja"
        case .womenShareOfPay: "Bagian perempuan dalam upah"
        case .womenShareOfLeadership: "Bagian perempuan dalam pimpinan"
        case .exportShare: "Bagian ekspor"
        }
    }
    func figureDefinition(_ figure: ProductionFigure) -> String {
        switch figure {
        case .output: "nilai produksi, pendapatan lain, dan perubahan persediaan"
        case .intermediateInput: "bahan, energi, air, sewa, dan jasa yang habis dipakai; upah tidak termasuk"
        case .valueAdded: "output dikurangi biaya antara"
        case .valueAddedPerWorker: "nilai tambah dibagi semua pekerja, yang diupah dan yang tidak"
        case .valueAddedPerPersonDay: "nilai tambah dibagi hari orang kerja"
        case .valueAddedRatio: "nilai tambah dibagi output"
        case .labourShare: "upah dibagi nilai tambah"
        case .unitMaterialCost: "bahan baku dibagi banyaknya produk"
        case .capacityUse: "yang dibuat dibagi kapasitas terpasang"
        case .rejectShare: "yang cacat dibagi yang dibuat"
        case .capitalProductivity: "nilai tambah dibagi modal tanpa tanah dan bangunan"
        case .labourProductivity: "output dibagi semua pekerja"
        case .womenShareOfWork: "HOK perempuan dibagi semua HOK"
        case .womenShareOfPay: "upah perempuan dibagi semua upah"
        case .womenShareOfLeadership: "perempuan di antara pemilik dan pimpinan"
        case .exportShare: "ekspor dibagi penjualan"
        }
    }
    func figureUnit(_ unit: ProductionFigure.Unit) -> String {
        switch unit {
        case .rupiah: "Rp setahun"
        case .rupiahPerWorker: "Rp per orang setahun"
        case .rupiahPerPersonDay: "Rp per HOK"
        case .rupiahPerProduct: "Rp per satuan"
        case .rupiahPerRupiah: "Rp per Rp modal"
        case .share: "%"
        }
    }
    func figureMissing(_ items: String) -> String { "perlu: \(items)" }
    func figureUndefined(_ item: String) -> String { "tidak ada pembagi: \(item)" }
    var figureUnitsDiffer: String { "satuan produk berbeda-beda" }
    var figureBelowZero: String {
        "Di bawah nol: yang habis dipakai lebih besar daripada output. Mungkin benar; periksa satuan, masa, dan angka nol yang berlebih."
    }
    var productionExplanations: [String] {
        [
            "Menurut BPS: nilai tambah = output − biaya antara. Upah dibayar dari nilai tambah, jadi tidak dikurangkan.",
            """
            Jumlah rupiah dihitung tepat. Angka satu masa dikalikan banyaknya masa dalam setahun, dibulatkan ke rupiah \
            terdekat. Hasil bagi tidak dibulatkan; yang tampil dibulatkan, CSV dan JSON memuat angka penuh.
            """,
            "Yang belum diketahui tidak dianggap nol: angka yang memerlukannya belum dihitung, dan menyebut apa yang kurang.",
            "Sumber: isian formulir ini. Resep setiap angka bernomor versi, lihat CSV atau JSON.",
        ]
    }
}

import Measure
import Register

extension Indonesian: HayamiWords {
    var hayamiTitle: String { "Berapa nilai tambah produk ini?" }
    func hayamiTitle(of product: String) -> String { "Berapa nilai tambah \(product)?" }
    var hayamiLead: String {
        """
        Isi untuk satu produk dan satu masa: sekali produksi, sehari, atau sebulan. Semua angka dari masa yang sama. Yang \
        tidak ada ditulis 0. Isian ini tidak disimpan.
        """
    }
    var hayamiFill: String { "Isi dengan angka Anda sendiri" }
    var hayamiChange: String { "Ubah isian" }
    var hayamiFurther: String { "Bahan lain dan upah borongan, bila ada" }
    var hayamiReckon: String { "Hitung" }
    var exampleMark: String { "Contoh: angka yang diterbitkan untuk tahu di Kabupaten Tegal, per kg kedelai." }
    var exampleSource: String { "contoh: Industri kecil tahu, Kabupaten Tegal (Tabel 14)" }
    var hayamiSources: [String] {
        [
            "cara hitung: Hayami, Kawagoe, Morooka, Siregar (1987)",
            "pembanding: BPS, Tabel Input-Output Indonesia 2016 (185 produk)",
        ]
    }

    func sheetPeriod(_ period: ProductWorksheet.Period) -> String {
        switch period {
        case .day: "sehari"
        case .batch: "sekali produksi"
        case .week: "seminggu"
        case .month: "sebulan"
        case .season: "satu musim"
        case .year: "setahun"
        }
    }
    func othersPer(_ per: ProductWorksheet.OthersPer) -> String {
        switch per {
        case .total: "seluruhnya dalam masa itu"
        case .material: "untuk satu satuan bahan utama"
        case .product: "untuk satu satuan produk"
        }
    }

    func hayamiCaption(_ product: String, period: String) -> String {
        "\(product), \(period): tabel Hayami, per satuan bahan utama"
    }
    var hayamiNameHeading: String { "Uraian" }
    var hayamiValueHeading: String { "Nilai" }
    var hayamiUnitHeading: String { "Satuan" }
    var hayamiFormulaHeading: String { "Rumus" }
    var hayamiEntered: String { "diisi" }
    func familyHeading(_ family: HayamiTable.FamilyLabour) -> String {
        switch family {
        case .priced: "Tenaga keluarga dihargai"
        case .unpriced: "Tenaga keluarga tidak dihargai"
        }
    }
    func hayamiRow(_ row: HayamiRow) -> String {
        switch row {
        case .output: "Hasil"
        case .input: "Bahan utama"
        case .labour: "Tenaga kerja"
        case .conversionFactor: "Faktor konversi"
        case .labourCoefficient: "Koefisien tenaga kerja"
        case .outputPrice: "Harga produk"
        case .wage: "Upah rata-rata"
        case .materialPrice: "Harga bahan, semua bahan bersama"
        case .otherInputs: "Sumbangan input lain"
        case .outputValue: "Nilai output"
        case .valueAdded: "Nilai tambah"
        case .valueAddedRatio: "Rasio nilai tambah"
        case .labourIncome: "Pendapatan tenaga kerja"
        case .labourShare: "Pangsa tenaga kerja"
        case .profit: "Keuntungan"
        case .profitRateOfOutput: "Tingkat keuntungan terhadap nilai output (menurut Hayami)"
        case .profitRateOfValueAdded: "Tingkat keuntungan terhadap nilai tambah (varian lain)"
        case .margin: "Marjin"
        case .labourMarginShare: "Bagian tenaga kerja dalam marjin"
        case .otherInputsMarginShare: "Bagian input lain dalam marjin"
        case .profitMarginShare: "Bagian keuntungan dalam marjin"
        }
    }
    func hayamiUnit(_ unit: HayamiRow.Unit, _ units: ToldUnits) -> String {
        switch unit {
        case .product: units.product
        case .material: units.material
        case .personDays: "HOK"
        case .productPerMaterial: "\(units.product) per \(units.material) bahan"
        case .personDaysPerMaterial: "HOK per \(units.material) bahan"
        case .rupiahPerProduct: "Rp per \(units.product) produk"
        case .rupiahPerPersonDay: "Rp per HOK"
        case .rupiahPerMaterial: "Rp per \(units.material) bahan"
        // The figure itself says per cent.
        case .share: ""
        }
    }
    var unitOfProduct: String { "satuan" }
    var unitOfMaterial: String { "satuan" }

    func hayamiAnswer(_ product: String, value: String, added: String, ratio: String, unit: String) -> String {
        """
        \(product): dari satu \(unit) bahan utama didapat hasil senilai \(value). Setelah dikurangi bahan dan input lain, \
        nilai tambahnya \(added), yaitu \(ratio) dari nilai output.
        """
    }
    func hayamiLevel(_ level: HayamiLevel) -> String {
        switch level {
        case .low: "Rasio di bawah 15 % biasa disebut rendah."
        case .medium: "Rasio 15–40 % biasa disebut sedang."
        case .high: "Rasio di atas 40 % biasa disebut tinggi."
        }
    }
    var hayamiLoss: String {
        """
        Nilai tambahnya di bawah nol: yang habis dipakai lebih mahal daripada hasilnya. Periksa dahulu satuan, harga, dan \
        apakah semua angka dari masa yang sama; bila benar, produk ini merugi.
        """
    }
    func hayamiDivided(labour: String, profit: String, unit: String) -> String {
        "Per \(unit) bahan utama, \(labour) menjadi pendapatan tenaga kerja dan \(profit) keuntungan pemilik."
    }
    var wageUnknown: String {
        "Upah belum diketahui, sehingga pendapatan tenaga kerja dan keuntungan belum dapat dihitung."
    }
    func familyHidden(profit: String) -> String {
        "Bila kerja keluarga tidak dihargai, keuntungan tampak \(profit): di dalamnya tersembunyi upah keluarga sendiri."
    }
    func nationalBeside(_ ratio: String, _ product: String, isHigher: Bool) -> String {
        "Rasio nasional untuk “\(product)” \(ratio); produk ini \(isHigher ? "di atasnya" : "tidak di atasnya")."
    }
    func sentraBeside(_ ratio: String, count: String) -> String {
        "Nilai tengah \(count) usaha lain di sentra yang sama: \(ratio)."
    }
    var hayamiOnePeriod: String {
        "Tabel ini hanya benar bila hasil, bahan, dan tenaga kerja dari masa yang sama; hari dan bulan jangan dicampur."
    }
    func nationalCaution(_ year: String) -> String {
        """
        Rasio nasional (\(year)) mencakup usaha besar dan kecil serta semua biaya antara, termasuk sewa dan jasa. Pakai \
        untuk membandingkan, bukan menilai.
        """
    }
    var hayamiExplanations: [String] {
        [
            """
            Semua baris menurut Hayami dkk. (1987), semua per satu satuan bahan utama. Beberapa bahan menjadi satu \
            keranjang: baris 8 adalah jumlah (banyaknya × harga) semua bahan dibagi banyaknya bahan utama. Satuan bahan \
            lain boleh berbeda.
            """,
            """
            Upah borongan dijadikan hari orang kerja (HOK): banyaknya dibagi yang selesai seorang dalam sehari (delapan \
            jam). Baris 7 adalah upah rata-rata satu HOK yang dibayar.
            """,
            """
            Tingkat keuntungan ditulis dua cara, karena terbitan berbeda: keuntungan dibagi nilai output (tabel Hayami \
            sendiri) atau dibagi nilai tambah. Bandingkan hanya yang dihitung dengan cara yang sama.
            """,
            """
            Tidak ada pembulatan di tengah hitungan; yang tampil dibulatkan, CSV dan JSON memuat angka penuh. Bagian dari \
            nol atau dari kerugian tidak dihitung. Resep: Hayami versi 1.
            """,
        ]
    }

    func basketCaption(_ unit: String) -> String { "Bahan untuk satu \(unit) bahan utama" }
    var materialHeading: String { "Bahan" }
    func materialNumber(_ number: String) -> String { "Bahan \(number)" }
    var quantityHeading: String { "Banyaknya" }
    var unitPriceHeading: String { "Harga satuan" }
    var basketCostHeading: String { "Biaya per satuan bahan utama" }

    var yardstickCaption: String { "Produk ini di samping pembandingnya" }
    var whoseHeading: String { "Siapa" }
    func nationalName(_ product: String) -> String { "Indonesia 2016: \(product)" }
    func sentraMiddle(_ count: String) -> String { "Nilai tengah sentra (\(count) usaha lain)" }
    var nationalHeading: String { "Rasio nasional" }
    var sentraHeading: String { "Nilai tengah sentra" }
    func openTable(_ product: String) -> String { "Tabel nilai tambah: \(product)" }
}

import Register

/// The fields of the worksheet of value added.
extension Indonesian {
    func sheetField(_ field: DetailField) -> String {
        switch field {
        case .sheetProduct: "Nama produk"
        case .sheetDay: "Tanggal, atau hari pertama masa itu"
        case .sheetPeriod: "Angka untuk masa"
        case .nationalProduct: "Dibandingkan dengan produk nasional"
        case .made: "Hasil produksi"
        case .madeUnit: "Satuan hasil"
        case .madePrice: "Harga jual satu satuan (Rp)"
        case .material1: "Bahan utama"
        case .material1Quantity: "Banyaknya bahan utama"
        case .material1Unit: "Satuan bahan utama"
        case .material1Price: "Harga satu satuan bahan utama (Rp)"
        case .material2: "Bahan kedua"
        case .material2Quantity: "Banyaknya bahan kedua"
        case .material2Price: "Harga satu satuan bahan kedua (Rp)"
        case .material3: "Bahan ketiga"
        case .material3Quantity: "Banyaknya bahan ketiga"
        case .material3Price: "Harga satu satuan bahan ketiga (Rp)"
        case .material4: "Bahan keempat"
        case .material4Quantity: "Banyaknya bahan keempat"
        case .material4Price: "Harga satu satuan bahan keempat (Rp)"
        default: sheetWorkField(field)
        }
    }
    private func sheetWorkField(_ field: DetailField) -> String {
        switch field {
        case .otherInputs: "Input lain: bahan penolong, energi, kemasan (Rp)"
        case .otherInputsPer: "Input lain itu untuk"
        case .paidDays: "Hari kerja yang diupah (HOK)"
        case .familyDays: "Hari kerja keluarga tanpa upah (HOK)"
        case .dayWage: "Upah sehari (Rp)"
        case .pieces: "Borongan: banyaknya"
        case .piecesPerDay: "Borongan: selesai seorang sehari"
        case .piecePay: "Borongan: upah satuan (Rp)"
        default: field.rawValue
        }
    }
    func sheetHint(_ field: DetailField) -> String? {
        switch field {
        case .made: "Dalam satuannya, misalnya 108,4."
        case .madeUnit, .material1Unit: "Misalnya kg, lembar, potong."
        case .material2, .material3, .material4: "Boleh dengan satuan lain; banyaknya dan harganya diisi bersama."
        case .otherInputs: "0 bila tidak ada."
        case .paidDays: "Orang × hari, satu hari delapan jam; 0 bila tidak ada."
        case .familyDays: "Pemilik dan keluarga; 0 bila tidak ada."
        case .dayWage: "Yang dibayar, atau yang wajar untuk pekerjaan ini. Kosongkan bila belum diketahui."
        case .nationalProduct: "Menurut Tabel Input-Output 2016."
        case .pieces: "Yang dikerjakan borongan dalam masa itu."
        default: nil
        }
    }
    func badSheet(_ field: DetailField) -> String? {
        switch field {
        case .made, .madePrice, .material1Quantity:
            "“\(sheetField(field))” harus lebih dari nol, misalnya 7,5 atau 175.000."
        case .material1Price, .otherInputs, .paidDays, .familyDays:
            "“\(sheetField(field))” diisi angka; tulis 0 bila tidak ada."
        case .material2, .material2Quantity, .material2Price, .material3, .material3Quantity, .material3Price,
            .material4, .material4Quantity, .material4Price:
            "“\(sheetField(field))”: banyaknya (lebih dari nol) dan harga bahan itu diisi bersama, atau dikosongkan semua."
        case .pieces, .piecesPerDay, .piecePay:
            "Borongan memerlukan tiga angka: banyaknya, yang selesai seorang sehari (lebih dari nol), dan upah satuan."
        case .nationalProduct: "Pilih produk nasional dari daftar, atau kosongkan."
        default: nil
        }
    }
}

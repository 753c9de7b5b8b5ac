import Register

extension Indonesian: ColumnWords {
    func column(_ column: EnterpriseColumn) -> String {
        switch column {
        case .nib: field(.nib)
        case .owner: field(.owner)
        case .phone: field(.phone)
        case .product: field(.product)
        case .industry: field(.industry)
        case .place: "Desa dan kecamatan"
        case .sentra: "Sentra"
        case .workers: workersHeading
        case .output: field(.output)
        case .industrySize: "Skala (Permenperin 64/2016)"
        case .legalSize: "Skala (PP 7/2021)"
        case .statisticalSize: "Skala (BPS)"
        case .certificates: "Sertifikat yang berlaku"
        case .isActive: field(.isActive)
        case .changed: "Terakhir diubah"
        }
    }
    var columnsHeading: String { "Pilih kolom" }
    var columnsLead: String {
        "Nama selalu tampil. Pilihan ini tersimpan di alamat halaman, jadi dapat dibagikan. Berkas yang "
            + "diunduh selalu memuat semua kolom."
    }
    var columnsLegend: String { "Kolom yang tampil" }
    var columnsButton: String { "Tampilkan kolom ini" }
    var noneOfThese: String { "tidak ada" }
    var sortedByNameOnly: String {
        "Dengan saringan atau wilayah ini, daftar tidak dapat diurutkan seperti yang diminta; urutannya menurut nama."
    }
}

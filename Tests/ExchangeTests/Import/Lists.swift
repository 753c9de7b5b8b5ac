import Register

@testable import Exchange

/// Rows of a sheet, written as tests read best: a text is a cell, an empty text an empty one.
func sheet(_ rows: [[String]], from number: Int = 1) -> [SheetRow] {
    rows.enumerated().map { place, cells in
        SheetRow(number: number + place, cells: cells.map { $0.isEmpty ? .empty : .text($0) })
    }
}

/// The header of the spreadsheet that a provincial office really imports, and of another office's application.
enum PublishedHeaders {
    static let province = [
        "nama_perusahaan", "nama_pemilik", "jalan", "id_kelurahan", "id_kecamatan", "id_kabkota", "id_prov",
        "kontak_person", "no_hp", "email", "nomor_izin", "tahun_izin", "id_kbli", "jenis_industri", "jenis_produk",
        "tahun_data", "tk_pria", "tk_wanita", "nilai_investasi", "nilai_kapasitas", "id_satuan", "nilai_produksi",
        "nilai_bahan_baku", "id_ekspor", "negaraa_ekspor", "id_aktif", "id_pembiayaan",
    ]
    static let provinceFields: [EnterpriseField] = [
        .name, .owner, .street, .village, .district, .regency, .province, .contactPerson, .phone, .email, .licence,
        .licenceYear, .industry, .branch, .product, .year, .men, .women, .investment, .capacity, .unit, .output,
        .materials, .isExporting, .exportCountry, .isActive, .financing,
    ]
    static let application = [
        "nik", "nama_direktur", "id_kabupaten", "kecamatan", "kelurahan", "alamat_lengkap", "no_hp", "nama_usaha",
        "bentuk_usaha", "tahun_berdiri", "formal_informal", "nib_tahun", "nomor_sertifikat_halal_tahun",
        "sertifikat_merek_tahun", "nomor_test_report_tahun", "sni_tahun", "jenis_usaha", "cabang_industri",
        "sub_cabang_industri", "id_kbli", "investasi_modal", "jumlah_tenaga_kerja_pria", "jumlah_tenaga_kerja_wanita",
        "kapasitas_produksi_perbulan", "satuan_produksi", "nilai_produksi_perbulan", "nilai_bahan_baku_perbulan", "lat",
        "lng", "media_sosial", "foto_alat_produksi", "foto_ruang_produksi",
    ]
    static let applicationFields: [EnterpriseField?] = [
        .ownerNIK, .owner, .regency, .district, .village, .street, .phone, .name, .legalForm, .foundedYear, nil, .nib,
        .halal, .trademark, .testReport, .sni, .branch, nil, nil, .industry, .investment, .men, .women, .capacity,
        .unit, .output, .materials, .latitude, .longitude, .website, nil, nil,
    ]
}

/// The header that stands alone in the first row, and what its columns are taken for.
func mapping(_ headings: [String], samples: [[String]] = []) -> ColumnMapping {
    let header = ListHeader(firstRow: 1, lastRow: 1, headings: headings)
    return ColumnMapping.proposed(for: header, samples: sheet(samples, from: 2))
}

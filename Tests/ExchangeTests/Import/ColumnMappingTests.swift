import Foundation
import Register
import Testing
import World

@testable import Exchange

struct ColumnMappingTests {
    private func field(_ heading: String) -> EnterpriseField? { mapping([heading]).columns[0].field }

    @Test func `the provincial header maps itself, all 27 columns`() {
        let columns = mapping(PublishedHeaders.province).columns
        #expect(columns.map(\.field) == PublishedHeaders.provinceFields)
        #expect(columns.allSatisfy { $0.reason == .known && $0.scale == 1 })
    }

    @Test func `the application's header maps itself, photographs left out and months made years`() {
        let columns = mapping(PublishedHeaders.application).columns
        #expect(columns.map(\.field) == PublishedHeaders.applicationFields)
        for column in columns {
            #expect(column.scale == (column.heading.hasSuffix("perbulan") ? 12 : 1), "\(column.heading)")
        }
    }

    @Test(.enabled(if: Folders.hasShared)) func `the headers are those that were published`() throws {
        let text = try String(contentsOf: Folders.shared.appending(path: "forms/official_forms.json"), encoding: .utf8)
        for heading in PublishedHeaders.province + PublishedHeaders.application {
            #expect(text.contains("\"\(heading)\""), "\(heading)")
        }
    }

    @Test func `what an export names its columns is read again`() {
        for field in EnterpriseField.allCases { #expect(self.field(field.rawValue) == field) }
    }

    @Test(arguments: [
        ("Nama Perusahaan/IKM", EnterpriseField.name), ("NAMA USAHA", .name), ("NamaPerusahaan", .name),
        ("Nama Perusahan", .name), ("Nama Pemilik / Penanggung Jawab", .owner), ("Jenis Kelamin (L/P)", .ownerSex),
        ("No. KTP", .ownerNIK), ("Nomor Induk Berusaha (NIB)", .nib), ("No. Izin (IUI/TDI)", .licence),
        ("Thn. Izin", .licenceYear), ("Tgl Izin", .licenceYear), ("Alamat (Jalan)", .street), ("Desa/Kel.", .village),
        ("Kelurahan/Desa", .village), ("Kec.", .district), ("Kab/Kota", .regency), ("Kab./Kota", .regency),
        ("Prov.", .province), ("No. HP/WA", .phone), ("No Telp.", .phone), ("No. Tlp", .phone), ("WhatsApp", .phone),
        ("E-mail", .email), ("Kode KBLI", .industry), ("KBLI 2020", .industry), ("KBLI (5 digit)", .industry),
        ("Cabang Industri", .branch), ("Komoditi", .product), ("Jenis Produk/Komoditi", .product),
        ("Thn Data", .year), ("Tahun", .year), ("TK Laki-laki", .men), ("TK (L)", .men),
        ("Tenaga Kerja Pria (Org)", .men),
        ("Perempuan", .women), ("TK (P)", .women), ("Nilai Investasi (Rp)", .investment),
        ("Kapasitas/Tahun", .capacity),
        ("Kapasitas Produksi per Tahun", .capacity), ("Satuan", .unit), ("Nilai Produksi (Rp/Th)", .output),
        ("Omzet per tahun", .output), ("Nilai BB/BP (Rp.)", .materials), ("Nilai Bahan Baku / Tahun", .materials),
        ("Ekspor (Ya/Tidak)", .isExporting), ("Negara Tujuan Ekspor", .exportCountry), ("Aktif/Tidak Aktif", .isActive),
        ("Sumber Dana", .financing), ("Sertifikat Halal", .halal), ("P-IRT", .pirt), ("Merek", .trademark),
    ])
    func `offices call a column many names`(heading: String, field: EnterpriseField) {
        #expect(self.field(heading) == field)
    }

    @Test(arguments: [
        "No", "No.", "Foto", "Keterangan", "Jumlah Tenaga Kerja", "Tenaga Kerja", "Nilai Bahan Bakar", "Bahan Bakar",
        "Nilai Bahan Penolong", "Nilai Ekspor", "Kode Pos", "Luas Bangunan", "Jumlah Produksi (ton)", "Hari Kerja", "",
        "Kapasitas per hari", "Produksi / minggu", "Tahun Izin Berakhir", "Nama Bank",
    ])
    func `a neighbour is not taken for the column it is like`(heading: String) {
        #expect(field(heading) == nil)
    }

    @Test(arguments: [
        ("Nilai Produksi (Rp. 000)", 1e3), ("Nilai Produksi (Rp 1.000,-)", 1e3),
        ("Nilai Produksi (ribuan rupiah)", 1e3),
        ("Nilai Produksi (juta Rp)", 1e6), ("Nilai Produksi (Rp Juta)", 1e6), ("Nilai Produksi (dalam jutaan)", 1e6),
        ("Nilai Produksi (Rp Miliar)", 1e9), ("Nilai Produksi / Bulan", 12),
        ("Nilai Produksi per bulan (Rp.000)", 12e3),
        ("Nilai Produksi", 1), ("Nilai Produksi (Rp)", 1), ("Nilai Produksi (Rp/Tahun)", 1),
    ])
    func `a heading says by what its figures are multiplied`(heading: String, scale: Double) {
        let column = mapping([heading]).columns[0]
        #expect(column.field == .output)
        #expect(column.scale == scale)
    }

    @Test func `only money and capacity are multiplied`() {
        #expect(mapping(["Tahun Data (Rp. 000)"]).columns[0].scale == 1)
        #expect(mapping(["Bulan Distribusi"]).columns[0].scale == 1)
    }

    @Test func `of two columns with one meaning the first is read, and the second says why not`() {
        let columns = mapping(["Nama Usaha", "Alamat", "Alamat"]).columns
        #expect(columns.map(\.field) == [.name, .street, nil])
        #expect(columns[2].reason == .taken)
    }

    @Test func `a column without a heading is known by what stands in it`() {
        let columns = mapping(
            ["Nama Usaha", "", "Nomor", "", "", "lain"],
            samples: (0..<5).map {
                ["A", "123456789012\($0)", "1", "a\($0)@mail.com", "0812345678\($0)", "510301410190000\($0 + 1)"]
            }
        ).columns
        #expect(columns.map(\.field) == [.name, .nib, nil, .email, .phone, .ownerNIK])
        #expect(columns[1].reason == .content)
    }

    @Test func `a name we know wins over one that is like it, wherever they stand`() {
        let columns = mapping(["Nama Perusahan", "Nama Perusahaan"]).columns
        #expect(columns.map(\.field) == [nil, .name])
    }
}

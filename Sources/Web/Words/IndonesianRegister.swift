import Register

extension Indonesian: RegisterWords {
    func field(_ field: EnterpriseField) -> String {
        switch field {
        case .name: "Nama perusahaan"
        case .legalForm: "Bentuk usaha"
        case .owner: "Nama pemilik"
        case .ownerNIK: "NIK pemilik"
        case .ownerSex: "Jenis kelamin pemilik"
        case .nib: "NIB"
        case .licence: "Nomor izin lain"
        case .licenceYear: "Tahun izin"
        case .street: "Alamat"
        case .village: "Desa/kelurahan"
        case .district: "Kecamatan"
        case .regency: "Kabupaten/kota"
        case .province: "Provinsi"
        case .latitude: "Lintang"
        case .longitude: "Bujur"
        case .contactPerson: "Narahubung"
        case .phone: "Telepon"
        case .email: "Surel"
        case .website: "Situs atau media sosial"
        case .industry: "KBLI"
        case .branch: "Jenis industri"
        case .product: "Jenis produk"
        case .foundedYear: "Tahun berdiri"
        case .isActive: "Masih berusaha"
        case .financing: "Pembiayaan"
        case .isExporting: "Ekspor"
        case .exportCountry: "Negara tujuan ekspor"
        default: figure(field)
        }
    }
    private func figure(_ field: EnterpriseField) -> String {
        switch field {
        case .year: "Tahun data"
        case .men: "Pekerja pria"
        case .women: "Pekerja wanita"
        case .investment: "Nilai investasi"
        case .capacity: "Kapasitas produksi"
        case .unit: "Satuan"
        case .output: "Nilai produksi"
        case .materials: "Nilai bahan baku"
        case .halal: "Sertifikat halal"
        case .trademark: "Sertifikat merek"
        case .testReport: "Laporan uji"
        case .sni: "SNI"
        case .pirt: "SPP-IRT"
        default: field.rawValue
        }
    }
    func unit(_ field: EnterpriseField) -> String? {
        switch field {
        case .men, .women: "orang"
        case .investment, .output, .materials: "Rp"
        default: nil
        }
    }
    func legalForm(_ form: LegalForm) -> String {
        switch form {
        case .soleProprietor: "perorangan"
        case .tradingBusiness: "UD"
        case .limitedPartnership: "CV"
        case .partnership: "firma"
        case .company: "PT"
        case .cooperative: "koperasi"
        case .jointGroup: "KUB"
        case .foundation: "yayasan"
        case .villageEnterprise: "BUMDes"
        case .other: "lainnya"
        }
    }
    func sex(_ sex: Sex) -> String { sex == .woman ? "perempuan" : "laki-laki" }
    var yes: String { "ya" }
    var no: String { "tidak" }

    var enterprisesTitle: String { "Perusahaan" }
    var enterprisesQuestion: String { "Siapa saja industri kecil kita?" }
    func enterprisesAnswer(_ count: String, places: String) -> String { "\(count) perusahaan tercatat di \(places)." }
    func enterprisesFound(_ count: String, text: String) -> String { "\(count) perusahaan cocok dengan “\(text)”." }
    func enterprisesFiltered(_ count: String, isMore: Bool) -> String {
        isMore ? "Lebih dari \(count) perusahaan cocok." : "\(count) perusahaan cocok."
    }
    var enterprisesNone: String {
        "Belum ada perusahaan yang tercatat. Unggah daftar Excel kantor Anda, atau catat satu per satu."
    }
    var enterprisesNoMatch: String { "Tidak ada yang cocok. Periksa ejaannya, atau kurangi katanya." }
    var enterprisesCaption: String { "Perusahaan" }
    var placesByConsent: String {
        "GeoJSON hanya memuat perusahaan yang pemiliknya menyetujui letak usahanya dibagikan; pemilik dikenali dari NIK. Nama orang tidak ikut."
    }
    var searchEnterprises: String { "Cari perusahaan" }
    var searchHint: String { "Nama, NIB, pemilik, produk, atau alamat." }
    var searchButton: String { "Cari" }
    var filterIndustry: String { "Kode KBLI (awalnya cukup)" }
    var filterArea: String { "Kode kecamatan atau desa" }
    var filterActive: String { "Masih berusaha" }
    var workersHeading: String { "Pekerja" }
    var newEnterpriseTitle: String { "Catat perusahaan" }
    var newEnterpriseLead: String {
        "Yang belum diketahui dikosongkan saja; kosong berarti belum diketahui, bukan tidak ada."
    }
    var enterpriseSave: String { "Simpan" }
    var enterpriseChange: String { "Ubah data" }
    var officeToKeep: String { "Kabupaten/kota" }
    var figuresHeading: String { "Angka per tahun" }
    var figuresNone: String { "Belum ada angka tahunan." }
    var papersHeading: String { "Sertifikat menurut daftar" }
    var sizesHeading: String { "Skala usaha menurut tiga ukuran" }
    func industrySize(_ size: IndustrySize?) -> String {
        switch size {
        case .small: "industri kecil"
        case .medium: "industri menengah"
        case .large: "industri besar"
        case nil: "belum diketahui"
        }
    }
    func legalSize(_ size: LegalSize?, fromSales: Bool) -> String {
        let basis = fromSales ? "dari nilai produksi setahun" : "dari modal"
        return switch size {
        case .micro: "mikro (\(basis))"
        case .small: "kecil (\(basis))"
        case .medium: "menengah (\(basis))"
        case .large: "besar (\(basis))"
        case nil: "belum diketahui"
        }
    }
    func statisticalSize(_ size: StatisticalSize?) -> String {
        switch size {
        case .micro: "mikro"
        case .small: "kecil"
        case .medium: "sedang"
        case .large: "besar"
        case nil: "belum diketahui"
        }
    }
    func sizeRule(_ ruler: SizeRuler) -> String {
        switch ruler {
        case .industry: "Permenperin 64/2016: pekerja dan investasi tanpa tanah dan bangunan"
        case .law: "PP 7/2021 pasal 35: penjualan setahun atau modal"
        case .statistics: "BPS: jumlah pekerja"
        }
    }
    func asOf(year: String) -> String { "menurut angka \(year)" }
    var historyTitle: String { "Riwayat" }
    func historyOf(_ name: String) -> String { "Siapa mengubah data \(name)?" }
    var historyNone: String { "Belum ada perubahan yang dicatat satu per satu." }
    func broughtByList(_ file: String, actor: String) -> String { "Masuk lewat daftar \(file), oleh \(actor)." }
    func changedByList(_ file: String, row: String?, actor: String) -> String {
        "Diubah lewat daftar \(file)" + (row.map { ", baris \($0)" } ?? "") + ", oleh \(actor)."
    }
    func enteredOn(_ day: String) -> String { "Dicatat \(day)." }
    func mergedInto(_ name: String) -> String { "Data ini sudah digabung ke \(name)." }
    var enterpriseChangedMeanwhile: String {
        "Orang lain sudah menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah; bandingkan, lalu simpan lagi."
    }
    func numberTaken(_ number: String) -> String {
        "NIB \(number) sudah dipakai perusahaan lain di kantor ini. Periksa angkanya, atau cari perusahaan itu."
    }
    var badEnterpriseName: String { "Tulis nama perusahaan, 1 sampai 200 karakter." }
    func badField(_ field: EnterpriseField) -> String {
        switch field {
        case .nib: "NIB terdiri dari 13 angka."
        case .licenceYear, .foundedYear: "\(self.field(field)) ditulis empat angka, misalnya 2019."
        case .village: "Desa atau kecamatan ditulis dengan kode Kemendagri, misalnya 51.03.01.2001."
        case .latitude, .longitude: "Lintang dan bujur ditulis dalam derajat, misalnya -8,58 dan 115,17; isi keduanya."
        case .phone: "Nomor telepon terdiri dari 6 sampai 20 angka, spasi, dan tanda hubung."
        case .email: "Alamat surel tidak terbaca. Contoh: nama@contoh.id."
        case .industry: "KBLI ditulis 2 sampai 5 angka, dengan versinya."
        default: "Isian “\(self.field(field))” tidak terbaca."
        }
    }
    var enterpriseUnknown: String { "Perusahaan ini tidak ada dalam daftar." }
    var personalHidden: String { "Nama pemilik dan kontak hanya untuk yang berhak." }
    var figuresHidden: String { "Angka perusahaan ini hanya untuk yang berhak." }
    var hiddenValue: String { "tidak dibuka" }
}

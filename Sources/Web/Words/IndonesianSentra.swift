import Register

extension Indonesian: SentraWords {
    func sentraField(_ field: SentraField) -> String {
        switch field {
        case .name: "Nama sentra"
        case .village: "Kode desa/kelurahan atau kecamatan"
        case .latitude: "Lintang"
        case .longitude: "Bujur"
        case .industry: "KBLI"
        case .field: "Yang dibuat"
        case .foundingNumber: "Nomor SK pembentukan"
        case .foundingDay: "Tanggal SK pembentukan"
        case .managingBody: "Pengelola"
        case .technicalUnit: "UPT yang melayani"
        case .isInOnePlace: "Berada di satu tempat"
        case .hasLikeProducts: "Produknya sejenis"
        case .hasLikeMaterials: "Bahan bakunya sejenis"
        case .hasLikeProcess: "Prosesnya sama"
        case .likeBusinesses: "Usaha sejenis di desa itu, semuanya"
        case .households: "Rumah tangga di desa itu"
        case .isCoached: "Terorganisasi atau dibina instansi"
        case .isKnownToThePublic: "Dikenal masyarakat"
        }
    }

    func facilityField(_ field: FacilityField) -> String {
        switch field {
        case .kind: "Jenis sarana"
        case .name: "Nama sarana"
        case .builtYear: "Tahun dibangun"
        case .year: "Tahun pemakaian"
        case .hoursOpen: "Jam buka setahun"
        case .hoursUsed: "Jam dipakai setahun"
        case .membersServed: "Anggota yang memakai"
        }
    }

    func facilityKind(_ kind: SentraFacility.Kind) -> String {
        switch kind {
        case .productionHouse: "rumah produksi"
        case .packingHouse: "rumah kemasan"
        case .machines: "mesin dan peralatan bersama"
        case .wasteWater: "IPAL (pengolahan air limbah)"
        case .cleanWater: "IPAB (pengolahan air bersih)"
        case .showroom: "gerai atau ruang pamer"
        case .trainingRoom: "ruang pelatihan"
        case .store: "gudang"
        case .childCare: "tempat penitipan anak"
        case .other: "lainnya"
        }
    }

    func badSentraField(_ field: SentraField) -> String {
        switch field {
        case .name: "Tulis nama sentra, 1 sampai 200 karakter."
        case .village: "Desa atau kecamatan ditulis dengan kode Kemendagri, misalnya 51.03.01.2001."
        case .latitude, .longitude: "Lintang dan bujur ditulis dalam derajat, misalnya -8,58 dan 115,17; isi keduanya."
        case .industry: "KBLI ditulis 2 sampai 5 angka, dengan versinya."
        case .foundingDay: "Tanggal SK ditulis lengkap, dan hanya bersama nomornya."
        case .likeBusinesses, .households: "\(sentraField(field)): tulis bilangan bulat tanpa titik, misalnya 1200."
        default: "Isian “\(sentraField(field))” tidak terbaca."
        }
    }

    func badFacilityField(_ field: FacilityField) -> String {
        switch field {
        case .name: "Tulis nama sarana, 1 sampai 200 karakter."
        case .builtYear, .year: "\(facilityField(field)) ditulis empat angka, misalnya 2019."
        case .hoursOpen, .hoursUsed:
            "\(facilityField(field)): tulis 0 sampai 8784 tanpa titik ribuan, misalnya 2000 atau 1250,5."
        case .membersServed: "\(facilityField(field)): tulis bilangan bulat tanpa titik, misalnya 12."
        case .kind: "Pilih jenis sarana."
        }
    }

    var sentraTitle: String { "Sentra" }
    var sentraQuestion: String { "Di mana sentra kita, dan berapa anggotanya?" }
    func sentraAnswer(_ count: String, members: String, places: String, day: String) -> String {
        "\(count) sentra tercatat di \(places), dengan \(members) keanggotaan pada \(day)."
    }
    func sentraCounted(_ count: String, places: String) -> String { "\(count) sentra tercatat di \(places)." }
    func sentraFound(_ count: String, isMore: Bool) -> String {
        isMore ? "Lebih dari \(count) sentra cocok." : "\(count) sentra cocok."
    }
    var sentraNone: String {
        "Belum ada sentra yang tercatat. Catat satu sentra, lalu masukkan anggotanya dari daftar perusahaan."
    }
    var sentraNoMatch: String { "Tidak ada yang cocok. Periksa ejaannya, atau kurangi katanya." }
    func sentraCaption(_ day: String) -> String { "Sentra, dengan anggota pada \(day)" }
    var searchSentra: String { "Cari sentra" }
    var searchSentraHint: String { "Nama, yang dibuat, atau pengelola." }
    var placeHeading: String { "Letak" }
    var membersHeading: String { "Anggota" }
    var sentraMapHeading: String { "Peta sentra" }
    func sentraMapCaption(_ shown: String, of all: String) -> String {
        "\(shown) dari \(all) sentra dalam tabel ini tampak di peta."
    }
    var sentraMapLegend: String {
        "Titik penuh: letaknya tercatat. Lingkaran kosong: letaknya belum diketahui, ditaruh di tengah kecamatannya."
    }
    var sentraSource: String { "daftar sentra kantor; tengah kecamatan menurut data acuan" }
    func sentraDot(_ name: String, members: String) -> String { "\(name): \(members) anggota" }
    var locationsOfEnterprises: String {
        "GeoJSON ini memuat sentra saja. Letak perusahaan yang pemiliknya setuju ada di daftar perusahaan."
    }

    var newSentraTitle: String { "Catat sentra" }
    var newSentraLead: String {
        "Yang belum diketahui dikosongkan saja. Anggota dan sarana dicatat sesudahnya, di halaman sentra itu."
    }
    var sentraChange: String { "Ubah data sentra" }
    var sentraUnknown: String { "Sentra ini tidak ada dalam daftar." }

    func membersOn(_ day: String) -> String { "Anggota pada \(day)" }
    func membersSentence(_ count: String, day: String) -> String { "\(count) usaha menjadi anggota pada \(day)." }
    var membersUnknown: String { "Anggotanya belum dicatat." }
    var membersNone: String { "Tidak ada anggota yang tercatat pada hari itu." }
    var dayField: String { "Pada tanggal" }
    var memberFind: String { "Cari perusahaan untuk dijadikan anggota" }
    var memberFindField: String { "Nama atau NIB" }
    var memberFindHint: String { "Perusahaan itu harus sudah tercatat di kantor ini." }
    func memberFound(_ count: String, text: String, isMore: Bool) -> String {
        isMore
            ? "Lebih dari \(count) perusahaan cocok dengan “\(text)”. Tambahkan kata bila yang dicari belum tampak."
            : "\(count) perusahaan cocok dengan “\(text)”:"
    }
    func memberNotFound(_ text: String) -> String {
        "Tidak ada perusahaan yang cocok dengan “\(text)”. Periksa ejaannya, atau catat perusahaan itu dahulu."
    }
    var memberAdd: String { "Jadikan anggota" }
    var memberAlready: String { "sudah anggota" }
    var membershipHeading: String { "Masa keanggotaan" }
    var membershipHint: String { "Pilih masa keanggotaan untuk mengubahnya." }
    var otherMemberships: String { "Anggota pada hari lain" }
    func membershipOf(_ name: String) -> String { "Masa keanggotaan \(name)" }
    var firstDay: String { "Hari pertama" }
    var firstDayHint: String { "Kosongkan bila belum diketahui; dihitung sejak semula." }
    var lastDay: String { "Hari terakhir" }
    var lastDayHint: String { "Kosongkan bila masih anggota." }
    func membership(from: String?, until: String?) -> String {
        switch (from, until) {
        case (let from?, let until?): "\(from) sampai \(until)"
        case (let from?, nil): "sejak \(from)"
        case (nil, let until?): "sampai \(until)"
        case (nil, nil): "sejak semula"
        }
    }
    var memberEnd: String { "Simpan hari terakhir" }
    var memberTakeBack: String { "Batalkan catatan ini" }
    func alreadyMember(_ name: String) -> String {
        "\(name) sudah tercatat sebagai anggota pada sebagian hari itu. Ubah masa keanggotaannya yang lama."
    }
    var badDay: String { "Tanggal tidak terbaca. Contoh: 2026-12-31." }
    var badLastDay: String { "Hari terakhir mendahului hari pertama. Periksa kedua tanggalnya." }

    var facilitiesHeading: String { "Sarana bersama dan pemakaiannya" }
    var facilitiesNone: String { "Belum ada sarana bersama yang tercatat." }
    var facilitiesExplanation: String {
        "Pemakaian ialah jam dipakai dibagi jam buka. Jangkauan ialah anggota yang memakai dibagi anggota pada akhir tahun itu."
    }
    var facilityNew: String { "Catat sarana bersama" }
    func facilityChange(_ name: String) -> String { "Ubah \(name)" }
    var facilityRemove: String { "Hapus sarana ini" }
    var useShareHeading: String { "Pemakaian" }
    var reachHeading: String { "Jangkauan" }
    var hoursUnit: String { "jam" }
    var useDoubt: String { "Jam dipakai lebih banyak daripada jam buka. Periksa keduanya." }
    var reachDoubt: String { "Yang memakai lebih banyak daripada anggotanya. Periksa keduanya." }

    func sentraRulersHeading(_ day: String) -> String { "Apakah ini sentra? Menurut dua ukuran, pada \(day)" }
    func sentraRule(_ ruler: SentraRuler) -> String {
        switch ruler {
        case .law:
            "PP 29/2018 pasal 1: sedikitnya 5 usaha di satu tempat, dengan produk sejenis, bahan baku sejenis, atau proses yang sama"
        case .statistics:
            "BPS: usaha sejenis sedikitnya 20 % dari rumah tangga desa, terorganisasi atau dibina, dan dikenal masyarakat"
        }
    }
    func sentraVerdict(_ isSentra: Bool?) -> String {
        switch isSentra {
        case true?: "sentra"
        case false?: "bukan sentra"
        case nil: "belum dapat dipastikan"
        }
    }
    func verdictSentence(law: Bool?, statistics: Bool?) -> String {
        "Menurut PP 29/2018: \(sentraVerdict(law)); menurut BPS: \(sentraVerdict(statistics))."
    }
    var factHeading: String { "Syarat" }
    var answerHeading: String { "Keadaan" }
    var originHeading: String { "Dari" }
    var unitsFact: String { "Jumlah usaha" }
    var shareFact: String { "Usaha sejenis dibanding rumah tangga" }
    var fromCard: String { "data sentra" }
    var fromMembers: String { "data anggota" }
    var computed: String { "dihitung" }

    var sentraOfEnterprise: String { "Sentra" }
}

import Register

extension Indonesian: DetailWords {
    func detail(_ kind: DetailKind) -> String {
        switch kind {
        case .certificate: "sertifikat"
        case .product: "produk"
        case .workerGroup: "kelompok tenaga kerja"
        case .equipment: "peralatan"
        case .worksheet: "lembar nilai tambah"
        }
    }
    func detailField(_ field: DetailField) -> String {
        switch field {
        case .certificateKind: "Jenis"
        case .certificateNumber: "Nomor"
        case .certificateScope: "Untuk apa"
        case .issued: "Tanggal terbit"
        case .filed: "Tanggal penerimaan permohonan"
        case .printedEnd: "Berlaku sampai, menurut sertifikat"
        case .productName: "Nama produk"
        case .madeOf: "Bahan"
        case .technique: "Teknik"
        case .motif: "Motif"
        case .processLine: "Alur proses"
        case .subsector: "Subsektor ekonomi kreatif"
        case .price: "Harga satuan"
        case .priceUnit: "Satuan"
        case .priceDay: "Harga pada tanggal"
        case .workerSex: "Jenis kelamin"
        case .pay: "Upah"
        case .position: "Jabatan"
        case .workers: "Jumlah"
        case .hoursPerDay: "Jam kerja sehari"
        case .daysPerMonth: "Hari kerja sebulan"
        case .payPerDay: "Upah sehari"
        default: equipmentField(field)
        }
    }
    private func equipmentField(_ field: DetailField) -> String {
        switch field {
        case .skillsCertified: "Keterampilan bersertifikat"
        case .skillsUncertified: "Keterampilan tanpa sertifikat"
        case .skills: "Keterampilan lain"
        case .equipmentName: "Nama alat atau mesin"
        case .stage: "Tahap proses"
        case .level: "Tingkat teknologi"
        case .working: "Berfungsi"
        case .broken: "Rusak"
        case .boughtYear: "Tahun beli"
        case .worth: "Nilai beli"
        case .watts: "Daya listrik satu unit"
        case .lender: "Pemilik, bila bukan usaha ini"
        default: sheetField(field)
        }
    }
    func detailUnit(_ field: DetailField) -> String? {
        switch field {
        case .price, .payPerDay, .worth: "Rp"
        case .workers: "orang"
        case .working, .broken: "unit"
        case .watts: "watt"
        default: nil
        }
    }
    func detailHint(_ field: DetailField) -> String? {
        switch field {
        case .certificateScope: "Produk, merek, atau motif yang dicakup."
        case .filed: "Merek dan desain industri dihitung dari tanggal ini."
        case .printedEnd:
            "Bila tertulis di sertifikat, tanggal ini yang dipakai; bila dikosongkan, dihitung menurut aturan."
        case .madeOf: "Satu bahan per baris, yang utama dahulu."
        case .technique: "Misalnya tenun ikat, batik tulis, filigri."
        case .price: "Untuk satu satuan, misalnya 175.000."
        case .priceUnit: "Misalnya helai, potong, kg, bungkus."
        case .hoursPerDay, .daysPerMonth, .payPerDay: "Untuk satu orang."
        case .skillsCertified: "Yang punya sertifikat kompetensi; satu per baris."
        case .skillsUncertified: "Satu per baris."
        case .skills: "Belum diketahui bersertifikat atau tidak; satu per baris."
        case .worth: "Semua unit bersama."
        case .lender: "Misalnya dinas, sentra, atau nama pemiliknya. Hanya terlihat oleh yang berhak atas data pribadi."
        default: sheetHint(field)
        }
    }

    func detailsHeading(_ kind: DetailKind) -> String {
        switch kind {
        case .certificate: "Sertifikat dan izin edar"
        case .product: "Produk"
        case .workerGroup: "Tenaga kerja"
        case .equipment: "Mesin dan peralatan"
        case .worksheet: "Nilai tambah per produk"
        }
    }
    func detailsNone(_ kind: DetailKind) -> String {
        switch kind {
        case .certificate: "Belum ada sertifikat yang dicatat."
        case .product: "Belum ada produk yang dicatat."
        case .workerGroup: "Belum ada tenaga kerja yang dirinci."
        case .equipment: "Belum ada mesin atau peralatan yang dicatat."
        case .worksheet: "Belum ada lembar nilai tambah."
        }
    }
    func detailsCaption(_ kind: DetailKind, _ count: String) -> String {
        "\(detailsHeading(kind)): \(count) tercatat"
    }
    var skillsHeading: String { "Keterampilan" }
    var asPrinted: String { "menurut sertifikatnya" }
    func newDetail(_ kind: DetailKind) -> String { "Catat \(detail(kind))" }
    func changeDetail(_ kind: DetailKind) -> String { "Ubah \(detail(kind))" }
    var choose: String { "(pilih)" }
    var detailSave: String { "Simpan" }
    func removeDetail(_ kind: DetailKind) -> String { "Hapus \(detail(kind)) ini" }
    var putBack: String { "Kembalikan" }
    func detailRemoved(_ kind: DetailKind, _ name: String) -> String {
        "\(detail(kind).capitalisedFirst) “\(name)” sudah dihapus."
    }
    var removedHeading: String { "Yang sudah dihapus" }
    func removedOn(_ day: String) -> String { "dihapus \(day)" }
    var keptNowHeading: String { "Yang tersimpan sekarang" }
    func ofEnterprise(_ name: String) -> String { "Milik \(name)" }
    var detailUnknown: String { "Rincian ini tidak ada." }
    var detailGone: String { "Rincian ini sudah dihapus. Kembalikan dahulu, lalu ubah." }
    var sameGroupIsThere: String {
        "Kelompok dengan jenis kelamin, upah, dan jabatan yang sama sudah ada. Ubah jumlahnya di kelompok itu."
    }
    func badDetail(_ field: DetailField) -> String {
        if let words = badSheet(field) { return words }
        let name = detailField(field)
        return switch (field, field.form) {
        case (.payPerDay, _): "Upah sehari ditulis dalam rupiah bulat, misalnya 95.000; yang tanpa upah dikosongkan."
        case (.priceUnit, _):
            "Harga memerlukan satuannya, misalnya helai; satuan dan tanggal tanpa harga tidak disimpan."
        case (.priceDay, _): "Tanggal harga hanya disimpan bersama harga dan satuannya; tulis misalnya 17/10/2026."
        case (.printedEnd, _): "Tanggal akhir ditulis misalnya 17/10/2026, dan tidak lebih awal dari tanggal terbit."
        case (_, .day): "“\(name)” tidak terbaca. Tulis tanggal, bulan, tahun, misalnya 17/10/2026."
        case (_, .whole(let range)):
            "“\(name)” harus bilangan bulat dari \(told(range.lowerBound)) sampai \(told(range.upperBound))."
        case (_, .number(let range)):
            "“\(name)” harus angka dari \(told(range.lowerBound)) sampai \(told(range.upperBound)), misalnya 7,5 atau 175.000."
        case (_, .choice): "Pilih “\(name)”."
        case (_, .line): "Isi “\(name)”, paling panjang 200 karakter."
        case (_, .lines): "“\(name)”: paling banyak 30 baris, masing-masing paling panjang 100 karakter."
        }
    }
    private func told(_ number: Int) -> String { language.numbers.integer(number) }

    var takePaperOver: String { "catat sebagai sertifikat" }
    func paperLead(_ text: String) -> String {
        "Daftar kantor menulis: “\(text)”. Lengkapi dari sertifikatnya; catatan dari daftar itu tetap disimpan."
    }
    var expiresHeading: String { "Berlaku sampai" }
    var renewFromHeading: String { "Perpanjang mulai" }
    var renewalHeading: String { "Keadaan" }
    var actHeading: String { "Dasar hukum" }
    var noRenewal: String { "tidak dapat diperpanjang" }
    var withoutEnd: String { "tanpa batas waktu" }
    func renewal(_ state: RenewalState, days: String) -> String {
        switch state {
        case .valid: "berlaku, sisa \(days) hari"
        case .renewNow: "perpanjang sekarang, sisa \(days) hari"
        case .expired: "habis \(days) hari lalu"
        case .noEnd: "berlaku tanpa batas waktu"
        case .notKnown: "tanggalnya belum diketahui"
        }
    }
    var certificatesComputed: String {
        """
        Tanggal akhir dihitung dari tanggal terbit atau tanggal penerimaan permohonan menurut aturannya; tanggal yang \
        tertulis di sertifikat selalu didahulukan. Bila aturan tidak menyebut kapan perpanjangan dimulai, kami \
        mengingatkan enam bulan sebelumnya.
        """
    }

    func legalSizeName(_ size: LegalSize) -> String {
        switch size {
        case .micro: "mikro"
        case .small: "kecil"
        case .medium: "menengah"
        case .large: "besar"
        }
    }
    func halalDuty(_ size: String, from day: String, days: String, isDuty: Bool) -> String {
        let when = isDuty ? "sejak \(day), \(days) hari lalu" : "mulai \(day), \(days) hari lagi"
        return """
            Belum ada sertifikat halal. Menurut PP 42/2024, makanan dan minuman usaha \(size) wajib bersertifikat \(when); \
            yang berbahan tidak halal cukup diberi keterangan tidak halal.
            """
    }

    func workforceAnswer(_ told: ToldWorkforce) -> String {
        let parts = [
            "\(told.total) orang", told.women.map { "\($0) perempuan" }, told.unpaid.map { "\($0) tanpa upah" },
            told.womenLeading.map { "\($0) perempuan di antara pemilik dan pimpinan" },
            told.personDays.map { "\($0) hari orang kerja (HOK) sebulan" },
        ]
        return parts.compactMap(\.self).joined(separator: "; ") + "."
    }
    var personDaysHeading: String { "Curahan kerja" }
    var personDaysUnit: String { "HOK/bulan" }
    func ladderHeading(_ line: String) -> String { "Tangga teknologi: \(line)" }
    func ladderCaption(_ line: String) -> String {
        "Tingkat yang dicapai di setiap tahap \(line), 1 (tangan) sampai 5 (terhubung)"
    }
    func ladderLowest(_ stage: String, level: String) -> String {
        "Tahap paling bawah yang diketahui: \(stage) (\(level)). Di situ mesin atau alat baru paling terasa."
    }
    var ladderUnknown: String { "Belum ada alat yang diketahui di alur ini." }
    func ladderLevel(_ number: String, _ name: String) -> String { "\(number) – \(name)" }
    var equipmentThere: String { "Alat dan mesin" }
}

extension Indonesian: CertificateWords {
    var calendarTitle: String { "Kalender perpanjangan" }
    var calendarQuestion: String { "Sertifikat siapa yang harus diperpanjang?" }
    func calendarAnswer(toRenew: String, expired: String, notKnown: String) -> String {
        "Perlu diperpanjang sekarang: \(toRenew). Sudah habis: \(expired). Belum diketahui tanggalnya: \(notKnown)."
    }
    func calendarShown(_ count: String, isMore: Bool) -> String {
        isMore ? "\(count) pertama ditampilkan." : "\(count) ditampilkan."
    }
    var calendarNone: String { "Tidak ada yang cocok dengan saringan ini." }
    var calendarEmpty: String {
        "Belum ada sertifikat yang dicatat. Buka satu perusahaan, lalu pilih “Catat sertifikat”."
    }
    var calendarCaptionBackwards: String { "Sertifikat, yang paling akhir habis di atas" }
    var calendarCaption: String { "Sertifikat, yang paling dahulu habis di atas" }
    var calendarFile: String { "Kalender untuk telepon (.ics)" }
    var standingField: String { "Yang ditampilkan" }
    func standing(_ standing: CalendarStanding) -> String {
        switch standing {
        case .renew: "perlu diperpanjang sekarang"
        case .expired: "sudah habis"
        case .within: "habis dalam beberapa bulan ini"
        case .notKnown: "tanggalnya belum diketahui"
        case .all: "semua"
        }
    }
    var monthsField: String { "Berapa bulan ke depan (untuk “habis dalam beberapa bulan ini”)" }
    var holderHeading: String { "Perusahaan" }
    func moreThan(_ count: String) -> String { "lebih dari \(count)" }
    func beginRenewal(_ kind: String, of holder: String) -> String { "Mulai perpanjang \(kind): \(holder)" }
    func lastDay(_ kind: String, of holder: String) -> String { "Hari terakhir \(kind): \(holder)" }
    func calendarText(_ number: String?, ends day: String, act: String?) -> String {
        [number.map { "Nomor \($0)." }, "Berlaku sampai \(day).", act.map { "Menurut \($0)." }]
            .compactMap(\.self).joined(separator: " ")
    }
}

import Register

extension Indonesian: AuditWords {
    var auditQuestion: String { "Siapa mengubah apa?" }

    func sentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .factsLoaded: "\(actor) memuat angka resmi."
        case .accountMade: "\(actor) membuat akun untuk \(subject)."
        case .accountRenamed: "\(actor) mengganti nama akun \(subject)."
        case .accountSuspended: "\(actor) membekukan akun \(subject)."
        case .accountRestored: "\(actor) mengaktifkan kembali akun \(subject)."
        case .hatGiven: "\(actor) memberi peran \(told["hat"]) kepada \(subject)."
        case .hatTaken: "\(actor) mencabut peran \(told["hat"]) dari \(subject)."
        case .linkMade: "\(actor) membuat tautan \(told["purpose"]) untuk \(subject)."
        case .passwordSet: "Kata sandi \(subject) dibuat oleh \(actor)."
        case .secondFactorSet: "\(actor) mengaktifkan kode perangkat untuk akun \(subject)."
        case .secondFactorRemoved: "\(actor) mematikan kode perangkat akun \(subject)."
        case .recoveryCodeUsed, .signedIn, .signedOut, .sessionEnded, .tokenMade, .tokenRevoked: doorSentence(told)
        case .personEntered: "\(actor) mencatat \(subject)."
        case .personChanged: "\(actor) mengubah data \(subject)."
        case .personErased: "\(actor) menghapus data satu orang."
        case .personShown: "\(actor) mengambil salinan data \(subject)."
        case .peopleExported: "\(actor) mengunduh daftar orang (\(told["count"]) orang)."
        case .consentGiven, .consentWithdrawn, .processingStopped: consentSentence(told)
        case .requestReceived: "\(actor) mencatat permohonan \(subject): \(told["kind"])."
        case .requestSettled: "\(actor) menanggapi permohonan \(subject) (\(told["kind"])): \(told["outcome"])."
        case .keysRotated, .jobAsked, .jobCancelled, .backupMade, .backupRestored: machineSentence(told)
        case .enterpriseEntered, .enterpriseChanged, .enterprisesMerged, .mergerUndone, .twinsToldApart,
            .enterprisesExported, .placesExported, .siinasExported, .industryMigrated, .industryReopened:
            enterpriseSentence(told)
        case .detailEntered, .detailChanged, .detailRemoved, .detailPutBack, .certificatesExported:
            detailSentence(told)
        case .photoAdded, .photoCaptioned, .photoPutFirst, .photoRemoved, .photoPutBack, .photoErased:
            photoSentence(told)
        case .productionSaved, .productionMoved: productionSentence(told)
        case .changeProposed, .changeApproved, .changeRefused, .changeWithdrawn: changeSentence(told)
        case .listBrought, .listEntered, .listUndone, .listLaidAside, .viewKept, .viewChanged, .viewRemoved:
            listSentence(told)
        case .sentraEntered, .sentraChanged, .sentraMemberAdded, .sentraMemberChanged, .sentraMemberTakenBack,
            .sentraFacilityEntered, .sentraFacilityChanged, .sentraFacilityRemoved, .sentraExported:
            sentraSentence(told)
        }
    }

    private func consentSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .consentGiven: "\(actor) mencatat persetujuan \(subject) untuk \(told["purpose"])."
        case .consentWithdrawn: "\(actor) mencatat penarikan persetujuan \(subject) untuk \(told["purpose"])."
        case .processingStopped: "\(actor) menyatakan data \(subject) tidak lagi dipakai untuk \(told["purpose"])."
        default: ""
        }
    }

    private func productionSentence(_ told: ToldEvent) -> String {
        switch told.kind {
        case .productionSaved: "\(told.actor) mengisi angka produksi \(told["production-year"]) pada \(told.subject)."
        case .productionMoved:
            "\(told.actor) \(told["move"]) angka produksi \(told["production-year"]) pada \(told.subject)."
        default: ""
        }
    }

    private func doorSentence(_ told: ToldEvent) -> String {
        let actor = told.actor
        return switch told.kind {
        case .recoveryCodeUsed: "\(actor) masuk dengan kode pemulihan."
        case .signedIn: "\(actor) masuk."
        case .signedOut: "\(actor) keluar."
        case .sessionEnded: "\(actor) menutup satu sesi."
        case .tokenMade: "\(actor) membuat token untuk program."
        case .tokenRevoked: "\(actor) mencabut satu token."
        default: ""
        }
    }

    private func machineSentence(_ told: ToldEvent) -> String {
        let actor = told.actor
        return switch told.kind {
        case .keysRotated: "\(actor) menyegel ulang \(told["sealed-anew"]) nilai dengan kunci \(told["key"])."
        case .jobAsked: "\(actor) meminta proses: \(told["kind"])."
        case .jobCancelled: "\(actor) membatalkan proses: \(told["kind"])."
        case .backupMade: "\(actor) membuat cadangan."
        case .backupRestored: "\(actor) memulihkan basis data dari cadangan."
        default: ""
        }
    }

    private func enterpriseSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .enterpriseEntered: "\(actor) mencatat perusahaan \(subject)."
        case .enterpriseChanged: "\(actor) mengubah data perusahaan \(subject)."
        case .enterprisesMerged: "\(actor) menggabungkan \(told["twin"]) ke \(subject)."
        case .mergerUndone: "\(actor) memisahkan kembali \(told["twin"]) dari \(subject)."
        case .twinsToldApart: "\(actor) menyatakan \(subject) memang berbeda dari \(told["twin"])."
        case .placesExported:
            "\(actor) mengunduh letak perusahaan (\(told["count"]) yang pemiliknya setuju, \(told["left-out"]) tidak ikut)."
        case .enterprisesExported: "\(actor) mengunduh daftar perusahaan (\(told["count"]) baris)."
        case .industryMigrated: "\(actor) menetapkan kode pengganti KBLI 2020 \(told["kbli-2020"])."
        case .industryReopened:
            "\(actor) membuka kembali KBLI 2020 \(told["kbli-2020"]): penggantinya belum ditetapkan."
        case .siinasExported: "\(actor) mengunduh bahan SIINas (\(told["count"]) baris)."
        default: ""
        }
    }

    private func sentraSentence(_ told: ToldEvent) -> String {
        let (actor, subject, member, facility) = (told.actor, told.subject, told["member"], told["facility"])
        return switch told.kind {
        case .sentraEntered: "\(actor) mencatat \(subject) sebagai sentra."
        case .sentraChanged: "\(actor) mengubah kartu \(subject)."
        case .sentraMemberAdded: "\(actor) mencatat \(member) sebagai anggota \(subject)."
        case .sentraMemberChanged: "\(actor) mengubah masa keanggotaan \(member) di \(subject)."
        case .sentraMemberTakenBack: "\(actor) membatalkan catatan keanggotaan \(member) di \(subject)."
        case .sentraFacilityEntered: "\(actor) mencatat sarana \(facility) di \(subject)."
        case .sentraFacilityChanged: "\(actor) mengubah sarana \(facility) di \(subject)."
        case .sentraFacilityRemoved: "\(actor) menghapus sarana \(facility) dari \(subject)."
        case .sentraExported: "\(actor) mengunduh daftar sentra (\(told["count"]) baris)."
        default: ""
        }
    }

    private func detailSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .detailEntered: "\(actor) mencatat \(told["detail"]) pada \(subject)."
        case .detailChanged: "\(actor) mengubah \(told["detail"]) pada \(subject)."
        case .detailRemoved: "\(actor) menghapus \(told["detail"]) dari \(subject)."
        case .detailPutBack: "\(actor) mengembalikan \(told["detail"]) pada \(subject)."
        case .certificatesExported: "\(actor) mengunduh daftar sertifikat (\(told["count"]) baris)."
        default: ""
        }
    }

    private func listSentence(_ told: ToldEvent) -> String {
        let actor = told.actor
        return switch told.kind {
        case .listBrought: "\(actor) mengunggah daftar."
        case .listEntered:
            """
            \(actor) memasukkan daftar: \(told["new"]) baru, \(told["changed"]) berubah, \(told["unchanged"]) tetap, \
            \(told["left-out"]) tidak dimasukkan.
            """
        case .listUndone:
            "\(actor) membatalkan daftar: \(told["new"]) dihapus, \(told["changed"]) dikembalikan, \(told["kept"]) dibiarkan."
        case .viewKept: "\(actor) menyimpan sebuah tampilan daftar."
        case .viewChanged: "\(actor) mengubah sebuah tampilan daftar."
        case .viewRemoved: "\(actor) menghapus sebuah tampilan daftar."
        case .listLaidAside: "\(actor) menyisihkan satu daftar."
        default: ""
        }
    }

    func eventField(_ field: String) -> String {
        switch field {
        case "display-name", "name": "Nama"
        case "sign-in-name": "Nama akun"
        case "phone": "Telepon"
        case "email": "Surel"
        case "nik-last-four": "NIK (4 angka terakhir)"
        case "scope": "Izin"
        case "ends": "Berlaku sampai"
        case "fingerprint": "Sidik jari berkas"
        case "kbli-2025": "KBLI 2025"
        case "size": "Ukuran (bita)"
        case "sha256", "rows-sha256": "SHA-256"
        case "first-day": firstDay
        case "last-day": lastDay
        case "members": membersHeading
        case "shared": "Dibagikan ke kantor"
        case "years-entered": "Tahun yang diisi lewat formulir, tidak diubah daftar"
        default: changeEventField(field) ?? registerField(field) ?? field
        }
    }
    func change(_ field: String, to new: String) -> String { "\(field): \(new)" }
    func change(_ field: String, from old: String, to new: String) -> String { "\(field): \(old) → \(new)" }
    var emptyValue: String { "(kosong)" }
    var erasedValue: String { "(sudah dihapus)" }
    var personalValue: String { "(data pribadi)" }
    func because(_ reason: String) -> String { "Alasan: \(reason)." }
    var namelessSubject: String { "(tidak bernama lagi)" }

    func auditAnswer(office: String, lines: String) -> String {
        "Buku \(office): \(lines) kejadian ditampilkan, yang terbaru di atas."
    }
    var auditNone: String { "Tidak ada kejadian yang cocok. Kurangi syarat pencariannya." }
    func chainHolds(_ number: String, on instant: String) -> String {
        "Rantai utuh sampai nomor \(number), diperiksa \(instant)."
    }
    func chainBroken(_ number: String, kind: BookFault.Kind, on instant: String) -> String {
        let what =
            switch kind {
            case .gap: "ada baris yang hilang"
            case .broken: "baris tidak menyambung"
            case .changed: "isi baris berubah"
            case .cutOff: "akhir buku tidak cocok"
            }
        return "⚠ Rantai putus di nomor \(number) (\(what)), diperiksa \(instant). Beri tahu pengelola."
    }
    func chainChecked(on instant: String) -> String {
        "Rantai terakhir diperiksa \(instant); hasilnya untuk buku ini belum diketahui."
    }
    var chainUnchecked: String {
        "Rantainya belum pernah diperiksa di sini. Pengelola memeriksanya dengan proses “Periksa jejak”, atau di konsol:"
    }
    var chainHead: String { "Ujung buku" }
    var filterHeading: String { "Saring" }
    var filterButton: String { "Tampilkan" }
    var filterAll: String { "semua" }
    func onlyAbout(_ subject: String) -> String { "Hanya tentang \(subject)." }
    var kindField: String { "Kejadian" }
    var actorField: String { "Oleh" }
    var fromField: String { "Dari tanggal" }
    var toField: String { "Sampai tanggal" }
    var pageOlder: String { "Kejadian yang lebih lama" }
    func openSubject(_ subject: EventKind.Subject) -> String {
        switch subject {
        case .account: "lihat akunnya"
        case .person: "lihat orangnya"
        case .job: "lihat prosesnya"
        case .enterprise: "lihat perusahaannya"
        case .sentra: "lihat sentranya"
        case .list: "lihat daftarnya"
        case .other: "lihat"
        }
    }
    func auditLine(_ number: String, _ instant: String) -> String { "No. \(number), \(instant)" }
    var hashHeading: String { "Sidik jari baris" }
    var eventHeading: String { "Kejadian" }
}

import Register

extension Indonesian: PeopleWords {
    var peopleQuestion: String { "Data siapa yang kami simpan?" }
    var dueNone: String { "Tidak ada permohonan atau penarikan persetujuan yang menunggu." }
    func dueSome(_ count: String, overdue: String?) -> String {
        "\(count) hal menunggu kantor" + (overdue.map { "; \($0) di antaranya sudah terlambat." } ?? ".")
    }
    func dueFirst(_ matter: String, name: String, clock: String) -> String {
        "Paling mendesak: \(matter), \(name), \(clock)."
    }
    var dueCaption: String {
        "Yang harus diselesaikan dalam 3 × 24 jam (UU 27/2022); malam dan hari libur ikut dihitung."
    }
    func dueBy(_ instant: String) -> String { "paling lambat \(instant)" }
    var personHeading: String { "Orang" }
    var matterHeading: String { "Yang diminta" }
    var receivedHeading: String { "Diterima" }
    var clockHeading: String { "Waktu" }
    var findHeading: String { "Cari dengan NIK" }
    var findLead: String {
        "NIK tidak masuk ke alamat, catatan, atau berkas. Yang ditampilkan hanya empat angka terakhir."
    }
    var findButton: String { "Cari" }
    func found(_ count: String, number: String) -> String { "\(count) orang dengan NIK \(number)" }
    var peopleAll: String { "Semua orang" }
    func peopleShown(_ count: String) -> String { "\(count) orang, menurut nama" }
    var peopleNone: String {
        "Belum ada orang yang dicatat. Mulailah dengan satu pemilik usaha, lalu catat persetujuannya."
    }
    var peopleNoMore: String { "Tidak ada orang lagi sesudah ini." }
    var pageNext: String { "Halaman berikutnya" }
    var nikHeading: String { "NIK (4 angka terakhir)" }
    var enteredHeading: String { "Dicatat" }
    var newPersonTitle: String { "Catat orang baru" }
    var newPersonLead: String {
        "Catat hanya yang diperlukan. Kontak dan NIK disimpan tersandi; persetujuan dicatat sesudahnya, satu per satu."
    }
    var newPersonButton: String { "Simpan" }
    var phoneField: String { "Telepon" }
    var emailField: String { "Surel" }
    var nikField: String { "NIK" }
    var nikHint: String { "16 angka. Disegel, dan tidak pernah ditampilkan utuh." }
    func nikKept(_ masked: String) -> String { "Tersimpan: \(masked). Kosongkan bila tidak berubah." }
    var nikRemove: String { "Hapus NIK yang tersimpan" }

    func hours(_ count: String) -> String { "\(count) jam" }
    func minutes(_ count: String) -> String { "\(count) menit" }
    func timeLeft(_ amount: String) -> String { "sisa \(amount)" }
    func overdue(_ amount: String) -> String { "terlambat \(amount)" }
    func marked(_ words: String) -> String { "⚠ \(words)" }
    var termMet: String { "selesai tepat waktu" }
    func termMetLate(_ amount: String) -> String { "selesai, terlambat \(amount)" }
}

extension Indonesian: PersonWords {
    var erasedName: String { "Data yang sudah dihapus" }
    func personErased(_ day: String) -> String {
        "Nama, kontak, dan NIK dihapus pada \(day) dan tidak dapat dikembalikan. Di bawah ini sisanya: kapan apa "
            + "disetujui dan diminta."
    }
    var personChange: String { "Ubah data" }
    var personSave: String { "Simpan" }
    var personSaveMine: String { "Simpan yang saya tulis" }
    var changedMeanwhileTitle: String { "Data ini baru saja diubah orang lain" }
    var changedMeanwhileLead: String {
        "Tulisan Anda masih ada di bawah. Sesuaikan bila perlu, lalu simpan; NIK, bila diketik, perlu diketik lagi."
    }
    var sameNow: String { "Yang tersimpan sekarang sama dengan tulisan Anda." }
    var keepTheirs: String { "Biarkan seperti yang tersimpan" }
    var differenceCaption: String { "Perbedaan" }
    var fieldHeading: String { "Isian" }
    var storedHeading: String { "Tersimpan sekarang" }
    var yoursHeading: String { "Tulisan Anda" }
    var program: String { "Tiru" }
    var copyHeading: String { "Salinan untuk orangnya" }
    var copyLead: String {
        "Setiap orang berhak atas salinan datanya (UU 27/2022). Pengambilan salinan dicatat di jejak perubahan."
    }
    var copyLink: String { "Unduh salinan semua data orang ini" }
    var personEvents: String { "Siapa mengubah data orang ini?" }
    var eraseHeading: String { "Penghapusan" }
    var eraseDestroys: String {
        "Yang dimusnahkan: nama, kontak, NIK, tempat bukti persetujuan disimpan, dan kunci yang membuka isian lama di "
            + "jejak perubahan. Tidak ada yang dapat mengembalikannya, juga pengelola. Cadangan lama masih memuatnya sampai "
            + "masa simpannya habis."
    }
    var eraseStays: String {
        "Yang tetap: bahwa ada orang yang dicatat, kapan ia menyetujui, menarik, dan meminta apa, dan siapa petugasnya. "
            + "Itu bukti kantor, tanpa nama."
    }
    var eraseUnderstood: String { "Saya mengerti bahwa ini tidak dapat dibatalkan" }
    var eraseButton: String { "Hapus data orang ini" }
    func erasureReason(_ reason: ErasureReason) -> String {
        switch reason {
        case .asked: "diminta oleh orangnya"
        case .purposeOver: "tidak diperlukan lagi"
        case .consentWithdrawn: "persetujuan ditarik"
        case .unlawful: "diperoleh atau dipakai tidak sesuai hukum"
        }
    }

    func purpose(_ purpose: Purpose) -> String {
        switch purpose {
        case .register: "daftar usaha kantor"
        case .statistics: "statistik tanpa nama"
        case .publishName: "nama di halaman publik"
        case .publishContact: "kontak di halaman publik"
        case .publishPlace: "letak usaha di peta dan data yang dibagikan"
        case .photo: "foto"
        case .comparison: "disebut dalam perbandingan"
        case .shareWithRegion: "diperlihatkan kepada daerah lain"
        case .programmes: "program dan pelatihan"
        }
    }
    func basis(_ basis: LawfulBasis) -> String {
        switch basis {
        case .consent: "dengan persetujuan"
        case .contract: "berdasarkan perjanjian"
        case .legalDuty: "kewajiban hukum, tanpa persetujuan"
        case .vitalInterest: "kepentingan vital, tanpa persetujuan"
        case .publicTask: "tugas kantor, tanpa persetujuan"
        case .legitimateInterest: "kepentingan yang sah, tanpa persetujuan"
        }
    }
    var consentsHeading: String { "Untuk apa datanya boleh dipakai" }
    var consentTitle: String { "Persetujuan orang yang baru dicatat" }
    var consentLead: String {
        "Satu tujuan, satu persetujuan. Bacakan kalimatnya dengan jelas; orang boleh menolak, dan boleh menarik kapan saja."
    }
    var consentGive: String { "Catat persetujuan" }
    var consentNever: String { "belum ada persetujuan" }
    func consentGiven(_ day: String, proof: String) -> String { "disetujui sejak \(day). Bukti: \(proof)." }
    func consentWithdrawn(_ instant: String) -> String { "ditarik \(instant)." }
    func stopBy(_ instant: String) -> String { "Berhenti memakai paling lambat \(instant)" }
    func stoppedOn(_ instant: String) -> String { "Berhenti dipakai \(instant)" }
    func stopOwed(_ purpose: String) -> String { "berhenti memakai data untuk \(purpose)" }
    var consentWithdraw: String { "Catat penarikan" }
    var processingStopped: String { "Sudah dihentikan" }
    var historyHeading: String { "Riwayat persetujuan" }
    func consentLine(
        _ act: Consent.Act, _ purpose: String, at instant: String, by name: String, proof: String
    ) -> String {
        let what =
            switch act {
            case .given: "menyetujui \(purpose) (\(proof))"
            case .withdrawn: "menarik persetujuan untuk \(purpose)"
            case .stopped: "kantor berhenti memakai data untuk \(purpose)"
            }
        return "\(instant): \(what); dicatat \(name)."
    }
    func proofKind(_ kind: Consent.Proof.Kind) -> String {
        switch kind {
        case .signedPaper: "kertas bertanda tangan"
        case .recorded: "rekaman suara"
        case .electronic: "elektronik"
        }
    }
    func proof(_ kind: String, reference: String, version: String) -> String {
        "\(kind), \(reference == "-" ? "tempatnya dihapus" : reference), kalimat versi \(version)"
    }
    var purposeField: String { "Tujuan" }
    var proofField: String { "Jenis bukti" }
    var referenceField: String { "Tempat bukti disimpan" }
    var referenceHint: String { "Misalnya: map 3, lembar 12. Tanpa NIK." }
    var wordsVersionField: String { "Versi kalimat yang dibacakan" }
    var wordsVersionHint: String { "Seperti tertulis di formulir, misalnya 2026-1." }

    var requestsHeading: String { "Permohonan orangnya" }
    var requestsNone: String { "Belum ada permohonan." }
    var requestReceive: String { "Catat permohonan" }
    var requestKindField: String { "Yang diminta" }
    func requestKind(_ kind: PersonalDataRequest.Kind) -> String {
        switch kind {
        case .access: "melihat dan mendapat salinan datanya"
        case .correction: "memperbaiki datanya"
        case .erasure: "menghapus datanya"
        case .objection: "menghentikan atau membatasi pemakaian datanya"
        case .withdrawal: "menarik persetujuan"
        case .portability: "membawa datanya ke sistem lain"
        }
    }
    func requestReceived(_ instant: String, by name: String) -> String { "diterima \(instant), dicatat \(name)." }
    func requestSettled(_ outcome: PersonalDataRequest.Outcome, _ instant: String, by name: String) -> String {
        switch outcome {
        case .answered: "Dijawab \(instant) oleh \(name)."
        case .refused(let reason): "Ditolak \(instant) oleh \(name): \(refusalReason(reason))."
        }
    }
    var requestAnswered: String { "Sudah dijawab" }
    var requestRefuse: String { "Tolak" }
    var requestRefuseLead: String {
        "Hanya alasan yang diperbolehkan undang-undang untuk permohonan ini. Sampaikan kepada orangnya."
    }
    func refusalReason(_ reason: PersonalDataRequest.Reason) -> String {
        switch reason {
        case .identityNotProven: "belum terbukti bahwa ia orang yang dimaksud"
        case .endangersSomebody: "membahayakan keselamatan atau kesehatan seseorang"
        case .disclosesOthers: "mengungkap data orang lain"
        case .nationalSecurity: "pertahanan dan keamanan nasional"
        case .legalDuty: "hukum lain mewajibkan data disimpan"
        }
    }
}

import Register

extension Indonesian: ChangeWords {
    var changesTitle: String { "Usulan perubahan" }
    func changesWaiting(_ count: String) -> String { "\(count) menunggu" }
    var changesQuestion: String { "Apa yang diusulkan pemilik usaha?" }
    var changesLead: String {
        "Usulan tidak mengubah daftar dengan sendirinya. Buka satu usulan, bandingkan, lalu kepala memutuskan."
    }
    func changesAnswer(_ count: String, _ state: ChangeRequest.State, isMore: Bool) -> String {
        let number = isMore ? "Lebih dari \(count)" : count
        return switch state {
        case .open: "\(number) usulan menunggu keputusan."
        case .approved: "\(number) usulan disetujui."
        case .refused: "\(number) usulan ditolak."
        case .withdrawn: "\(number) usulan ditarik kembali oleh pengusulnya."
        }
    }
    func changesNone(_ state: ChangeRequest.State) -> String {
        switch state {
        case .open:
            """
            Tidak ada usulan yang menunggu. Pemilik mengusulkan perubahan dari halaman usahanya; akunnya dibuat \
            administrator dengan peran pemilik usaha.
            """
        case .approved: "Belum ada usulan yang disetujui."
        case .refused: "Belum ada usulan yang ditolak."
        case .withdrawn: "Belum ada usulan yang ditarik kembali."
        }
    }
    func changesCaption(_ state: ChangeRequest.State) -> String {
        state == .open
            ? "Usulan perubahan, yang paling lama menunggu di atas" : "Usulan perubahan, yang terbaru di atas"
    }
    var changeFieldsHeading: String { "Yang diusulkan" }
    var changeMadeHeading: String { "Diusulkan" }
    var changeStateHeading: String { "Keadaan" }
    func changeState(_ state: ChangeRequest.State, isPartly: Bool) -> String {
        switch state {
        case .open: "menunggu keputusan"
        case .approved: isPartly ? "disetujui sebagian" : "disetujui"
        case .refused: "ditolak"
        case .withdrawn: "ditarik kembali"
        }
    }
    var changeOvertaken: String { "data sudah diubah sejak diusulkan" }
    var changeMerged: String { "perusahaan sudah digabung ke yang lain" }

    func changeQuestion(_ name: String) -> String { "Apa yang ingin diubah pada \(name)?" }
    func changeStands(_ state: ChangeRequest.State, isPartly: Bool, on day: String) -> String {
        switch state {
        case .open: "Usulan ini menunggu keputusan kantor sejak \(day)."
        case .approved:
            isPartly
                ? "Usulan ini disetujui sebagian pada \(day)."
                : "Usulan ini disetujui pada \(day), dan data sudah diubah."
        case .refused: "Usulan ini ditolak pada \(day). Data tidak berubah."
        case .withdrawn: "Usulan ini ditarik kembali oleh pengusulnya pada \(day). Data tidak berubah."
        }
    }
    func changeMadeBy(_ name: String, on day: String) -> String { "Diusulkan oleh \(name), \(day)." }
    func changeWhy(_ why: String) -> String { "Alasan pengusul: \(why)" }
    func changeReason(_ reason: String) -> String { "Penjelasan kantor: \(reason)" }
    var changeCaption: String { "Isian yang diusulkan" }
    var changeOldHeading: String { "Saat diusulkan" }
    var changeNewHeading: String { "Usulan" }
    var changeNowHeading: String { "Sekarang" }
    var changeStandingHeading: String { "Keterangan" }
    func standing(_ standing: ProposedField.Standing) -> String {
        switch standing {
        case .asSeen: "belum berubah sejak diusulkan"
        case .already: "sudah sama dengan usulan"
        case .changedMeanwhile: "⚠ sudah diubah orang lain"
        }
    }
    func outcome(_ outcome: ProposedField.Outcome) -> String {
        switch outcome {
        case .open: "menunggu"
        case .taken: "diterapkan"
        case .left: "tidak diterapkan"
        }
    }
    var changeMergedLead: String {
        "Perusahaan ini sudah digabung ke perusahaan lain, jadi usulannya tidak dapat diterapkan di sini. Tolak dengan penjelasan; pengusul dapat mengusulkan lagi pada perusahaan yang tetap."
    }
    var changeDecideHeading: String { "Putuskan tiap isian" }
    var changeDecideLead: String {
        "Yang diterapkan langsung mengubah daftar; isian lain tetap seperti sekarang. Isian yang sudah diubah orang lain perlu Anda pilih sendiri."
    }
    var changeChoose: String { "pilih…" }
    var changeTake: String { "terapkan usulan" }
    var changeLeave: String { "biarkan seperti sekarang" }
    var changeReasonField: String { "Penjelasan untuk pengusul" }
    var changeReasonHint: String { "Wajib kalau ada isian yang dibiarkan. Pengusul membacanya di halaman usahanya." }
    var changeApproveButton: String { "Setujui pilihan ini" }
    var changeRefuseHeading: String { "Kalau seluruh usulan tidak dapat diterima" }
    var changeRefuseButton: String { "Tolak usulan" }
    var changeWithdrawButton: String { "Tarik kembali usulan" }
    var changeHeadDecides: String { "Yang memutuskan ialah kepala." }
    var changeOpen: String { "Lihat usulan ini" }

    var ownEnterprise: String { "Usaha saya" }
    var ownChangesNone: String {
        "Belum ada usulan. Kalau ada data yang keliru atau sudah berubah, usulkan perubahannya di bawah ini."
    }
    var changeSent: String { "Usulan terkirim. Keputusan kantor akan muncul di halaman ini." }
    var proposeHeading: String { "Usulkan perubahan" }
    var proposeLead: String {
        "Perbaiki isian yang keliru dan biarkan yang lain. Data baru berubah sesudah kantor menyetujuinya."
    }
    var proposeWhyField: String { "Mengapa perlu diubah?" }
    var proposeWhyHint: String { "Misalnya: pindah tempat sejak Mei 2026." }
    var proposeButton: String { "Kirim usulan" }

    func changeRefused(_ refusal: ChangeRequestRefusal) -> String {
        switch refusal {
        case .unknownRequest: "Usulan ini tidak ada."
        case .nothingChanged: "Belum ada yang diubah. Ubah dahulu isian yang keliru, lalu kirim."
        case .alreadyProposed(let field):
            "“\(self.field(field))” sudah ada dalam usulan yang masih menunggu. Tunggu keputusannya, atau tarik kembali usulan itu dahulu."
        case .settled: "Usulan ini sudah diputuskan atau ditarik kembali; tidak ada yang diubah."
        case .undecided(let field):
            "Pilih untuk “\(self.field(field))”: terapkan usulan, atau biarkan seperti sekarang."
        case .nothingTaken: "Tidak ada isian yang diterapkan. Kalau memang begitu, tolak usulannya dengan penjelasan."
        case .reasonMissing: "Tulis penjelasannya; pengusul perlu tahu mengapa."
        case .misfit(let field): badField(field)
        case .notOwn: "Usulan hanya dapat ditarik kembali oleh pengusulnya sendiri."
        }
    }

    func changeEventField(_ field: String) -> String? {
        switch field {
        case "why": "Alasan pengusul"
        case "office-reason": "Penjelasan kantor"
        case "taken-fields": "Diterapkan"
        case "left-fields": "Tidak diterapkan"
        default: nil
        }
    }
    func changeSentence(_ told: ToldEvent) -> String {
        let (actor, subject) = (told.actor, told.subject)
        return switch told.kind {
        case .changeProposed: "\(actor) mengusulkan perubahan data \(subject)."
        case .changeApproved: "\(actor) menyetujui usulan perubahan data \(subject)."
        case .changeRefused: "\(actor) menolak usulan perubahan data \(subject)."
        case .changeWithdrawn: "\(actor) menarik kembali usulan perubahan data \(subject)."
        default: ""
        }
    }
}

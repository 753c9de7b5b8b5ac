import Register
import Storage

extension Indonesian: DoorWords {
    var houseNavigation: String { "Kantor" }
    var accountLink: String { "Akun" }
    var peopleTitle: String { "Data pribadi" }
    var auditTitle: String { "Jejak perubahan" }
    var jobsTitle: String { "Proses" }
    var operationsTitle: String { "Pengelolaan" }

    var signInTitle: String { "Masuk" }
    var signInLead: String { "Untuk petugas dan mitra kantor. Angka resmi dapat dilihat siapa pun tanpa masuk." }
    var signInNameField: String { "Nama akun" }
    var signInNameHint: String { "Huruf kecil, angka, titik, garis, atau alamat surel; tanpa spasi." }
    var passwordField: String { "Kata sandi" }
    var signInButton: String { "Masuk" }
    func signInWait(minutes: Int) -> String {
        "Terlalu banyak percobaan. Coba lagi dalam \(minutes) menit, atau minta tautan baru kepada administrator."
    }
    var codeTitle: String { "Kode dari perangkat" }
    var codeLead: String { "Tulis enam angka yang ditampilkan aplikasi di perangkat Anda, atau satu kode pemulihan." }
    var codeField: String { "Kode" }

    func linkTitle(_ purpose: OneTimeLink.Purpose) -> String {
        switch purpose {
        case .firstAdministrator: "Administrator pertama"
        case .invitation: "Selamat datang"
        case .reset: "Kata sandi baru"
        }
    }

    func linkLead(_ purpose: OneTimeLink.Purpose, name: String) -> String {
        switch purpose {
        case .firstAdministrator:
            "Tiru belum mempunyai akun. Akun ini mengatur akun lain; sesudah itu tautan ini tidak berlaku lagi."
        case .invitation: "Nama akun Anda “\(name)”. Buat kata sandi, lalu masuk."
        case .reset: "Buat kata sandi baru untuk “\(name)”. Sesi yang masih terbuka akan ditutup."
        }
    }

    var linkButton: String { "Simpan" }
    var officeField: String { "Daerah kantor" }
    var officeHint: String { "Nama, kode Kemendagri seperti 51.03, atau kode BPS seperti 5103." }
    var displayNameField: String { "Nama" }
    var newPasswordField: String { "Kata sandi baru" }
    var passwordHint: String {
        "Minimal 10 karakter; beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak."
    }
    var passwordAgainField: String { "Kata sandi baru, sekali lagi" }

    var ownAccountTitle: String { "Akun saya" }
    func ownAccountLead(name: String, signIn: String) -> String { "\(name), masuk dengan nama “\(signIn)”." }
    var saved: String { "Tersimpan." }
    var hatsHeading: String { "Peran" }
    var noHats: String { "Belum ada peran. Administrator kantor yang memberikannya." }
    func hat(_ hat: Hat, region: String) -> String {
        let who = hat.body.map { "\(role(hat.role)) (\(body($0)))" } ?? role(hat.role)
        return hat.region == .nation ? "\(who), seluruh sistem" : "\(who), \(region)"
    }
    var signOutButton: String { "Keluar" }
    var currentPasswordField: String { "Kata sandi sekarang" }
    var passwordButton: String { "Ganti kata sandi" }
    var passwordHeading: String { "Ganti kata sandi" }
    var secondFactorHeading: String { "Kode perangkat" }
    func secondFactorOn(codesLeft: String) -> String {
        "Aktif: setelah kata sandi diminta kode dari perangkat. Kode pemulihan tersisa: \(codesLeft)."
    }
    var secondFactorOff: String {
        "Belum aktif. Dengan kode dari telepon, kata sandi yang bocor saja tidak cukup untuk masuk."
    }
    var secondFactorRemove: String { "Matikan kode perangkat" }
    var secondFactorAdd: String { "Aktifkan kode perangkat" }
    var secondFactorTitle: String { "Aktifkan kode perangkat" }
    var secondFactorLead: String {
        "Masukkan kunci ini ke aplikasi kode (misalnya FreeOTP atau Google Authenticator), lalu tulis kode pertamanya."
    }
    var secondFactorConfirm: String { "Aktifkan" }
    var secondFactorAddress: String { "Kunci sebagai alamat untuk aplikasi" }
    var recoveryTitle: String { "Kode pemulihan" }
    var recoveryLead: String {
        "Cetak atau tulis kode ini dan simpan di tempat aman. Bila perangkat hilang, tiap kode hanya dapat dipakai satu kali. "
            + "Kode ini tidak ditampilkan lagi."
    }
    var sessionsHeading: String { "Sesi yang terbuka" }
    func session(program: String, address: String, lastSeen: String) -> String {
        "\(program.isEmpty ? "Peramban tidak dikenal" : program), dari \(address), terakhir \(lastSeen)."
    }
    var thisSession: String { "Sesi ini" }
    var endSession: String { "Tutup" }
    var tokensHeading: String { "Token untuk program" }
    var tokensLead: String {
        "Token dipakai program, bukan orang: dikirim sebagai “Authorization: Bearer …”. Izinnya tidak pernah melebihi peran Anda."
    }
    var tokenMake: String { "Buat token" }
    var tokenNameField: String { "Untuk apa" }
    var tokenNameHint: String { "Misalnya: laporan bulanan." }
    var tokenScopeField: String { "Izin" }
    func scope(_ scope: TokenScope) -> String { scope == .read ? "membaca" : "membaca dan mengisi" }
    var tokenDaysField: String { "Berlaku (hari)" }
    func token(_ name: String, scope: String, ends: String, lastUsed: String?) -> String {
        "\(name): \(scope), sampai \(ends), " + (lastUsed.map { "terakhir dipakai \($0)." } ?? "belum pernah dipakai.")
    }
    var tokenOnce: String { "Salin token ini sekarang; sesudah halaman ini ditutup tidak ditampilkan lagi." }
    var tokenRevoked: String { "Dicabut" }
    var tokenOver: String { "Kedaluwarsa" }
    var tokenRevoke: String { "Cabut" }
}

extension Indonesian: AccountWords {
    var accountsTitle: String { "Siapa yang boleh masuk?" }
    var accountsLead: String { "Akun di daerah Anda, dengan perannya." }
    func accountsFound(_ count: String) -> String { "\(count) akun" }
    var standingHeading: String { "Keadaan" }
    var createdHeading: String { "Dibuat" }
    func standing(_ record: AccountRecord) -> String {
        if record.account.state.standing == .suspended { return "dibekukan" }
        return record.hasPassword ? "aktif" : "diundang, belum membuat kata sandi"
    }
    func yesNo(_ isYes: Bool) -> String { isYes ? "ya" : "tidak" }
    var newAccountTitle: String { "Akun baru" }
    var newAccountLead: String { "Setelah disimpan, Anda mendapat tautan untuk diserahkan kepada pemilik akun." }
    var newAccountButton: String { "Buat akun" }
    func linkOnce(name: String) -> String {
        "Serahkan tautan ini kepada \(name), sesudah alamat situs ini. Berlaku 3 hari, satu kali, dan tidak ditampilkan lagi:"
    }
    func accountLead(signIn: String, office: String, standing: String) -> String {
        "Nama akun “\(signIn)”, kantor \(office), \(standing)."
    }
    var hatTake: String { "Cabut" }
    var hatGive: String { "Beri peran" }
    var doorHeading: String { "Cara masuk" }
    var linkExplained: String { "Tautan sekali pakai untuk membuat kata sandi; tautan sebelumnya tidak berlaku lagi." }
    var linkReset: String { "Buat tautan kata sandi baru" }
    var linkInvite: String { "Buat tautan undangan" }
    var suspendButton: String { "Bekukan akun" }
    var restoreButton: String { "Aktifkan kembali" }
    var reasonField: String { "Alasan" }
    var roleField: String { "Peran" }
    func role(_ role: Hat.Role) -> String {
        switch role {
        case .administrator: "Administrator"
        case .head: "Kepala"
        case .officer: "Petugas dinas"
        case .enumerator: "Pencacah"
        case .partner: "Mitra"
        case .sentraManager: "Pengelola sentra"
        case .owner: "Pemilik usaha"
        case .guestRegion: "Daerah tamu"
        }
    }
    var regionField: String { "Daerah" }
    var bodyField: String { "Lembaga (untuk mitra)" }
    func body(_ body: PartnerBody) -> String {
        switch body {
        case .tpPKK: "TP PKK"
        case .dekranasda: "Dekranasda"
        case .other: "lembaga lain"
        }
    }
    var subjectField: String { "Usaha atau sentra" }
    var subjectHint: String { "Hanya untuk pemilik usaha dan pengelola sentra: nomor pengenalnya." }
}

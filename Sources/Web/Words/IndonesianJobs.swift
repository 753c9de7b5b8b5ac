import Register
import Storage

extension Indonesian: JobWords {
    var wholeInstallation: String { "Seluruh instalasi" }
    func linkPurpose(_ purpose: OneTimeLink.Purpose) -> String {
        switch purpose {
        case .firstAdministrator: "administrator pertama"
        case .invitation: "undangan"
        case .reset: "kata sandi baru"
        }
    }
    func outcome(isRefused: Bool) -> String { isRefused ? "ditolak" : "dijawab" }
    func outcome(_ outcome: String, because reason: String) -> String { "\(outcome), karena \(reason)" }

    var jobsQuestion: String { "Proses apa yang sedang berjalan?" }
    var jobsIdle: String { "Tidak ada proses yang menunggu atau berjalan." }
    func jobsUnderWay(_ count: String) -> String { "\(count) proses menunggu atau berjalan." }
    var jobsNone: String { "Belum pernah ada proses yang diminta." }
    var jobsCaption: String { "Proses terakhir, yang terbaru di atas" }
    func jobKind(_ kind: String) -> String {
        switch kind {
        case "audit": "Periksa jejak"
        case "backup": "Cadangan"
        case "list-check": "Periksa daftar"
        case "list-enter": "Masukkan daftar"
        case "list-undo": "Batalkan daftar"
        case "twins-find": "Cari data ganda"
        default: kind
        }
    }
    func jobState(_ job: Job) -> String {
        switch job.state {
        case .waiting: "Menunggu giliran"
        case .running: job.isCancelWanted ? "Sedang dihentikan" : "Berjalan"
        case .done: "Selesai"
        case .failed: "Gagal"
        case .cancelled: "Dibatalkan"
        }
    }
    var jobAskHeading: String { "Jalankan proses" }
    func jobAsk(_ kind: String) -> String {
        switch kind {
        case "audit": "Periksa jejak sekarang"
        case "backup": "Buat cadangan sekarang"
        default: kind
        }
    }
    func jobExplained(_ kind: String) -> String {
        switch kind {
        case "audit": "Membaca semua buku kejadian dan memeriksa bahwa tidak ada baris yang berubah atau hilang."
        case "backup": "Menyalin seluruh basis data ke folder cadangan. Halaman tetap dapat dipakai."
        default: kind
        }
    }
    var jobKindHeading: String { "Proses" }
    var jobStateHeading: String { "Keadaan" }
    var jobAskedHeading: String { "Diminta" }
    var jobAskerHeading: String { "Oleh" }
    var jobStartedHeading: String { "Mulai" }
    var jobEndedHeading: String { "Berakhir" }
    var jobOutcomeHeading: String { "Hasil" }
    func progress(_ done: String, of wanted: String) -> String { "\(done) dari \(wanted)" }
    func progress(_ done: String) -> String { "\(done) sejauh ini" }
    var notStarted: String { "Belum mulai." }
    func secondsLeft(_ seconds: String) -> String { "kira-kira \(seconds) detik lagi" }
    func minutesLeft(_ minutes: String) -> String { "kira-kira \(minutes) menit lagi" }
    var almostDone: String { "hampir selesai" }
    var progressLabel: String { "Kemajuan" }
    func jobRefreshing(_ seconds: String) -> String { "Halaman ini memuat ulang sendiri tiap \(seconds) detik." }
    var jobStopRefreshing: String { "Berhenti memuat ulang" }
    var jobRefresh: String { "Muat ulang" }
    var jobCancel: String { "Batalkan" }
    func jobFailed(code: String) -> String {
        switch code {
        case "unknown-kind": "Gagal: server ini tidak disetel untuk proses itu. Untuk cadangan, setel foldernya."
        case "too-many-tries": "Gagal: berkali-kali terputus. Beri tahu pengelola."
        case "disk-full": "Gagal: penyimpanan penuh. Kosongkan ruang, lalu minta lagi."
        case "backup-cannot-write": "Gagal: folder cadangan tidak dapat ditulis. Periksa foldernya, lalu minta lagi."
        case "database-busy": "Gagal: basis data sedang dipakai. Minta lagi sebentar lagi."
        default: "Gagal (\(code)). Minta lagi; bila gagal lagi, sampaikan kode ini kepada pengelola."
        }
    }
    func booksChecked(_ count: String, lines: String) -> String { "\(count) buku, \(lines) baris diperiksa." }
    var booksHold: String { "Semua rantai utuh." }
    func bookBroken(_ office: String, number: String) -> String { "⚠ Rantai buku \(office) putus di nomor \(number)." }
    func backupDone(_ file: String, megabytes: String, removed: String?) -> String {
        "\(file), \(megabytes) MB." + (removed.map { " \($0) cadangan lama yang habis masa simpannya dihapus." } ?? "")
    }

    var operationsQuestion: String { "Bagaimana keadaan instalasi ini?" }
    var backupNever: String {
        "⚠ Belum pernah ada cadangan. Minta satu di halaman proses, lalu simpan salinannya di tempat lain."
    }
    func backupLast(_ instant: String, days: String?) -> String {
        "Cadangan terakhir selesai \(instant)" + (days.map { ", \($0) hari yang lalu." } ?? ".")
    }
    func keysPresent(_ number: String) -> String {
        "Kunci data pribadi tersedia; yang dipakai sekarang kunci nomor \(number)."
    }
    var keysMissing: String { "⚠ Kunci data pribadi tidak ada: data pribadi tidak dapat dibaca atau ditulis." }
    var versionHeading: String { "Versi" }
    var engineHeading: String { "Basis data" }
    func engine(_ engine: Installation.Engine) -> String {
        switch engine {
        case .sqlite: "SQLite (satu berkas)"
        case .postgres: "PostgreSQL"
        }
    }
    var schemaHeading: String { "Skema" }
    var accountsHeading: String { "Akun" }
    var booksHeading: String { "Buku kejadian" }
    var booksLead: String {
        "Catat ujung buku di luar instalasi ini, misalnya di notulen bulanan. Kelak ia membuktikan bahwa tidak ada baris "
            + "sebelumnya yang diubah."
    }
    var booksCaption: String { "Ujung tiap buku" }
    var linesHeading: String { "Baris" }
    var healthHeading: String { "Untuk program pemantau" }
    var healthLead: String { "Kedua alamat ini menjawab singkat apakah program hidup dan basis datanya menjawab:" }
}

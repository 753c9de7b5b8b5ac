import Foundation
import Register
import Storage

extension IndonesianCommand {
    func backupMade(_ backup: Backup) -> String {
        "cadangan     \(backup.file.path) (\(megabytes(backup))), sudah dibaca ulang dan utuh"
    }
    func backupsRemoved(_ count: Int) -> String { "\(count) cadangan lama dihapus" }
    func backupHolds(_ backup: Backup) -> String { "\(backup.file.path) utuh (\(megabytes(backup)))" }
    func restored(_ backup: Backup, to place: String, aside: String?) -> String {
        "\(place) dipulihkan dari \(backup.file.lastPathComponent); semua sesi diakhiri"
            + (aside.map { "\nbasis data sebelumnya disimpan sebagai \($0)" } ?? "")
    }
    func refusal(_ refused: BackupRefused) -> String {
        switch refused {
        case .missing(let path): "\(path) tidak ada atau tidak terbaca; periksa nama dan letaknya"
        case .unreadableManifest(let path): "\(path) bukan manifes cadangan; pakai cadangan lain"
        case .damaged(let path, let damage): "\(path) rusak (\(reason(damage))); pakai cadangan lain"
        case .foreign(let path): "\(path) bukan cadangan Tiru; pakai cadangan lain"
        case .newerSchema(let number): "dibuat program yang lebih baru (skema \(number)); pasang versi yang lebih baru"
        case .brokenBook(let fault):
            "buku kejadian \(fault.office.text) tidak cocok di baris \(fault.number) (\(fault.kind.rawValue)); "
                + "simpan cadangan terakhir yang utuh dan periksa siapa yang mengubah basis data"
        case .otherEngine(let engine):
            "cadangan \(engine.rawValue) tidak dapat menjadi basis data ini; ganti --database"
        case .holdsRows(let place): "\(place) berisi data dan tidak diubah; dengan --replace ia disimpan di sebelahnya"
        case .inUse(let place): "\(place) sedang dipakai; hentikan peladen lalu ulangi"
        case .alreadyThere(let path): "\(path) sudah ada; ulangi sebentar lagi"
        case .cannotWrite(let path, let reason): "\(path) tidak dapat ditulis (\(reason)); pilih folder lain"
        case .programMissing(let name): "\(name) tidak ditemukan; pasang postgresql-client"
        case .programFailed(let name, let said): "\(name) gagal: \(said)"
        case .noDatabaseNamed: "alamat peladen tidak menyebut nama basis data; contoh: postgres://pengguna@peladen/nama"
        }
    }
    private func reason(_ damage: BackupRefused.Damage) -> String {
        switch damage {
        case .size(let expected, let found): "\(found) bita, seharusnya \(expected)"
        case .hash: "sidik SHA-256 berbeda"
        case .engine(let said): said
        case .contents: "isinya lain dari manifes"
        }
    }
}

extension EnglishCommand {
    func backupMade(_ backup: Backup) -> String {
        "backup       \(backup.file.path) (\(megabytes(backup))), read back and whole"
    }
    func backupsRemoved(_ count: Int) -> String { "\(count) older backups removed" }
    func backupHolds(_ backup: Backup) -> String { "\(backup.file.path) is whole (\(megabytes(backup)))" }
    func restored(_ backup: Backup, to place: String, aside: String?) -> String {
        "\(place) restored from \(backup.file.lastPathComponent); all sessions have ended"
            + (aside.map { "\nthe previous database is kept as \($0)" } ?? "")
    }
    func refusal(_ refused: BackupRefused) -> String {
        switch refused {
        case .missing(let path): "\(path) is not there or cannot be read; check its name and place"
        case .unreadableManifest(let path): "\(path) is no manifest of a backup; take another backup"
        case .damaged(let path, let damage): "\(path) is damaged (\(reason(damage))); take another backup"
        case .foreign(let path): "\(path) is no backup of Tiru; take another one"
        case .newerSchema(let number): "made by a later program (schema \(number)); install a later version"
        case .brokenBook(let fault):
            "the book of events of \(fault.office.text) does not hold at line \(fault.number) (\(fault.kind.rawValue)); "
                + "keep the last backup that is whole and find out who changed the database"
        case .otherEngine(let engine): "a backup of \(engine.rawValue) cannot become this database; change --database"
        case .holdsRows(let place): "\(place) holds rows and was not changed; with --replace it is kept beside"
        case .inUse(let place): "\(place) is in use; stop the server and try again"
        case .alreadyThere(let path): "\(path) is there already; try again in a second"
        case .cannotWrite(let path, let reason): "\(path) cannot be written (\(reason)); choose another folder"
        case .programMissing(let name): "\(name) is not found; install postgresql-client"
        case .programFailed(let name, let said): "\(name) failed: \(said)"
        case .noDatabaseNamed: "the server's address names no database; like postgres://user@host/name"
        }
    }
    private func reason(_ damage: BackupRefused.Damage) -> String {
        switch damage {
        case .size(let expected, let found): "\(found) bytes instead of \(expected)"
        case .hash: "its SHA-256 differs"
        case .engine(let said): said
        case .contents: "it holds other rows than its manifest says"
        }
    }
}

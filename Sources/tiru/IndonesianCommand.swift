import Exchange
import Measure
import Secrets
import Server
import Storage

struct IndonesianCommand: CommandWords {
    func progress(_ step: Preparation.Step) -> String {
        switch step {
        case .opening(let path): "basis data   \(path)"
        case .reading: "membaca      data acuan dan angka resmi …"
        case .loading(let counts): "memuat       \(self.counts(counts)) …"
        case .upToDate: "data acuan   sudah mutakhir"
        case .loaded: "data acuan   selesai dimuat"
        }
    }

    func sampleEntered(_ count: Int) -> String { "contoh       \(count) perusahaan rekaan, bertanda Contoh" }
    var factsNotFound: String { "data acuan tidak ditemukan; sebutkan foldernya dengan --facts" }
    var factsRefused: String { "data acuan tidak dapat dipakai; basis data tidak berubah" }
    func more(_ count: Int) -> String { "dan \(count) lagi" }
    func place(_ problem: FactProblem) -> String {
        [problem.file, problem.line.map { "baris \($0)" }, problem.column.map { "kolom \($0)" }]
            .compactMap(\.self).joined(separator: ", ")
    }

    func reason(_ reason: FactProblem.Reason) -> String {
        switch reason {
        case .missingFile: "berkas tidak ada"
        case .heading(let expected): "judul kolom seharusnya \(expected.joined(separator: ","))"
        case .columns(let expected, let found): "\(found) kolom, seharusnya \(expected)"
        case .notCSV(let fault): "tidak terbaca sebagai CSV (\(fault.rawValue))"
        case .notANumber: "bukan angka yang boleh di sini"
        case .notACode: "bukan kode"
        case .unknownKind(let allowed): "seharusnya salah satu dari \(allowed.joined(separator: ", "))"
        case .duplicate: "sudah ada di atasnya"
        case .empty: "kosong"
        case .count(let expected, let found): "\(found) baris data, seharusnya \(expected)"
        case .sum(let expected, let found): "jumlah kolom \(amount(found)), seharusnya \(amount(expected))"
        case .unknownRegion: "tidak ada di antara daerah"
        case .unknownDistrict: "terletak di kecamatan yang tidak ada di daftar"
        case .unknownIndustry: "bukan kode KBLI versi ini"
        case .missingRow: "baris ini tidak ada"
        case .unknownColumn(let file): "kolom ini tidak ada di \(file)"
        case .changed(let expected): "isi berkas berubah (seharusnya \(expected)); pasang ulang berkas aslinya"
        }
    }

    func databaseCannotOpen(_ path: String, _ reason: String) -> String {
        "basis data \(path) tidak dapat dibuka (\(reason)); sebutkan yang lain dengan --database"
    }
    var databaseAddressUnread: String {
        "alamat basis data tidak terbaca; contoh: tiru.sqlite atau postgres://pengguna@peladen/nama?connections=8"
    }
    func databaseIsForeign(_ path: String) -> String {
        "\(path) adalah basis data program lain dan tidak disentuh; sebutkan yang lain dengan --database"
    }
    func keysRefused(_ refusal: Doorway.Refusal) -> String {
        switch refusal {
        case .keysMissing(let path):
            "berkas kunci \(path) tidak ada, padahal basis data ini disegel dengannya; pulihkan dari simpanan kunci, "
                + "atau sebutkan tempatnya dengan --keys"
        case .keys(.openToOthers(mode: _), let path):
            "berkas kunci \(path) dapat dibaca orang lain; jalankan `chmod 600 \(path)`"
        case .keys(let error, let path): "berkas kunci \(path) tidak dapat dipakai (\(error))"
        case .wrongKeys(let path, let number):
            "berkas kunci \(path) bukan milik basis data ini (kunci \(number)); sebutkan yang benar dengan --keys"
        }
    }
    func firstAdministrator(_ address: String) -> String {
        "Administrator pertama (sekali pakai, 24 jam): \(address)"
    }
    func noSuchAccount(_ name: String) -> String { "tidak ada akun “\(name.prefix(64))”" }
    func resetLink(_ path: String) -> String { "Kata sandi baru (sekali pakai, 24 jam), sesudah alamat situs: \(path)" }
    func keysRotated(number: Int, count: Int) -> String {
        "kunci \(number) berlaku; \(count) nilai disegel ulang. Jalankan lagi peladen."
    }
    func cannotListen(_ place: String, _ reason: String) -> String { "tidak dapat melayani di \(place): \(reason)" }
    func portTaken(next: Int) -> String { "port sudah dipakai; coba --port \(next)" }
    var fine: String { "baik " }
    var wrong: String { "salah" }
    func subject(_ subject: Server.Doctor.Finding.Subject) -> String {
        switch subject {
        case .database: "basis data"
        case .facts: "data acuan"
        case .agreement: "kecocokan "
        }
    }
    func counts(_ counts: FactCounts) -> String {
        """
        \(counts.regions) daerah, \(counts.areas) kecamatan, desa dan kelurahan, \(counts.industries) kode industri, \
        \(counts.products) baris PDRB
        """
    }
    func databaseMissing(_ path: String) -> String { "\(path) tidak ada: jalankan `tiru demo`" }
    func remedy(_ trouble: Server.Doctor.Trouble) -> String {
        switch trouble {
        case .databaseCannotOpen(let reason): "\(reason); sebutkan berkas lain dengan --database"
        case .databaseIsForeign: "milik program lain; sebutkan berkas lain dengan --database"
        case .databaseIsDamaged(let signs):
            "berkas rusak (\(signs.first ?? "")); pulihkan cadangan, atau hapus lalu jalankan `tiru demo`"
        case .databaseIsEmpty: "belum ada data acuan: jalankan `tiru demo`"
        case .countsDiffer: "jumlahnya lain dari yang dimuat: pulihkan cadangan, atau hapus lalu jalankan `tiru demo`"
        case .factsMissing: "folder data acuan tidak ditemukan: sebutkan dengan --facts"
        case .factsDamaged(let problems): FactReport.lines(problems, self).joined(separator: "\n       ")
        case .factsAreNewer: "berkas berubah sejak dimuat: jalankan `tiru demo`"
        }
    }
}

/// An amount of a file with two decimals, as files write it.
func amount(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

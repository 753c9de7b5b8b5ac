import Register
import Secrets

extension Indonesian: RefusalWords {
    var refusalTitle: String { "Ada isian yang perlu diperbaiki" }
    var pageUnknownTitle: String { "Halaman ini tidak ada" }
    var choices: String { "Mungkin yang dimaksud:" }
    var faultTitle: String { "Ada yang salah di pihak kami" }
    func fault(_ id: String) -> String {
        "Periksa dahulu apakah isian Anda sudah tersimpan, lalu coba lagi; bila terulang, sebutkan nomor \(id) kepada pengelola."
    }
    var backToStart: String { "Ke halaman depan" }

    func sentence(_ refusal: RequestRefusal) -> String {
        switch refusal {
        case .malformedQuery(let text): "Alamat tidak dapat dibaca pada “\(text)”. Tulis ulang bagian itu."
        case .repeatedField(let field): "Isian “\(field)” diberikan dua kali. Sisakan satu."
        case .unknownField(let field, let allowed):
            "Isian “\(field)” tidak dikenal. Yang dikenal: \(allowed.joined(separator: ", "))."
        case .missing(let field): "Isian “\(field)” belum diberikan."
        case .unknownRegion(let field, let value, _):
            "Daerah “\(value)” (isian “\(field)”) tidak dikenal. Tulis nama, kode Kemendagri seperti 51.03, "
                + "atau kode BPS seperti 5103."
        case .ambiguousRegion(let field, let value, let choices):
            "“\(value)” (isian “\(field)”) bisa berarti \(choices.count) daerah. Pilih salah satu."
        case .notAllowed(let field, let value, let allowed):
            "“\(value)” tidak tersedia untuk isian “\(field)”. Yang boleh: \(allowed.joined(separator: ", "))."
        case .notANumber(let field, let value, let allowed):
            "Isian “\(field)” harus berupa angka \(allowed.lowerBound) sampai \(allowed.upperBound), bukan “\(value)”."
        case .notAWhole(let field, let value, let allowed):
            "Isian “\(field)” harus bilangan bulat \(allowed.lowerBound) sampai \(allowed.upperBound), bukan “\(value)”."
        case .tooLong(let field, let limit): "Isian “\(field)” terlalu panjang. Batasnya \(limit) karakter."
        case .province(let field, let value, _):
            "“\(value)” (isian “\(field)”) adalah provinsi. Pilih salah satu kabupaten atau kotanya."
        case .outOfRange(let field, let value, let allowed):
            "Isian “\(field)” = \(value) di luar batas. Yang boleh: \(allowed.lowerBound) sampai \(allowed.upperBound)."
        case .noFigures(let field, let region, let year, let available):
            "Tidak ada angka \(year) untuk \(region?.name ?? "daerah ini") (isian “\(field)”). Yang ada: "
                + "\(available.map(String.init).joined(separator: ", "))."
        case .candidateIsHome(let value): "Calon tuan rumah (“\(value)”) sama dengan daerah kita. Pilih yang lain."
        case .noWeight: "Semua bobot nol. Beri setidaknya satu bobot di atas nol."
        case .notTogether(let field, let other): standingTogether(field, other)
        case .unknownPage(let path): "Tidak ada halaman di \(path)."
        case .methodNotAllowed(let method, let allowed):
            "Halaman ini tidak menerima \(method). Yang boleh: \(allowed.joined(separator: ", "))."
        case .lengthRequired: "Kiriman ditolak karena ukurannya tidak disebutkan."
        case .tooLarge(let limit): "Kiriman terlalu besar. Batasnya \(limit) byte."
        case .door(let door): message(door)
        case .badEntry(_, let why): message(why)
        case .notDone(let why): message(why)
        }
    }

    private func message(_ refusal: DoorRefusal) -> String {
        switch refusal {
        case .signInNeeded: "Halaman ini hanya untuk yang sudah masuk. Masuk dahulu, atau kirim token."
        case .forbidden(let reason): message(reason)
        case .outOfScope: "Token ini tidak dibuat untuk itu. Buat token dengan izin yang sesuai di halaman akun."
        case .formExpired: "Formulir ini sudah kedaluwarsa. Buka halamannya lagi, lalu kirim sekali lagi."
        case .unsupportedForm: "Kiriman ini bukan formulir. Kirim sebagai application/x-www-form-urlencoded."
        case .tooMany(let seconds): "Terlalu banyak permintaan. Coba lagi dalam \(seconds) detik."
        case .unavailable(let why): message(why)
        }
    }

    private func message(_ reason: AccessRefusal) -> String {
        switch reason {
        case .noHat: "Akun ini belum diberi peran. Minta kepada administrator kantor."
        case .role: "Peran Anda tidak mencakup ini. Bila perlu, minta kepada administrator kantor."
        case .region: "Ini di luar daerah Anda."
        case .subject: "Ini milik usaha atau sentra lain."
        case .notShared: "Ini belum dibagikan kepada daerah Anda. Minta kepada kantor pemiliknya."
        }
    }

    private func message(_ why: DoorRefusal.Unavailable) -> String {
        switch why {
        case .busy: "Basis data sedang dipakai. Tidak ada yang tersimpan; coba lagi sebentar lagi."
        case .diskFull: "Penyimpanan penuh. Tidak ada yang tersimpan; beri tahu pengelola."
        case .readOnly: "Basis data hanya dapat dibaca. Tidak ada yang tersimpan; beri tahu pengelola."
        case .unreachable: "Basis data tidak terjangkau. Tidak ada yang tersimpan; coba lagi sebentar lagi."
        case .outcomeUnknown:
            "Sambungan terputus saat menyimpan. Mungkin sudah tersimpan: periksa dahulu sebelum mengirim lagi."
        }
    }

    private func message(_ why: BadEntry) -> String {
        switch why {
        case .signInName(let refusal): message(refusal)
        case .displayName: "Tulis nama yang ditampilkan, 1 sampai 100 karakter."
        case .password(.short):
            "Kata sandi minimal \(PasswordRule.leastCharacters) karakter. Beberapa kata lebih mudah diingat."
        case .password(.long): "Kata sandi terlalu panjang."
        case .password(.accountName): "Kata sandi tidak boleh memuat nama akun."
        case .password(.common): "Kata sandi ini mudah ditebak. Pakai beberapa kata yang tidak berhubungan."
        case .passwordsDiffer: "Kedua kata sandi tidak sama. Ketik ulang."
        case .notRight: "Nama, kata sandi, atau kode tidak cocok. Periksa lalu coba lagi."
        case .number(let refusal): message(refusal)
        case .hat(.subjectMissing): "Peran ini memerlukan usaha atau sentra."
        case .hat(.subjectNotWanted): "Peran ini tidak memakai usaha atau sentra."
        case .hat(.bodyMissing): "Sebutkan lembaga asal mitra."
        case .hat(.bodyNotWanted): "Hanya mitra yang memakai lembaga asal."
        case .email: "Alamat surel tidak terbaca. Contoh: nama@contoh.id."
        case .phone: "Nomor telepon terdiri dari 6 sampai 20 angka, spasi, dan tanda hubung."
        case .numberMisplaced: "Ada NIK di dalam teks ini. Tulis NIK hanya di kolomnya sendiri, yang disimpan tersandi."
        case .proof: "Persetujuan memerlukan bukti: tempat menyimpannya dan versi kalimat yang dibacakan."
        case .notConfirmed: "Centang dahulu bahwa Anda mengerti akibatnya."
        case .days(let range): "Sebutkan \(range.lowerBound) sampai \(range.upperBound) hari."
        case .enterprise(.name): badEnterpriseName
        case .enterprise(let field): badField(field)
        case .sentra(let field): badSentraField(field)
        case .facility(let field): badFacilityField(field)
        case .day: badDay
        case .lastDay: badLastDay
        case .detail(let field): badDetail(field)
        case .picture(let refusal): pictureRefused(refusal)
        case .photoCaption: badPhotoCaption
        case .decision(let refusal): badDecision(refusal)
        case .change(let refusal): changeRefused(refusal)
        }
    }

    private func message(_ refusal: SignInNameRefusal) -> String {
        switch refusal {
        case .tooShort: "Nama akun minimal 3 karakter."
        case .tooLong: "Nama akun paling panjang 64 karakter."
        case .space: "Nama akun tanpa spasi."
        case .control: "Nama akun memuat tanda yang tidak terlihat. Ketik ulang."
        case .mixedScript, .otherScript: "Nama akun memakai huruf Latin saja."
        case .sign: "Nama akun hanya memakai huruf, angka, titik, garis, dan @."
        case .start: "Nama akun diawali huruf atau angka."
        }
    }

    private func message(_ refusal: NIKRefusal) -> String {
        switch refusal {
        case .sign: "NIK hanya memuat angka."
        case .rounded:
            "NIK ini sudah dibulatkan oleh lembar kerja (Excel) (seperti 3,6E+15). Ambil dari dokumen aslinya."
        case .length: "NIK harus terdiri dari 16 angka."
        case .place: "Enam angka pertama NIK bukan kode wilayah."
        case .day: "Angka ke-7 dan ke-8 NIK bukan tanggal (01–31, atau 41–71 untuk perempuan)."
        case .month: "Angka ke-9 dan ke-10 NIK bukan bulan (01–12)."
        case .serial: "Empat angka terakhir NIK tidak boleh 0000."
        }
    }

    private func message(_ why: NotDone) -> String {
        switch why {
        case .nameTaken: "Nama akun ini sudah dipakai. Pilih yang lain."
        case .lastAdministrator: "Ini administrator terakhir. Angkat administrator lain dahulu."
        case .ownAccount: "Akun sendiri diubah oleh administrator lain."
        case .already: "Keadaannya sudah demikian; tidak ada yang diubah."
        case .unknownAccount: "Akun ini tidak ada."
        case .linkOver: "Tautan ini sudah dipakai atau kedaluwarsa. Minta tautan baru kepada administrator."
        case .unknownPerson: "Orang ini tidak ada dalam daftar."
        case .erased: "Data orang ini sudah dihapus."
        case .changedMeanwhile: "Orang lain sudah mengubahnya lebih dahulu. Bandingkan, lalu simpan lagi."
        case .unknownRegion(let code): "Daerah \(code) tidak ada di data acuan."
        case .request(.alreadyAnswered): "Permohonan ini sudah dijawab."
        case .request(.alreadyRefused): "Permohonan ini sudah ditolak; yang masih mungkin hanya menjawabnya."
        case .request(.reasonNotOpen): "Permohonan jenis ini tidak boleh ditolak dengan alasan itu (UU 27/2022)."
        case .request(.tooEarly): "Waktunya sebelum permohonan diterima. Periksa jam komputer."
        case .beyondOwnRegion: "Peran hanya dapat diberikan di dalam daerah Anda sendiri."
        case .beyondReach:
            "Akun ini juga memegang peran di luar daerah Anda. Yang membuka dan menutupnya ialah yang berhak memberi peran itu."
        case .jobOver: "Proses ini sudah selesai."
        case .unknownEnterprise: enterpriseUnknown
        case .mergedAlready: "Data ini sudah digabung ke perusahaan lain. Bukalah perusahaan itu."
        case .changedSinceMerger:
            "Perusahaan ini sudah diubah sesudah penggabungan, jadi tidak dapat dipisahkan lagi. Catat kembarannya sebagai perusahaan baru."
        case .view(let why): message(why)
        case .photo(let refused): photoRefused(refused)
        case .many(let why): message(why)
        case .unknownPair: "Pasangan ini tidak ada lagi. Cari data ganda sekali lagi."
        case .unknownSentra: sentraUnknown
        case .alreadyMember(let name): alreadyMember(name)
        case .unknownDetail: detailUnknown
        case .detailGone: detailGone
        case .sameGroupIsThere: sameGroupIsThere
        case .numberTaken(let number): numberTaken(number)
        case .change(let refusal): changeRefused(refusal)
        case .fileGone: "Berkas daftar ini belum diperiksa, atau sudah tidak disimpan."
        case .columnTwice(let field): "Dua kolom dibaca sebagai “\(self.field(field))”. Pilih satu saja."
        }
    }
}

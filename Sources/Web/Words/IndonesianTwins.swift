import Register

extension Indonesian: TwinWords {
    var twinsTitle: String { "Data ganda" }
    var twinsQuestion: String { "Perusahaan mana yang mungkin tercatat dua kali?" }
    var twinsLead: String {
        "Satu perusahaan kadang tercatat dengan dua ejaan. Bandingkan keduanya, lalu gabungkan, atau nyatakan memang berbeda."
    }
    func twinsAnswer(_ count: String, isMore: Bool) -> String {
        isMore ? "Lebih dari \(count) pasangan perlu diputuskan." : "\(count) pasangan perlu diputuskan."
    }
    var twinsNone: String { "Tidak ada pasangan yang perlu diputuskan." }
    var twinsNeverSought: String { "Data ganda belum pernah dicari. Tekan tombol di bawah untuk mulai." }
    var twinsSeeking: String { "Sedang mencari data ganda. Peramban boleh ditutup." }
    var twinsStopped: String { "Pencarian dihentikan. Yang ditemukan pencarian sebelumnya tetap ada." }
    func twinsFailed(_ code: String) -> String { "Pencarian terakhir gagal (\(code)). Cobalah sekali lagi." }
    var twinsSeek: String { "Cari data ganda" }
    var twinsSeekAgain: String { "Cari sekali lagi" }
    var twinsCaption: String { "Pasangan yang mungkin satu perusahaan, yang paling mungkin di atas" }
    var firstTwinHeading: String { "Yang satu" }
    var secondTwinHeading: String { "Yang lain" }
    var likelyHeading: String { "Kemungkinan" }
    var evidenceHeading: String { "Alasan" }
    func evidence(_ kind: TwinReason.Kind, likeness: String) -> String {
        switch kind {
        case .sameNIB: "NIB sama"
        case .nearNIB: "NIB hampir sama"
        case .otherNIB: "NIB berbeda"
        case .namesAlike: "nama mirip (\(likeness))"
        case .namesDiffer: "nama kurang mirip (\(likeness))"
        case .otherNumber: "nomor dalam nama berbeda"
        case .sameOwner: "pemilik sama"
        case .ownersAlike: "nama pemilik mirip (\(likeness))"
        case .otherOwner: "pemilik berbeda"
        case .samePhone: "telepon sama"
        case .nearPhone: "telepon hampir sama"
        case .otherPhone: "telepon berbeda"
        case .sameVillage: "desa/kelurahan sama"
        case .sameDistrict: "kecamatan sama"
        case .otherDistrict: "kecamatan berbeda"
        case .otherRegency: "kabupaten/kota berbeda"
        case .sameIndustry: "KBLI sama"
        case .sameGroup: "golongan KBLI sama"
        case .otherIndustry: "KBLI berbeda"
        case .sameStreet: "alamat sama"
        case .otherStreet: "alamat berbeda"
        }
    }
    func evidenceFor(_ evidence: String) -> String { "Mendukung: \(evidence)." }
    func evidenceAgainst(_ evidence: String) -> String { "Menentang: \(evidence)." }
    var evidenceHidden: String { "Alasan tentang pemilik dan telepon hanya untuk yang berhak." }

    var pairQuestion: String { "Apakah keduanya satu perusahaan?" }
    func pairAnswer(_ share: String) -> String { "Kemungkinannya \(share)." }
    func almostSurely(_ share: String) -> String { "lebih dari \(share)" }
    var pairExplained: String {
        "Kemungkinan dihitung dari kesamaan dan perbedaan di bawah. Kata yang jarang dalam daftar berbobot lebih besar daripada kata yang umum. Yang memutuskan tetap kantor Anda."
    }
    var pairCaption: String { "Kedua data berdampingan" }
    var pairFieldHeading: String { "Isian" }
    var pairDifferenceHeading: String { "Perbandingan" }
    var pairDiffers: String { "berbeda" }
    var pairSpelling: String { "ejaan berbeda" }
    var pairOnlyOne: String { "hanya di satu" }
    var pairSame: String { "sama" }
    var pairYears: String { "Tahun yang ada angkanya" }
    var mergeHeading: String { "Kalau keduanya satu perusahaan" }
    var mergeLead: String {
        "Data yang tetap mengambil isian, tahun, dan sertifikat yang belum dimilikinya dari kembarannya. Isian yang berbeda tidak ditimpa. Penggabungan dapat dibatalkan selama data yang tetap belum diubah lagi."
    }
    var mergeWhichStays: String { "Yang mana yang tetap?" }
    var mergeButton: String { "Gabungkan" }
    var differentLead: String { "Kalau keduanya dua perusahaan, pasangan ini tidak ditanyakan lagi." }
    var differentButton: String { "Memang berbeda" }
    var pairSettledDifferent: String { "Sudah diputuskan: memang dua perusahaan." }
    var pairSettledMerged: String { "Sudah diputuskan: digabungkan." }

    func mergedHere(_ name: String) -> String { "\(name) digabung ke sini." }
    var partButton: String { "Pisahkan kembali" }
}

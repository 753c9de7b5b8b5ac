extension Indonesian: HostsWords {
    var hostsTitle: String { "Siapa yang patut ditiru?" }
    func hostsTitle(home: String) -> String { "Siapa yang patut ditiru oleh \(home)?" }
    var hostsAsk: String {
        "Sebutkan daerah Anda. Tiru mencari daerah yang susunan ekonominya paling mirip, lalu menunjukkan "
            + "di sampingnya siapa yang industrinya lebih maju."
    }
    var homeField: String { "Daerah kita" }
    var homeHint: String { "nama atau kode, misalnya Badung, 51.03, atau 5103" }
    var candidateField: String { "Calon tuan rumah" }
    var candidateHint: String { "boleh kosong; selalu ditampilkan di tempatnya, sejauh apa pun" }
    var yearField: String { "Tahun" }
    var methodField: String { "Ukuran jarak" }
    var limitField: String { "Banyaknya" }
    var provincesField: String { "Provinsi" }
    var allProvinces: String { "semua provinsi" }
    var otherProvinces: String { "di luar provinsi sendiri" }
    var kindsField: String { "Jenis daerah" }
    var allKinds: String { "kabupaten dan kota" }
    var onlyRegencies: String { "kabupaten saja" }
    var onlyCities: String { "kota saja" }
    var changeQuestion: String { "Ubah pertanyaan" }
    var changeWeights: String { "Ubah bobot" }
    var weightNear: String { "Mirip susunannya" }
    var weightPerResident: String { "Unggul nilai tambah per penduduk" }
    var weightGrowth: String { "Unggul pertumbuhan" }
    var weightClose: String { "Dekat di peta" }
    var weightHint: String { "0–10; hanya perbandingannya yang berarti" }
    func weightsSentence(_ weights: String) -> String { "Bobot alasan: \(weights)." }

    var rankHeading: String { "Peringkat" }
    var distanceHeading: String { "Jarak susunan" }
    var partsHeading: String { "Yang membuat jarak" }
    var perResidentHeading: String { "Nilai tambah industri per penduduk" }
    var perResidentUnit: String { "juta rupiah" }
    var growthHeading: String { "Pertumbuhan 2013–2019" }
    var pandemicHeading: String { "2020 (pandemi)" }
    var shareHeading: String { "Pangsa industri" }
    var quotientHeading: String { "LQ industri" }
    var kilometresHeading: String { "Jarak peta" }
    var homeRow: String { "daerah kita" }

    var nearestHeading: String { "Yang paling mirip" }
    var shortlistHeading: String { "Daftar pendek, dengan alasan" }
    var structureHeading: String { "Susunan ekonomi berdampingan" }
    var mapHeading: String { "Di peta" }
    var leadHeading: String { "Kemiripan dan keunggulan" }
    var partOfDistance: String { "Bagian dari jarak" }
    var difference: String { "Selisih" }
    var mapLegend: String { "Titik kelabu: kabupaten dan kota lain." }
}

extension Indonesian: HostSentences {
    func nearestSentence(_ names: String, home: String, year: String) -> String {
        "Daerah yang susunan ekonominya paling mirip dengan \(home) pada \(year): \(names)."
    }
    func firstToAsk(_ name: String, reasons: String) -> String {
        "Yang patut ditanya lebih dulu: \(name). \(reasons)"
    }
    var nobodyBetter: String {
        "Tidak ada daerah yang cukup mirip dan industrinya lebih maju menurut angka ini. Perluas "
            + "pilihannya, atau ubah bobotnya."
    }
    func stability(_ stable: String, of listed: String) -> String {
        "Seberapa pasti: \(stable) dari \(listed) daerah itu termasuk sepuluh yang paling mirip se-Indonesia menurut kelima ukuran jarak."
    }
    func nothingListed(compared: String) -> String {
        "Tidak ada daerah yang cocok dengan pilihan ini di antara \(compared) daerah yang dibandingkan. "
            + "Longgarkan pilihan provinsi atau jenis daerah."
    }
    func candidateSentence(_ name: String, band: String) -> String { "\(name): \(band)." }
    func rankBand(_ rank: String, _ spread: RankSpread) -> String {
        "peringkat \(rank) dari \(spread.compared) (\(spread.methods) menurut lima ukuran jarak pada "
            + "\(spread.year); \(spread.all) bila semua tahun \(spread.years) dihitung)"
    }
    func shortBand(_ spread: RankSpread) -> String {
        "\(spread.methods); semua tahun \(spread.all)"
    }
    func structureReason(distance: String, band: String) -> String {
        "Susunannya mirip: jarak \(distance), \(band)."
    }
    func levelReason(_ own: String, ratio: String, home: String, homeFigure: String) -> String {
        "Nilai tambah industri per penduduk Rp\(own) juta, \(ratio) kali \(home) (Rp\(homeFigure) juta)."
    }
    func levelFromNothing(_ own: String, home: String) -> String {
        "Nilai tambah industri per penduduk Rp\(own) juta; di \(home) tercatat 0."
    }
    func growthReason(_ growth: ComparedGrowth) -> String {
        let own = "Industrinya \(growth.hasShrunk ? "menyusut" : "tumbuh") \(growth.own) selama 2013–2019"
        // Of two that shrank, or one, "faster" would say the opposite of what is meant.
        if growth.hasShrunk || growth.hasHomeShrunk {
            return "\(own); di \(growth.home) \(growth.hasHomeShrunk ? "menyusut" : "tumbuh") \(growth.homeFigure)."
        }
        let order =
            switch growth.order {
            case .faster: "lebih cepat daripada"
            case .slower: "lebih lambat daripada"
            case .alike: "setara dengan"
            }
        return "\(own), \(order) \(growth.home) (\(growth.homeFigure))."
    }
    var levelIsDoubtful: String { "Angka per penduduk ini meragukan, jadi tidak ikut dinilai." }
    var growthIsDoubtful: String { "Angka pertumbuhan ini meragukan, jadi tidak ikut dinilai." }
    func closeReason(kilometres: String, home: String) -> String {
        "Jaraknya \(kilometres) km garis lurus dari \(home)."
    }
    func scoreSentence(_ score: String, near: String, better: String, close: String) -> String {
        "Skor \(score): rata-rata geometris berbobot dari mirip \(near), lebih baik \(better), dan dekat \(close)."
    }
    func slightlyAlike(distance: String, band: String) -> String {
        "Susunannya agak mirip: jarak \(distance), \(band)."
    }
    func timesHome(_ ratio: String) -> String { "\(ratio) × kita" }
    func caption(nearest count: String, home: String, method: String, year: String) -> String {
        "\(count) daerah yang susunan ekonominya paling mirip dengan \(home), \(method), \(year). Peringkat "
            + "diikuti rentangnya: lima ukuran jarak; semua tahun."
    }
    func structureCaption(_ home: String, _ other: String, year: String) -> String {
        "Pangsa tujuh belas lapangan usaha di \(home) dan \(other), \(year)"
    }
    func leadCaption(_ home: String) -> String {
        "Makin ke kiri makin mirip \(home); makin ke atas makin besar nilai tambah industri per penduduk"
    }
    func mapCaption(_ home: String) -> String { "Letak \(home) dan daerah yang mirip" }
    func structureSentence(_ home: String, _ other: String, parts: String) -> String {
        "Yang paling membedakan \(home) dan \(other): \(parts)."
    }
    func restsOnDoubt(_ name: String, cells: String) -> String {
        "Perbandingan dengan \(name) bersandar pada angka yang meragukan: \(cells)."
    }
    func homeIsDoubtful(_ name: String, cells: String) -> String {
        "Angka daerah kita sendiri, \(name), ada yang meragukan: \(cells)."
    }
    func andMore(_ count: String) -> String { "dan \(count) lagi" }
    func count(_ shown: String, of all: String) -> String { "\(shown) dari \(all) daerah" }
    func doubtfulCell(_ industry: String, year: String, value: String, rule: String) -> String {
        "\(industry) \(year) = \(value) miliar (\(rule))"
    }
    func seeCandidate(_ name: String) -> String { "Jadikan \(name) calon tuan rumah" }
    var notScored: String {
        "Pangsa dan LQ diperlihatkan tetapi tidak dinilai, karena keduanya sudah ikut dalam jarak."
    }
    var bandExplanation: String {
        "Peringkat selalu di antara semua daerah yang punya angka, apa pun pilihan provinsi dan jenisnya. "
            + "Rentang menunjukkan peringkat terkecil dan terbesar bila ukuran jarak atau tahunnya lain."
    }
    var shortlistExplanation: String {
        "Mirip: 1 bila susunannya sama, 0 di luar sepersepuluh daerah yang paling mirip. Lebih baik: "
            + "keunggulan per penduduk (penuh pada 4 kali) dan keunggulan pertumbuhan (penuh pada 30 poin "
            + "persen), menurut bobotnya. Dekat: 1 di tempat, separuh setiap 500 km. Ketiganya dikalikan "
            + "dengan bobot sebagai pangkat; yang tidak lebih baik, atau nilai tambah per "
            + "penduduknya lebih kecil daripada kita, tidak masuk daftar. Keunggulan yang bersandar pada angka "
            + "meragukan tidak dihitung."
    }
    var structureOnly: String {
        "Kemiripan hanya dihitung dari susunan: pangsa tujuh belas lapangan usaha dalam PDRB. Kinerja tidak "
            + "ikut menentukan siapa yang mirip."
    }
    var noExperiment: String {
        "Daerah yang lebih maju belum tentu maju karena kebijakannya: angka ini menunjukkan siapa yang patut "
            + "ditanya, bukan apa sebabnya."
    }
}

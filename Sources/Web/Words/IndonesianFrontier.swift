import Benchmarking
import Compare

extension Indonesian: FrontierWords {
    func frontierTitle(_ file: String) -> String { "Siapa dapat belajar dari siapa? \(file)" }
    func unitsAndColumns(units: String, inputs: String, outputs: String) -> String {
        "\(units) unit. Yang dipakai: \(inputs). Yang dihasilkan: \(outputs)."
    }
    func technology(_ technology: FrontierQuestion.Technology, _ orientation: RadialOrientation) -> String {
        let against =
            orientation == .output
            ? "Setiap unit disandingkan dengan hasil terbaik dari bahan dan tenaga yang sama"
            : "Setiap unit disandingkan dengan pemakaian terhemat untuk hasil yang sama"
        return switch technology {
        case .mixtures(.variable): "\(against), di antara campuran unit seukuran (VRS)."
        case .mixtures(.constant): "\(against), di antara campuran unit dan kelipatannya (CRS)."
        case .mixtures(.nonIncreasing): "\(against), di antara campuran unit dan yang lebih kecil (NIRS)."
        case .mixtures(.nonDecreasing): "\(against), di antara campuran unit dan yang lebih besar (NDRS)."
        case .seenOnly: "\(against), di antara unit yang sungguh ada, tanpa campuran (FDH)."
        }
    }
    func medianShare(_ share: String, robust: String?, order: String, _ orientation: RadialOrientation) -> String {
        let what =
            orientation == .output
            ? "Unit yang di tengah (median) menghasilkan \(share) dari hasil yang terbaik"
            : "Unit yang di tengah (median) cukup memakai \(share) dari yang dipakainya"
        let beside = robust.map {
            "; terhadap yang terbaik dari \(order) unit sebanding yang diambil acak (order-m): \($0)"
        }
        return what + (beside ?? "") + "."
    }
    func sampleTells(units: String, columns: String, effective: String) -> String {
        "Makin banyak kolom, makin sedikit yang dapat disimpulkan: \(units) unit dengan \(columns) kolom seteliti kira-kira "
            + "\(effective) unit dalam perhitungan yang bentuk rumusnya sudah diketahui."
    }
    func proven(residual: String) -> String {
        "Setiap capaian dibuktikan dengan menjumlah ulang; selisih hitungan terbesar \(residual)."
    }
    func withoutScore(_ units: String) -> String {
        "\(units) unit tidak mendapat angka: tidak menghasilkan apa-apa, atau angkanya tidak terbukti."
    }
    func groupSentence(_ group: GroupWording) -> String {
        let interval = group.interval.map { " (\($0))" } ?? ""
        let size = group.size.map { "; \($0) hilang karena ukuran usaha" } ?? ""
        return
            "\(group.name) (\(group.units) unit): rata-rata \(group.home) di belakang yang terbaik di kelompok sendiri; "
            + "kelompoknya \(group.elsewhere)\(interval) di belakang kelompok lain\(size)."
    }
    func tooFewInGroup(_ name: String, units: String, least: String) -> String {
        "\(name) (\(units) unit): belum cukup unit yang sebanding; perlu paling sedikit \(least)."
    }
    func tooFewUnits(units: String, least: String, columns: String) -> String {
        "Belum cukup unit yang sebanding: \(units) unit untuk \(columns) kolom, perlu paling sedikit \(least) "
            + "yang berbeda (jumlah masukan × keluaran, atau tiga kali jumlah kolom). Tambah unit atau kurangi kolom."
    }
    func teachers(_ list: String) -> String { "Teladan: \(list)." }
    func advice(_ advice: GroupOnFrontier.Advice) -> String {
        switch advice {
        case .learnAtHome: "Belajar dulu di rumah."
        case .learnElsewhere: "Belajar ke kelompok lain dapat membuahkan hasil."
        case .gapUnclear: "Selisih ke kelompok lain belum pasti: bisa kebetulan."
        case .changeSize: "Yang paling menentukan ialah ukuran usaha."
        case .isAhead: "Hampir tidak ada yang tertinggal; layak menjadi guru."
        case .tooFewUnits: "Belum cukup unit yang sebanding."
        }
    }
    func shortAdvice(_ advice: GroupOnFrontier.Advice) -> String {
        switch advice {
        case .learnAtHome: "di rumah dulu"
        case .learnElsewhere: "ke kelompok lain"
        case .gapUnclear: "belum pasti"
        case .changeSize: "ubah ukuran"
        case .isAhead: "terdepan"
        case .tooFewUnits: "belum cukup unit"
        }
    }
    func equalSizeCaution(size: String, draws: String) -> String {
        "Kelompok besar tampak lebih maju hanya karena banyaknya; maka jarak ke kelompok lain dihitung dari \(draws) undian "
            + "dengan \(size) unit dari setiap kelompok. Dalam kurung: di antara mana 95 % undian itu berada."
    }
    func bootstrapCaution(replicates: String, seed: String) -> String {
        "Selang: bootstrap Simar–Wilson, \(replicates) ulangan, benih \(seed), 95 %."
    }
    var noBootstrapCaution: String { "Tanpa selang: tambahkan --bootstrap 2000." }
    var flatteryCaution: String {
        "Capaian ini menyanjung: yang terbaik di antara yang terdata belum tentu yang terbaik yang mungkin. "
            + "Selisih bukan sebab; tanah, cuaca, dan mutu yang tidak tercatat ikut di dalamnya."
    }
    var slackCaution: String { "Sasaran sudah termasuk yang masih tersisa (slack), tiap kolom dibagi rata-ratanya." }
    func rest(_ units: String) -> String { "dan \(units) unit lagi: --format csv" }

    var groupsCaption: String { "Tiga selisih, per kelompok" }
    func unitsCaption(_ shown: String) -> String { "Unit dengan selisih terbesar (\(shown))" }
    var groupHeading: String { "Kelompok" }
    var unitHeading: String { "Unit" }
    var unitCount: String { "n" }
    var homeGap: String { "di rumah" }
    var elsewhereGap: String { "kelompok lain" }
    var equalSizeGap: String { "bila n sama (95 %)" }
    var sizeGap: String { "ukuran" }
    var teacherHeading: String { "teladan" }
    var adviceHeading: String { "belajar" }
    var reachedHeading: String { "capaian" }
    func robustHeading(_ order: String) -> String { "order-m (\(order))" }
    var returnsHeading: String { "bila membesar" }
    func returns(_ returns: ScaleScore.Returns) -> String {
        switch returns {
        case .increasing: "lebih hemat"
        case .constant: "tetap"
        case .decreasing: "lebih boros"
        }
    }
    var peersHeading: String { "teladan" }
    func target(_ column: String) -> String { "sasaran \(column)" }
}

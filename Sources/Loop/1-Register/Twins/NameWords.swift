/// What the words of a name are taken for.
enum NameWords {
    enum Meaning {
        case form(LegalForm)
        /// Says that it is a business, not which.
        case trade
        case title
        /// A title where it stands first, or is written with a point.
        case titleInFront
        case formInFront(LegalForm)
        /// An abbreviation, a number in words: written so.
        case written([UInt8])
    }

    static let meanings: [WordLetters: Meaning] = {
        var meanings: [WordLetters: Meaning] = [:]
        for (form, words) in forms { for word in words { meanings[WordLetters(word)] = .form(form) } }
        for (word, form) in formsInFront { meanings[WordLetters(word)] = .formInFront(form) }
        for word in ["ikm", "umkm", "ukm", "usaha", "toko", "tk"] { meanings[WordLetters(word)] = .trade }
        for word in titles { meanings[WordLetters(word)] = .title }
        for word in ["i", "ni", "h"] { meanings[WordLetters(word)] = .titleInFront }
        for (short, long) in abbreviations { meanings[WordLetters(short)] = .written(Array(long.utf8)) }
        for (place, word) in numbers.enumerated() { meanings[WordLetters(word)] = .written(Array("\(place + 1)".utf8)) }
        return meanings
    }()

    private static let forms: [LegalForm: [String]] = [
        .tradingBusiness: ["ud"], .limitedPartnership: ["cv"], .partnership: ["firma"], .company: ["pt"],
        .cooperative: ["koperasi", "kop", "ksu", "kud"], .jointGroup: ["kub", "kube", "kelompok"],
        .foundation: ["yayasan", "yys"], .villageEnterprise: ["bumdes", "bumdesa"],
    ]
    /// Elsewhere they may be part of a name.
    private static let formsInFront: [(String, LegalForm)] = [("pd", .tradingBusiness), ("fa", .partnership)]

    private static let titles = [
        "hj", "hi", "haji", "hajah", "hajjah", "ir", "drs", "dra", "dr", "drg", "prof", "kh", "ust", "ustad", "ustadz",
        "bapak", "bpk", "pak", "ibu", "bu", "sdr", "sdri", "sdra", "tn", "ny", "nn", "alm", "almh", "andi", "daeng",
        "dg",
    ]

    private static let abbreviations: [(String, String)] = [
        ("muh", "muhamad"), ("moh", "muhamad"), ("mohamad", "muhamad"), ("muhammad", "muhamad"),
        ("mohammad", "muhamad"), ("mochamad", "muhamad"), ("mochammad", "muhamad"), ("mohd", "muhamad"),
        ("muhd", "muhamad"), ("abd", "abdul"), ("st", "siti"), ("sitti", "siti"), ("wyn", "wayan"), ("wy", "wayan"),
        ("md", "made"), ("nym", "nyoman"), ("nyn", "nyoman"), ("kt", "ketut"), ("ktt", "ketut"), ("gd", "gede"),
        ("kd", "kadek"), ("kmg", "komang"), ("lh", "luh"), ("gst", "gusti"), ("dw", "dewa"), ("agng", "agung"),
        ("dan", ""), ("and", ""),
    ]

    private static let numbers = [
        "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh",
    ]

    /// Roman figures at the end of a name.
    static let roman: [WordLetters: [UInt8]] = {
        var roman: [WordLetters: [UInt8]] = [:]
        for (place, figure) in ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"].enumerated() {
            roman[WordLetters(figure)] = Array("\(place + 1)".utf8)
        }
        return roman
    }()

    /// Academic degrees, points left out. They go where they are written with points or behind a comma.
    static let degrees = Set(
        [
            "se", "sh", "st", "si", "sp", "spd", "spdi", "sag", "sos", "ssos", "skom", "ssi", "shut", "skep", "sfarm",
            "spsi", "sip", "ssn", "sds", "spt", "sthi", "stp", "shum", "sgz", "spi", "skm", "mm", "mh", "mt", "mp",
            "msi",
            "mpd", "mkes", "mkom", "mak", "msc", "ma", "ba", "bsc", "ap", "amd", "ak", "phd", "sst", "mba", "mhum",
        ].map { WordLetters($0) })

    static let light = Set(
        [
            "wayan", "made", "nyoman", "ketut", "putu", "gede", "kadek", "komang", "luh", "iluh", "gusti", "ayu",
            "agung",
            "dewa", "anak", "ida", "bagus", "nengah", "kompiang", "desak", "muhamad", "abdul", "siti", "nur", "sri",
        ].map { WordLetters($0) })

    /// Words that every register has many times; a small register cannot know it from its own counts.
    static let common = Set(
        [
            "jaya", "sari", "makmur", "abadi", "mandiri", "karya", "putra", "putri", "utama", "berkah", "sejahtera",
            "baru", "indah", "rasa", "dewi", "bali", "makasar", "tenun", "songket", "batik", "konveksi", "jahit",
            "penjahit", "roti", "kue", "tahu", "tempe", "kopi", "keripik", "kripik", "kerupuk", "kerajinan", "mebel",
            "perak", "anyaman", "busana", "bordir", "sutra", "dapur", "warung", "rumah", "industri", "maju", "bersama",
            "mulia", "murni", "lestari", "sentosa", "sumber", "agung", "bunga", "mekar", "cahaya", "sinar", "bintang",
        ].map { WordLetters($0) })
}

public import Register

/// The three fields of the sample.
public enum SampleField: String, Sendable, CaseIterable {
    case clothing, food, craft
}

/// A trade of the sample register, with the official ratios that its figures keep to.
public struct SampleTrade: Sendable {
    public let field: SampleField
    public let industry: IndustryCode
    /// In the office's words.
    public let branch: String
    let products: [String]
    let unit: String
    /// Rupiah for a unit.
    let price: Double
    /// Product of the input–output table and what it says: value added in output, and pay in value added.
    public let product: String
    public let valueAddedRatio: Double
    public let labourShare: Double
    /// Pay in micro enterprises as a share of the minimum wage; an assumption.
    let pay: Double
    /// Share of women among the workers; an assumption.
    let women: Double
    /// How frequent it is in Badung and in Makassar; an assumption.
    let weights: [RegionCode: Int]
    /// Whether the best makes 28 times as much as the last, as was found among weavers.
    let isUneven: Bool

    /// - Source: BPS, Tabel Input-Output Indonesia 2016 (185 products): value added and pay of the product named
    public static let all: [SampleTrade] = rows.compactMap { SampleTrade($0) }

    private static let rows = [
        Row(
            field: .clothing, code: "13121", branch: "Tenun", products: ["Kain endek", "Kain sutra"],
            sold: ("m", 180_000), official: ("078", 0.3051, 0.4213), people: (0.35, 0.9), weights: (14, 12)),
        Row(
            field: .clothing, code: "13122", branch: "Tenun ikat", products: ["Songket", "Kain ikat"],
            sold: ("lembar", 900_000), official: ("078", 0.3051, 0.4213), people: (0.35, 0.92), weights: (8, 4)),
        Row(
            field: .clothing, code: "13134", branch: "Batik", products: ["Batik tulis", "Batik cap"],
            sold: ("lembar", 350_000), official: ("078", 0.3051, 0.4213), people: (0.45, 0.7), weights: (4, 3)),
        Row(
            field: .clothing, code: "14111", branch: "Konveksi", products: ["Kemeja", "Kebaya", "Seragam"],
            sold: ("potong", 120_000), official: ("082", 0.3541, 0.5292), people: (0.55, 0.65), weights: (10, 12)),
        Row(
            field: .clothing, code: "14120", branch: "Penjahitan", products: ["Jahitan pesanan"],
            sold: ("potong", 200_000), official: ("082", 0.3541, 0.5292), people: (0.5, 0.6), weights: (7, 8)),
        Row(
            field: .clothing, code: "15121", branch: "Barang kulit", products: ["Tas kulit", "Dompet kulit"],
            sold: ("buah", 250_000), official: ("084", 0.4383, 0.6117), people: (0.5, 0.4), weights: (4, 2)),
        Row(
            field: .food, code: "10710", branch: "Roti dan kue", products: ["Roti manis", "Kue kering", "Jajan pasar"],
            sold: ("kg", 60_000), official: ("064", 0.4461, 0.3722), people: (0.5, 0.75), weights: (10, 14)),
        Row(
            field: .food, code: "10391", branch: "Tempe", products: ["Tempe"],
            sold: ("kg", 16_000), official: ("070", 0.3370, 0.3449), people: (0.45, 0.45), weights: (3, 5)),
        Row(
            field: .food, code: "10392", branch: "Tahu", products: ["Tahu putih", "Tahu goreng"],
            sold: ("kg", 14_000), official: ("070", 0.3370, 0.3449), people: (0.45, 0.4), weights: (3, 5)),
        Row(
            field: .food, code: "10794", branch: "Kerupuk dan keripik", products: ["Keripik pisang", "Kerupuk ikan"],
            sold: ("kg", 55_000), official: ("071", 0.3468, 0.3187), people: (0.4, 0.7), weights: (8, 9)),
        Row(
            field: .food, code: "10761", branch: "Kopi", products: ["Kopi bubuk"],
            sold: ("kg", 110_000), official: ("068", 0.2826, 0.2152), people: (0.5, 0.4), weights: (5, 4)),
        Row(
            field: .food, code: "10211", branch: "Ikan kering", products: ["Ikan asin", "Ikan teri kering"],
            sold: ("kg", 70_000), official: ("055", 0.2993, 0.3996), people: (0.4, 0.5), weights: (2, 8)),
        Row(
            field: .food, code: "11040", branch: "Minuman", products: ["Sirup markisa", "Loloh cemcem"],
            sold: ("botol", 25_000), official: ("074", 0.3936, 0.6690), people: (0.45, 0.6), weights: (3, 5)),
        Row(
            field: .craft, code: "16291", branch: "Anyaman bambu", products: ["Keben", "Bakul bambu"],
            sold: ("buah", 45_000), official: ("089", 0.4115, 0.4261), people: (0.3, 0.6), weights: (8, 3)),
        Row(
            field: .craft, code: "23932", branch: "Gerabah", products: ["Guci", "Pot bunga"],
            sold: ("buah", 60_000), official: ("112", 0.4051, 0.5945), people: (0.35, 0.45), weights: (3, 3)),
        Row(
            field: .craft, code: "31001", branch: "Mebel kayu", products: ["Kursi", "Lemari"],
            sold: ("buah", 1_500_000), official: ("137", 0.4173, 0.5023), people: (0.6, 0.15), weights: (4, 6)),
        Row(
            field: .craft, code: "32112", branch: "Perhiasan perak", products: ["Cincin perak", "Gelang perak"],
            sold: ("buah", 400_000), official: ("138", 0.3136, 0.5519), people: (0.6, 0.35), weights: (7, 3)),
        Row(
            field: .craft, code: "32903", branch: "Kerajinan lain", products: ["Hiasan kerang", "Cendera mata"],
            sold: ("buah", 50_000), official: ("143", 0.4690, 0.5961), people: (0.4, 0.55), weights: (6, 4)),
    ]

    private init?(_ row: Row) {
        guard let industry = IndustryCode(.kbli2020, row.code) else { return nil }
        self.industry = industry
        field = row.field
        branch = row.branch
        products = row.products
        (unit, price) = row.sold
        (product, valueAddedRatio, labourShare) = row.official
        (pay, women) = row.people
        weights = [SampleRegister.badung: row.weights.0, SampleRegister.makassar: row.weights.1]
        isUneven = row.branch.hasPrefix("Tenun")
    }

    private struct Row {
        let field: SampleField
        let code: String
        let branch: String
        let products: [String]
        let sold: (String, Double)
        let official: (String, Double, Double)
        let people: (Double, Double)
        let weights: (Int, Int)
    }
}

/// Monthly minimum wages of the sample's two regions.
///
/// Official are Badung 2025 and Makassar 2024. Both rose by 6.5 % from 2024 to 2025; for the years before a rise of 4 %
/// a year is assumed.
/// - Source: SK Gubernur Bali 946/03-M/HK/2024; for Makassar press reports of 2024
enum SampleWages {
    static func minimum(of region: RegionCode, in year: Int) -> Double {
        let of2024 = region == SampleRegister.badung ? 3_534_338.88 / 1.065 : 3_643_321
        return (year..<2024).reduce(of2024) { wage, _ in wage / 1.04 }
    }
}

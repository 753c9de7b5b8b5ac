import Benchmarking
import Register

/// Invented names, each marked as an example: "(Contoh)".
struct SampleNames {
    static let mark = "(Contoh)"
    private var taken: Set<String> = []

    /// A name that no other enterprise of the sample has.
    mutating func enterprise(_ trade: SampleTrade, using random: inout RandomStream) -> (name: String, form: LegalForm?)
    {
        let form = random.uniform() < 0.45 ? Self.forms[random.index(below: Self.forms.count)] : nil
        var words = [
            Self.first[random.index(below: Self.first.count)], Self.second[random.index(below: Self.second.count)],
        ]
        if random.uniform() < 0.5 {
            words.insert(trade.branch.split(separator: " ").first.map(String.init) ?? "", at: 0)
        }
        let bare = words.joined(separator: " ")
        var name = bare
        var number = 2
        while !taken.insert(name).inserted {
            name = "\(bare) \(number)"
            number += 1
        }
        return ([form?.text, name, Self.mark].compactMap(\.self).joined(separator: " "), form?.form)
    }

    static func owner(in region: RegionCode, sex: Sex, using random: inout RandomStream) -> String {
        func pick(_ names: [String]) -> String { names[random.index(below: names.count)] }
        if region == SampleRegister.badung {
            let family = pick(sex == .woman ? balineseWomen : balineseMen)
            return "\(sex == .woman ? "Ni" : "I") \(pick(births)) \(family) \(mark)"
        }
        let title = random.uniform() < 0.2 ? (sex == .woman ? "Hj. " : "H. ") : ""
        return title + "\(pick(sex == .woman ? makassarWomen : makassarMen)) \(pick(makassarFamilies)) \(mark)"
    }

    private static let forms: [(text: String, form: LegalForm)] = [
        ("UD", .tradingBusiness), ("UD.", .tradingBusiness), ("CV", .limitedPartnership), ("KUB", .jointGroup),
        ("UD", .tradingBusiness), ("CV.", .limitedPartnership),
    ]
    private static let first = [
        "Amerta", "Angsana", "Asri", "Bintaro", "Cempaka", "Dahlia", "Elang", "Flamboyan", "Gading", "Hikmah", "Ijo",
        "Jempiring", "Kamboja", "Kenari", "Lontar", "Madani", "Merak", "Nusantara", "Ombak", "Pandan", "Pelita",
        "Rembulan", "Sandat", "Sagara", "Sekar", "Tunjung", "Usaha", "Wisnu", "Yudistira", "Zamrud", "Anggrek", "Bayu",
        "Ceria", "Damai", "Embun", "Fajar", "Giri", "Harum", "Indra", "Jelita", "Kirana", "Lembayung",
    ]
    private static let second = [
        "Abadi", "Agung", "Asih", "Bahagia", "Bersinar", "Cemerlang", "Dana", "Elok", "Guna", "Hijau", "Indah", "Jaya",
        "Karya", "Laksana", "Makmur", "Mandiri", "Nirmala", "Pratama", "Raya", "Sakti", "Sentosa", "Sejati", "Tama",
        "Utama", "Wangi", "Widya", "Permai", "Lestari", "Kencana", "Bestari",
    ]
    private static let births = ["Wayan", "Made", "Nyoman", "Ketut", "Putu", "Kadek", "Komang", "Luh"]
    private static let balineseWomen = [
        "Asrini", "Budiasih", "Citrawati", "Damayanti", "Ekasari", "Gunawati", "Jelantini", "Kertiasih", "Lasmini",
        "Mudiasih", "Nilawati", "Purnami", "Rasniti", "Sumiasih", "Tirtawati", "Wiratni",
    ]
    private static let balineseMen = [
        "Arnawa", "Budiana", "Cakra", "Darmika", "Edi Artana", "Gelgel", "Jaksa", "Kertayasa", "Lanus", "Mudita",
        "Nuada", "Purna", "Rudita", "Sumadi", "Tirtayasa", "Wirata",
    ]
    private static let makassarWomen = [
        "Asma", "Bungawati", "Cahaya", "Darmawati", "Eda", "Fausiah", "Hartati", "Intang", "Jumiati", "Kamariah",
        "Lina", "Maryam", "Nurhayati", "Rahmatia", "Sitti Aminah", "Tenri",
    ]
    private static let makassarMen = [
        "Anwar", "Basir", "Cakkari", "Dahlan", "Efendi", "Firman", "Hamka", "Ilyas", "Jufri", "Kadir", "Lukman",
        "Mansyur",
        "Nasrun", "Ridwan", "Sangkala", "Tajuddin",
    ]
    private static let makassarFamilies = [
        "Bonto", "Campagaya", "Dampang", "Gassa", "Jalle", "Kulle", "Lallo", "Manai", "Nojeng", "Pasang", "Rala",
        "Sarro",
        "Tarru", "Usman", "Wahab", "Yunus",
    ]
}

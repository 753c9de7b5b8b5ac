import Foundation

/// The words that invented firms and owners are made of.
enum TwinWords {
    enum Culture { case balinese, bugis, javanese }

    /// With the code of KBLI 2020; frequent ones first.
    static let products: [(String, String)] = [
        ("Tenun", "13121"), ("Kue", "10710"), ("Keripik", "10794"), ("Konveksi", "14111"), ("Batik", "13134"),
        ("Tahu", "10392"), ("Tempe", "10391"), ("Roti", "10710"), ("Kopi", "10761"), ("Songket", "13122"),
        ("Anyaman", "16291"), ("Mebel", "31001"), ("Penjahit", "14120"), ("Bordir", "14302"), ("Perak", "32112"),
        ("Gerabah", "23932"), ("Ikan Kering", "10211"), ("Sutra", "13121"), ("Kerupuk", "10794"), ("Abon", "10750"),
        ("Ukiran", "16293"), ("Tas Kulit", "15121"), ("Pandai Besi", "25932"), ("Sirup", "11040"),
    ]

    static let brands = [
        "Sari", "Jaya", "Makmur", "Karya", "Abadi", "Putra", "Rasa", "Mandiri", "Indah", "Utama", "Dewi", "Berkah",
        "Sejahtera", "Baru", "Putri", "Mekar", "Lestari", "Bunga", "Cahaya", "Sinar", "Bersama", "Maju", "Mulia",
        "Murni", "Sumber", "Rejeki", "Bintang", "Harapan", "Kencana", "Mutiara", "Melati", "Anugerah", "Bali", "Puspa",
        "Kartika", "Surya", "Candra", "Amanah", "Barokah", "Citra", "Nusa", "Wangi", "Gemilang", "Pertiwi", "Ratna",
        "Cempaka", "Teratai", "Padma", "Dharma", "Guna", "Sentosa", "Tunas", "Bina", "Usada", "Merta", "Amerta",
        "Kusuma", "Angsoka", "Sekar", "Taman", "Pelangi", "Samudra", "Losari", "Pinisi", "Celebes", "Galesong",
        "Turatea",
        "Bajeng", "Mattoangin", "Sipakatau", "Sipatuo", "Madani", "Fajar", "Zaitun", "Safira", "Vania", "Nirwana",
        "Permata", "Zamrud", "Intan", "Berlian", "Rahayu", "Widya", "Tirta", "Segara", "Giri", "Windu", "Purnama",
    ]

    static let firstNames = [
        "Muhammad", "Siti", "Nur", "Abdul", "Ahmad", "Sri", "Dewi", "Budi", "Rahmat", "Hasnah", "Syamsuddin", "Ramli",
        "Agus", "Rina", "Yusuf", "Fatimah", "Zainal", "Rosmini", "Haris", "Salma", "Idris", "Jumriah", "Arifin", "Nani",
        "Sulaiman", "Hamzah", "Kartini", "Bambang", "Eko", "Tri", "Endang", "Suparman", "Wahyuni", "Mulyadi", "Faisal",
        "Rusli", "Hasan", "Saleh", "Mariani", "Suryani", "Kasmawati", "Darmawan", "Erna", "Fitriani", "Gunawan",
        "Halim",
    ]

    static func lastNames(_ culture: Culture) -> [String] {
        switch culture {
        case .balinese:
            [
                "Sudana", "Suardana", "Sukerti", "Astawa", "Sudiarta", "Widiani", "Suarniti", "Wirawan", "Artini",
                "Sukarya", "Mertayasa", "Suartini", "Rasmini", "Dharmawan", "Yasa", "Sumerta", "Puspawati", "Budiasa",
                "Suweta", "Kariasih", "Adnyana", "Parwati", "Sutama", "Ardana", "Murniati", "Winaya", "Pasek", "Sujana",
            ]
        case .bugis:
            [
                "Ngalle", "Tompo", "Rahman", "Baharuddin", "Mappiare", "Sila", "Nassa", "Tayang", "Hamid", "Basri",
                "Kanang", "Latif", "Mangemba", "Patoppoi", "Rurung", "Sitaba", "Amiruddin", "Lolo", "Tutu", "Caya",
                "Makkasau", "Pabeta", "Nompo", "Situju", "Bado", "Laja", "Rewa", "Gassing",
            ]
        case .javanese:
            [
                "Santoso", "Wibowo", "Rahayu", "Utomo", "Lestari", "Prasetyo", "Hidayat", "Susanti", "Nugroho",
                "Setiawan",
                "Wulandari", "Purnomo", "Handayani", "Subagyo", "Hartono", "Suryadi", "Yuliani", "Widodo", "Kusnadi",
                "Haryanto", "Mulyono", "Iskandar", "Maryati", "Sugiarto", "Pranoto", "Saputra", "Astuti", "Wijaya",
            ]
        }
    }

    static let streets = [
        "Raya Kapal", "Gatot Subroto", "Sudirman", "Diponegoro", "Veteran", "Pahlawan", "Merdeka", "Melati", "Mawar",
        "Kenanga", "Hasanuddin", "Pettarani", "Cendrawasih", "Kakatua", "Rajawali", "Sunset Road", "Pantai Indah",
        "Tukad Badung", "Gunung Agung", "Teuku Umar", "Ahmad Yani", "Imam Bonjol", "Kartini", "Pemuda",
    ]

    /// A name nobody else has, most likely: two to four syllables.
    static func rareName(_ dice: inout Dice) -> String {
        let starts = [
            "s", "m", "k", "t", "p", "b", "d", "g", "r", "l", "n", "w", "j", "c", "ng", "ny", "tr", "pr", "kr",
        ]
        let vowels = ["a", "i", "u", "e", "o", "a", "a", "i"]
        let ends = ["", "", "", "n", "r", "s", "ng", "k", "m", "t", "h"]
        let count = 2 + dice.below(2)
        let syllables = (0..<count).map { _ in dice.pick(starts) + dice.pick(vowels) }
        let name = syllables.joined() + dice.pick(ends)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}

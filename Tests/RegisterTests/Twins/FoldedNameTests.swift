import Register
import Testing

struct FoldedNameTests {
    @Test(arguments: [
        ("UD. Hj. Koernia Djaja", ["kurnia", "jaya"]),
        ("kurnia jaya, UD", ["kurnia", "jaya"]),
        ("I WAYAN SUDANA, S.E., M.Si", ["wayan", "sudana"]),
        ("Sudirman S.Sos", ["sudirman"]),
        ("Ni Luh Ayu", ["luh", "ayu"]),
        ("Ni Pt. Sari", ["putu", "sari"]),
        ("Hi. Muh. Yusuf Dg. Ngalle", ["muhamad", "yusuf", "ngale"]),
        ("Bpk. Abd. Rahman", ["abdul", "rahman"]),
        ("Dua Putri", ["2", "putri"]),
        ("Sari Rasa II", ["sari", "rasa", "2"]),
        ("Sari-Rasa2", ["sari", "rasa", "2"]),
        ("Tjahaja & Soerja", ["cahaya", "surya"]),
        ("Pa’batang", ["pabatang"]),
        ("Café  Nusantara", ["cafe", "nusantara"]),
        ("Banjar Anjar", ["banyar", "anyar"]),
        ("Jaja", ["jaja"]),
    ])
    func `titles, forms, accents and old spelling fall away`(name: String, words: [String]) {
        #expect(FoldedName(name).words == words)
    }

    @Test(
        arguments: [
            ("C.V. Maju", [.limitedPartnership]), ("Maju", []), ("Toko Maju", []),
            ("KUB Tenun Koperasi", [.jointGroup, .cooperative]), ("Fa. Lima", [.partnership]), ("Rumah Fa", []),
            ("PD Sinar", [.tradingBusiness]),
        ] as [(String, Set<LegalForm>)])
    func `legal forms are a set of their own`(name: String, forms: Set<LegalForm>) {
        #expect(FoldedName(name).forms == forms)
    }

    @Test(arguments: ["Andi", "Toko", "CV", "H.", "Bu", "I", "2", "PT. Andi", "Usaha Toko", "寿司"])
    func `a name of nothing but titles keeps its words`(name: String) {
        #expect(!FoldedName(name).words.isEmpty)
    }

    @Test(arguments: ["", " ", "-.,&", "'"])
    func `what has no letter has no word`(name: String) {
        #expect(FoldedName(name).words.isEmpty)
    }

    @Test func `a folded name folds to itself`() {
        for name in ["UD. Hj. Koernia Djaja", "Sari Rasa II", "Hi. Muh. Yusuf", "CV. Tenun Ni Luh"] {
            let folded = FoldedName(name)
            #expect(FoldedName(folded.words.joined(separator: " ")).words == folded.words)
        }
    }

    @Test func `blanks do not make two keys, other words do`() {
        #expect(FoldedName("UD Sari Rasa").key == FoldedName("Sarirasa").key)
        #expect(FoldedName("Sari Rasa").key != FoldedName("Sari Murni").key)
    }

    @Test func `the order of birth weighs little`() {
        #expect(FoldedName.isLight("wayan"))
        #expect(!FoldedName.isLight("sudana"))
    }
}

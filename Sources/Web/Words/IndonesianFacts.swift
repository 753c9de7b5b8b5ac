import Benchmarking
import Measure
import Register

extension Indonesian: FactWords {
    func name(_ industry: IndustrySection) -> String {
        switch industry {
        case .agriculture: "Pertanian, kehutanan, dan perikanan"
        case .mining: "Pertambangan dan penggalian"
        case .manufacturing: "Industri pengolahan"
        case .electricityAndGas: "Pengadaan listrik dan gas"
        case .waterAndWaste: "Pengadaan air dan pengelolaan sampah"
        case .construction: "Konstruksi"
        case .trade: "Perdagangan dan reparasi kendaraan"
        case .transport: "Transportasi dan pergudangan"
        case .accommodationAndFood: "Penyediaan akomodasi dan makan minum"
        case .informationAndCommunication: "Informasi dan komunikasi"
        case .finance: "Jasa keuangan dan asuransi"
        case .realEstate: "Real estat"
        case .businessServices: "Jasa perusahaan"
        case .publicAdministration: "Administrasi pemerintahan"
        case .education: "Jasa pendidikan"
        case .healthAndSocialWork: "Jasa kesehatan dan kegiatan sosial"
        case .otherServices: "Jasa lainnya"
        }
    }

    func shortName(_ industry: IndustrySection) -> String {
        switch industry {
        case .agriculture: "pertanian"
        case .mining: "pertambangan"
        case .manufacturing: "industri pengolahan"
        case .electricityAndGas: "listrik dan gas"
        case .waterAndWaste: "air dan sampah"
        case .construction: "konstruksi"
        case .trade: "perdagangan"
        case .transport: "transportasi"
        case .accommodationAndFood: "akomodasi dan makan minum"
        case .informationAndCommunication: "informasi dan komunikasi"
        case .finance: "keuangan"
        case .realEstate: "real estat"
        case .businessServices: "jasa perusahaan"
        case .publicAdministration: "pemerintahan"
        case .education: "pendidikan"
        case .healthAndSocialWork: "kesehatan"
        case .otherServices: "jasa lainnya"
        }
    }

    func name(_ method: StructuralDistance) -> String {
        switch method {
        case .euclidean: "Euklides atas pangsa"
        case .brayCurtis: "Bray–Curtis (Krugman)"
        case .hellinger: "Hellinger"
        case .standardised: "Euklides, pangsa dibakukan"
        case .cosine: "Kosinus"
        }
    }

    func explanation(_ method: StructuralDistance) -> String {
        switch method {
        case .euclidean:
            "akar jumlah kuadrat selisih pangsa tujuh belas lapangan usaha; yang besar paling menentukan"
        case .brayCurtis:
            "setengah jumlah selisih mutlak pangsa: bagian ekonomi yang harus pindah lapangan usaha agar "
                + "sama; dua kalinya adalah indeks Krugman"
        case .hellinger:
            "selisih akar pangsa; lapangan usaha kecil lebih diperhatikan"
        case .standardised:
            "setiap selisih dibagi simpangan bakunya di seluruh daerah, jadi semua lapangan usaha setara"
        case .cosine:
            "satu kurang kosinus sudut antara dua susunan; hanya perbandingan antarpangsa yang dihitung"
        }
    }

    func kind(_ kind: Region.Kind) -> String {
        switch kind {
        case .province: "provinsi"
        case .regency: "kabupaten"
        case .city: "kota"
        }
    }

    func rule(_ rule: PlausibilityRule) -> String {
        switch rule {
        case .totalIsNotSum: "jumlah tidak sama dengan penjumlahan lapangan usaha"
        case .farFromOwnMedian: "lebih dari 3,5 kali, atau kurang dari 1/3,5, nilai tengah daerah sendiri"
        case .seriesBreaks: "deret terputus: hampir nol, padahal tahun lain berarti"
        case .spike: "jauh dari tahun sebelum dan sesudahnya"
        case .structureBreaks: "susunan tahun ini jauh dari tahun sebelum dan sesudahnya"
        case .emptyRow: "tidak tercatat: semua lapangan usaha nol"
        case .negative: "nilai tambah di bawah nol"
        }
    }

    var total: String { "Jumlah" }
    var productSource: String {
        "BPS, PDRB kabupaten/kota menurut lapangan usaha atas dasar harga konstan 2010, 2013–2020"
    }
    var regionSource: String {
        "Kepmendagri 300.2.2-2430/2025: kode, luas, dan penduduk menurut catatan sipil"
    }
    func populationCaveat(figures: String, registry: String) -> String {
        "Penduduk menurut catatan sipil \(registry), lebih baru daripada PDRB \(figures): angka per penduduk "
            + "agak terlalu kecil di daerah yang penduduknya tumbuh cepat."
    }
    var degreesEast: String { "° BT" }
    func latitude(_ degrees: String, isSouth: Bool) -> String {
        degrees == "0" ? "0°" : "\(degrees)° " + (isSouth ? "LS" : "LU")
    }
}

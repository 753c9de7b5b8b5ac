import Register

extension Indonesian: MakingWords {
    func certificateKind(_ kind: CertificateKind) -> String {
        switch kind {
        case .halal: "sertifikat halal"
        case .homeFood: "SPP-IRT"
        case .marketingLicence: "izin edar BPOM MD"
        case .nationalStandard: "SNI"
        case .domesticContent: "TKDN"
        case .trademark: "merek"
        case .industrialDesign: "desain industri"
        case .geographicalIndication: "indikasi geografis"
        case .testReport: "laporan hasil uji"
        case .communalProperty: "kekayaan intelektual komunal"
        }
    }
    func stageGroup(_ branch: IndustryBranch?) -> String {
        switch branch {
        case .clothing: "Sandang"
        case .food: "Pangan"
        case .craft: "Kriya"
        default: "Semua cabang"
        }
    }
    func stage(_ stage: ProcessStage) -> String {
        switch stage {
        case .preparation: "penyiapan bahan"
        case .drying: "pengeringan"
        case .dyeing: "pewarnaan"
        case .finishing: "penyelesaian akhir"
        case .checking: "pemeriksaan mutu"
        case .packing: "pengemasan"
        case .storing: "penyimpanan"
        case .threadPreparation: "penyiapan benang"
        case .tying: "pengikatan motif"
        case .warping: "penghanian"
        case .threading: "pencucukan"
        case .weaving: "penenunan"
        case .motifDrawing: "pemolaan (nyorek)"
        case .waxing: "pembatikan"
        case .waxRemoval: "pelorodan"
        case .patternMaking: "pembuatan pola"
        case .cutting: "pemotongan"
        case .sewing: "penjahitan"
        case .embroidering: "penyulaman"
        case .ironing: "penyetrikaan"
        default: foodOrCraft(stage)
        }
    }
    private func foodOrCraft(_ stage: ProcessStage) -> String {
        switch stage {
        case .sorting: "penyortiran"
        case .washing: "pencucian"
        case .milling: "pengupasan, pengirisan, penggilingan"
        case .mixing: "pencampuran"
        case .fermenting: "fermentasi"
        case .moulding: "pencetakan"
        case .cooking: "pemasakan"
        case .cooling: "pendinginan"
        case .preserving: "pengawetan bahan"
        case .splitting: "pembelahan, pengiratan"
        case .plaiting: "penganyaman"
        case .assembling: "perakitan"
        case .shaping: "pembentukan"
        case .carving: "pengukiran"
        case .sanding: "pengamplasan"
        case .melting: "peleburan"
        case .forging: "penempaan"
        case .soldering: "pematrian"
        case .polishing: "pemolesan"
        case .firing: "pembakaran"
        case .glazing: "pengglasiran"
        default: stage.rawValue
        }
    }
    func processLine(_ line: ProcessLine) -> String {
        switch line {
        case .weaving: "tenun"
        case .batik: "batik"
        case .garments: "konveksi"
        case .food: "pangan olahan"
        case .plaiting: "anyaman"
        case .woodCarving: "ukiran kayu"
        case .jewellery: "perhiasan"
        case .pottery: "gerabah dan keramik"
        }
    }
    func subsector(_ subsector: CreativeSubsector) -> String {
        switch subsector {
        case .applications: "aplikasi"
        case .games: "pengembang permainan"
        case .architecture: "arsitektur"
        case .interiorDesign: "desain interior"
        case .visualCommunication: "desain komunikasi visual"
        case .productDesign: "desain produk"
        case .fashion: "fesyen"
        case .film: "film, animasi, dan video"
        case .photography: "fotografi"
        case .craft: "kriya"
        case .culinary: "kuliner"
        case .music: "musik"
        case .publishing: "penerbitan"
        case .advertising: "periklanan"
        case .performingArts: "seni pertunjukan"
        case .fineArts: "seni rupa"
        case .broadcasting: "televisi dan radio"
        }
    }
    func level(_ level: TechnologyLevel) -> String {
        switch level {
        case .hand: "tangan"
        case .tool: "alat"
        case .machine: "mesin"
        case .automatic: "otomatis"
        case .connected: "terhubung"
        }
    }
    func pay(_ pay: WorkerGroup.Pay) -> String {
        switch pay {
        case .byTime: "harian, mingguan, atau bulanan"
        case .byPiece: "borongan"
        case .unpaid: "tanpa upah"
        }
    }
    func position(_ position: WorkerGroup.Position) -> String {
        switch position {
        case .owner: "pemilik"
        case .manager: "pimpinan"
        case .production: "produksi"
        case .office: "administrasi"
        case .sales: "pemasaran"
        case .apprentice: "magang"
        case .other: "lainnya"
        }
    }
}

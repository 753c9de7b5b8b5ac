import Register

extension English: MakingWords {
    func certificateKind(_ kind: CertificateKind) -> String {
        switch kind {
        case .halal: "halal certificate"
        case .homeFood: "SPP-IRT (home food)"
        case .marketingLicence: "BPOM MD licence"
        case .nationalStandard: "SNI (national standard)"
        case .domesticContent: "TKDN (domestic content)"
        case .trademark: "trade mark"
        case .industrialDesign: "industrial design"
        case .geographicalIndication: "geographical indication"
        case .testReport: "test report"
        case .communalProperty: "communal intellectual property"
        }
    }
    func stageGroup(_ branch: IndustryBranch?) -> String {
        switch branch {
        case .clothing: "Clothing"
        case .food: "Food"
        case .craft: "Craft"
        default: "All branches"
        }
    }
    func stage(_ stage: ProcessStage) -> String {
        switch stage {
        case .preparation: "preparing the material"
        case .drying: "drying"
        case .dyeing: "dyeing"
        case .finishing: "finishing"
        case .checking: "checking quality"
        case .packing: "packing"
        case .storing: "storing"
        case .threadPreparation: "preparing the thread"
        case .tying: "tying the motif"
        case .warping: "warping"
        case .threading: "threading the loom"
        case .weaving: "weaving"
        case .motifDrawing: "drawing the motif"
        case .waxing: "waxing"
        case .waxRemoval: "boiling out the wax"
        case .patternMaking: "making patterns"
        case .cutting: "cutting"
        case .sewing: "sewing"
        case .embroidering: "embroidering"
        case .ironing: "ironing"
        default: foodOrCraft(stage)
        }
    }
    private func foodOrCraft(_ stage: ProcessStage) -> String {
        switch stage {
        case .sorting: "sorting"
        case .washing: "washing"
        case .milling: "peeling, slicing, milling"
        case .mixing: "mixing"
        case .fermenting: "fermenting"
        case .moulding: "moulding"
        case .cooking: "cooking"
        case .cooling: "cooling"
        case .preserving: "preserving the material"
        case .splitting: "splitting"
        case .plaiting: "plaiting"
        case .assembling: "assembling"
        case .shaping: "shaping"
        case .carving: "carving"
        case .sanding: "sanding"
        case .melting: "melting"
        case .forging: "forging"
        case .soldering: "soldering"
        case .polishing: "polishing"
        case .firing: "firing"
        case .glazing: "glazing"
        default: stage.rawValue
        }
    }
    func processLine(_ line: ProcessLine) -> String {
        switch line {
        case .weaving: "weaving"
        case .batik: "batik"
        case .garments: "garments"
        case .food: "processed food"
        case .plaiting: "plaiting"
        case .woodCarving: "wood carving"
        case .jewellery: "jewellery"
        case .pottery: "pottery"
        }
    }
    func subsector(_ subsector: CreativeSubsector) -> String {
        switch subsector {
        case .applications: "applications"
        case .games: "games"
        case .architecture: "architecture"
        case .interiorDesign: "interior design"
        case .visualCommunication: "visual communication"
        case .productDesign: "product design"
        case .fashion: "fashion"
        case .film: "film, animation and video"
        case .photography: "photography"
        case .craft: "craft"
        case .culinary: "culinary"
        case .music: "music"
        case .publishing: "publishing"
        case .advertising: "advertising"
        case .performingArts: "performing arts"
        case .fineArts: "fine arts"
        case .broadcasting: "television and radio"
        }
    }
    func level(_ level: TechnologyLevel) -> String {
        switch level {
        case .hand: "by hand"
        case .tool: "tool"
        case .machine: "machine"
        case .automatic: "automatic"
        case .connected: "connected"
        }
    }
    func pay(_ pay: WorkerGroup.Pay) -> String {
        switch pay {
        case .byTime: "by day, week or month"
        case .byPiece: "by piece"
        case .unpaid: "unpaid"
        }
    }
    func position(_ position: WorkerGroup.Position) -> String {
        switch position {
        case .owner: "owner"
        case .manager: "manager"
        case .production: "production"
        case .office: "office"
        case .sales: "sales"
        case .apprentice: "apprentice"
        case .other: "other"
        }
    }
}

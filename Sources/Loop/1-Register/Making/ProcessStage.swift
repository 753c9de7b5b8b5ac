/// A step from the material to the packed product. The raw value is the stable name. Lines of work share stages, so that
/// one can be compared with another.
public enum ProcessStage: String, Sendable, CaseIterable, Codable {
    // All lines.
    /// Penyiapan bahan.
    case preparation
    /// Pengeringan.
    case drying
    /// Pewarnaan, pencelupan.
    case dyeing
    /// Penyempurnaan, penyelesaian akhir.
    case finishing
    /// Pemeriksaan mutu.
    case checking
    /// Pengemasan.
    case packing
    /// Penyimpanan.
    case storing

    // Cloth.
    /// Penyiapan benang: pengelosan, penggintiran.
    case threadPreparation = "thread-preparation"
    /// Pengikatan motif.
    case tying
    /// Penghanian: threads of the warp are laid side by side.
    case warping
    /// Pencucukan: warp ends are drawn through heddles and reed.
    case threading
    /// Penenunan.
    case weaving
    /// Pemolaan, nyorek: the motif is drawn on the cloth.
    case motifDrawing = "motif-drawing"
    /// Pembatikan with canting or cap.
    case waxing
    /// Pelorodan: the wax is boiled out.
    case waxRemoval = "wax-removal"
    /// Pembuatan pola.
    case patternMaking = "pattern-making"
    /// Pemotongan.
    case cutting
    /// Penjahitan.
    case sewing
    /// Penyulaman, bordir.
    case embroidering
    /// Penyetrikaan.
    case ironing

    // Food.
    /// Penyortiran.
    case sorting
    /// Pencucian.
    case washing
    /// Pengecilan ukuran: pengupasan, pengirisan, penggilingan.
    case milling
    /// Pencampuran, pengadonan.
    case mixing
    /// Fermentasi.
    case fermenting
    /// Pencetakan.
    case moulding
    /// Pemasakan: perebusan, pengukusan, penggorengan, pemanggangan, penyangraian.
    case cooking
    /// Pendinginan.
    case cooling

    // Craft.
    /// Pengawetan bahan.
    case preserving
    /// Pembelahan, pengiratan.
    case splitting
    /// Penganyaman.
    case plaiting
    /// Perakitan.
    case assembling
    /// Pembentukan: turning, throwing, rough shaping.
    case shaping
    /// Pengukiran.
    case carving
    /// Pengamplasan.
    case sanding
    /// Peleburan.
    case melting
    /// Penempaan, pembuatan lempeng dan kawat.
    case forging
    /// Pematrian.
    case soldering
    /// Pemolesan.
    case polishing
    /// Pembakaran.
    case firing
    /// Pengglasiran.
    case glazing
}

/// A line of work: the stages that a kind of product goes through, in order. An enterprise may do some and leave others
/// to its neighbours.
public enum ProcessLine: String, Sendable, CaseIterable, Codable {
    /// Tenun, with or without ikat.
    case weaving
    case batik
    /// Konveksi, penjahitan.
    case garments
    /// Pangan olahan.
    case food
    /// Anyaman.
    case plaiting
    /// Ukiran kayu.
    case woodCarving = "wood-carving"
    /// Perak, emas, perhiasan.
    case jewellery
    /// Gerabah, keramik.
    case pottery

    /// Of all lines but food, packing is what the buyer sees first; of food, storing is what spoils it last.
    public var stages: [ProcessStage] {
        switch self {
        case .weaving:
            [
                .threadPreparation, .tying, .dyeing, .warping, .threading, .weaving, .finishing, .sewing, .checking,
                .packing,
            ]
        case .batik: [.preparation, .motifDrawing, .waxing, .dyeing, .waxRemoval, .finishing, .checking, .packing]
        case .garments:
            [.patternMaking, .cutting, .sewing, .embroidering, .finishing, .ironing, .checking, .packing]
        case .food:
            [
                .sorting, .washing, .milling, .mixing, .fermenting, .moulding, .cooking, .drying, .cooling, .checking,
                .packing, .storing,
            ]
        case .plaiting:
            [
                .preparation, .preserving, .splitting, .drying, .dyeing, .plaiting, .assembling, .finishing, .checking,
                .packing,
            ]
        case .woodCarving:
            [
                .preparation, .preserving, .drying, .shaping, .carving, .assembling, .sanding, .finishing, .checking,
                .packing,
            ]
        case .jewellery: [.preparation, .melting, .forging, .shaping, .soldering, .polishing, .checking, .packing]
        case .pottery: [.preparation, .shaping, .drying, .finishing, .glazing, .firing, .checking, .packing]
        }
    }

    public var branch: IndustryBranch {
        switch self {
        case .weaving, .batik, .garments: .clothing
        case .food: .food
        case .plaiting, .woodCarving, .jewellery, .pottery: .craft
        }
    }
}

extension ProcessLine {
    /// The lines along which an enterprise is looked at: those of its products or, where none is told, the one that has
    /// most of the stages at which it has equipment.
    /// - Returns: in the order of all lines; empty where nothing is known.
    public static func lines(of products: [Product], _ equipment: [Equipment]) -> [ProcessLine] {
        let told = Set(products.compactMap(\.line))
        guard told.isEmpty else { return allCases.filter(told.contains) }
        let stages = Set(equipment.map(\.stage))
        let counted = allCases.map { line in (line, line.stages.count { stages.contains($0) }) }
        guard let most = counted.map(\.1).max(), most > 0 else { return [] }
        return counted.first { $0.1 == most }.map { [$0.0] } ?? []
    }
}
